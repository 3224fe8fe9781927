"""Results that stay in memory, in a process that builds one site over and over.

A build that has a process to itself keeps none, as nobody would ask for it again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

MOST = 10_000
"""Results of one function; the one that was not asked for longest goes first."""

_lasts = False


def begin() -> None:
    """From here on, this process keeps results."""
    global _lasts
    _lasts = True


def kept(make: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """A pure function of hashable arguments, whose results nobody modifies, with a memory."""
    remembered = lru_cache(MOST)(make)

    @wraps(make)
    def recalling(*arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        call: Callable[..., Result] = remembered if _lasts else make
        return call(*arguments, **named)

    return recalling
