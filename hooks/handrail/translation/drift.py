"""Drift: which sections of a translation are outdated, compared with the article that it was made from.

A translation records the hash of each section of its source at the time it was made. A section whose source has another
hash today is outdated. Nothing else is compared, so a translation may be worded freely.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from handrail.content import source_change
from handrail.content.article import Article
from handrail.content.markdown_file import MarkdownFile
from handrail.content.source_change import NONE, Level
from handrail.markdown import parser
from handrail.markdown import sections as markdown_sections
from handrail.markdown.suppressions import removed

TOP = "_top"
"""The id of the section above the first heading, which includes the title and the summary."""


@dataclass(frozen=True)
class OutdatedSection:
    """A section whose source is not what it was when it was translated. `was` and `now` are its hashes."""

    id: str
    what: Literal["changed", "new", "gone"]
    level: Level
    was: str
    now: str

    @property
    def anchor(self) -> str:
        """What leads to it on the page of the source, `#` included; empty where only the page itself does."""
        return "" if self.now == NONE or self.id == TOP else f"#{self.id}"


def sections(title: str, summary: str, content: str) -> dict[str, str]:
    """The text of each section of an article by the id of its heading, in document order.

    Text below a heading without an id belongs to the section before it.
    """
    lines = content.split("\n")
    starts = {TOP: 0}
    for section in markdown_sections.sections(parser.parse(content), 1):
        if section.id:
            starts.setdefault(section.id, section.line - 1)
    ends = [*list(starts.values())[1:], len(lines)]
    texts = {id: "\n".join(lines[start:end]) for (id, start), end in zip(starts.items(), ends, strict=True)}
    texts[TOP] = f"{title}\n{summary}\n{texts[TOP]}"
    return {id: removed(text) for id, text in texts.items()}


def sections_of(markdown_file: MarkdownFile) -> dict[str, str]:
    title, summary = ((*markdown_file.named(key), "")[0] for key in ("title", "summary"))
    return sections(title, summary, markdown_file.content.text)


def hashed(texts: Mapping[str, str]) -> dict[str, str]:
    """The hash of each section, whatever its white space: a paragraph may be wrapped differently."""
    return {id: hashlib.sha256("".join(text.split()).encode()).hexdigest()[:8] for id, text in texts.items()}


def hashes_of(article: Article) -> dict[str, str]:
    return hashed(sections(article.title, article.summary, article.content.text))


def pairs(articles: Iterable[Article], codes: Sequence[str]) -> Iterator[tuple[Article, Article]]:
    """Every translation, after its original: the article in the language that its files declare as the source, else
    in the first of the languages that has it.
    """
    counterparts: dict[str, dict[str, Article]] = {}
    for article in articles:
        counterparts.setdefault(article.id, {})[article.language] = article
    for by_language in counterparts.values():
        declared = [article.front_matter.source for article in by_language.values()]
        source = next((code for code in (*declared, *codes) if code in by_language), None)
        for code in codes:
            if source and code in by_language and code != source:
                yield by_language[source], by_language[code]


def outdated(source: Article, hashes: Mapping[str, str], translation: Article) -> list[OutdatedSection]:
    """The outdated sections of a translation, in the order of its source. `hashes` are those of the source today."""
    recorded = translation.front_matter.source_hashes
    sections = []
    for id in [*hashes, *(id for id in recorded if id not in hashes)]:
        was, now = recorded.get(id, NONE), hashes.get(id, NONE)
        if was != now:
            what: Literal["changed", "new", "gone"] = "new" if was == NONE else "gone" if now == NONE else "changed"
            level = source_change.level(source.front_matter.changes, id, was, now)
            sections.append(OutdatedSection(id, what, level, was, now))
    return sections


def first_major(source: Article, translation: Article) -> OutdatedSection | None:
    """The first section with a change that readers of the translation must know about."""
    if not translation.front_matter.source_hashes:
        return None
    if all(change.level != "major" for change in source.front_matter.changes):
        return None
    sections = outdated(source, hashes_of(source), translation)
    return next((section for section in sections if section.level == "major"), None)
