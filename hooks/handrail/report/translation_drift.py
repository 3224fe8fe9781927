"""The outdated sections of all translations, since when, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handrail.checks.context import Context
from handrail.content.article import Article
from handrail.report.state import OutdatedSection
from handrail.translation import drift
from handrail.translation.drift_age import DriftAge, drift_age


def outdated(context: Context, articles: Sequence[Article]) -> list[OutdatedSection] | None:
    """Those of the published articles; None where no translation records what it was made from."""
    if not any(article.front_matter.source_hashes for article in articles):
        return None
    return list(_outdated(context, articles))


def _outdated(context: Context, articles: Sequence[Article]) -> Iterator[OutdatedSection]:
    for source, translation in drift.pairs(articles, context.loaded.codes):
        if not translation.published or not translation.front_matter.source_hashes:
            continue
        texts = drift.sections(source.title, source.summary, source.content.text)
        for section in drift.outdated(source, drift.hashed(texts), translation):
            age = DriftAge(False)
            if section.what == "changed":
                age = drift_age(context.docs / source.path, section, texts.get(section.id, ""))
            yield OutdatedSection(
                article=source.id,
                language=translation.language,
                section=section.id,
                path=translation.front_matter_source.path,
                what=section.what,
                level=section.level,
                since=(age.since or context.today) if age.known else None,
                share=round(age.share, 3) if age.known else None,
            )
