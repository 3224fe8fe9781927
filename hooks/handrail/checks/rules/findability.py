"""Findability: readers who search with an article's words, or their own, find it. The real search is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handrail.checks.context import Context
from handrail.checks.findability import Answer, Kind
from handrail.checks.rule import Rule
from handrail.schema.problem import Problem

_SHOWN = 3
"""How many articles, or errors, a finding names."""


def _missed(kind: Kind, message: str, fix: str) -> Callable[[Context], Iterator[Problem]]:
    """Finds the expectations of a kind that search does not meet."""

    def find(context: Context) -> Iterator[Problem]:
        for answer in context.answers:
            expected = answer.expectation
            if expected.kind == kind and not answer.is_met:
                text = message.format(text=expected.text, article=expected.articles[0], instead=_instead(answer))
                yield expected.source.problem(expected.location, text, fix)

    return find


def _instead(answer: Answer) -> str:
    return ", ".join(f"'{id}'" for id in answer.results[:_SHOWN]) or "nothing"


def _query_files(context: Context) -> Iterator[Problem]:
    for file in context.queries:
        yield from file.problems


def _not_checked(context: Context) -> Iterator[Problem]:
    errors = context.build_errors
    if errors:
        more = f" and {len(errors) - _SHOWN} more" if len(errors) > _SHOWN else ""
        places = ", ".join(f"{error.place} ({error.message})" for error in errors[:_SHOWN])
        message = "search was not checked, because the site cannot be built"
        yield Problem(context.loaded.configuration.path, 0, message, f"Fix these errors first: {places}{more}.")


def _is_searchable(context: Context) -> bool:
    return context.search is not None and context.center is not None


RULES = (
    Rule(
        "findability/title",
        "error",
        "A search for an article's title finds the article first.",
        _missed(
            "title",
            "a search for this title finds {instead}, not '{article}' first",
            "Say in the title what sets the article apart, and less of it in the titles of the others.",
        ),
        applies=_is_searchable,
    ),
    Rule(
        "findability/question",
        "error",
        "A search for a question of an article finds the article among the first three.",
        _missed(
            "question",
            "a search for '{text}' finds {instead}, not '{article}' among the first three",
            "Use the words of the question in a heading or the text, or add their synonyms to the glossary.",
        ),
        applies=_is_searchable,
    ),
    Rule(
        "findability/query",
        "error",
        "Each query in the query files finds its article among the first three.",
        _missed(
            "query",
            "a search for '{text}' finds {instead}, not '{article}' among the first three",
            "Add its words to the article's questions or to the glossary; list under 'also' what answers it as well.",
        ),
        can_be_suppressed=False,
        applies=_is_searchable,
    ),
    Rule(
        "findability/query-file",
        "error",
        "The query files fit their schema, and name published articles.",
        _query_files,
        can_be_suppressed=False,
        applies=lambda context: context.center is not None,
    ),
    Rule(
        "findability/not-checked",
        "warning",
        "The site can be built, so that search can be checked.",
        _not_checked,
        can_be_suppressed=False,
        applies=lambda context: context.search is not None,
    ),
)
