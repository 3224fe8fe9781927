"""The facts of a section, and how they differ from those of its translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from handrail.checks.facts import facts
from handrail.checks.number_words import spelled
from handrail.markdown.nodes import Admonition, Code, Element, Image, Link, Passage, Steps
from handrail.markdown.sections import Section, sections
from handrail.schema.problem import Problem

Kind = TypeVar("Kind", bound=Element)
_UNDEFINED = re.compile(r"\[([^\]\[]+)\]\[([^\]\[]*)\]")


@dataclass(frozen=True)
class SectionFacts:
    """What of a section its translation must have too. `id` and `line` are those of the `Section`."""

    id: str
    line: int
    elements: tuple[Element, ...]
    """Its links, pictures, code without the text, admonitions and numbered lists."""
    facts: tuple[tuple[str, int], ...]
    """Each with its line."""
    spelled: Mapping[str, int]
    """How often it has each number as a word."""
    is_defined: bool
    """Whether every reference link has a definition."""

    def all(self, kind: type[Kind]) -> list[Kind]:
        return [element for element in self.elements if isinstance(element, kind)]


def of_sections(
    written: Iterable[Element], first_line: int, language: str, head: Iterable[tuple[str, int]]
) -> Iterator[SectionFacts]:
    """Those of each section of what an author wrote; `head` are texts of the front matter with their lines."""
    head = list(head)
    for section in sections(written, first_line):
        texts = [*(head if section.id == "" else ()), *_texts(section)]
        yield SectionFacts(
            section.id,
            section.line,
            tuple(replace(element, text="") if isinstance(element, Code) else element for element in _shared(section)),
            tuple((fact, line) for text, line in texts for fact in facts(text, language)),
            spelled("\n".join(text for text, _ in texts), language),
            not any(True for passage in section.all(Passage) for _ in undefined_references(passage)),
        )


def undefined_references(passage: Passage) -> Iterator[tuple[int, str]]:
    """The labels of reference links without a definition, with their lines."""
    for part in passage.parts:
        for match in _UNDEFINED.finditer(part.text if part.kind == "text" else ""):
            yield part.line, match[2] or match[1]


def _shared(section: Section) -> Iterator[Element]:
    return (element for element in section.elements if isinstance(element, Link | Image | Code | Admonition | Steps))


def _texts(section: Section) -> Iterator[tuple[str, int]]:
    """Each line of text of a section with its number."""
    for element in section.elements:
        if isinstance(element, Passage | Code):
            first = element.line + (element.fences if isinstance(element, Code) else 0)
            yield from ((text, number) for number, text in enumerate(element.text.split("\n"), first))


def differing(
    original: SectionFacts, translation: SectionFacts, file: str, problem: Callable[[int, str, str], Problem]
) -> Iterator[Problem]:
    """What a translation has that its original, in `file`, has not, and the other way round: one problem at most."""
    there, here = (Counter(fact for fact, _ in section.facts) for section in (original, translation))
    missing = there - here - Counter(translation.spelled)
    extra = here - there - Counter(original.spelled)
    if missing or extra:
        line = next((line for fact, line in translation.facts if fact in extra), translation.line)
        at = next((line for fact, line in original.facts if fact in missing), original.line)
        place = f"{file}:{at}"
        if not extra:
            message = f"{_quoted(missing)} in {place} is missing here"
        elif not missing:
            message = f"{_quoted(extra)} is not in {place}"
        else:
            message = f"the facts differ: {_quoted(extra)} here, {_quoted(missing)} in {place}"
        yield problem(line, message, "Correct the wrong one.")


def _quoted(counted: Counter[str]) -> str:
    return " and ".join(f"'{fact}'" for fact in list(counted)[:4])
