"""The glossary: words that mean the same, in any of the languages. Who searches for one finds the others too."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .problem import Problem
from .source import Source
from .value import Text

Glossary = list[Annotated[list[Text], Field(min_length=2)]]
"""Groups of words or short phrases, as in docs/data/glossary.yml."""


def read(source: Source) -> tuple[Glossary | None, list[Problem]]:
    groups, problems = source.load(Glossary)
    for number, group in enumerate(groups or ()):
        known = [word.strip().casefold() for word in group]
        for place, word in enumerate(known):
            if word in known[:place]:
                message = f"'{group[place]}' stands twice in its group"
                problems.append(source.problem((number, place), message, "Delete one of them."))
    return (groups if not problems else None), problems
