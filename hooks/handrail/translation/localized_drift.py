"""Which translations fell behind in a file that has all languages side by side, as far as git knows.

Such a file records no hashes. An earlier version of it tells: there the same translation stood beside another original.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from handrail.schema import yaml_limits
from handrail.translation import git_history

Pairs = set[tuple[str, str]]
"""An original and its translation."""


@dataclass(frozen=True)
class OutdatedText:
    """A text whose original changed. Of one that is not translated at all, `before` is empty."""

    text: str
    original: str
    before: str
    """What the original said when this was its translation."""
    since: datetime.date | None
    """When the original changed; None where that is not committed yet, or nothing was translated."""


def outdated(file: Path, original: str, language: str) -> Iterator[OutdatedText]:
    """The outdated translations into a language, in the order of the file. `original` is the language of the others."""
    current = _pairs(file.read_text("utf-8"), original, language)
    older = [(version.date, set(_pairs(version.text, original, language))) for version in git_history.versions(file)]
    for source, text in dict.fromkeys(current):
        if source == text:
            yield OutdatedText(text, source, "", None)
        elif change := _change(source, text, set(current), older):
            yield OutdatedText(text, source, *change)


def _change(
    source: str, text: str, current: Pairs, versions: list[tuple[datetime.date, Pairs]]
) -> tuple[str, datetime.date | None] | None:
    """What stood there when this was translated, and when it changed. `versions` begin with the newest."""
    since = None
    for date, pairs in versions:
        if (source, text) not in pairs:
            gone = sorted(before for before, after in pairs - current if after == text)
            return (gone[0], since) if gone else None
        since = date
    return None


def _pairs(text: str, original: str, language: str) -> list[tuple[str, str]]:
    """The texts that a YAML file has in both languages; none where it is no YAML."""
    try:
        yaml_limits.require_flat(text)
        return list(_texts(yaml.load(text, yaml.CSafeLoader), original, language))
    except (yaml.YAMLError, ValueError):
        return []


def _texts(value: object, original: str, language: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        source, text = value.get(original), value.get(language)
        if isinstance(source, str) and isinstance(text, str):
            yield source, text
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from _texts(part, original, language)
