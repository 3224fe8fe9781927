"""Twins: an article says the same in every language. The first language that has it is the one to go by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from handrail.checks.context import Context
from handrail.checks.facts import facts
from handrail.checks.rule import Rule
from handrail.checks.rules.links import are_sound
from handrail.checks.source_page import Page
from handrail.markdown.link_target import target
from handrail.markdown.nodes import Code, Heading, Link, Note, Passage, Picture, Steps
from handrail.markdown.sections import Section
from handrail.schema.problem import Problem

SAME_HEAD = ("type", "category", "order", "related", "channels", "issue_types", "status")
"""What the heads of twins must agree in."""


_SAME = "Make them the same."


def _missing(context: Context) -> Iterator[Problem]:
    yield from context.loaded.missing_translations


def _pairs(context: Context) -> Iterator[tuple[Page, Page]]:
    """Each article with its twin in another language."""
    for held in context.counterparts.values():
        first, *others = held.values()
        yield from ((first, other) for other in others)


def _path(context: Context) -> Iterator[Problem]:
    for first, other in _pairs(context):
        path = f"{other.language}/{first.path.partition('/')[2]}"
        if other.path != path:
            message = f"its twin stands at {first.file}"
            folder = context.loaded.docs
            yield other.markdown_file.front_matter.problem(("id",), message, f"Move it to {folder}/{path}.")


def _head(context: Context) -> Iterator[Problem]:
    wrong = {(problem.path, problem.line) for problem in context.loaded.problems}
    for first, other in _pairs(context):
        for key in SAME_HEAD:
            theirs, ours = first.markdown_file.data.get(key), other.markdown_file.data.get(key)
            if (theirs or None) == (ours or None):
                continue
            at = first.markdown_file.front_matter.problem((key,), "", "")
            problem = other.markdown_file.front_matter.problem((key,), f"{key} is not what it is in {at.place}", _SAME)
            if not wrong & {(at.path, at.line), (problem.path, problem.line)}:
                yield problem


def _headings(context: Context) -> Iterator[Problem]:
    for first, other in _pairs(context):
        wanted, found = _signs(first), _signs(other)
        if wanted == found:
            continue
        headings = other.all(Heading)
        place = next(
            (number for number, (one, two) in enumerate(zip(wanted, found, strict=False)) if one != two),
            min(len(wanted), len(found)),
        )
        line = headings[place].line if place < len(headings) else other.last_line
        here = f"here stands {_sign(found, place)}"
        message = f"{here}, and {_sign(wanted, place)} in {first.file}"
        yield other.problem(line, message, "Give both the same headings, with the same ids, in the same order.")


def _sign(headings: Sequence[tuple[int, str]], place: int) -> str:
    if place >= len(headings):
        return "no more heading"
    level, id = headings[place]
    return f"{'#' * level} {{#{id}}}"


def _signs(page: Page) -> list[tuple[int, str]]:
    return [(heading.level, heading.id) for heading in page.all(Heading)]


def _stretches(context: Context) -> Iterator[tuple[Page, Section, Page, Section]]:
    """Each section with its twin. Where the headings differ, they are to be mended first."""
    for first, other in _pairs(context):
        if _signs(first) == _signs(other):
            for theirs, ours in zip(first.sections, other.sections, strict=True):
                yield first, theirs, other, ours


def _differing(
    kind: type[Any], what: str, sign: Callable[[Context, Page, Any], Any]
) -> Callable[[Context], Iterator[Problem]]:
    """A rule over one kind of element: its `sign`s must be the same, in the same order, in each section."""

    def find(context: Context) -> Iterator[Problem]:
        for first, theirs, other, ours in _stretches(context):
            if kind is Link and not (are_sound(context, first, theirs) and are_sound(context, other, ours)):
                continue
            there = [element for element in theirs.all(kind) if not _is_alone(context, first, element, other.language)]
            here = ours.all(kind)
            wanted = [sign(context, first, element) for element in there]
            found = [sign(context, other, element) for element in here]
            if wanted != found:
                pairs = enumerate(zip(wanted, found, strict=False))
                place = next((number for number, (one, two) in pairs if one != two), min(len(wanted), len(found)))
                line = here[place].line if place < len(found) else ours.line
                at = there[place].line if place < len(wanted) else theirs.line
                message = f"{what}: here {_list(found, place)}, and {_list(wanted, place)} in {first.file}:{at}"
                yield other.problem(line, message, _SAME)

    return find


def _list(signs: Sequence[Any], place: int) -> str:
    if place >= len(signs):
        return f"{len(signs)} in all" if signs else "none"
    return str(signs[place]) or f"{len(signs)} in all"


def _is_alone(context: Context, page: Page, element: Any, language: str) -> bool:
    """Whether something is a link to an article that `language` does not have yet."""
    to = context.page_at.get(target(element.target, page.path).path) if isinstance(element, Link) else None
    return to is not None and to.is_article and language not in context.counterparts.get(to.id, {})


def _to(context: Context, page: Page, link: Link) -> str:
    """Where a link leads, whatever the language: to which article, and where in it."""
    to = target(link.target, page.path)
    if not to.is_inside:
        return link.target
    other = context.page_at.get(to.path)
    name = (other.id if other else "") or to.path.removeprefix(f"{page.language}/")
    return f"{name if other is not page else ''}{'#' * bool(to.fragment)}{to.fragment}"


def _facts(context: Context) -> Iterator[Problem]:
    for first, theirs, other, ours in _stretches(context):
        wanted, found = list(_facts_in(first, theirs)), list(_facts_in(other, ours))
        missing = Counter(fact for fact, _ in wanted) - Counter(fact for fact, _ in found)
        extra = Counter(fact for fact, _ in found) - Counter(fact for fact, _ in wanted)
        if missing or extra:
            line = next((line for fact, line in found if fact in extra), ours.line)
            at = next((line for fact, line in wanted if fact in missing), theirs.line)
            there = f"{_quoted(missing)} in {first.file}:{at}"
            if not extra:
                message = f"{there} has no twin here"
            elif not missing:
                message = f"{_quoted(extra)} has no twin in {first.file}:{at}"
            else:
                message = f"{_quoted(extra)} here is {there}"
            yield other.problem(line, message, "Correct the one that is wrong.")


def _facts_in(page: Page, section: Section) -> Iterator[tuple[str, int]]:
    """Each fact of a section with its line; also those of the head, before the first heading."""
    if section.id == "":
        for key in ("title", "summary"):
            for text in page.markdown_file.named(key):
                line = page.markdown_file.front_matter.line_of((key,))
                yield from ((fact, line) for fact in facts(text, page.language))
    for element in section.elements:
        if isinstance(element, Passage | Code):
            line = element.line + (element.fences if isinstance(element, Code) else 0)
            for number, text in enumerate(element.text.split("\n"), line):
                yield from ((fact, number) for fact in facts(text, page.language))


def _quoted(counted: Counter[str]) -> str:
    return " and ".join(f"'{fact}'" for fact in list(counted)[:4])


RULES = (
    Rule(
        "twins/missing",
        "warning",
        "Every published article exists in every language; an error where the settings say so.",
        _missing,
        strict=lambda context: context.loaded.translations_are_required,
    ),
    Rule("twins/path", "warning", "Twins stand at the same path below the folders of their languages.", _path),
    Rule("twins/head", "error", f"The heads of twins agree in {', '.join(SAME_HEAD)}.", _head),
    Rule("twins/headings", "error", "Twins have the same headings, by level and id, in the same order.", _headings),
    Rule(
        "twins/links",
        "error",
        "Each section links to the same in every language, in the same order.",
        _differing(Link, "the links", _to),
    ),
    Rule(
        "twins/steps",
        "error",
        "Each section has the same number of steps in every language.",
        _differing(Steps, "the numbers of steps", lambda context, page, steps: steps.count),
    ),
    Rule(
        "twins/notes",
        "error",
        "Each section has the same warnings and notes in every language, in the same order.",
        _differing(Note, "the notes", lambda context, page, note: note.kind),
    ),
    Rule(
        "twins/code",
        "error",
        "Each section has the same number of code blocks in every language.",
        _differing(Code, "the blocks of code", lambda context, page, code: ""),
    ),
    Rule(
        "twins/pictures",
        "error",
        "Each section has the same number of pictures in every language.",
        _differing(Picture, "the pictures", lambda context, page, picture: ""),
    ),
    Rule(
        "twins/facts",
        "error",
        "Numbers, amounts, times, dates, versions and addresses are the same in every language.",
        _facts,
    ),
)
