"""Headings: the part of the structure of a page that links, lists of contents and screen readers go by."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.checks.rule import OnPages, Rule
from handrail.checks.source_page import Page
from handrail.markdown.nodes import Heading, Passage
from handrail.schema.fields import is_id
from handrail.schema.problem import Problem


def _heading_ids(page: Page, _: object) -> Iterator[Problem]:
    for heading in page.all(Heading):
        if not heading.id:
            fix = "Add one after it, the same in every language, as in {#first-steps}."
            yield page.problem(heading.line, f"the heading '{heading.text}' has no id", fix)
        elif not is_id(heading.id):
            fix = "Use lower-case letters, digits and hyphens, as in {#first-steps}."
            yield page.problem(heading.line, f"'{heading.id}' is not a valid id", fix)


def _duplicate_heading_id(page: Page, _: object) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for heading in page.all(Heading):
        earlier = lines.setdefault(heading.id, heading.line) if heading.id else heading.line
        if earlier != heading.line:
            message = f"duplicate id '{heading.id}', also on line {earlier}"
            yield page.problem(heading.line, message, "Rename one of them.")


def _heading_order(page: Page, _: object) -> Iterator[Problem]:
    above = 1
    for heading in page.all(Heading):
        if heading.level == 1:
            fix = "Start with ##: the title in the front matter becomes the page's first-level heading."
            yield page.problem(heading.line, "a first-level heading", fix)
        elif heading.level > above + 1:
            message = f"a level {heading.level} heading follows one of level {above}"
            yield page.problem(heading.line, message, f"Write {'#' * (above + 1)}: do not skip levels.")
        above = heading.level


def _heading_text(page: Page, _: object) -> Iterator[Problem]:
    for heading in page.all(Heading):
        if not heading.text:
            yield page.problem(heading.line, "a heading without text", "Write it, or delete it.")


def _heading_sign(page: Page, _: object) -> Iterator[Problem]:
    """Python-Markdown makes a heading of every line that starts with #, with or without a space after it."""
    for passage in page.all(Passage):
        for number, line in enumerate(passage.text.split("\n"), passage.line):
            if passage.kind == "paragraph" and line.startswith("#"):
                fix = "Add a space after # if it is a heading, or a \\ before it if it is not."
                yield page.problem(number, "no space after the # that starts the line", fix)


RULES = (
    Rule("structure/heading-ids", "error", "Every heading has an explicit, valid id.", OnPages(_heading_ids)),
    Rule(
        "structure/duplicate-heading-id",
        "error",
        "Heading ids are unique within a page.",
        OnPages(_duplicate_heading_id),
    ),
    Rule("structure/heading-order", "error", "Headings start at level two and skip no level.", OnPages(_heading_order)),
    Rule("structure/heading-text", "error", "Every heading has text.", OnPages(_heading_text)),
    Rule("structure/heading-sign", "error", "No line becomes a heading by accident.", OnPages(_heading_sign)),
)
"""Of the family `structure`."""
