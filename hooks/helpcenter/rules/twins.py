"""Twins: an article says the same in every language."""

from __future__ import annotations

from collections.abc import Iterator

from ..problem import Problem
from ..rule import Rule
from ..subject import Subject


def _missing(subject: Subject) -> Iterator[Problem]:
    yield from subject.reading.missing_twins


RULES = (
    Rule(
        "twins/missing",
        "warning",
        "Every published article exists in every language; an error where the settings say so.",
        _missing,
        strict=lambda subject: subject.reading.twins_are_needed,
    ),
)
