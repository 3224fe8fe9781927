"""Pages that the engine's own development server shows reload when their source changes, the most guarded ones too."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from site_builds import copy_site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_site("three_languages", tmp_path)


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """Where `mkdocs serve` shows the site in `project`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, encoding="utf-8") as server:
        try:
            assert server.stderr
            assert any("Serving on" in line for line in server.stderr), "it ended without serving"
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.send_signal(signal.SIGINT)


@pytest.mark.parametrize("path", ["en-GB/", "en-GB/support/"])
def test_a_page_reloads_when_its_source_changes(path: str, address: str, project: Path, visitor) -> None:
    reader = visitor()
    with reader.page.expect_request("**/livereload/**"):
        reader.page.goto(address + path)
    with reader.page.expect_event("load"):
        home = project / "docs/en-GB/index.md"
        home.write_text(home.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    assert reader.problems == []
