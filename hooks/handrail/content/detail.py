"""A detail: one thing that support needs to know. All of them are listed in docs/data/details.yml, each once.

Their order is that of the message that an agent reads. Which details an issue type asks for stands with the type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handrail.schema.fields import Id, Localized, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import Ids, texts
from handrail.schema.source import Source

Kind = Literal["text", "long_text", "choice", "network", "address", "transaction_hash", "amount", "time", "version"]
CHOSEN = ("choice", "network")
"""The kinds where a reader picks one of `options`: what must never be typed is best asked for like this."""


class Option(Value):
    """One answer to choose."""

    id: Id
    """Unique among the options."""
    title: Localized
    """What readers choose, in every language."""
    addresses: Literal["bitcoin", "ethereum", "tron"] | None = None
    """Of a network: how its addresses are written, where a check knows that."""


class Detail(Value):
    id: Id
    """As issue types name it."""
    kind: Kind
    """What can be checked of it. What may be right all the same is explained, never refused."""
    title: Localized
    """The label of its field, in every language."""
    help: Localized | None = None
    """What stands below the label, in every language."""
    example: Text | None = None
    """What a right answer looks like."""
    article: Id | None = None
    """Where readers learn how to find it."""
    options: list[Option] = []
    """What there is to choose."""
    private: bool = False
    """Whether it tells who the reader is, as addresses do: it stays out of what strangers can read."""

    @property
    def is_private(self) -> bool:
        return self.private or self.kind in ("address", "transaction_hash")


def problems(source: Source, data: Any, articles: Ids) -> Iterator[Problem]:
    """What is wrong with the options and articles of the details in `data`, right or wrong as it is."""
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        owner = "".join(f"'{id}': " for id in texts(entry, "id"))
        options = entry.get("options") if isinstance(entry, dict) else None
        if any(kind in CHOSEN for kind in texts(entry, "kind")):
            if not options:
                yield source.problem((number, "kind"), f"{owner}nothing to choose", "Add options, each with an id.")
        elif options and texts(entry, "kind"):
            fix = "Delete them, or write kind: choice."
            yield source.problem((number, "options"), f"{owner}options for something that is typed", fix)
        for id in texts(entry, "article"):
            if articles is not None and id not in articles:
                message = f"{owner}article: there is no '{id}'"
                yield source.problem((number, "article"), message, one_of(id, articles))
