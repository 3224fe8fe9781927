"""How the search box behaves, and which server answers it, if one does: `extra.help_center.search`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator

from handrail.schema.fields import Shape, Text, Value, validation_error

ServerAddress = Annotated[
    str,
    Shape(
        r"https://[a-z0-9_-]+(\.[a-z0-9_-]+)+(:\d{1,5})?|http://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?",
        "is not the https address of a server",
        "Write it without a path and in small letters, as in 'https://search.vendor.example'.",
    ),
]
"""Without encryption only where nothing leaves the machine: on the loopback, for tests."""


class Search(Value):
    """How the search box behaves."""

    recent: bool = False
    """Whether a reader's device keeps their recent searches, for them alone."""
    engine: Literal["typesense"] | None = None
    """The server that answers instead of the reader's device. `search-export` writes what it needs."""
    host: ServerAddress | None = None
    """Its https address, without a path. Pages say that questions go there."""
    search_only_key: Text | None = None
    """Everybody who opens a page can read it: it must be one that can search and do nothing else."""
    collection: Text = "articles"
    """What the server calls the records."""

    @model_validator(mode="after")
    def _has_what_a_server_needs(self) -> Search:
        for key in ("engine", "host", "search_only_key"):
            if any((self.engine, self.host, self.search_only_key)) and not getattr(self, key):
                fix = "Set engine, host and search_only_key, or none of them: then the reader's device searches."
                raise validation_error(key, f"search: no key '{key}', which a search server needs", fix)
        return self
