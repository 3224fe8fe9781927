"""The process that builds for the preview."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import pytest

from handrail.preview.builder import ENDED, Builder
from handrail.preview.watcher import Snapshot

COUNTING = """
import json, sys
for number, _ in enumerate(sys.stdin, 1):
    if number == 3:
        break
    print(json.dumps([number - 1, f"build {number}", "wrong" * (number - 1)]), flush=True)
"""
"""The first build succeeds, the second fails, in the third the process ends."""
CODE: Snapshot = {Path("hook.py"): (1, 1)}


@pytest.fixture
def builder() -> Iterator[Builder]:
    def start() -> subprocess.Popen[str]:
        return subprocess.Popen([sys.executable, "-c", COUNTING], stdin=PIPE, stdout=PIPE, encoding="utf-8")

    builder = Builder(start)
    yield builder
    builder.end()


def test_one_process_makes_one_build_after_the_other(builder: Builder) -> None:
    assert builder.build(CODE) == ("build 1", "", True)
    assert builder.build(CODE) == ("build 2", "wrong", False)


def test_other_code_takes_effect_in_a_new_process(builder: Builder) -> None:
    builder.build(CODE)
    assert builder.build({Path("hook.py"): (2, 1)}) == ("build 1", "", True)


def test_a_process_that_ends_is_said_and_followed_by_another(builder: Builder) -> None:
    builder.build(CODE)
    builder.build(CODE)
    assert builder.build(CODE) == ("", ENDED, False)
    assert builder.build(CODE) == ("build 1", "", True)
