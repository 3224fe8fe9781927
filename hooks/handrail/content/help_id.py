"""A help id: what a screen of the product calls its help. The product knows the id, the help center where it leads.

All of them are in docs/data/help_ids.yml, which a site may do without. Products in use go on asking for an id, so one
that was published stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from handrail.schema.fields import Id, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import texts
from handrail.schema.source import Source

FILE = "help_ids.yml"


class HelpId(Value):
    id: Id
    """As the product asks for it: one that was published stays."""
    article: Id
    """The id of the article that it leads to."""
    section: Text | None = None
    """The id of a heading of the article."""

    def address(self, code: str) -> str:
        """The address, from the site's root, that leads on to the article in a language."""
        return f"{code}/help-id/{self.id}/"


def problems(source: Source, data: Any, published: Collection[str] | None) -> Iterator[Problem]:
    """The articles that no language publishes. `data` may be wrong; `published` is None where nobody can tell."""
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        for article in texts(entry, "article"):
            if published is not None and article not in published:
                message = f"there is no published article '{article}'"
                yield source.problem((number, "article"), message, one_of(article, published))


def ids(source: Source) -> set[str]:
    """Those in a file, right or wrong."""
    data, _ = source.data()
    return {id for entry in (data if isinstance(data, list) else ()) for id in texts(entry, "id")}
