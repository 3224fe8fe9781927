"""Drift: a translation is up to date with its original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.content.article import Article
from handrail.schema.problem import Problem, one_of
from handrail.translation import drift
from handrail.translation.drift import TOP, OutdatedSection
from handrail.translation.drift_age import DriftAge, drift_age


def _articles(context: Context) -> list[Article]:
    return [page for page in context.loaded.content_pages.values() if isinstance(page, Article)]


def _pairs(context: Context) -> Iterator[tuple[Article, Article]]:
    return drift.pairs(_articles(context), context.loaded.codes)


def keeps_hashes(context: Context) -> bool:
    """A help center that keeps no hashes at all gets no warning for every article."""
    return any(article.front_matter.source_hashes for article in _articles(context))


def outdated(context: Context) -> Iterator[tuple[Article, Article, OutdatedSection]]:
    """The outdated sections of published translations, each after its original and its translation."""
    for source, translation in _pairs(context):
        if translation.published and translation.front_matter.source_hashes:
            for section in drift.outdated(source, drift.hashed(_sections(context, source)), translation):
                yield source, translation, section


def age(context: Context, source: Article, section: OutdatedSection) -> DriftAge:
    text = _sections(context, source).get(section.id, "")
    return drift_age(context.docs / source.path, section, text)


def _sections(context: Context, article: Article) -> dict[str, str]:
    return context.cache(drift.sections, article.title, article.summary, article.content.text)


def _of_level(context: Context, level: str) -> Iterator[Problem]:
    for source, translation, section in outdated(context):
        if section.level == level:
            yield _problem(context, source, translation, section)


def _problem(context: Context, source: Article, translation: Article, section: OutdatedSection) -> Problem:
    page = context.page_at[translation.path]
    lines = {heading.id: heading.line for heading in page.headings}
    line = lines.get(section.id) or translation.front_matter_source.line_of(("source_hashes", section.id))
    name = "the title, summary or introduction" if section.id == TOP else f"section '{section.id}'"
    original = source.content.path
    if section.what == "changed":
        message = f"{name} is outdated: {original} changed {age(context, source, section).describe(context.today)}"
    else:
        message = f"{name} is new in {original}" if section.what == "new" else f"{name} was deleted from {original}"
    names = f"{source.id} {section.id}"
    todo = "Delete it here" if section.what == "gone" else "Translate it"
    accept, mark = (f"{context.translate} {verb} {names}" for verb in ("accept", "mark"))
    fix = f"{todo}, then run: {accept}. For a mere typo: {mark} typo."
    return Problem(page.file, line, message, fix)


def _unknown(context: Context) -> Iterator[Problem]:
    for source, translation in _pairs(context):
        if translation.published and not translation.front_matter.source_hashes:
            message = f"no record of which version of {source.content.path} this translation was made from"
            fix = (
                f"Compare the two, then run: {context.translate} accept {source.id} --language {translation.language}."
            )
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
            message = f"the translations of '{article.id}' name different source languages"
            yield article.front_matter_source.problem(("source",), message, "Name the same one in each.")
    for source, translation in _pairs(context):
        if source.front_matter.source_hashes:
            message = "source_hashes in an original, which is not a translation"
            fix = "Delete them, or name another 'source'."
            yield source.front_matter_source.problem(("source_hashes",), message, fix)
        if translation.front_matter.changes:
            fix = f"Move them to {source.front_matter_source.path}."
            message = "changes in a translation, not in its original"
            yield translation.front_matter_source.problem(("changes",), message, fix)


def _unfinished(context: Context) -> Iterator[Problem]:
    for article in _articles(context):
        if article.published and article.front_matter.state == "started":
            fix = "Finish it and write 'state: done', or 'status: draft'."
            yield article.front_matter_source.problem(("state",), "an unfinished translation is published", fix)


RULES = (
    Rule("drift/source", "error", "Each article has one source language.", _source),
    Rule("drift/unfinished", "error", "No unfinished translation is published.", _unfinished),
    Rule(
        "drift/major",
        "warning",
        "No translation lacks a change that readers must know about.",
        partial(_of_level, level="major"),
    ),
    Rule(
        "drift/outdated",
        "warning",
        "Every section of a translation is up to date with its original.",
        partial(_of_level, level="medium"),
    ),
    Rule("drift/unknown", "warning", "Every translation records its source version.", _unknown, applies=keeps_hashes),
)
