"""A process that has built a site: commands start as forks of it, in a fraction of the time of a new interpreter.

What a request asks for comes as JSON on standard input, which is a socket, with the files that it writes to. Each fork
runs `terminal.run`, as scripts/ do, with its own folder, environment and signals, and may be killed.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import signal
import socket
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

import build_process
import commands
import process_limits
from site_builds import copy_site

from handrail.cache import sealed_file
from handrail.commands import terminal

VERBS = ("build", "check", "report", "translate")
LARGEST = 1 << 20
"""Bytes of a request."""


def main() -> None:
    with build_process.going_on():
        warm_up()
        requests = socket.socket(fileno=0)
        while True:
            request, files, _, _ = socket.recv_fds(requests, LARGEST, 3)
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:  # those that have told how their command ended
                    pass
            if not request:
                return
            if not os.fork():
                watch(json.loads(request), *files)
            for file in files:
                os.close(file)


def warm_up() -> None:
    for verb in VERBS:
        importlib.import_module(f"handrail.commands.{verb}")
    with tempfile.TemporaryDirectory() as folder:
        done = commands.run("build", "--config", str(copy_site("minimal", Path(folder)) / "mkdocs.yml"))
        assert done.returncode == 0, done.stderr
    logging.root.handlers.clear()


def watch(request: dict[str, Any], out: int, errors: int, status: int) -> None:
    """Start a command and say which process it is, then how it ended. Nobody but its parent can know the latter."""
    process = os.fork()
    if not process:
        os.close(status)
        os._exit(command(out, errors, **request))
    for file in (out, errors):
        os.close(file)
    os.write(status, b"%d\n" % process)
    _, ended = os.waitpid(process, 0)
    os.write(status, b"%d\n" % os.waitstatus_to_exitcode(ended))
    os._exit(0)


def command(
    out: int, errors: int, verb: str, argv: list[str], cwd: str, env: dict[str, str], umask: int, limit: str
) -> int:
    try:
        for standard, file in ((0, os.open(os.devnull, os.O_RDONLY)), (1, out), (2, errors)):
            os.dup2(file, standard)
            os.close(file)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sealed_file._secret.cache_clear()  # which may be that of another home
        os.environ.clear()
        os.environ.update(env)
        os.chdir(cwd)
        os.umask(umask)
        if limit:
            getattr(process_limits, limit)()
        sys.argv = argv
        status = terminal.run(f"handrail.commands.{verb}")
    except SystemExit as stop:  # as argparse ends it
        status = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        traceback.print_exc()
        status = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = status or 1
    return status


if __name__ == "__main__":
    main()
