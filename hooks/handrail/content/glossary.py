"""The glossary: words that mean the same, in any of the languages. Who searches for one finds the others too.

An entry is a list of such words. Where articles are to say one of them and not the others, it is written out, with
`words`, and by language `prefer` and `avoid`; then `check` names every place that says another.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from handrail.schema.fields import InSomeLanguages, ListInSomeLanguages, Text, Value, validation_error
from handrail.schema.problem import Problem
from handrail.schema.source import Source


class Term(Value):
    """Words or short phrases that mean the same, and those of them that articles use."""

    words: list[Text] = []
    """Words or short phrases that mean the same, in any language."""
    prefer: InSomeLanguages = {}
    """By language, the word that articles say."""
    avoid: ListInSomeLanguages = {}
    """By language, those that they do not."""

    @model_validator(mode="after")
    def _says_something(self) -> Term:
        if len(self.words) < 2 and not self.avoid:
            raise validation_error("words", "a group of one word", "Add what means the same, or 'avoid'.")
        return self


def _written_out(entry: Any) -> Any:
    return {"words": entry} if isinstance(entry, list) else entry


Glossary = list[Annotated[Term, BeforeValidator(_written_out, json_schema_input_type=list[Text] | Term)]]
"""All of docs/data/glossary.yml."""


def groups(glossary: Iterable[Term]) -> list[list[str]]:
    """The words that mean the same, for search."""
    return [term.words for term in glossary if len(term.words) > 1]


def read(
    source: Source, languages: tuple[str, ...] = (), foreign: set[str] | None = None
) -> tuple[Glossary | None, list[Problem]]:
    """The terms in a file, or None and what is wrong. Languages that the site lacks go into `foreign`."""
    terms, problems = source.load(Glossary, languages, foreign)
    for number, term in enumerate(terms or ()):
        known = [word.strip().casefold() for word in term.words]
        for place, word in enumerate(known):
            if word in known[:place]:
                message = f"'{term.words[place]}' is twice in its group"
                line = max(source.line_of((number, place)), source.line_of((number, "words", place)))
                problems.append(Problem(source.path, line, message, "Delete one of them."))
    return (terms if not problems else None), problems
