"""Serves a built site to the browser of the person writing it, and tells open pages when to reload.

Knows nothing of how a site is built.
"""

from __future__ import annotations

import html
import threading
import time
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs

from handrail.preview.static_server import Answer, FolderServer

RELOAD_SCRIPT = Path(__file__).with_name("reload.js")
CHANGED = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
LONGEST_WAIT = 25.0  # seconds; shorter than any browser's own patience


class Preview(FolderServer):
    """A server of the site in `folder`. Raises OSError where the port cannot be had."""

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__(folder, port=port)
        self.problem = "The first build is at work."  # why there is no site to show
        self.version = str(time.time_ns())
        self._changed = threading.Condition()

    def renew(self, problem: str = "") -> None:
        """Show the site as it is now, or the problem that keeps it from being there, in every open page."""
        with self._changed:
            self.problem = problem
            self.version = str(time.time_ns())
            self._changed.notify_all()

    def answer(self, path: str, query: str) -> Answer:
        if path == "/.reload.svg":
            since = parse_qs(query).get("since", [""])[0]
            is_new = self._wait_past(since) != since
            return Answer(HTTPStatus.OK if is_new else HTTPStatus.NOT_FOUND, "changed.svg", CHANGED)
        if path == "/.reload.js":
            return Answer(HTTPStatus.OK, RELOAD_SCRIPT.name, RELOAD_SCRIPT.read_bytes())
        if self.problem:
            page = no_site_page(self.problem)
            answer = Answer(HTTPStatus.SERVICE_UNAVAILABLE, "problem.html", page)
        else:
            answer = super().answer(path, query)
        is_page = answer.name.endswith(".html")
        return replace(answer, content=with_reload(answer.content, self.version)) if is_page else answer

    def _wait_past(self, version: str) -> str:
        """The current version, as soon as it is another than the given one, or after a while anyway."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, LONGEST_WAIT)
            return self.version


def with_reload(page: bytes, version: str) -> bytes:
    """The page with the reload script at its end: a file, as pages may forbid inline scripts."""
    script = f'<script src="/.reload.js?since={version}"></script>'.encode()
    before, body, after = page.rpartition(b"</body>")
    return before + script + body + after if body else page + script


def no_site_page(problem: str) -> bytes:
    page = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>
<body><h1>There is no site to show yet</h1>
<pre>{html.escape(problem)}</pre>
<p>This page reloads by itself when there is.</p></body></html>
"""
    return page.encode()
