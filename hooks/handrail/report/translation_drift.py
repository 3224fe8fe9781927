"""Which sections of translations are behind their originals, since when, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handrail.checks.context import Context
from handrail.content.article import Article
from handrail.report.state import Behind
from handrail.translation import drift
from handrail.translation.drift_age import Lag, lag


def behind(context: Context, articles: Sequence[Article]) -> list[Behind] | None:
    """Those of the published ones among the articles; None where no translation says what it was made from."""
    if not any(article.front_matter.source_hashes for article in articles):
        return None
    return list(_behind(context, articles))


def _behind(context: Context, articles: Sequence[Article]) -> Iterator[Behind]:
    for source, translation in drift.pairs(articles, context.loaded.codes):
        if not translation.published or not translation.front_matter.source_hashes:
            continue
        texts = drift.sections(source.title, source.summary, source.content.text)
        for each in drift.behind(source, drift.hashed(texts), translation):
            changed = each.what == "changed"
            text = texts.get(each.section, "")
            known = lag(context.docs / source.path, each.section, each.was, text) if changed else Lag(False)
            yield Behind(
                article=source.id,
                language=translation.language,
                section=each.section,
                path=translation.front_matter_source.path,
                what=each.what,
                level=each.level,
                since=(known.since or context.today) if known.known else None,
                share=round(known.share, 3) if known.known else None,
            )
