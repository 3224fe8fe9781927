"""The facts of a section beside those of its translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handrail.checks.facts import facts
from handrail.checks.number_words import spelled
from handrail.checks.source_page import Page
from handrail.markdown.nodes import Code, Passage
from handrail.markdown.sections import Section
from handrail.schema.problem import Problem


def differing_facts(first: Page, original: Section, other: Page, translation: Section) -> Iterator[Problem]:
    """What a section of `other` has that the one of `first` has not, and the other way round: one problem at most."""
    expected, actual = list(_facts_in(first, original)), list(_facts_in(other, translation))
    there, here = Counter(fact for fact, _ in expected), Counter(fact for fact, _ in actual)
    missing = there - here - _spelled(other, translation)
    extra = here - there - _spelled(first, original)
    if missing or extra:
        line = next((line for fact, line in actual if fact in extra), translation.line)
        at = next((line for fact, line in expected if fact in missing), original.line)
        place = f"{first.file}:{at}"
        if not extra:
            message = f"{_quoted(missing)} in {place} is missing here"
        elif not missing:
            message = f"{_quoted(extra)} is not in {place}"
        else:
            message = f"the facts differ: {_quoted(extra)} here, {_quoted(missing)} in {place}"
        yield other.problem(line, message, "Correct the wrong one.")


def _facts_in(page: Page, section: Section) -> Iterator[tuple[str, int]]:
    """Each fact of a section with its line."""
    return ((fact, line) for text, line in _texts(page, section) for fact in facts(text, page.language))


def _spelled(page: Page, section: Section) -> Counter[str]:
    """The numbers that a section has as words."""
    return spelled("\n".join(text for text, _ in _texts(page, section)), page.language)


def _texts(page: Page, section: Section) -> Iterator[tuple[str, int]]:
    """Each line of text of a section with its number; before the first heading also those of the front matter."""
    if section.id == "":
        for key in ("title", "summary"):
            line = page.markdown_file.front_matter.line_of((key,))
            yield from ((text, line) for text in page.markdown_file.named(key))
    for element in section.elements:
        if isinstance(element, Passage | Code):
            first = element.line + (element.fences if isinstance(element, Code) else 0)
            yield from ((text, number) for number, text in enumerate(element.text.split("\n"), first))


def _quoted(counted: Counter[str]) -> str:
    return " and ".join(f"'{fact}'" for fact in list(counted)[:4])
