"""Collects the state of a help center from its content, the findings and the built site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from handrail.center.docs_folder import DATA
from handrail.channels.status import effective_status
from handrail.checks import rule
from handrail.checks.context import Context
from handrail.checks.rules import drift
from handrail.content.article import Article as Written
from handrail.content.article import url_of
from handrail.report.guides import guides
from handrail.report.page_weight import weigh
from handrail.report.state import Answer, Article, Channel, Finding, Language, OutdatedSection, Review, State
from handrail.report.visits import Visits
from handrail.schema.dates import after

MAX_INSTEAD = 3
"""How many articles are listed that search finds instead of the right one."""


def state(context: Context, findings: Iterable[rule.Finding], visits: Visits | None = None) -> State:
    """What cannot be measured is None: search where the site cannot be built, page weights without a built site,
    drift where no translation records what it was made from.
    """
    loaded = context.loaded
    settings, first = loaded.settings, (*loaded.codes, "")[0]
    name = settings.site_name[first] if settings else loaded.configuration.path
    return State(
        day=context.today,
        name=name,
        languages=[Language(code=language.code, name=language.name) for language in settings.languages]
        if settings
        else [],
        categories={id: category.title[first] for id, category in (loaded.categories or {}).items()},
        articles=list(_articles(context)),
        findings=[_finding(finding) for finding in findings],
        drift=list(_outdated(context)) if drift.keeps_hashes(context) else None,
        reviews=[*_reviews(context), *_channel_reviews(context)],
        channels=list(_channels(context)),
        findability=list(_answers(context)) if context.search and context.center else None,
        weights=weigh(context.site, _kinds(context)) if context.site else None,
        visits=visits,
        guides=guides(context.center, context.docs) if context.center else None,
    )


def _written(context: Context) -> list[Written]:
    """The articles with valid front matter, by path."""
    pages = (page for _, page in sorted(context.loaded.content_pages.items()))
    return [page for page in pages if isinstance(page, Written) and page.language]


def _articles(context: Context) -> Iterator[Article]:
    order = {id: place for place, id in enumerate(context.loaded.categories or ())}
    codes = {code: place for place, code in enumerate(context.loaded.codes)}
    by_id: dict[str, dict[str, Written]] = {}
    for article in sorted(_written(context), key=lambda article: codes.get(article.language, len(codes))):
        by_id.setdefault(article.id, {}).setdefault(article.language, article)

    def place(editions: dict[str, Written]) -> tuple[int, int, str]:
        first = next(iter(editions.values())).front_matter
        return order.get(first.category, len(order)), first.order, first.id

    for editions in sorted(by_id.values(), key=place):
        front_matter = next(iter(editions.values())).front_matter
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


def _outdated(context: Context) -> Iterator[OutdatedSection]:
    for source, translation, section in drift.outdated(context):
        age = drift.age(context, source, section)
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
        if (
            expected.kind == "path" or expected.is_held_out
        ):  # one path to an end will do: the rule looks at them together
            continue
        yield Answer(
            language=expected.language,
            kind=expected.kind,
            text=expected.text,
            article=expected.articles[0],
            place=answer.rank,
            instead=[] if answer.is_met else list(answer.results[:MAX_INSTEAD]),
        )


def _kinds(context: Context) -> dict[str, str]:
    """The template of each page by URL."""
    center = context.center
    if center is None:
        return {}
    paths = (*center.content_pages, *center.generated_pages)
    return {url_of(path): center.meta(path)["template"].removesuffix(".html") for path in paths}
