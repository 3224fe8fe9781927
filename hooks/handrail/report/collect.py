"""From everything that was read, found and built to the state of the help center."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from handrail.center.docs_folder import DATA
from handrail.channels.status import standing
from handrail.checks import rule
from handrail.checks.context import Subject
from handrail.content.article import Article as Written
from handrail.content.article import url_of
from handrail.report.page_weight import weigh
from handrail.report.state import Answer, Article, Channel, Finding, Language, Review, State
from handrail.report.translation_drift import behind
from handrail.schema.dates import after

INSTEAD = 3


def state(subject: Subject, findings: Iterable[rule.Finding]) -> State:
    """What cannot be measured is None: search of a help center that cannot be built, the weight of pages where there
    is no site, drift where no translation says what it was made from.
    """
    reading = subject.reading
    settings, first = reading.settings, (*reading.codes, "")[0]
    name = settings.site_name[first] if settings else reading.configuration.path
    return State(
        day=subject.today,
        name=name,
        languages=[Language(code=each.code, name=each.name) for each in settings.languages] if settings else [],
        categories={id: each.title[first] for id, each in (reading.categories or {}).items()},
        articles=list(_articles(subject)),
        findings=[_finding(finding) for finding in findings],
        drift=behind(subject, _written(subject)),
        reviews=[*_reviews(subject), *_channel_reviews(subject)],
        channels=list(_channels(subject)),
        findability=list(_answers(subject)) if subject.search and subject.center else None,
        weights=weigh(subject.site, _kinds(subject)) if subject.site else None,
    )


def _written(subject: Subject) -> list[Written]:
    """The articles whose heads are right, in the order of their paths."""
    documents = (document for _, document in sorted(subject.reading.documents.items()))
    return [document for document in documents if isinstance(document, Written) and document.language]


def _articles(subject: Subject) -> Iterator[Article]:
    order = {id: place for place, id in enumerate(subject.reading.categories or ())}
    codes = {code: place for place, code in enumerate(subject.reading.codes)}
    held: dict[str, dict[str, Written]] = {}
    for article in sorted(_written(subject), key=lambda article: codes.get(article.language, len(codes))):
        held.setdefault(article.id, {}).setdefault(article.language, article)
    found = [(next(iter(editions.values())).head, editions) for editions in held.values()]
    for head, editions in sorted(
        found, key=lambda each: (order.get(each[0].category, len(order)), each[0].order, each[0].id)
    ):
        yield Article(
            id=head.id,
            category=head.category,
            titles={code: article.title for code, article in editions.items()},
            status={code: article.head.status for code, article in editions.items()},
        )


def _finding(finding: rule.Finding) -> Finding:
    problem = finding.problem
    return Finding(
        rule=finding.rule,
        severity=finding.severity,
        path=problem.path,
        line=problem.line,
        message=problem.message,
        cure=problem.cure,
    )


def _reviews(subject: Subject) -> Iterator[Review]:
    for article in _written(subject):
        if article.published:
            yield Review(
                kind="article",
                id=article.id,
                language=article.language,
                path=article.head_source.path,
                done_on=article.head.reviewed_on,
                due_on=after(article.head.reviewed_on, article.head.review_every),
            )


def _channel_reviews(subject: Subject) -> Iterator[Review]:
    path = str(PurePosixPath(subject.reading.docs, DATA, "channels.yml"))
    for channel in (subject.reading.channels or {}).values():
        due = after(channel.checked_on, channel.check_every)
        yield Review(kind="channel", id=channel.id, language="", path=path, done_on=channel.checked_on, due_on=due)


def _channels(subject: Subject) -> Iterator[Channel]:
    for channel in (subject.reading.channels or {}).values():
        shown = standing(channel, subject.today).status
        yield Channel(id=channel.id, kind=channel.kind, written=channel.status, shown=shown)


def _answers(subject: Subject) -> Iterator[Answer]:
    for answer in subject.answers:
        promise = answer.promise
        yield Answer(
            language=promise.language,
            kind=promise.kind,
            text=promise.text,
            article=promise.right[0],
            place=answer.place,
            instead=[] if answer.is_kept else list(answer.found[:INSTEAD]),
        )


def _kinds(subject: Subject) -> dict[str, str]:
    """The template of each page, by its address."""
    center = subject.center
    if center is None:
        return {}
    paths = (*center.documents, *center.made_pages)
    return {url_of(path): center.meta(path)["template"].removesuffix(".html") for path in paths}
