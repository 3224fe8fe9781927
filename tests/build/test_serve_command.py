"""`scripts/serve.py` as an author uses it: write, look, write; a mistake never takes the page away."""

from __future__ import annotations

import os
import queue
import re
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from site_builds import copy_site

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0  # seconds until a test gives up

CONFIG = """\
site_name: Tiny
theme: {name: material}
hooks: [code/hook.py]
plugins: []
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def make_project(parent: Path) -> Path:
    """A site with one page and one file of each kind that browsers are particular about."""
    folder = parent / "my site"
    for path, content in {
        "mkdocs.yml": CONFIG,
        "code/hook.py": "from word import WORD\ndef on_page_markdown(text, **_):\n    return text + WORD\n",
        "code/word.py": "WORD = ' (by a hook)'\n",
        "docs/index.md": "# First 你好\n",
        "docs/deep/page.md": "# Deep\n",
        **{f"docs/file.{kind}": "{}" for kind in ("mjs", "css", "svg", "json", "txt", "webmanifest")},
    }.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    return folder


class Preview:
    """A running `serve.py` and a browser's view of it."""

    def __init__(self, project: Path, *options: str) -> None:
        script = str(ROOT / "scripts" / "serve.py")
        self.process = subprocess.Popen(
            [sys.executable, script, "--port", "0", "--config", str(project / "mkdocs.yml"), *options],
            cwd=project.parent,
            env={**os.environ, "TMPDIR": str(project.parent)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.output = ""
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()
        self.port = int(self.expect(r"Serving at http://127\.0\.0\.1:(\d+)/\n.*Ctrl-C stops it\.\n")[1])

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def expect(self, pattern: str) -> re.Match[str]:
        """Wait until the terminal shows the pattern, after what was expected before."""
        deadline = time.monotonic() + PATIENCE
        while not (match := re.search(pattern, self.output)):
            self.output += self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
        self.output = self.output[match.end() :]
        return match

    def get(self, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request(method, path)
            response = connection.getresponse()
            return response, response.read().decode("utf-8")

    def page(self, path: str = "/") -> str:
        return self.get(path)[1]

    def wait_for(self, condition: Callable[[], bool], path: str = "/") -> None:
        """Ask again, whenever the page at a path is new, until it holds."""
        page = self.page(path)
        while not condition():
            version = re.search(r"since=(\d+)", page)
            assert version, page
            self.get(f"/.reload.svg?since={version[1]}&page={path}")  # answered when there is a newer page
            page = self.page(path)

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One that nobody writes for. Its hook says whether drafts are to be shown."""
    project = make_project(tmp_path_factory.mktemp("preview"))
    hook = "from os import environ\ndef on_page_markdown(text, **_):\n    return environ['HANDRAIL_DRAFTS'] + text\n"
    (project / "code/hook.py").write_text(hook, "utf-8")
    preview = Preview(project, "--no-check")
    yield preview
    preview.end()
    assert preview.process.stdout
    preview.process.stdout.close()


@pytest.fixture
def serve(project: Path) -> Iterator[Callable[[], Preview]]:
    started: list[Preview] = []

    def start() -> Preview:
        started.append(Preview(project, "--no-check"))
        return started[-1]

    yield start
    for preview in started:
        if preview.process.poll() is None:
            preview.end()
        assert preview.process.stdout
        preview.process.stdout.close()


def test_pages_come_with_the_reload_script_and_right_types(preview: Preview) -> None:
    response, page = preview.get("/")
    assert response.status == 200
    assert response.headers["Cache-Control"] == "no-cache"
    assert "First 你好" in page
    assert re.search(r'<script src="/\.reload\.js\?since=\d+&amp;page=/"></script></body>', page)
    assert "/.reload.svg" in preview.get("/.reload.js")[1]
    types = {
        "/": "text/html; charset=utf-8",
        "/file.mjs": "text/javascript; charset=utf-8",
        "/file.css": "text/css; charset=utf-8",
        "/file.svg": "image/svg+xml; charset=utf-8",
        "/file.json": "application/json; charset=utf-8",
        "/file.txt": "text/plain; charset=utf-8",
        "/file.webmanifest": "application/manifest+json; charset=utf-8",
        "/sitemap.xml": "application/xml; charset=utf-8",
        "/.reload.js": "text/javascript; charset=utf-8",
    }
    assert {path: preview.get(path)[0].headers["Content-Type"] for path in types} == types
    response, body = preview.get("/", "HEAD")
    assert (response.status, body) == (200, "")
    assert f"http://127.0.0.1:{preview.port}/" in preview.get("/sitemap.xml")[1]


def test_drafts_are_shown(preview: Preview) -> None:
    assert "1# First" in preview.page()


def test_addresses_lead_where_a_web_server_would_lead_them(preview: Preview) -> None:
    response, page = preview.get("/no/such/page/")
    assert response.status == 404
    assert "404" in page
    assert "/.reload.js" in page
    response, _ = preview.get("/deep/page?q=x")
    assert (response.status, response.headers["Location"]) == (302, "/deep/page/?q=x")
    assert preview.get("/deep/")[0].status == 404, "no list of files"
    assert preview.get("/../../serve.py")[0].status == 404
    assert preview.get("//elsewhere.example/deep/..")[0].status == 404


def test_a_change_is_built_and_open_pages_hear_of_it(serve: Callable[[], Preview], project: Path) -> None:
    preview = serve()
    since = re.search(r"since=(\d+)", preview.page())
    assert since
    (project / "docs" / "index.md").write_text("# Second", "utf-8")
    answer, picture = preview.get(f"/.reload.svg?since={since[1]}")  # answered when it is built
    assert (answer.status, picture[:4]) == (200, "<svg")
    page = preview.page()
    assert "Second (by a hook)" in page
    version = re.search(r"since=(\d+)", page)
    assert version
    assert version[1] != since[1]

    (project / "code" / "word.py").write_text("WORD = ' (by a changed hook)'\n", "utf-8")
    preview.get(f"/.reload.svg?since={version[1]}")
    assert "Second (by a changed hook)" in preview.page()

    (project / "mkdocs.yml").write_text(CONFIG.replace("Tiny", "Huge"), "utf-8")
    preview.wait_for(lambda: "Huge" in preview.page())


def test_a_mistake_leaves_the_last_good_site_until_it_is_mended(serve: Callable[[], Preview], project: Path) -> None:
    preview = serve()
    (project / "code" / "word.py").write_text("raise SystemExit('word.py: no word. Add one.')", "utf-8")
    preview.expect(r"word\.py: no word\. Add one\.\n")
    preview.wait_for(lambda: "word.py: no word. Add one." in preview.page())
    assert "First 你好" in preview.page()
    (project / "code" / "word.py").write_text("WORD = ' (mended)'", "utf-8")
    preview.wait_for(lambda: "(mended)" in preview.page())


def test_a_first_build_that_fails_is_shown_and_tried_again(serve: Callable[[], Preview], project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: <Tiny\ntheme: [x", "utf-8")
    preview = serve()
    response, page = preview.get("/")
    assert response.status == 503
    assert "There is no site to show yet" in page
    assert "mkdocs.yml" in page
    assert "/.reload.js" in page
    (project / "mkdocs.yml").write_text(CONFIG, "utf-8")
    preview.wait_for(lambda: preview.get("/")[0].status == 200)


@pytest.mark.skipif(os.name == "nt", reason="there is no signal to send to one process there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly_and_leaves_nothing(
    serve: Callable[[], Preview], project: Path, number: signal.Signals
) -> None:
    preview = serve()
    assert list(project.parent.glob("handrail-run-*"))
    preview.process.send_signal(number)
    assert preview.process.wait(timeout=PATIENCE) == 0
    preview.expect(r"^\n")
    assert preview.output == ""
    assert list(project.parent.iterdir()) == [project]


def test_a_port_in_use_is_named_with_another_one(project: Path) -> None:
    script = str(ROOT / "scripts/serve.py")
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, script, "--port", str(port)],
            cwd=project,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} is in use. Choose another: {shlex.join(['python3', script])} --port {port + 1}\n"
    )


def test_edits_while_the_site_is_built_are_all_in_it_at_the_end(tmp_path: Path) -> None:
    """Each is shown at once and ends the build of the whole site that the one before began."""
    site = copy_site("minimal", tmp_path.resolve())
    article = site / "docs/en/start/reach-support.md"
    page = "/en/start/reach-support/"
    preview = Preview(site, "--no-check")
    try:
        text = article.read_text("utf-8")
        for number in range(5):
            article.write_text(f"{text}\n## Edit {number}\n\nWord{number}.\n", "utf-8")
            preview.wait_for(lambda number=number: f"Word{number}." in preview.get(page)[1], page)
        preview.wait_for(lambda: "Word4." in preview.get(f"{page}index.md")[1])
    finally:
        assert preview.end() == 0
        assert preview.process.stdout
        preview.process.stdout.close()
    assert not list(tmp_path.glob("handrail-run-*"))


def test_what_the_check_finds_is_said_after_every_save(tmp_path: Path) -> None:
    project = copy_site("minimal", tmp_path)
    preview = Preview(project)
    try:
        preview.expect(r"No problems found\.\n")
        article = project / "docs/en/start/reach-support.md"
        right = article.read_text("utf-8")
        article.write_text(f"{right}\n## Where {{#Where}}\n\nThere.\n", "utf-8")
        line = right.count("\n") + 2
        preview.expect(
            rf"docs/en/start/reach-support\.md:{line}: error: 'Where' is not a valid id\..*\[structure/heading-ids\]\n"
        )
        article.write_text(right, "utf-8")
        preview.expect(r"No problems found\.\n")
    finally:
        preview.end()
        assert preview.process.stdout
        preview.process.stdout.close()
