"""The glossary: words that mean the same, in any of the languages. Who searches for one finds the others too.

An entry is a list of such words. Where articles are to say one of them and not the others, it is written out, with
`words`, and by language `prefer` and `avoid`; then `check` names every place that says another.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from handrail.schema.fields import Text, Value, validation_error
from handrail.schema.problem import Problem
from handrail.schema.source import Source


class Term(Value):
    """Words or short phrases that mean the same, and those of them that articles use."""

    words: list[Text] = []
    prefer: dict[str, Text] = {}
    """By language, the word that articles say."""
    avoid: dict[str, list[Text]] = {}
    """By language, those that they do not."""

    @model_validator(mode="after")
    def _says_something(self) -> Term:
        if len(self.words) < 2 and not self.avoid:
            raise validation_error("words", "a group of one word", "Add what means the same, or 'avoid'.")
        return self


def _written_out(entry: Any) -> Any:
    return {"words": entry} if isinstance(entry, list) else entry


Glossary = list[Annotated[Term, BeforeValidator(_written_out)]]
"""All of docs/data/glossary.yml."""


def groups(glossary: Iterable[Term]) -> list[list[str]]:
    """The words that mean the same, for search."""
    return [term.words for term in glossary if len(term.words) > 1]


def read(source: Source, languages: tuple[str, ...] = ()) -> tuple[Glossary | None, list[Problem]]:
    terms, problems = source.load(Glossary)
    for number, term in enumerate(terms or ()):
        known = [word.strip().casefold() for word in term.words]
        for place, word in enumerate(known):
            if word in known[:place]:
                message = f"'{term.words[place]}' is twice in its group"
                line = max(source.line_of((number, place)), source.line_of((number, "words", place)))
                problems.append(Problem(source.path, line, message, "Delete one of them."))
        for key, by_language in (("prefer", term.prefer), ("avoid", term.avoid)):
            for code in by_language if languages else ():
                if code not in languages:
                    message = f"{key} has text in '{code}', which this site does not have"
                    problems.append(source.problem((number, key, code), message, "Delete it, or correct the spelling."))
    return (terms if not problems else None), problems
