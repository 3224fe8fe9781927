"""Drift: how far a translation has fallen behind the article that it was made from.

A translation keeps the hash of each section of its source, as it was when it was made. Where the source says something
else today, that section is behind. Nothing else is compared, so a translation may be worded as freely as it likes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from handrail.content import source_change
from handrail.content.article import Article, MarkdownFile
from handrail.content.source_change import NONE, Level
from handrail.markdown import parser
from handrail.markdown.nodes import Heading
from handrail.markdown.suppressions import removed

TOP = "_top"
"""The section above the first heading, with the title and the summary."""


@dataclass(frozen=True)
class Behind:
    """A section that is not what it was when it was translated."""

    section: str
    what: Literal["changed", "new", "gone"]
    level: Level
    was: str
    now: str


def sections(title: str, summary: str, body: str) -> dict[str, str]:
    """The text of each section of an article by the id of its heading, in their order.

    What stands below a heading without an id belongs to the section before it.
    """
    lines = body.split("\n")
    starts = {TOP: 0}
    for heading in (element for element in parser.parse(body) if isinstance(element, Heading) and element.id):
        starts.setdefault(heading.id, heading.line - 1)
    ends = [*list(starts.values())[1:], len(lines)]
    texts = {id: "\n".join(lines[start:end]) for (id, start), end in zip(starts.items(), ends, strict=True)}
    texts[TOP] = f"{title}\n{summary}\n{texts[TOP]}"
    return {id: removed(text) for id, text in texts.items()}


def sections_of(markdown_file: MarkdownFile) -> dict[str, str]:
    title, summary = ((*markdown_file.named(key), "")[0] for key in ("title", "summary"))
    return sections(title, summary, markdown_file.content.text)


def hashed(texts: Mapping[str, str]) -> dict[str, str]:
    """The hash of each section. White space counts for nothing: a paragraph may be wrapped anew."""
    return {id: hashlib.sha256("".join(text.split()).encode()).hexdigest()[:8] for id, text in texts.items()}


def hashes_of(article: Article) -> dict[str, str]:
    return hashed(sections(article.title, article.summary, article.content.text))


def pairs(articles: Iterable[Article], codes: Sequence[str]) -> Iterator[tuple[Article, Article]]:
    """Every translation, behind its original: the article in the language that its files declare as the source, else
    in the first of the languages that has it.
    """
    counterparts: dict[str, dict[str, Article]] = {}
    for article in articles:
        counterparts.setdefault(article.id, {})[article.language] = article
    for held in counterparts.values():
        declared = [each.front_matter.source for each in held.values()]
        source = next((code for code in (*declared, *codes) if code in held), None)
        for code in codes:
            if source and code in held and code != source:
                yield held[source], held[code]


def behind(source: Article, now: Mapping[str, str], translation: Article) -> list[Behind]:
    """The sections of a translation that are behind, in the order of its source. `now` are the source's hashes."""
    kept = translation.front_matter.source_hashes
    found = []
    for section in [*now, *(section for section in kept if section not in now)]:
        at, to = kept.get(section, NONE), now.get(section, NONE)
        if at != to:
            what: Literal["changed", "new", "gone"] = "new" if at == NONE else "gone" if to == NONE else "changed"
            found.append(
                Behind(section, what, source_change.level(source.front_matter.changes, section, at, to), at, to)
            )
    return found


def warns_readers(source: Article, translation: Article) -> Behind | None:
    """The first section whose change readers of the translation must know of."""
    if not translation.front_matter.source_hashes or all(each.level != "major" for each in source.front_matter.changes):
        return None
    found = behind(source, hashes_of(source), translation)
    return next((each for each in found if each.level == "major"), None)
