"""Translations section by section: the same elements and the same facts, where the headings are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.checks.rules.links import are_sound
from handrail.checks.section_facts import SectionFacts, differing
from handrail.checks.source_page import Page
from handrail.markdown.link_target import target
from handrail.markdown.nodes import Admonition, Code, Image, Link, Steps
from handrail.schema.problem import Problem

SAME = "Make them the same."
SECTIONS = ("headings", "sections")


def pairs(context: Context) -> Iterator[tuple[Page, Page]]:
    """Each translation, after the article that it is compared with."""
    for by_language in context.counterparts.values():
        first, *others = by_language.values()
        yield from ((first, other) for other in others)


def outline(page: Page) -> list[tuple[int, str]]:
    return [(heading.level, heading.id) for heading in page.headings]


def first_difference(expected: Sequence[Any], actual: Sequence[Any]) -> int:
    """The first index at which two sequences differ, which may be the end of one of them."""
    pairs = enumerate(zip(expected, actual, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(expected), len(actual)))


def _sections(context: Context) -> Iterator[tuple[Page, SectionFacts, Page, SectionFacts]]:
    """Each section with its translation. Where the headings differ, they are to be fixed first."""
    for first, other in pairs(context):
        if outline(first) == outline(other):
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
                place = first_difference(expected, actual)
                line = here[place].line if place < len(here) else translation.line
                at = f"{first.file}:{there[place].line if place < len(there) else original.line}"
                message = f"different {what}: {_shown(actual, place)} here, {_shown(expected, place)} in {at}"
                yield other.problem(line, message, SAME)

    return Rule(
        f"translations/{name}", "error", f"Each section has the same {what} in every language.", find, facts=SECTIONS
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
        facts=SECTIONS,
    ),
)
"""Of the family `translations`."""
