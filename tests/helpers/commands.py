"""Runs a command as a person would: in this process, which is quick, or in one of its own."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from built_site import ROOT

Done = subprocess.CompletedProcess[str]


def run(verb: str, *options: str) -> Done:
    """A command's status and output, from a call of its `main`."""
    nothing, out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(3))
    command = [str(ROOT / f"scripts/{verb}.py"), *options]
    main = import_module(f"handrail.commands.{verb}").main
    with patch.multiple(sys, argv=command, stdin=nothing, stdout=out, stderr=err), _log_of_its_own():
        try:
            status = main(list(options))
        except SystemExit as stop:  # as argparse ends it
            status = stop.code
    said, complained = (stream.buffer.getvalue().decode() for stream in (out, err))
    return subprocess.CompletedProcess(command, status, said, complained)


def run_process(verb: str, *options: str, cwd: Path = ROOT, **environ: str) -> Done:
    """The same from `scripts/`, with these variables in its environment."""
    command = [sys.executable, str(ROOT / f"scripts/{verb}.py"), *options]
    env = {**os.environ, **environ}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)


def run_in_terminal(verb: str, *options: str, answers: str) -> Done:
    """The same where somebody sits who gives these answers, a line each. All output is one."""
    ours, theirs = os.openpty()
    command = [sys.executable, str(ROOT / f"scripts/{verb}.py"), *options]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as asking:
        os.write(ours, answers.encode())
        assert asking.stdout
        output = asking.stdout.read().decode()
    os.close(ours)
    os.close(theirs)
    return subprocess.CompletedProcess(command, asking.returncode, output)


@contextmanager
def _log_of_its_own() -> Iterator[None]:
    """A command sets up its log where there is none yet; pytest has one."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers[:] = []
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
