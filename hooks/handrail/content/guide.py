"""A guide: questions to which readers choose an answer, until one leads to the steps for their trouble, or to support.

Each is a file of docs/data/guides/. An answer leads to one place, whatever was answered before it: a guide has no
variables and computes nothing, so all its paths can be checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from handrail.schema.fields import Id, Localized, LocalizedList, Number, Text, Value, validation_error
from handrail.schema.problem import Problem
from handrail.schema.source import Source
from handrail.schema.validation_errors import Location

FOLDER = "guides"
"""In the folder of data. A site that has no guides needs none."""
SEARCHED_AS = "guide/"
"""What search calls the category of guides, and each of them before its id. No category or article can have such an id.
"""
LONGEST = 7
"""Questions on a path: more of them nobody answers who is in trouble."""


class Lead(Value):
    """Where an answer leads: to one of these."""

    question: Id | None = None
    """The id of another question of this guide."""
    article: Id | None = None
    """The id of an article."""
    contact: Id | None = None
    """An issue type: support is told of it, with all that was answered."""
    section: Text | None = None
    """The id of a heading of the article."""

    @model_validator(mode="after")
    def _leads_to_one_place(self) -> Lead:
        ends = [key for key in ("question", "article", "contact") if getattr(self, key)]
        if len(ends) != 1:
            what = f"leads to {' and '.join(ends) or 'nothing'}"
            raise validation_error(ends[-1] if ends else "text", what, "Name one question, article or contact.")
        if self.section and not self.article:
            raise validation_error("section", "a section of no article", "Name the article as well.")
        return self


class Answer(Lead):
    text: Localized
    """What readers choose, in every language."""
    ruled_out: Localized | None = None
    """What support need not look into any more, as a sentence; else it reads the question with this answer."""
    details: dict[Id, Id] = {}
    """Details of docs/data/details.yml that this answers, each with the option that it means."""
    platform: Literal["android", "iphone"] | None = None
    """The devices of which a browser knows this answer, so that nobody is asked there."""


class Question(Value):
    id: Id
    """As answers name it."""
    text: Localized
    """The question, in every language."""
    help: Localized | None = None
    """How to find the answer out, in every language."""
    answers: Annotated[list[Answer], Field(min_length=1)]
    """What readers can choose, in their order."""
    unsure: Lead | None = None
    """Where those are led who do not know the answer."""


class Content(Value):
    """What a file holds."""

    title: Localized
    """What the guide is about, in every language."""
    summary: Localized
    """What it leads to, in every language."""
    asked: LocalizedList
    """How people really ask: what search finds the guide by, and is tested with."""
    order: Number = 0
    """The place among all guides, from small to large."""
    questions: Annotated[list[Question], Field(min_length=1)]
    """The first one is where readers start."""


@dataclass(frozen=True)
class Step:
    """A question with one of its answers."""

    question: Question
    lead: Lead
    number: int
    """The place of the answer, from 0; that of not knowing is the last one."""
    location: Location
    """In the file."""

    @property
    def answer(self) -> Answer | None:
        """None where a reader does not know."""
        return self.lead if isinstance(self.lead, Answer) else None


@dataclass(frozen=True)
class Guide:
    id: str
    """The name of its file."""
    content: Content
    source: Source

    @property
    def title(self) -> Mapping[str, str]:
        return self.content.title

    @property
    def summary(self) -> Mapping[str, str]:
        return self.content.summary

    @property
    def document_id(self) -> str:
        """What search calls it."""
        return f"{SEARCHED_AS}{self.id}"

    @property
    def first(self) -> Question:
        return self.content.questions[0]

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.content.questions}

    @cached_property
    def steps(self) -> Mapping[str, tuple[Step, ...]]:
        """By the id of a question, each of its answers in their order; that of not knowing is the last one."""
        return {question.id: tuple(_steps(question, number)) for number, question in enumerate(self.content.questions)}

    @property
    def all_steps(self) -> Iterator[Step]:
        return (step for steps in self.steps.values() for step in steps)

    @property
    def paths(self) -> Iterator[tuple[Step, ...]]:
        """Every way through, from the first question to an end.

        One that has no end goes to where that shows: back to one of its own questions, past the longest path, or to a
        question that does not exist.
        """
        waiting: list[tuple[Step, ...]] = [(step,) for step in reversed(self.steps[self.first.id])]
        while waiting:
            path = waiting.pop()
            asked, following = [step.question.id for step in path], path[-1].lead.question
            if following is None or following in asked or following not in self.steps or len(path) > LONGEST:
                yield path
            else:
                waiting += [(*path, step) for step in reversed(self.steps[following])]

    def answers_to(self, article: str) -> int:
        """How many answers lead to an article."""
        return sum(step.lead.article == article for step in self.all_steps)

    def meta(self, question: Question, code: str) -> dict[str, str]:
        """What the templates read of the head of the page of a question in a language. The first is the guide's own."""
        title, description = self.title[code], self.summary[code]
        if question is not self.first:
            title = f"{question.text[code]} · {title}"
            description = f"{question.text[code]} {' · '.join(answer.text[code] for answer in question.answers)}"
        return {"title": title, "description": description, "template": "guide.html"}


def read(id: str, source: Source, languages: tuple[str, ...], foreign: set[str]) -> tuple[Guide | None, list[Problem]]:
    """The guide in a file, or None and what is wrong with it. Languages that the site lacks go into `foreign`."""
    content, problems = source.load(Content, languages, foreign)
    seen: set[str] = set()
    for number, question in enumerate(content.questions if content else ()):
        if question.id in seen:
            location = ("questions", number, "id")
            problems.append(source.problem(location, f"duplicate id '{question.id}'", "Rename one of them."))
        seen.add(question.id)
    return (Guide(id, content, source) if content and not problems else None), problems


def _steps(question: Question, number: int) -> Iterator[Step]:
    for place, answer in enumerate(question.answers):
        yield Step(question, answer, place, ("questions", number, "answers", place))
    if question.unsure:
        yield Step(question, question.unsure, len(question.answers), ("questions", number, "unsure"))
