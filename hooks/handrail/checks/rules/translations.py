"""Translations: an article has the same structure and the same facts in every language.

The first of the site's languages that has an article is the one that the others are compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.checks.rules.links import are_sound
from handrail.checks.section_facts import SectionFacts, differing
from handrail.checks.source_page import Page
from handrail.content.article import SAME_KEYS
from handrail.content.settings import KEY
from handrail.markdown.link_target import target
from handrail.markdown.nodes import Admonition, Code, Image, Link, Steps
from handrail.schema.problem import Problem

_SAME = "Make them the same."
_SECTIONS = ("headings", "sections")


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


def _pairs(context: Context) -> Iterator[tuple[Page, Page]]:
    """Each translation, after the article that it is compared with."""
    for by_language in context.counterparts.values():
        first, *others = by_language.values()
        yield from ((first, other) for other in others)


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
    for first, other in _pairs(context):
        path = f"{other.language}/{first.path.partition('/')[2]}"
        if other.path != path:
            message = f"the path differs from that of {first.file}"
            fix = f"Move it to {context.loaded.docs}/{path}."
            yield other.markdown_file.front_matter.problem(("id",), message, fix)


def _front_matter(context: Context) -> Iterator[Problem]:
    invalid = {(problem.path, problem.line) for problem in context.loaded.problems}
    for first, other in _pairs(context):
        for key in SAME_KEYS:
            expected, actual = first.markdown_file.data.get(key), other.markdown_file.data.get(key)
            if (expected or None) == (actual or None):
                continue
            there = first.markdown_file.front_matter.problem((key,), "", "")
            problem = other.markdown_file.front_matter.problem((key,), f"{key} differs from {there.place}", _SAME)
            if not invalid & {(there.path, there.line), (problem.path, problem.line)}:
                yield problem


def _headings(context: Context) -> Iterator[Problem]:
    for first, other in _pairs(context):
        expected, actual = _outline(first), _outline(other)
        if expected == actual:
            continue
        headings = other.headings
        place = _first_difference(expected, actual)
        line = headings[place].line if place < len(headings) else other.last_line
        message = f"the headings differ: {_heading(actual, place)} here, {_heading(expected, place)} in {first.file}"
        yield other.problem(line, message, "Use the same headings, with the same ids, in the same order.")


def _outline(page: Page) -> list[tuple[int, str]]:
    return [(heading.level, heading.id) for heading in page.headings]


def _heading(outline: Sequence[tuple[int, str]], place: int) -> str:
    if place >= len(outline):
        return "no more headings"
    level, id = outline[place]
    return f"{'#' * level} {{#{id}}}"


def _first_difference(expected: Sequence[Any], actual: Sequence[Any]) -> int:
    """The first index at which two sequences differ, which may be the end of one of them."""
    pairs = enumerate(zip(expected, actual, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(expected), len(actual)))


def _sections(context: Context) -> Iterator[tuple[Page, SectionFacts, Page, SectionFacts]]:
    """Each section with its translation. Where the headings differ, they are to be fixed first."""
    for first, other in _pairs(context):
        if _outline(first) == _outline(other):
            for original, translation in zip(first.sections, other.sections, strict=True):
                yield first, original, other, translation


def _same(name: str, kind: type[Any], what: str, value: Callable[[Context, Page, Any], Any]) -> Rule:
    """A rule that the `value`s of one kind of element are the same, in the same order, in each section."""

    def find(context: Context) -> Iterator[Problem]:
        for first, original, other, translation in _sections(context):
            if kind is Link and not (are_sound(context, first, original) and are_sound(context, other, translation)):
                continue
            there = [element for element in original.all(kind) if _is_expected(context, first, element, other.language)]
            here = translation.all(kind)
            expected = [value(context, first, element) for element in there]
            actual = [value(context, other, element) for element in here]
            if expected != actual:
                place = _first_difference(expected, actual)
                line = here[place].line if place < len(here) else translation.line
                at = f"{first.file}:{there[place].line if place < len(there) else original.line}"
                message = f"different {what}: {_shown(actual, place)} here, {_shown(expected, place)} in {at}"
                yield other.problem(line, message, _SAME)

    return Rule(
        f"translations/{name}", "error", f"Each section has the same {what} in every language.", find, facts=_SECTIONS
    )


def _shown(values: Sequence[Any], place: int) -> str:
    if place < len(values) and values[place] != "":
        return str(values[place])
    return f"{len(values)} in all" if values else "none"


def _is_expected(context: Context, page: Page, element: Any, language: str) -> bool:
    """Whether a translation must have an element: not a link to an article that `language` does not have yet."""
    to = context.page_at.get(target(element.target, page.path).path) if isinstance(element, Link) else None
    if to is None or not to.is_article or language in context.counterparts.get(to.id, {}):
        return True
    return f"{language}/{to.path.partition('/')[2]}" in context.page_at  # whose id is missing or misspelt


def _link_value(context: Context, page: Page, link: Link) -> str:
    """The target of a link in any language: the id of an article that has translations, else the path; the fragment."""
    to = target(link.target, page.path)
    if not to.is_inside:
        return link.target
    other = context.page_at.get(to.path)
    is_translated = other and len(context.counterparts.get(other.id, ())) > 1
    name = other.id if other and is_translated else to.path.removeprefix(f"{page.language}/")
    return f"{name if other is not page else ''}{'#' * bool(to.fragment)}{to.fragment}"


def _facts(context: Context) -> Iterator[Problem]:
    for first, original, other, translation in _sections(context):
        yield from differing(original, translation, first.file, other.problem)


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
        facts=_SECTIONS,
    ),
    _same("links", Link, "links", _link_value),
    _same("steps", Steps, "number of steps", lambda context, page, steps: steps.count),
    _same("admonitions", Admonition, "warnings and notes", lambda context, page, admonition: admonition.kind),
    _same("code", Code, "number of code blocks", lambda context, page, code: ""),
    _same("images", Image, "number of images", lambda context, page, image: ""),
    Rule(
        "translations/facts",
        "error",
        "Facts, as numbers, dates and addresses, are the same in every language.",
        _facts,
        facts=_SECTIONS,
    ),
)
