"""The site's own Markdown, as the build converts it, for whoever must know what readers will get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import markdown

from handrail.markdown import first_half
from handrail.markdown.first_half import FirstHalves
from handrail.markdown.quick_inline import QuickInline
from handrail.markdown.suppressions import removed


class Converter:
    """Converts Markdown to HTML with the extensions of a site. Made once for all texts, as making it is slow.

    `halves` are where it leaves what an engine need not do again.
    """

    def __init__(
        self, extensions: Sequence[str], settings: Mapping[str, Mapping[str, Any]], halves: FirstHalves | None = None
    ) -> None:
        configs = {name: dict(values) for name, values in settings.items()}
        self._markdown = markdown.Markdown(extensions=[*extensions, QuickInline()], extension_configs=configs)
        self.halves = halves if first_half.is_known(extensions) else None

    def __call__(self, text: str) -> str:
        """The HTML of an article's text, without the comments that suppress a rule."""
        source = removed(text).lstrip("\n")  # as engines read it
        self._markdown.reset()
        if self.halves is None or not source.strip():
            return self._markdown.convert(source)
        root = first_half.first(self._markdown, source)
        self.halves.keep(self._markdown, source, root)
        return first_half.second(self._markdown, root)
