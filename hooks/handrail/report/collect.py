"""From everything that was read, found and built to the state of the help center."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from handrail.center.docs_folder import DATA
from handrail.channels.status import effective_status
from handrail.checks import rule
from handrail.checks.context import Context
from handrail.content.article import Article as Written
from handrail.content.article import url_of
from handrail.report.page_weight import weigh
from handrail.report.state import Answer, Article, Channel, Finding, Language, Review, State
from handrail.report.translation_drift import outdated
from handrail.schema.dates import after

INSTEAD = 3


def state(context: Context, findings: Iterable[rule.Finding]) -> State:
    """What cannot be measured is None: search of a help center that cannot be built, the weight of pages where there
    is no site, drift where no translation says what it was made from.
    """
    loaded = context.loaded
    settings, first = loaded.settings, (*loaded.codes, "")[0]
    name = settings.site_name[first] if settings else loaded.configuration.path
    return State(
        day=context.today,
        name=name,
        languages=[Language(code=each.code, name=each.name) for each in settings.languages] if settings else [],
        categories={id: each.title[first] for id, each in (loaded.categories or {}).items()},
        articles=list(_articles(context)),
        findings=[_finding(finding) for finding in findings],
        drift=outdated(context, _written(context)),
        reviews=[*_reviews(context), *_channel_reviews(context)],
        channels=list(_channels(context)),
        findability=list(_answers(context)) if context.search and context.center else None,
        weights=weigh(context.site, _kinds(context)) if context.site else None,
    )


def _written(context: Context) -> list[Written]:
    """The articles whose heads are right, in the order of their paths."""
    content_pages = (content_page for _, content_page in sorted(context.loaded.content_pages.items()))
    return [
        content_page for content_page in content_pages if isinstance(content_page, Written) and content_page.language
    ]


def _articles(context: Context) -> Iterator[Article]:
    order = {id: place for place, id in enumerate(context.loaded.categories or ())}
    codes = {code: place for place, code in enumerate(context.loaded.codes)}
    held: dict[str, dict[str, Written]] = {}
    for article in sorted(_written(context), key=lambda article: codes.get(article.language, len(codes))):
        held.setdefault(article.id, {}).setdefault(article.language, article)
    found = [(next(iter(editions.values())).front_matter, editions) for editions in held.values()]
    for front_matter, editions in sorted(
        found, key=lambda each: (order.get(each[0].category, len(order)), each[0].order, each[0].id)
    ):
        yield Article(
            id=front_matter.id,
            category=front_matter.category,
            titles={code: article.title for code, article in editions.items()},
            status={code: article.front_matter.status for code, article in editions.items()},
        )


def _finding(finding: rule.Finding) -> Finding:
    problem = finding.problem
    return Finding(
        rule=finding.rule,
        severity=finding.severity,
        path=problem.path,
        line=problem.line,
        message=problem.message,
        fix=problem.fix,
    )


def _reviews(context: Context) -> Iterator[Review]:
    for article in _written(context):
        if article.published:
            yield Review(
                kind="article",
                id=article.id,
                language=article.language,
                path=article.front_matter_source.path,
                done_on=article.front_matter.reviewed_on,
                due_on=after(article.front_matter.reviewed_on, article.front_matter.review_every),
            )


def _channel_reviews(context: Context) -> Iterator[Review]:
    path = str(PurePosixPath(context.loaded.docs, DATA, "channels.yml"))
    for channel in (context.loaded.channels or {}).values():
        due = after(channel.checked_on, channel.check_every)
        yield Review(kind="channel", id=channel.id, language="", path=path, done_on=channel.checked_on, due_on=due)


def _channels(context: Context) -> Iterator[Channel]:
    for channel in (context.loaded.channels or {}).values():
        shown = effective_status(channel, context.today).status
        yield Channel(id=channel.id, kind=channel.kind, written=channel.status, shown=shown)


def _answers(context: Context) -> Iterator[Answer]:
    for answer in context.answers:
        expected = answer.expectation
        yield Answer(
            language=expected.language,
            kind=expected.kind,
            text=expected.text,
            article=expected.articles[0],
            place=answer.rank,
            instead=[] if answer.is_met else list(answer.results[:INSTEAD]),
        )


def _kinds(context: Context) -> dict[str, str]:
    """The template of each page, by its address."""
    center = context.center
    if center is None:
        return {}
    paths = (*center.content_pages, *center.generated_pages)
    return {url_of(path): center.meta(path)["template"].removesuffix(".html") for path in paths}
