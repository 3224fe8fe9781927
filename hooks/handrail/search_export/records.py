"""The records of a search server: one for each article, then one for each of its sections, as DocSearch shapes them.

The shape is that of Algolia's DocSearch (docsearch.algolia.com/docs/record-extractor): `hierarchy` with the titles
above, `content`, `url` with its anchor, `lang`, `weight`. The fields of FIELDS are ours, and the only ones to search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from handrail.search.document import Document, Section
from handrail.search_export import cut_terms

FIELDS = {"terms_title": 6, "terms_questions": 8, "terms_heading": 4, "pronunciation": 2, "terms_content": 1}
"""The fields to search, each with its weight."""
LEVELS = 6
"""The deepest heading that a hierarchy has; `lvl0` is the category, `lvl1` the article."""

Record = dict[str, Any]


def records(documents: Iterable[Document], lang: str, site_url: str, categories: Mapping[str, str]) -> Iterator[Record]:
    """The records of one language. `lang` is the tag of its pages; `categories` are their titles, by id."""
    for document in documents:
        top = [categories.get(document.category.partition("/")[0]), document.title]
        whole = _record(document, lang, site_url, 0, top)
        whole["content"] = document.summary or None
        whole["terms_questions"] = cut_terms.terms(document.questions)
        whole["terms_content"] = cut_terms.terms([document.text])
        whole["pronunciation"] = cut_terms.pronunciation([document.title, *document.questions])
        yield whole
        headings: list[str | None] = []
        for position, section in enumerate(document.sections, 1):
            headings = _below(headings, section)
            yield _section(_record(document, lang, site_url, position, [*top, *headings]), section)


def _record(document: Document, lang: str, site_url: str, position: int, titles: list[str | None]) -> Record:
    id = f"{lang}-{document.id}-{position}"
    return {
        "id": id,
        "objectID": id,
        "article": document.id,
        "path": document.url,
        "lang": lang,
        "type": f"lvl{len(titles) - 1}",
        "hierarchy": dict(zip((f"lvl{level}" for level in range(LEVELS + 1)), titles + [None] * LEVELS, strict=False)),
        "category": document.category,
        "summary": document.summary,
        "url": site_url + document.url,
        "url_without_anchor": site_url + document.url,
        "anchor": None,
        "weight": {"pageRank": 0, "level": 110 - 10 * len(titles), "position": position},
        "terms_title": cut_terms.terms([document.title]),
    }


def _section(record: Record, section: Section) -> Record:
    if section.anchor:
        record |= {"anchor": section.anchor, "url": f"{record['url']}#{section.anchor}"}
    if section.text:
        record["type"] = "content"
    return record | {
        "content": section.text or None,
        "terms_heading": cut_terms.terms([section.heading]),
        "terms_content": cut_terms.terms([section.text]),
        "pronunciation": cut_terms.pronunciation([section.heading]),
    }


def _below(headings: list[str | None], section: Section) -> list[str | None]:
    """The headings above and at a section, given those of the one before."""
    if not section.heading:
        return headings
    above = headings[: max(section.level - 2, 0)]
    return [*above, *[None] * (section.level - 2 - len(above)), section.heading]
