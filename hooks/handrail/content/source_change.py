"""A change to an article, marked by its author with how much it matters to those who translated it.

An entry says of one section: whoever translated it as it was at one of the hashes `since`, and sees it at `hash` now,
has missed a change of this level. So an entry speaks of one change, and never hides a later one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from handrail.schema.fields import Day, Shape, Text, Value

Level = Literal["typo", "medium", "major"]
"""A `typo` changes nothing that a translation says. After a `major` change, readers of the translation are warned."""
LEVELS: tuple[Level, ...] = ("typo", "medium", "major")
NONE = "none"
"""In place of a hash: that there was, or is, no such section."""

Hash = Annotated[
    str,
    Shape(
        rf"[0-9a-f]{{8}}|{NONE}",
        "is not the hash of a section",
        "Let scripts/translate.py write it.",
    ),
]


class Change(Value):
    section: Text
    """The id of the section that was changed."""
    level: Level
    """How much it matters to a translation."""
    since: list[Hash]
    """The hashes of the section before the change."""
    hash: Hash
    """Its hash after it."""
    date: Day
    """The day of the change."""
    note: Text | None = None
    """What was changed, for translators."""


def level(changes: Sequence[Change], section: str, was: str, now: str) -> Level:
    """How much the way of a section from one hash to another matters. What nobody marked is `medium`."""
    own = [change for change in changes if change.section == section]
    for change in reversed(own):
        if change.hash == now and was in change.since:
            return change.level
    for change in reversed(own):
        if change.hash == now:
            others = [other for other in own if other is not change]
            return max((change.level, *(level(others, section, was, step) for step in change.since)), key=LEVELS.index)
    return "medium"
