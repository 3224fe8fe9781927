"""Style sheets as readers get them: without what no page can show, without comments, without empty space.

Told by names alone: a rule goes when each of its selectors names an element, a class, an id or an attribute that
nothing on the site has. What such a rule would have styled does not exist, so pages look the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

from handrail.assets.used_selectors import Elements
from handrail.cache.in_process import kept

_ALTERNATIVES = {"is", "where", "has", "-webkit-any", "-moz-any"}
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_SET = re.compile(r"(--[\w-]+):")
_WORD = re.compile(r"[\w-]+")
_BLOCKS = {"() block": ("(", ")"), "[] block": ("[", "]"), "{} block": ("{", "}")}
_TIGHT = {",", ">", ";", ":"}
"""Around these, space says nothing; before a colon it does, in selectors."""


@dataclass(frozen=True)
class Rule:
    """`head{body}`. The body holds declarations, written out, and rules."""

    head: str
    body: tuple[Rule | str, ...]

    def __str__(self) -> str:
        return f"{self.head}{{{write(self.body).removesuffix(';')}}}"


Sheet = tuple[Rule | str, ...]


def read(css: str, elements: Elements | None = None) -> Sheet:
    """The rules in `css`; with `elements`, those that may match one of them.

    What a browser would not understand is passed over, as a browser does.
    """
    return tuple(_rules(_parsed(css), elements))


@kept
def _parsed(css: str) -> list[Any]:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def write(sheet: Sheet) -> str:
    return "".join(f"{item};" if isinstance(item, str) else str(item) for item in sheet)


def swept(sheets: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """The sheets of a site less the custom properties and key frames that none of them reads."""
    while True:
        everything = tuple(item for sheet in sheets.values() for item in sheet)
        read, moving = set(_READ.findall(write(everything))), set(_animations(everything))
        kept = {name: tuple(_without(sheet, read, moving)) for name, sheet in sheets.items()}
        if kept == sheets:
            return kept
        sheets = kept


def _rules(nodes: Iterable[Any], elements: Elements | None) -> Iterator[Rule | str]:
    for node in nodes:
        if node.type == "declaration":
            yield f"{node.name}:{_text(node.value)}{'!important' if node.important else ''}"
        elif node.type == "qualified-rule":
            selectors = [each for each in _split(node.prelude) if elements is None or _may_match(each, elements)]
            if selectors:
                yield from _rule(",".join(map(_text, selectors)), node.content, elements)
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            head = f"@{node.at_keyword} {_text(node.prelude)}".rstrip()
            frames = node.lower_at_keyword.endswith("keyframes")
            if node.content is None:
                yield head
            else:
                yield from _rule(head, node.content, None if frames else elements)


def _rule(head: str, content: Sequence[Any], elements: Elements | None) -> Iterator[Rule]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    body = tuple(_rules(nodes, elements))
    if body:
        yield Rule(head, body)


def _may_match(selector: Sequence[Any], elements: Elements) -> bool:
    """Whether all that a selector names is on the site. What it excludes does not matter."""
    before = ""
    for token in selector:
        match token.type:
            case "ident" if before == ".":
                found = token.value in elements.classes
            case "ident" if before != ":":
                found = token.lower_value in elements.tags
            case "hash":
                found = token.value in elements.ids
            case "[] block":
                found = _has_attribute(token.content, elements)
            case "function" if token.lower_name in _ALTERNATIVES:
                found = any(_may_match(each, elements) for each in _split(token.arguments))
            case _:
                found = True
        if not found:
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _has_attribute(content: Sequence[Any], elements: Elements) -> bool:
    name, *rest = [token for token in content if token.type != "whitespace"]
    if name.lower_value not in elements.attributes:
        return False
    known = elements.values.get(name.lower_value)
    if known is None or len(rest) < 2 or rest[0].value != "=":
        return True
    return rest[1].value in known


def _without(sheet: Sheet, read: set[str], moving: set[str]) -> Iterator[Rule | str]:
    for item in sheet:
        if isinstance(item, str):
            found = _SET.match(item)
            if found is None or found[1] in read:
                yield item
        elif not (item.head.startswith("@") and "keyframes " in item.head and item.head.split()[-1] not in moving):
            body = tuple(_without(item.body, read, moving))
            if body:
                yield Rule(item.head, body)


def _animations(sheet: Sheet) -> Iterator[str]:
    """Every word in what says how something moves: the names of its key frames are among them."""
    for item in sheet:
        if isinstance(item, Rule):
            yield from _animations(item.body)
        elif "animation" in item.partition(":")[0]:
            yield from _WORD.findall(item)


def _split(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    """The selectors of a list."""
    part: list[Any] = []
    for token in tokens:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _text(tokens: Iterable[Any]) -> str:
    """Tokens written out with no more space than they need."""
    parts: list[str] = []
    for token in tokens:
        if token.type == "comment":
            continue
        text = _written(token)
        if text in _TIGHT and text != ":" and parts and parts[-1] == " ":
            parts.pop()
        if text == " " and (not parts or parts[-1] in {" ", *_TIGHT}):
            continue
        parts.append(text)
    return "".join(parts).strip()


def _written(token: Any) -> str:
    if token.type == "whitespace":
        return " "
    if token.type == "function":
        return f"{token.name}({_text(token.arguments)})"
    if token.type in _BLOCKS:
        start, end = _BLOCKS[token.type]
        return f"{start}{_text(token.content)}{end}"
    text: str = token.serialize()
    if token.type in {"number", "percentage", "dimension"}:
        return re.sub(r"^([+-]?)0+(?=\.)", r"\1", text)
    return text
