"""Drift: a translation says what its original says today, or says how far it is behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.content.article import Article
from handrail.markdown.nodes import Heading
from handrail.schema.problem import Problem, one_of
from handrail.translation import drift
from handrail.translation.drift import TOP, Behind
from handrail.translation.drift_age import Lag, lag

COMMAND = "python3 scripts/translate.py"


def _articles(context: Context) -> list[Article]:
    return [content_page for content_page in context.loaded.content_pages.values() if isinstance(content_page, Article)]


def _pairs(context: Context) -> Iterator[tuple[Article, Article]]:
    return drift.pairs(_articles(context), context.loaded.codes)


def _keeps_hashes(context: Context) -> bool:
    """A help center that never began to keep them is not told so for every article."""
    return any(article.front_matter.source_hashes for article in _articles(context))


def _behind(context: Context) -> Iterator[tuple[Article, Article, Behind]]:
    for source, translation in _pairs(context):
        if translation.published and translation.front_matter.source_hashes:
            for each in drift.behind(source, _hashes(context, source), translation):
                yield source, translation, each


def _hashes(context: Context, article: Article) -> dict[str, str]:
    return drift.hashed(_sections(context, article))


def _sections(context: Context, article: Article) -> dict[str, str]:
    return context.cache(drift.sections, article.title, article.summary, article.content.text)


def _of_level(context: Context, *levels: str) -> Iterator[Problem]:
    for source, translation, each in _behind(context):
        if each.level in levels:
            yield _problem(context, source, translation, each)


def _problem(context: Context, source: Article, translation: Article, each: Behind) -> Problem:
    page = context.page_at[translation.path]
    lines = {heading.id: heading.line for heading in page.all(Heading)}
    line = lines.get(each.section) or translation.front_matter_source.line_of(("source_hashes", each.section))
    name = "the title, the summary or the lead" if each.section == TOP else f"'{each.section}'"
    text = _sections(context, source).get(each.section, "")
    how = lag(context.docs / source.path, each.section, each.was, text) if each.what == "changed" else Lag(False)
    what = {
        "changed": f"{name} is behind {source.content.path}, changed {how.say(context.today)}",
        "new": f"{name} is new in {source.content.path}",
        "gone": f"{name} is no longer in {source.content.path}",
    }[each.what]
    mark = f"{source.id} {each.section}"
    fix = f"Translate it, then: {COMMAND} accept {mark}. Where the change says nothing new: {COMMAND} mark {mark} typo."
    return Problem(page.file, line, what, fix)


def _major(context: Context) -> Iterator[Problem]:
    return _of_level(context, "major")


def _medium(context: Context) -> Iterator[Problem]:
    return _of_level(context, "medium")


def _unknown(context: Context) -> Iterator[Problem]:
    for source, translation in _pairs(context):
        if translation.published and not translation.front_matter.source_hashes:
            message = f"a translation that does not say which text of {source.content.path} it was made from"
            fix = f"Compare the two, then: {COMMAND} accept {source.id} --language {translation.language}."
            yield translation.front_matter_source.problem(("id",), message, fix)


def _source(context: Context) -> Iterator[Problem]:
    declared: dict[str, set[str]] = defaultdict(set)
    for article in _articles(context):
        if article.front_matter.source:
            declared[article.id].add(article.front_matter.source)
    for article in _articles(context):
        code = article.front_matter.source
        if code and code not in context.loaded.codes:
            message, fix = f"source: there is no language '{code}'", one_of(code, context.loaded.codes)
            yield article.front_matter_source.problem(("source",), message, fix)
        elif code and len(declared[article.id]) > 1:
            message = f"the files of '{article.id}' name several languages as its source"
            yield article.front_matter_source.problem(("source",), message, "Let them name one.")
    for source, translation in _pairs(context):
        if source.front_matter.source_hashes:
            message = "source_hashes in an original, which is made from no other text"
            yield source.front_matter_source.problem(
                ("source_hashes",), message, "Delete them, or name another 'source'."
            )
        if translation.front_matter.changes:
            message = "changes in a translation, where nobody looks for them"
            yield translation.front_matter_source.problem(
                ("changes",), message, f"Move them to {source.front_matter_source.path}."
            )


def _started(context: Context) -> Iterator[Problem]:
    for article in _articles(context):
        if article.published and article.front_matter.state == "started":
            fix = "Finish it and write 'state: done', or 'status: draft'."
            yield article.front_matter_source.problem(
                ("state",), "a translation that is only started is published", fix
            )


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
