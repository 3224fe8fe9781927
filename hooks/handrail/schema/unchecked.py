"""Builds for a look, by environment variables, as engines have no options: with what rules refuse, or with drafts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

VARIABLE = "HANDRAIL_UNCHECKED"
DRAFTS = "HANDRAIL_DRAFTS"


def is_unchecked(environment: Mapping[str, str]) -> bool:
    return bool(environment.get(VARIABLE))


def has_drafts(environment: Mapping[str, str]) -> bool:
    return bool(environment.get(DRAFTS))


@contextmanager
def unchecked(is_wanted: bool = True, variable: str = VARIABLE) -> Iterator[None]:
    """Builds inside refuse nothing, if that is wanted; with the variable DRAFTS, they have drafts."""
    before = os.environ.get(variable, "")
    os.environ[variable] = "1" if is_wanted else before
    try:
        yield
    finally:
        os.environ[variable] = before
