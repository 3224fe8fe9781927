"""Drift: a translation says what its original says today, or says how far it is behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handrail.checks.context import Subject
from handrail.checks.rule import Rule
from handrail.content.article import Article
from handrail.markdown.nodes import Heading
from handrail.schema.problem import Problem, one_of
from handrail.translation import drift
from handrail.translation.drift import TOP, Behind
from handrail.translation.drift_age import Lag, lag

COMMAND = "python3 scripts/translate.py"


def _articles(subject: Subject) -> list[Article]:
    return [document for document in subject.reading.documents.values() if isinstance(document, Article)]


def _pairs(subject: Subject) -> Iterator[tuple[Article, Article]]:
    return drift.pairs(_articles(subject), subject.reading.codes)


def _keeps_hashes(subject: Subject) -> bool:
    """A help center that never began to keep them is not told so for every article."""
    return any(article.head.source_hashes for article in _articles(subject))


def _behind(subject: Subject) -> Iterator[tuple[Article, Article, Behind]]:
    for source, translation in _pairs(subject):
        if translation.published and translation.head.source_hashes:
            for each in drift.behind(source, _hashes(subject, source), translation):
                yield source, translation, each


def _hashes(subject: Subject, article: Article) -> dict[str, str]:
    return drift.hashed(_sections(subject, article))


def _sections(subject: Subject, article: Article) -> dict[str, str]:
    return subject.memory(drift.sections, article.title, article.summary, article.body.text)


def _of_level(subject: Subject, *levels: str) -> Iterator[Problem]:
    for source, translation, each in _behind(subject):
        if each.level in levels:
            yield _problem(subject, source, translation, each)


def _problem(subject: Subject, source: Article, translation: Article, each: Behind) -> Problem:
    page = subject.page_at[translation.path]
    lines = {heading.id: heading.line for heading in page.all(Heading)}
    line = lines.get(each.section) or translation.head_source.line_of(("source_hashes", each.section))
    name = "the title, the summary or the lead" if each.section == TOP else f"'{each.section}'"
    text = _sections(subject, source).get(each.section, "")
    how = lag(subject.docs / source.path, each.section, each.was, text) if each.what == "changed" else Lag(False)
    what = {
        "changed": f"{name} is behind {source.body.path}, changed {how.say(subject.today)}",
        "new": f"{name} is new in {source.body.path}",
        "gone": f"{name} is no longer in {source.body.path}",
    }[each.what]
    mark = f"{source.id} {each.section}"
    cure = (
        f"Translate it, then: {COMMAND} accept {mark}. Where the change says nothing new: {COMMAND} mark {mark} typo."
    )
    return Problem(page.file, line, what, cure)


def _major(subject: Subject) -> Iterator[Problem]:
    return _of_level(subject, "major")


def _medium(subject: Subject) -> Iterator[Problem]:
    return _of_level(subject, "medium")


def _unknown(subject: Subject) -> Iterator[Problem]:
    for source, translation in _pairs(subject):
        if translation.published and not translation.head.source_hashes:
            message = f"a translation that does not say which text of {source.body.path} it was made from"
            cure = f"Compare the two, then: {COMMAND} accept {source.id} --language {translation.language}."
            yield translation.head_source.problem(("id",), message, cure)


def _source(subject: Subject) -> Iterator[Problem]:
    declared: dict[str, set[str]] = defaultdict(set)
    for article in _articles(subject):
        if article.head.source:
            declared[article.id].add(article.head.source)
    for article in _articles(subject):
        code = article.head.source
        if code and code not in subject.reading.codes:
            message, cure = f"source: there is no language '{code}'", one_of(code, subject.reading.codes)
            yield article.head_source.problem(("source",), message, cure)
        elif code and len(declared[article.id]) > 1:
            message = f"the files of '{article.id}' name several languages as its source"
            yield article.head_source.problem(("source",), message, "Let them name one.")
    for source, translation in _pairs(subject):
        if source.head.source_hashes:
            message = "source_hashes in an original, which is made from no other text"
            yield source.head_source.problem(("source_hashes",), message, "Delete them, or name another 'source'.")
        if translation.head.changes:
            message = "changes in a translation, where nobody looks for them"
            yield translation.head_source.problem(("changes",), message, f"Move them to {source.head_source.path}.")


def _started(subject: Subject) -> Iterator[Problem]:
    for article in _articles(subject):
        if article.published and article.head.state == "started":
            cure = "Finish it and write 'state: done', or 'status: draft'."
            yield article.head_source.problem(("state",), "a translation that is only started is published", cure)


RULES = (
    Rule("drift/source", "error", "Each article has one language that it is written in first.", _source),
    Rule("drift/started", "error", "No translation is published before it is done.", _started),
    Rule("drift/major", "warning", "No translation lacks a change that its readers must know of.", _major),
    Rule("drift/behind", "warning", "Every section of a translation says what its original says today.", _medium),
    Rule(
        "drift/unknown",
        "warning",
        "Every translation says which text it was made from, where others do.",
        _unknown,
        applies=_keeps_hashes,
    ),
)
