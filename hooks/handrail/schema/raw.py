"""Plain data, as YAML gives it, that no model has validated yet: it may be wrong in every way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


def texts(data: Any, *keys: str) -> list[str]:
    """The texts that `data`, however wrong it is, holds under a path of keys: one, or a list of them."""
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return [text for text in (data if isinstance(data, list) else [data]) if isinstance(text, str)]


Ids = Collection[str] | None
