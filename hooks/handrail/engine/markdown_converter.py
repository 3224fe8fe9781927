"""One converter of Markdown for all pages of a build: an engine makes a new one, with all extensions, for each page.

That takes a tenth of a build. A converter that is reset is as good, as the documentation of Markdown says.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import markdown


def shared() -> SimpleNamespace:
    """The library `markdown`, for an engine, with a converter that is made once."""
    return SimpleNamespace(**{**vars(markdown), "Markdown": _Converter()})


class _Converter:
    def __init__(self) -> None:
        self._made: tuple[dict[str, Any], Any] = ({}, None)

    def __call__(self, **options: Any) -> Any:
        """A converter with these options, which are the same for every page."""
        if options != self._made[0]:
            self._made = options, markdown.Markdown(**options)
        return self._made[1].reset()
