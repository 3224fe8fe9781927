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


def test_a_page_reloads_when_its_source_changes(address: str, project: Path, visitor) -> None:
    """An ordinary one, and one that is let reach nothing."""
    reader = visitor()
    pages = [reader.page, reader.context.new_page()]
    for page, path in zip(pages, ("en-GB/", "en-GB/support/"), strict=True):
        with page.expect_request("**/livereload/**"):
            page.goto(address + path)
    with pages[0].expect_event("load"), pages[1].expect_event("load"):
        home = project / "docs/en-GB/index.md"
        home.write_text(home.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    assert reader.problems == []
