"""Guides: every path through their questions ends at something that helps."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.checks.context import Context
from handrail.checks.findability import Answer, by_path
from handrail.checks.rule import Rule
from handrail.checks.rules.findability import finds, is_searchable
from handrail.content.guide import LONGEST, Guide, Step
from handrail.schema.fields import PLACEHOLDER
from handrail.schema.problem import Problem, one_of
from handrail.schema.validation_errors import Location

_STEPS = "Lead to another question, or to an article."


def _guides(context: Context) -> Iterator[Guide]:
    yield from context.loaded.guides.values()


def _question(context: Context) -> Iterator[Problem]:
    for guide in _guides(context):
        for step in guide.all_steps:
            id = step.lead.question
            if id and id not in guide.questions:
                message = f"there is no question '{id}'"
                yield guide.source.problem((*step.location, "question"), message, one_of(id, guide.questions))


def _reachable(context: Context) -> Iterator[Problem]:
    for guide in _guides(context):
        led_to, waiting = set[str](), [guide.first.id]
        while waiting:
            id = waiting.pop()
            if id not in led_to and id in guide.questions:
                led_to.add(id)
                waiting += (step.lead.question for step in guide.steps[id] if step.lead.question)
        for number, question in enumerate(guide.content.questions):
            if question.id not in led_to:
                message = f"no answer leads to the question '{question.id}'"
                yield guide.source.problem(("questions", number), message, "Lead to it, or delete it.")


def _circle(context: Context) -> Iterator[Problem]:
    for guide in _guides(context):
        for path in guide.paths:
            id = path[-1].lead.question
            if id in [step.question.id for step in path]:
                yield _problem(guide, path[-1], f"this leads back to '{id}'", _STEPS)


def _length(context: Context) -> Iterator[Problem]:
    for guide in _guides(context):
        for path in guide.paths:
            if len(path) > LONGEST:
                message = f"this is question {len(path)} of a path"
                fix = f"Leave one out, {LONGEST} are the most; or make two guides of it."
                yield guide.source.problem(path[-1].location[:2], message, fix)


def _unsure(context: Context) -> Iterator[Problem]:
    for guide in _guides(context):
        for number, question in enumerate(guide.content.questions):
            if not question.unsure:
                message = f"nobody who does not know can answer '{question.id}'"
                fix = "Add 'unsure', with where it leads, as in 'unsure: {article: lost-phone}'."
                yield guide.source.problem(("questions", number), message, fix)


def _placeholder(context: Context) -> Iterator[Problem]:
    for guide in _guides(context):
        for location, text in _texts(guide.content.model_dump()):
            if text == PLACEHOLDER:
                yield guide.source.problem(location, f"'{PLACEHOLDER}' stands where words should", "Write them.")


def _texts(value: object, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every string in the content of a guide, with its place in the file."""
    if isinstance(value, str):
        yield location, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in items:
        yield from _texts(part, (*location, key))


def _end(context: Context) -> Iterator[Problem]:
    types, details = context.loaded.issue_types, context.loaded.details
    for guide in _guides(context):
        missing: set[str] = set()
        for step in guide.all_steps:
            if step.lead.article and step.lead.article not in missing:
                problems = list(_article(context, guide, step, step.lead.article))
                missing |= {step.lead.article} if problems else set()
                yield from problems
            if types is not None and step.lead.contact and step.lead.contact not in types:
                message = f"there is no issue type '{step.lead.contact}'"
                yield _problem(guide, step, message, one_of(step.lead.contact, types), "contact")
            for id, option in (step.answer.details if step.answer and details is not None else {}).items():
                detail = (details or {}).get(id)
                options = [known.id for known in detail.options] if detail else []
                if option not in options:
                    message = f"the detail '{id}' has no option '{option}'"
                    yield _problem(guide, step, message, one_of(option, options), "details")


def _article(context: Context, guide: Guide, step: Step, id: str) -> Iterator[Problem]:
    """What is wrong with an article that an answer leads to, in any language."""
    articles = {code: context.counterparts.get(id, {}).get(code) for code in context.loaded.codes}
    published = {code: article for code, article in articles.items() if article and article.is_published}
    unreadable = {page.language for page in context.articles if not page.id}
    lacking = [code for code in articles if code not in published and code not in unreadable]
    if lacking:
        message = f"no article '{id}' is published in {' and '.join(map(repr, lacking))}"
        fix = "Publish it." if id in context.article_ids else one_of(id, context.article_ids)
        yield _problem(guide, step, message, fix, "article")
    for article in published.values() if step.lead.section else ():
        ids = [heading.id for heading in article.headings]
        if step.lead.section and step.lead.section not in ids:
            message = f"{article.file} has no heading with the id '{step.lead.section}'"
            yield _problem(guide, step, message, one_of(step.lead.section, ids), "section")


def _findable(context: Context) -> Iterator[Problem]:
    at_ends: dict[tuple[str, str, Location], Answer] = {}  # many paths share an end
    for (language, file, _), texts in by_path(context.answers).items():
        if not any(answer.is_met for answer in texts):
            at_ends.setdefault((language, file, texts[-1].expectation.location), texts[-1])
    for answer in at_ends.values():
        expected = answer.expectation
        message = f"{finds(context, answer)}, not '{expected.articles[0]}' among the first five"
        fix = "Say it in the words of the article, or add those of the answers to its questions."
        yield expected.source.problem(expected.location, message, fix)


def _problem(guide: Guide, step: Step, message: str, fix: str, *key: str) -> Problem:
    return guide.source.problem((*step.location, *key), message, fix)


RULES = (
    Rule("guides/question", "error", "Every question that an answer of a guide leads to exists.", _question, False),
    Rule("guides/reachable", "error", "Every question of a guide can be reached.", _reachable),
    Rule("guides/circle", "error", "No path of a guide comes back to a question: every path ends.", _circle, False),
    Rule("guides/length", "error", f"No path of a guide has more than {LONGEST} questions.", _length),
    Rule("guides/unsure", "error", "Every question of a guide leads those on who do not know the answer.", _unsure),
    Rule("guides/placeholder", "error", "No text of a guide is a placeholder.", _placeholder, False),
    Rule(
        "guides/end",
        "error",
        "Every end of a guide is there: the article published with its section in every language, the issue type, the "
        "detail.",
        _end,
        can_be_suppressed=False,
    ),
    Rule(
        "guides/findable",
        "error",
        "The article at the end of a path of a guide is among the first five for the answers of the path, or for its "
        "last question.",
        _findable,
        applies=lambda context: bool(context.loaded.guides) and is_searchable(context),
    ),
)
