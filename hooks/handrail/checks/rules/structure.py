"""Structure: the build can read every file, and every page has the structure that readers and machines expect."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handrail.center.docs_folder import DATA
from handrail.checks.context import Context
from handrail.checks.placeholders import unfilled_lines
from handrail.checks.rule import OnPages, Rule
from handrail.checks.rules import headings
from handrail.checks.source_page import Page
from handrail.content.article import FrontMatter
from handrail.markdown.nodes import Html, Image, Link, Misread, Passage
from handrail.schema.fields import PLACEHOLDER
from handrail.schema.problem import Problem
from handrail.schema.source import Source


def _settings(context: Context) -> Iterator[Problem]:
    path = context.loaded.configuration.path
    return (problem for problem in context.loaded.problems if problem.path == path)


def _data(context: Context) -> Iterator[Problem]:
    folder = f"{context.loaded.docs}/{DATA}/"
    return (problem for problem in context.loaded.problems if problem.path.startswith(folder))


def _front_matter(context: Context) -> Iterator[Problem]:
    others = {*_settings(context), *_data(context)}
    return (problem for problem in context.loaded.problems if problem not in others)


def _old_names(context: Context) -> Iterator[Problem]:
    yield from context.loaded.hints


def _unused(context: Context) -> Iterator[Problem]:
    yield from context.loaded.unused


def _replaced(context: Context) -> Iterator[Problem]:
    yield from context.loaded.replaced


def _future(context: Context) -> Iterator[Problem]:
    for page in context.loaded.content_pages.values():
        if isinstance(page.front_matter, FrontMatter) and page.front_matter.reviewed_on > context.today:
            message = f"reviewed_on {page.front_matter.reviewed_on} is in the future"
            yield page.front_matter_source.problem(("reviewed_on",), message, "Write the date of the last review.")


def _duplicate_title(context: Context) -> Iterator[Problem]:
    first: dict[tuple[str, str], Problem] = {}
    for page in context.articles:
        for title in page.markdown_file.named("title"):
            fix = "Say in each title what sets the article apart."
            problem = page.markdown_file.front_matter.problem(("title",), "", fix)
            earlier = first.setdefault((page.language, title.strip().casefold()), problem)
            if earlier is not problem:
                message = f"duplicate title '{title}', also in {earlier.place}"
                yield Problem(problem.path, problem.line, message, problem.fix)


def _questions(context: Context) -> Iterator[Problem]:
    for page in context.articles:
        if (data := page.markdown_file.data) and not data.get("questions"):
            fix = "Write under 'questions' what people type when they need it: search finds the article by that."
            yield page.markdown_file.front_matter.problem(("questions",), "no questions", fix)


def _duplicate_question(context: Context) -> Iterator[Problem]:
    asked: dict[tuple[str, str], str] = {}
    for page in context.articles:
        for key in ("questions", "search_phrases"):
            for number, question in enumerate(page.markdown_file.named(key)):
                file = asked.setdefault((page.language, question.strip().casefold()), page.file)
                if file != page.file:
                    message = f"duplicate question '{question}', also in {file}"
                    fix = "Keep it in the article that answers it better."
                    yield page.markdown_file.front_matter.problem((key, number), message, fix)


def _empty(page: Page, _: object) -> Iterator[Problem]:
    if page.is_article and not any(passage.text.strip() for passage in page.all(Passage)):
        yield page.problem(page.markdown_file.content.first_line, "the article has no text", "Write the answer.")


def _placeholders(page: Page, _: object) -> Iterator[Problem]:
    for number in unfilled_lines(page.lines) if page.is_article and page.is_published else ():
        line = page.markdown_file.content.first_line + number
        yield page.problem(line, f"'{PLACEHOLDER}' stands where words should", "Write them.")


def _alt_text(page: Page, _: object) -> Iterator[Problem]:
    for image in page.all(Image):
        if not image.alt.strip():
            fix = "Describe it between the brackets, for those who cannot see it."
            yield page.problem(image.line, f"the image {image.target} has no alternative text", fix)


def _empty_links(page: Page, _: object) -> Iterator[Problem]:
    for link in page.all(Link):
        if not link.text.strip():
            yield page.problem(link.line, f"the link to {link.target or 'nothing'} has no text", "Write it.")
        elif not link.target.strip(" #"):
            yield page.problem(link.line, f"the link '{link.text}' has no target", "Write where it leads.")


def _misread(page: Page, _: object) -> Iterator[Problem]:
    for misread in page.all(Misread):
        yield page.problem(misread.line, misread.what, misread.fix)


def _comments(page: Page, _: object) -> Iterator[Problem]:
    for html in page.all(Html):
        if not page.is_draft and html.text.lstrip().startswith("<!--"):
            yield page.problem(html.line, "an HTML comment, which is published with the page", "Delete it.")


_CUT = re.compile(r"""^(?:\s*-)?\s*(?:[\w.-]+:\s+)?(?!['"#\[{|>&*])\S.*?\s(#[^\s#].*)$""")
"""A text without quotes, and what YAML takes for a comment in it: an author's own has a space after the sign."""
_ANCHOR = re.compile(r"^(?:\s*-)?\s*(?:[\w.-]+:\s+)?&([^\s,\[\]{}]+)\s+[^\s{\[]")
"""A text whose first word YAML takes for a name of what follows."""


def _cut_text(page: Page, _: object) -> Iterator[Problem]:
    return _cut_in(page.markdown_file.front_matter) if page.markdown_file.data else iter(())


def _cut_text_in_data(context: Context) -> Iterator[Problem]:
    return (problem for source in context.data for problem in _cut_in(source))


def _cut_in(source: Source) -> Iterator[Problem]:
    for number, line in enumerate(source.text.split("\n"), source.first_line):
        if (match := _ANCHOR.match(line)) and f"*{match[1]}" not in source.text:
            yield Problem(source.path, number, f"YAML drops '&{match[1]}' from this text", "Put the text in quotes.")
        if match := _CUT.match(line):
            fix = f"Put the whole text in quotes, or write '# ' if '{match[1]}' is a comment."
            yield Problem(source.path, number, f"YAML drops '{match[1]}' from the text before it", fix)


def _schema(name: str, about: str, find: Callable[[Context], Iterator[Problem]]) -> Rule:
    return Rule(f"structure/{name}", "error", about, find, can_be_suppressed=False)


RULES = (
    _schema("settings", "The configuration is complete and valid; an official help center names its proof.", _settings),
    _schema("data", "The data files fit their schema: channels, categories, UI strings, glossary and others.", _data),
    _schema("front-matter", "Every page is in its place, and its front matter fits the schema.", _front_matter),
    Rule("structure/old-name", "warning", "No key has an old name, which the next release drops.", _old_names),
    Rule("structure/unused-text", "warning", "No file of settings or data has text that no reader gets.", _unused),
    Rule("structure/replaced-file", "warning", "No template replaces one that has changed since.", _replaced),
    Rule("structure/future", "error", "No review date is in the future.", _future),
    Rule("structure/duplicate-title", "error", "Titles are unique within a language.", _duplicate_title),
    Rule("structure/questions", "warning", "An article has the questions that people ask.", _questions),
    Rule("structure/duplicate-question", "warning", "Questions are unique within a language.", _duplicate_question),
    Rule("structure/empty", "error", "Every article has text.", OnPages(_empty)),
    Rule("structure/placeholder", "error", "No published article has a placeholder for words.", OnPages(_placeholders)),
    *headings.RULES,
    Rule("structure/alt-text", "error", "Every image has an alternative text.", OnPages(_alt_text)),
    Rule("structure/empty-link", "error", "Every link has a text and a target.", OnPages(_empty_links)),
    Rule("structure/misread", "error", "Lists and code blocks render as they look.", OnPages(_misread)),
    Rule(
        "structure/cut-text",
        "warning",
        "No text loses words to YAML, behind # or &.",
        OnPages(_cut_text, elsewhere=_cut_text_in_data),
    ),
    Rule("structure/comment", "warning", "No page publishes a comment of its author.", OnPages(_comments)),
)
