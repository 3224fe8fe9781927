"""An issue type: what a reader's trouble is about, and what support needs to know of it.

All of them are listed in docs/data/issue_types.yml, in the order readers see them. Articles name the types that they
answer; a reader sees those articles before any question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handrail.schema.fields import Id, Localized, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import Ids, texts
from handrail.schema.source import Source

REQUIRED = 2
"""Details that a reader must give, at most: who has to look up more gives up."""


class IssueType(Value):
    id: Id
    """As articles name it."""
    title: Localized
    """What readers choose, in every language."""
    required: list[Id] = []
    """Details of docs/data/details.yml, in the order they are asked for: at most REQUIRED."""
    optional: list[Id] = []
    """Details that help, for whoever has them."""

    @property
    def details(self) -> list[str]:
        return [*self.required, *self.optional]


def problems(source: Source, data: Any, details: Ids) -> Iterator[Problem]:
    """The details that issue types name and that do not exist, or that one names twice. `data` may be wrong."""
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        owner = "".join(f"'{id}': " for id in texts(entry, "id"))
        if len(texts(entry, "required")) > REQUIRED:
            message = f"{owner}more than {REQUIRED} required details"
            yield source.problem((number, "required"), message, "Move those that can be missing to 'optional'.")
        seen: set[str] = set()
        for key in ("required", "optional"):
            for id in texts(entry, key):
                if details is not None and id not in details:
                    yield source.problem((number, key), f"{owner}{key}: there is no detail '{id}'", one_of(id, details))
                if id in seen:
                    message = f"{owner}duplicate detail '{id}'"
                    yield source.problem((number, key), message, "Delete one of them.")
                seen.add(id)
