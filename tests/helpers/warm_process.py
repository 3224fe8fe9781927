"""Commands in processes of their own that need not start anew: see warm_server.py."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from built_site import ROOT
from commands import Done, run_process

FOLDERS = (ROOT / "hooks", ROOT / "scripts", ROOT / "tests/helpers")
PATIENCE = 120
"""Seconds until a command is given up: those that end take a few at most."""


class _Server:
    """Starts when it is asked first."""

    def __init__(self) -> None:
        self.requests: socket.socket | None = None

    def start(self, request: dict[str, Any], *files: int) -> None:
        if not self.requests:
            self.requests, theirs = socket.socketpair()
            env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, FOLDERS))}
            program = str(Path(__file__).with_name("warm_server.py"))
            self.process = subprocess.Popen([sys.executable, program], cwd=ROOT, env=env, stdin=theirs)
            theirs.close()
        socket.send_fds(self.requests, [json.dumps(request).encode()], files)

    def stop(self) -> None:
        if self.requests:
            self.requests.close()
            self.requests = None
            self.process.wait()


SERVER = _Server()
"""That of this process."""


class WarmProcess:
    """A command that runs, with methods of `subprocess.Popen`."""

    def __init__(
        self,
        verb: str,
        *options: str,
        cwd: Path = ROOT,
        env: Mapping[str, str] | None = None,
        umask: int = 0o022,
        limit: str = "",
    ) -> None:
        """`env` is added to the environment; `limit` names one of process_limits.py."""
        self.args = [str(ROOT / f"scripts/{verb}.py"), *options]
        request = {"verb": verb, "argv": self.args, "cwd": str(cwd), "umask": umask, "limit": limit}
        request["env"] = {**os.environ, **(env or {})}
        self._said = [os.fdopen(os.memfd_create(name), "w+b") for name in ("out", "errors")]
        reader, writer = os.pipe()
        SERVER.start(request, *(file.fileno() for file in self._said), writer)
        os.close(writer)
        self._status = os.fdopen(reader)
        self.pid = int(self._status.readline())

    def send_signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def communicate(self, timeout: float = PATIENCE) -> tuple[str, str]:
        """What it said, once it has ended; it is killed where that takes longer."""
        if not select.select([self._status], [], [], timeout)[0]:
            self.send_signal(signal.SIGKILL)
        self.returncode = int(self._status.readline())
        self._status.close()
        out, errors = map(_text, self._said)
        return out, errors

    def end(self) -> Done:
        out, errors = self.communicate()
        return subprocess.CompletedProcess(self.args, self.returncode, out, errors)


def _text(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode("utf-8", "replace")


def run(verb: str, *options: str, cwd: Path = ROOT, **environ: str) -> Done:
    """The status and output of a command; where there is no Linux, of one that starts anew."""
    if sys.platform != "linux":
        return run_process(verb, *options, cwd=cwd, **environ)
    return WarmProcess(verb, *options, cwd=cwd, env=environ).end()
