"""Translations: an article has the same structure and the same facts in every language.

The first of the site's languages that has an article is the one that the others are compared with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.checks.rules import translated_sections
from handrail.checks.rules.translated_sections import SAME, SECTIONS, first_difference, outline, pairs
from handrail.checks.source_page import Page
from handrail.content.article import SAME_KEYS
from handrail.content.settings import KEY
from handrail.schema.problem import Problem


def _missing(context: Context) -> Iterator[Problem]:
    yield from context.loaded.missing_translations


def _needed(context: Context) -> Iterator[Problem]:
    settings = context.loaded.settings
    if settings is None:
        return
    for key, id in (("contact_article",), settings.contact_article), (("home", "emergency"), settings.home.emergency):
        pages = context.counterparts.get(id or "", {})
        for code in context.loaded.codes if pages else ():
            if code not in pages or not pages[code].is_published:
                message = f"{'.'.join(key)}: '{id}' is not published in '{code}'"
                fix = "Translate it before all others: it is for those who need help at once."
                yield context.loaded.configuration.problem((*KEY, *key), message, fix)


def _ui_strings(context: Context) -> Iterator[Problem]:
    yield from context.loaded.untranslated


def _copied(context: Context) -> Iterator[Problem]:
    """Translations that nobody wrote yet: `handrail new` makes some. Variants of a language may be the same."""
    for by_language in context.counterparts.values():
        seen: dict[str, Page] = {}
        for article in (article for article in by_language.values() if article.is_published):
            text = article.markdown_file.content.text.strip()
            original = seen.setdefault(text, article)
            if text and _language(original) != _language(article):
                message = f"the text is the same as in {original.file}"
                fix = f"Write it in '{article.language}'."
                yield article.markdown_file.front_matter.problem(("title",), message, fix)


def _language(article: Page) -> str:
    """Without its script and region."""
    return article.language.partition("-")[0]


def _path(context: Context) -> Iterator[Problem]:
    for first, other in pairs(context):
        path = f"{other.language}/{first.path.partition('/')[2]}"
        if other.path != path:
            message = f"the path differs from that of {first.file}"
            fix = f"Move it to {context.loaded.docs}/{path}."
            yield other.markdown_file.front_matter.problem(("id",), message, fix)


def _front_matter(context: Context) -> Iterator[Problem]:
    invalid = {(problem.path, problem.line) for problem in context.loaded.problems}
    for first, other in pairs(context):
        for key in SAME_KEYS:
            expected, actual = first.markdown_file.data.get(key), other.markdown_file.data.get(key)
            if (expected or None) == (actual or None):
                continue
            there = first.markdown_file.front_matter.problem((key,), "", "")
            problem = other.markdown_file.front_matter.problem((key,), f"{key} differs from {there.place}", SAME)
            if not invalid & {(there.path, there.line), (problem.path, problem.line)}:
                yield problem


def _headings(context: Context) -> Iterator[Problem]:
    for first, other in pairs(context):
        expected, actual = outline(first), outline(other)
        if expected == actual:
            continue
        headings = other.headings
        place = first_difference(expected, actual)
        line = headings[place].line if place < len(headings) else other.last_line
        message = f"the headings differ: {_heading(actual, place)} here, {_heading(expected, place)} in {first.file}"
        yield other.problem(line, message, "Use the same headings, with the same ids, in the same order.")


def _heading(outline: Sequence[tuple[int, str]], place: int) -> str:
    if place >= len(outline):
        return "no more headings"
    level, id = outline[place]
    return f"{'#' * level} {{#{id}}}"


RULES = (
    Rule(
        "translations/missing",
        "warning",
        "Every published article exists in every language; an error where the settings say so.",
        _missing,
        strict=lambda context: context.loaded.translations_are_required,
    ),
    Rule("translations/needed", "error", "The emergency and the contact article are in every language.", _needed),
    Rule("translations/ui-strings", "warning", "The interface is in every language of the site.", _ui_strings),
    Rule("translations/copied", "warning", "No published article has the same text in two languages.", _copied),
    Rule("translations/path", "warning", "A translation has the same path below the folder of its language.", _path),
    Rule(
        "translations/front-matter",
        "error",
        f"The front matter has the same {', '.join(SAME_KEYS)} in every language.",
        _front_matter,
    ),
    Rule(
        "translations/headings",
        "error",
        "Headings have the same levels and ids in every language.",
        _headings,
        facts=SECTIONS,
    ),
    *translated_sections.RULES,
)
