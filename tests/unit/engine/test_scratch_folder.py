"""Folders of commands that were killed are removed by the next one, those of commands at work are not."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import handrail
from handrail.engine.scratch_folder import scratch_folder

AT_WORK = """
import sys
from handrail.engine.scratch_folder import scratch_folder
with scratch_folder() as folder:
    (folder / "site").mkdir()
    print(folder, flush=True)
    sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folder")


def test_what_a_killed_command_left_is_removed_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    environ = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(handrail.__file__).parents[1])}
    command = [sys.executable, "-c", AT_WORK]
    with subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        theirs = Path(process.stdout.readline().rstrip())
        with scratch_folder() as ours:
            assert set(tmp_path.iterdir()) == {theirs, ours}
        assert list(tmp_path.iterdir()) == [theirs]
        process.kill()
        process.wait()
        assert (theirs / "site").is_dir()
    with scratch_folder() as ours:
        assert list(tmp_path.iterdir()) == [ours]
    assert list(tmp_path.iterdir()) == []
