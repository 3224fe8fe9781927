"""Long work says what it is at, on a terminal only, and leaves nothing there."""

from __future__ import annotations

import io

import pytest

from handrail.schema import progress
from handrail.schema.progress import PATIENCE, PERIOD, Line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_only_long_work_is_shown_and_not_every_step_of_it() -> None:
    terminal, clock = Terminal(), Clock()
    line = Line(terminal, clock)
    line.step("Converting pages", 9)
    line.clear()
    assert terminal.getvalue() == "", "it may be over soon"
    clock.now = PATIENCE
    line.step("Converting pages", 9)
    line.step("Converting pages", 9)
    assert terminal.getvalue() == "\r\033[KConverting pages: 2 of 9"
    clock.now += PERIOD
    line.step("Writing pages", 0)
    line.clear()
    line.clear()
    assert terminal.getvalue().endswith("\r\033[KWriting pages …\r\033[K")
    assert terminal.getvalue().count("\033[K") == 3


@pytest.mark.parametrize(("terminal", "is_quiet"), [(io.StringIO(), False), (Terminal(), True)])
def test_nothing_is_shown_to_a_file_or_to_whoever_wants_quiet(
    terminal: io.StringIO, is_quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress.shown(is_quiet, terminal):
        progress.step("Converting pages")
    assert terminal.getvalue() == ""


def test_it_is_gone_before_other_output_and_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    terminal = Terminal()
    with progress.shown(terminal=terminal):
        progress.step("Converting pages")
        assert progress.clear("a record of a log")
        assert terminal.getvalue().endswith("\r\033[K")
        progress.step("Writing pages")
    progress.step("Nobody hears of this")
    assert terminal.getvalue().endswith("\r\033[K")
    assert "Nobody" not in terminal.getvalue()
