"""What is wrong with the content, in words an author can act on.

Every reader of a file returns what it found wrong instead of raising, so that one run names all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and how to mend it.

    `path` is relative to the folder of the configuration file; `line` counts from 1, 0 where no line can be named.
    """

    path: str
    line: int
    message: str
    fix: str
    renamed: tuple[str, str] | None = field(default=None, compare=False)
    """Where an old name stands: it and the new one."""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}. {self.fix}"

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class ContentError(Exception):
    """The content cannot become a site. Its text lists every problem, a line each, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def one_of(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The fix for a word that is none of the `known` ones: the nearest of them, else `otherwise`, else all."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1)
    if near:
        return f"Did you mean '{near[0]}'?"
    return otherwise or (f"Use one of: {', '.join(known)}." if known else "There are none yet.")


@contextmanager
def stopping_on_problems() -> Iterator[None]:
    """End the build where the content is wrong, with everything that is: no engine knows a ContentError."""
    try:
        yield
    except ContentError as error:
        raise SystemExit(str(error)) from None
