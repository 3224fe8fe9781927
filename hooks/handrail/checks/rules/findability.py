"""Findability: readers who type the words of an article, or their own, are led to it. The real search is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handrail.checks.context import Context
from handrail.checks.findability import Answer, Kind
from handrail.checks.rule import Rule
from handrail.schema.problem import Problem

_NAMED = 3
"""The articles that came instead, of which a finding names so many."""


def _missed(kind: Kind, message: str, fix: str) -> Callable[[Context], Iterator[Problem]]:
    """Finds the promises of a kind that search does not keep."""

    def find(context: Context) -> Iterator[Problem]:
        for answer in context.answers:
            promise = answer.promise
            if promise.kind == kind and not answer.is_kept:
                said = message.format(text=promise.text, article=promise.right[0], instead=_instead(answer))
                yield promise.source.problem(promise.location, said, fix)

    return find


def _instead(answer: Answer) -> str:
    first = [f"'{id}'" for id in answer.found[:_NAMED]]
    return f"but {', '.join(first)}" if first else "and nothing else"


def _files(context: Context) -> Iterator[Problem]:
    for queries in context.queries:
        yield from queries.problems


def _unasked(context: Context) -> Iterator[Problem]:
    if context.center is None:
        path = context.loaded.configuration.path
        yield Problem(path, 0, "search was not asked: there can be no site yet", "Mend the errors above all, then ask.")


def _can_be_asked(context: Context) -> bool:
    return context.search is not None and context.center is not None


RULES = (
    Rule(
        "findability/title",
        "error",
        "Whoever types the title of an article finds it first.",
        _missed(
            "title",
            "whoever types this title does not find '{article}' first, {instead}",
            "Say in the title what sets the article apart; the others may say less of it in theirs.",
        ),
        applies=_can_be_asked,
    ),
    Rule(
        "findability/question",
        "error",
        "Whoever types a question of an article finds it among the first three.",
        _missed(
            "question",
            "whoever asks '{text}' does not find '{article}' among the first three, {instead}",
            "Use the words of the question in a heading or the text, or add what they mean to the glossary.",
        ),
        applies=_can_be_asked,
    ),
    Rule(
        "findability/query",
        "error",
        "Each query in the files of queries finds its article among the first three.",
        _missed(
            "query",
            "whoever types '{text}' does not find '{article}' among the first three, {instead}",
            "Add its words to the article's questions or to the glossary; name under 'also' what answers it as well.",
        ),
        may_be_silenced=False,
        applies=_can_be_asked,
    ),
    Rule(
        "findability/query-file",
        "error",
        "The files of queries fit their schema, and name articles that readers can be led to.",
        _files,
        may_be_silenced=False,
        applies=lambda context: context.center is not None,
    ),
    Rule(
        "findability/unasked",
        "warning",
        "Nothing keeps search from being asked.",
        _unasked,
        may_be_silenced=False,
        applies=lambda context: context.search is not None,
    ),
)
