"""Findability: readers who search with an article's words, or their own, find it. The real search is asked."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.checks.context import Context
from handrail.checks.findability import Answer, Kind
from handrail.checks.rule import Rule
from handrail.schema.problem import Problem

_SHOWN = 3
"""How many articles, or errors, a finding names."""


def _missed(kind: Kind, about: str, message: str, fix: str) -> Rule:
    """A rule that search meets the expectations of a kind."""

    def find(context: Context) -> Iterator[Problem]:
        for answer in context.answers:
            expected = answer.expectation
            if expected.kind == kind and not answer.is_met and not expected.is_held_out:
                text = message.format(text=expected.text, article=expected.articles[0], instead=instead(answer))
                yield expected.source.problem(expected.location, text, fix)

    return Rule(f"findability/{kind}", "error", about, find, kind != "query", applies=is_searchable)


def instead(answer: Answer) -> str:
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


def is_searchable(context: Context) -> bool:
    return context.search is not None and context.center is not None


RULES = (
    _missed(
        "title",
        "A search for an article's title finds the article first.",
        "a search for this title finds {instead}, not '{article}' first",
        "Say in the title what sets the article apart, and less of it in the titles of the others.",
    ),
    _missed(
        "question",
        "A search for a question of an article finds the article among the first three.",
        "a search for '{text}' finds {instead}, not '{article}' among the first three",
        "Use the words of the question in a heading or the text, or add their synonyms to the glossary.",
    ),
    _missed(
        "query",
        "Each query in the query files finds its article among the first three.",
        "a search for '{text}' finds {instead}, not '{article}' among the first three",
        "Add its words to the article's questions or to the glossary; list under 'also' what answers it as well.",
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
