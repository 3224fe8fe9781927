"""A build that refuses nothing that rules find, for a look: by an environment variable, as engines have no option."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

VARIABLE = "HANDRAIL_UNCHECKED"


def is_unchecked(environment: Mapping[str, str]) -> bool:
    return bool(environment.get(VARIABLE))


@contextmanager
def unchecked(is_wanted: bool = True) -> Iterator[None]:
    """Builds inside refuse nothing, if that is wanted."""
    before = os.environ.get(VARIABLE, "")
    os.environ[VARIABLE] = "1" if is_wanted else before
    try:
        yield
    finally:
        os.environ[VARIABLE] = before
