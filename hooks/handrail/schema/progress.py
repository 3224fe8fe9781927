"""Says at the foot of a terminal what work is at and how far, where it takes long, and takes the line away at the end.

As a log does, it hears of steps from wherever work is done. A command decides whether anybody is shown them.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

PATIENCE = 1.0
"""Seconds of work before anything is said."""
PERIOD = 0.1
"""Seconds between two steps that are shown."""
_CLEAR = "\r\033[K"


class Line:
    """The line, on a terminal that knows the sequences of ECMA-48."""

    def __init__(self, terminal: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self.terminal, self.clock = terminal, clock
        self._due = clock() + PATIENCE
        self._what, self._count, self._is_shown = "", 0, False

    def step(self, what: str, of: int) -> None:
        is_new = what != self._what
        self._what, self._count = what, 1 if is_new else self._count + 1
        now = self.clock()
        if now < self._due:
            return
        self._due = now + PERIOD
        self._is_shown = True
        text = f"{what}: {self._count} of {of}" if of else f"{what} …"
        self.terminal.write(f"{_CLEAR}{text[: shutil.get_terminal_size().columns - 1]}")
        self.terminal.flush()

    def clear(self) -> None:
        if self._is_shown:
            self.terminal.write(_CLEAR)
            self.terminal.flush()
            self._is_shown = False


_line: Line | None = None


def step(what: str, of: int = 0) -> None:
    """One more step of the work `what`, `of` so many; none where the number is not known."""
    if _line:
        _line.step(what, of)


def clear(record: object = None) -> bool:
    """Make room for other output: as the filter of a log, which lets every record pass."""
    if _line:
        _line.clear()
    return True


@contextmanager
def shown(is_quiet: bool = False, terminal: TextIO | None = None) -> Iterator[None]:
    """Show the steps of the block on the terminal of errors, if it is one and nobody wants it quiet."""
    global _line
    terminal = terminal or sys.stderr
    _line = Line(terminal) if terminal.isatty() and not is_quiet else None
    try:
        yield
    finally:
        clear()
        _line = None
