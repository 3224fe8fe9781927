"""The kinds of elements that pages are made of: what a rule of a style sheet must name to be of use.

Content is HTML and read as such. Templates and scripts make elements as they run, so every word in a template's tags or
a script's strings may be the name of one: that keeps a few rules too many, and none too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

_TAG = re.compile(r"<([A-Za-z][\w-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"([A-Za-z][\w:-]*)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_WORD = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_WHOLE_TAG = re.compile(r"<[^<>]*>")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
_NAMES = re.compile(r"\W[\w\s${}-]*\W")
_QUOTES = str.maketrans("", "", "\"'`")


@dataclass(frozen=True)
class Elements:
    tags: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """All values that an attribute ever has, for those of which that is known."""

    def __or__(self, other: Elements) -> Elements:
        return Elements(
            self.tags | other.tags,
            self.classes | other.classes,
            self.ids | other.ids,
            self.attributes | other.attributes,
            {**self.values, **other.values},
        )

    def where(self, attribute: str, values: Iterable[str]) -> Elements:
        """The same, knowing that this attribute has no value but these."""
        return replace(self, values={**self.values, attribute: frozenset(values)})


def of_site(contents: Iterable[str], folders: Iterable[Path], directions: Iterable[str]) -> Elements:
    """Those of all pages: of their `contents`, and of the templates and scripts below the `folders`.

    `directions` are the values that the attribute `dir` has.
    """
    files = [file for folder in folders for file in sorted(folder.rglob("*.*"))]
    made = of_templates(file.read_text("utf-8") for file in files if file.suffix == ".html")
    scripted = of_scripts(file.read_text("utf-8") for file in files if file.suffix == ".js")
    return (of_content(contents) | made | scripted).where("dir", directions)


def of_content(pages: Iterable[str]) -> Elements:
    """Those that stand in HTML. Thousands of pages repeat the same ones: each is looked at once."""
    tags, classes, ids, attributes = set[str](), set[str](), set[str](), set[str]()
    for tag, rest in set(chain.from_iterable(map(_TAG.findall, pages))):
        tags.add(tag.lower())
        for name, *quoted in _ATTRIBUTE.findall(rest):
            attributes.add(name.lower())
            if name == "class":
                classes.update("".join(quoted).split())
            elif name == "id":
                ids.add("".join(quoted))
    return Elements(frozenset(tags), frozenset(classes), frozenset(ids), frozenset(attributes))


def of_templates(sources: Iterable[str]) -> Elements:
    """Those that templates may make: of expressions, the strings may be the names of something."""
    plain = (
        _EXPRESSION.sub(lambda found: " ".join(_STRING.findall(found[0])).translate(_QUOTES), _REMARK.sub("", s))
        for s in sources
    )
    return _named(chain.from_iterable(map(_WHOLE_TAG.findall, plain)))


def of_scripts(sources: Iterable[str]) -> Elements:
    """Those that scripts may make: what they create, they name in strings that have no other signs."""
    return _named(filter(_NAMES.fullmatch, chain.from_iterable(map(_STRING.findall, sources))))


def _named(texts: Iterable[str]) -> Elements:
    words = frozenset(chain.from_iterable(map(_WORD.findall, texts)))
    return Elements(words, words, words, words)
