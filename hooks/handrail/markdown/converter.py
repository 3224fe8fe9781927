"""The site's own Markdown, as the build converts it, for whoever must know what readers will get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import markdown

from handrail.markdown.suppressions import removed


class Converter:
    """Converts Markdown to HTML with the extensions of a site. Made once for all texts, as making it is slow."""

    def __init__(self, extensions: Sequence[str], settings: Mapping[str, Mapping[str, Any]]) -> None:
        configs = {name: dict(values) for name, values in settings.items()}
        self._markdown = markdown.Markdown(extensions=list(extensions), extension_configs=configs)

    def __call__(self, text: str) -> str:
        """The HTML of an article's text, without the comments that suppress a rule."""
        self._markdown.reset()
        return self._markdown.convert(f"\n{removed(text)}")
