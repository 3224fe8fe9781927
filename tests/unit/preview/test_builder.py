"""The process that builds for the preview."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from subprocess import PIPE

import pytest

from handrail.preview.builder import ENDED, FEW, Builder, Result
from handrail.preview.watcher import Snapshot
from handrail.publishing.held_signals import SUPERSEDED

COUNTING = """
import json, sys
number = 0
for line in sys.stdin:
    if paths := json.loads(line):
        print(json.dumps([f"site/{path}" for path in paths]), flush=True)
        continue
    number += 1
    if number == 3:
        break
    print(json.dumps([number - 1, f"build {number}", "wrong" * (number - 1)]), flush=True)
"""
"""The first build succeeds, the second fails, in the third the process ends. A page alone can always be made."""
WAITING = """
import signal, sys
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
print("ready", flush=True)
for line in sys.stdin:
    signal.sigwait([signal.SIGUSR1])
    print("null", flush=True)
"""
"""A build that only ends when there is a newer state."""
LATE = """
import sys
for number, line in enumerate(sys.stdin):
    print('[0, "", ""]' if number else "null", flush=True)
"""
"""The first build ends for a state that is known already."""
DOCS = Path("docs")
NOW: Snapshot = {Path("hook.py"): (1, 1), DOCS / "en/a.md": (1, 1), DOCS / "data/details.yml": (1, 1)}


def started(program: str) -> Callable[[], subprocess.Popen[str]]:
    return lambda: subprocess.Popen([sys.executable, "-c", program], stdin=PIPE, stdout=PIPE, encoding="utf-8")


@pytest.fixture
def builder() -> Iterator[Builder]:
    builder = Builder(started(COUNTING))
    yield builder
    builder.end()


def test_one_process_makes_one_build_after_the_other(builder: Builder) -> None:
    assert builder.build(NOW, DOCS) == Result("build 1", "", True)
    assert builder.build(NOW, DOCS) == Result("build 2", "wrong", False)


def test_other_code_takes_effect_in_a_new_process(builder: Builder) -> None:
    builder.build(NOW, DOCS)
    assert builder.build(NOW | {Path("hook.py"): (2, 1)}, DOCS) == Result("build 1", "", True)


def test_a_process_that_ends_is_said_and_followed_by_another(builder: Builder) -> None:
    builder.build(NOW, DOCS)
    builder.build(NOW, DOCS)
    assert builder.build(NOW, DOCS) == Result("", ENDED, False)
    assert builder.build(NOW, DOCS) == Result("build 1", "", True)


@pytest.mark.parametrize(
    ("change", "edited"),
    [
        ({DOCS / "en/a.md": (2, 1)}, ["en/a.md"]),
        ({}, []),
        ({DOCS / "en/a.md": (2, 1), DOCS / "data/details.yml": (2, 1)}, []),
        ({DOCS / "en/a.md": (2, 1), Path("hook.py"): (2, 1)}, []),
        ({DOCS / "en/new.md": (2, 1)}, []),
    ],
    ids=["a document", "nothing", "data too", "code too", "a new document"],
)
def test_only_documents_are_shown_ahead_of_the_rest(builder: Builder, change: Snapshot, edited: list[str]) -> None:
    builder.build(NOW, DOCS)
    assert builder.edited(NOW | change, DOCS) == edited


def test_many_documents_come_with_the_whole_site(builder: Builder) -> None:
    """As after a change to all of them by an editor: one after the other they would take as long."""
    documents: Snapshot = {DOCS / f"en/{number}.md": (1, 1) for number in range(FEW + 1)}
    builder.build(NOW | documents, DOCS)
    edited: Snapshot = dict.fromkeys(documents, (2, 1))
    assert builder.edited(NOW | edited, DOCS) == []
    edited[DOCS / "en/0.md"] = (1, 1)
    assert len(builder.edited(NOW | edited, DOCS)) == FEW


def test_edits_are_counted_from_the_last_site_that_became_whole(builder: Builder) -> None:
    other = NOW | {DOCS / "en/a.md": (2, 1)}
    assert builder.edited(other, DOCS) == [], "there is none yet"
    builder.build(NOW, DOCS)
    builder.build(other, DOCS)  # fails
    assert builder.edited(other, DOCS) == ["en/a.md"]
    assert builder.show(["en/a.md"]) == ["site/en/a.md"]
    builder.build(other, DOCS)  # the process ends, and with it what it knew
    assert builder.edited(other, DOCS) == []


@pytest.mark.skipif(not SUPERSEDED, reason="there is no such signal there")
def test_a_newer_state_ends_a_build() -> None:
    process = started(WAITING)()
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    builder = Builder(lambda: process)
    with ThreadPoolExecutor() as threads:
        result = threads.submit(builder.build, NOW, DOCS)
        while not wait([result], timeout=0.1).done:  # it has no process yet, perhaps
            builder.supersede()
        assert result.result() is None
    builder.end()


def test_a_signal_that_comes_too_late_costs_no_build() -> None:
    """The build after it ends too, which nobody meant: it is begun again."""
    builder = Builder(started(LATE))
    assert builder.build(NOW, DOCS) == Result("", "", True)
    builder.end()
