"""Shape: files are what the build can read, and pages are built as readers and machines expect them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handrail.center.docs_folder import DATA
from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.content.article import FrontMatter
from handrail.markdown.nodes import Heading, Html, Link, Misread, Passage, Picture
from handrail.schema.fields import is_id
from handrail.schema.problem import Problem


def _settings(context: Context) -> Iterator[Problem]:
    path = context.loaded.configuration.path
    return (problem for problem in context.loaded.problems if problem.path == path)


def _data(context: Context) -> Iterator[Problem]:
    folder = f"{context.loaded.docs}/{DATA}/"
    return (problem for problem in context.loaded.problems if problem.path.startswith(folder))


def _front_matter(context: Context) -> Iterator[Problem]:
    others = {*_settings(context), *_data(context)}
    return (problem for problem in context.loaded.problems if problem not in others)


def _future(context: Context) -> Iterator[Problem]:
    for content_page in context.loaded.content_pages.values():
        if isinstance(content_page.front_matter, FrontMatter) and content_page.front_matter.reviewed_on > context.today:
            message = f"reviewed_on: {content_page.front_matter.reviewed_on} is not yet"
            yield content_page.front_matter_source.problem(
                ("reviewed_on",), message, "Write the day it was last read through."
            )


def _titles(context: Context) -> Iterator[Problem]:
    first: dict[tuple[str, str], Problem] = {}
    for page in context.articles:
        for title in page.markdown_file.named("title"):
            problem = page.markdown_file.front_matter.problem(("title",), "", "Say in each title what sets it apart.")
            earlier = first.setdefault((page.language, title.strip().casefold()), problem)
            if earlier is not problem:
                message = f"the title '{title}' is also that of {earlier.place}"
                yield Problem(problem.path, problem.line, message, problem.fix)


def _empty(context: Context) -> Iterator[Problem]:
    for page in context.articles:
        if not any(passage.text.strip() for passage in page.all(Passage)):
            yield page.problem(page.markdown_file.content.first_line, "an article without text", "Write the answer.")


def _heading_ids(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for heading in page.all(Heading):
            if not heading.id:
                fix = "Add one behind it, the same in every language, as in {#first-steps}."
                yield page.problem(heading.line, f"the heading '{heading.text}' has no id", fix)
            elif not is_id(heading.id):
                fix = "Use lower-case letters, digits and hyphens, as in {#first-steps}."
                yield page.problem(heading.line, f"'{heading.id}' is not an id", fix)


def _heading_twice(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        lines: dict[str, int] = {}
        for heading in page.all(Heading):
            earlier = lines.setdefault(heading.id, heading.line) if heading.id else heading.line
            if earlier != heading.line:
                message = f"the id '{heading.id}' is also that of the heading on line {earlier}"
                yield page.problem(heading.line, message, "Give one of them another id.")


def _heading_order(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        above = 1
        for heading in page.all(Heading):
            if heading.level == 1:
                fix = "Begin with ##: the title in the head becomes the heading above the page."
                yield page.problem(heading.line, "a heading of the first level", fix)
            elif heading.level > above + 1:
                message = f"a heading of level {heading.level} below one of level {above}"
                yield page.problem(heading.line, message, f"Write {'#' * (above + 1)}, so that no level is left out.")
            above = heading.level


def _heading_text(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for heading in page.all(Heading):
            if not heading.text:
                yield page.problem(heading.line, "a heading without words", "Write it, or delete it.")


def _heading_space(context: Context) -> Iterator[Problem]:
    """The site makes a heading of every line that begins with the sign, a space after it or not."""
    for page in context.pages:
        for passage in page.all(Passage):
            for number, line in enumerate(passage.text.split("\n"), passage.line):
                if passage.kind == "paragraph" and line.startswith("#"):
                    fix = "Write a space after it where it is a heading, a \\ before it where it is not."
                    yield page.problem(number, "a line that begins with # and words", fix)


def _alt_text(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for picture in page.all(Picture):
            if not picture.alt.strip():
                fix = "Say between the brackets what it shows, for those who cannot see it."
                yield page.problem(picture.line, f"the picture {picture.target} has no alternative text", fix)


def _empty_links(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for link in page.all(Link):
            if not link.text.strip():
                yield page.problem(link.line, f"a link to {link.target or 'nothing'} without words", "Write them.")
            elif not link.target.strip(" #"):
                yield page.problem(link.line, f"the link '{link.text}' leads nowhere", "Write where it leads.")


def _misread(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for misread in page.all(Misread):
            yield page.problem(misread.line, misread.what, misread.fix)


def _questions(context: Context) -> Iterator[Problem]:
    asked: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for page in context.articles:
        for number, question in enumerate(page.markdown_file.named("questions")):
            held = asked[page.language, question.strip().casefold()]
            if held and page.file not in held:
                message = f"the question '{question}' is also asked of {next(iter(held))}"
                yield page.markdown_file.front_matter.problem(
                    ("questions", number), message, "Leave it to the better answer."
                )
            held[page.file] = None


def _comments(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for html in page.all(Html) if not page.is_draft else ():
            if html.text.lstrip().startswith("<!--"):
                yield page.problem(html.line, "a comment, which the page carries to every reader", "Delete it.")


RULES = (
    Rule(
        "shape/settings",
        "error",
        "The configuration holds what the help center needs, and an official one a proof.",
        _settings,
        may_be_silenced=False,
    ),
    Rule(
        "shape/data",
        "error",
        "The files of data fit their schema: channels, categories, issue types, phrases, glossary.",
        _data,
        may_be_silenced=False,
    ),
    Rule(
        "shape/front-matter",
        "error",
        "Every page has a head that fits its schema, in its place, and the ids it names exist.",
        _front_matter,
        may_be_silenced=False,
    ),
    Rule("shape/future", "error", "No article was reviewed on a day to come.", _future),
    Rule("shape/title-twice", "error", "No two articles of a language have the same title.", _titles),
    Rule("shape/question-twice", "warning", "No question leads to two articles.", _questions),
    Rule("shape/empty", "error", "Every article says something.", _empty),
    Rule("shape/heading-ids", "error", "Every heading has an id of its own, in plain letters.", _heading_ids),
    Rule("shape/heading-twice", "error", "No id stands twice on a page.", _heading_twice),
    Rule("shape/heading-order", "error", "Headings begin with the second level and leave none out.", _heading_order),
    Rule("shape/heading-text", "error", "Every heading has words.", _heading_text),
    Rule("shape/heading-sign", "error", "No line becomes a heading by mistake.", _heading_space),
    Rule("shape/alt-text", "error", "Every picture has an alternative text.", _alt_text),
    Rule("shape/empty-link", "error", "Every link has words and leads somewhere.", _empty_links),
    Rule("shape/misread", "error", "The site reads lists and code as they look.", _misread),
    Rule("shape/comment", "warning", "No page carries a comment of its author to readers.", _comments),
)
