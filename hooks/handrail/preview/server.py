"""Serves a built site to the browser of the person writing it, and tells open pages when to reload.

Knows nothing of how a site is built.
"""

from __future__ import annotations

import html
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, quote

from handrail.preview.static_server import Answer, FolderServer

RELOAD_SCRIPT = Path(__file__).with_name("reload.js")
CHANGED = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
LONGEST_WAIT = 25.0  # seconds; shorter than any browser's own patience


class Preview(FolderServer):
    """A server of the site in `folder`. Raises OSError where the port cannot be had."""

    def __init__(self, folder: Path, port: int, pages: Mapping[str, Callable[[], str]] | None = None) -> None:
        """`pages` are others than those of the site, made when they are asked for, by path."""
        super().__init__(folder, port=port)
        self.pages = pages or {}
        self.problem = "The first build is at work."  # why there is no new site to show
        self.has_site = False  # whether there is an older one
        self.version = str(time.time_ns())
        self._changed = threading.Condition()
        self._renewed: dict[str, tuple[str, bytes]] = {}
        """The version and the content of the pages that were new before the rest of the site, by path."""
        self._ahead: set[str] = set()
        """Those of them that the rest of the site has not followed yet."""

    def renew(self, problem: str = "") -> None:
        """Show the site as it is now, or the problem that keeps it from being there, in every open page.

        A page that is shown as it is now already stays.
        """
        with self._changed:
            self.problem = problem
            self.has_site = self.has_site or not problem
            self.version = str(time.time_ns())
            known, self._renewed = self._renewed, {}
            if not problem:
                stay = (path for path in self._ahead if self._content(path) == known[path][1])
                self._renewed = {path: known[path] for path in stay}
            self._ahead.clear()
            self._changed.notify_all()

    def renew_page(self, file: str) -> None:
        """Show a page as its file below the site's folder is now, before the rest of the site follows."""
        path = f"/{file.removesuffix('index.html')}"
        with self._changed:
            self._renewed[path] = str(time.time_ns()), self._content(path)
            self._ahead.add(path)
            self._changed.notify_all()

    def answer(self, path: str, query: str) -> Answer:
        if path == "/.reload.svg":
            asked = parse_qs(query)
            since, shown = (asked.get(key, [""])[0] for key in ("since", "page"))
            is_new = self._wait_past(since, shown) != since
            return Answer(HTTPStatus.OK if is_new else HTTPStatus.NOT_FOUND, "changed.svg", CHANGED)
        if path == "/.reload.js":
            return Answer(HTTPStatus.OK, RELOAD_SCRIPT.name, RELOAD_SCRIPT.read_bytes())
        version = self._version(path)  # of before the file is read: a page may be newer than it says, never older
        if not self.has_site:
            answer = Answer(HTTPStatus.SERVICE_UNAVAILABLE, "problem.html", no_site_page(self.problem))
        elif page := self.pages.get(path):
            answer = Answer(HTTPStatus.OK, "page.html", page().encode())
        else:
            answer = super().answer(path, query)
        is_page = answer.name.endswith(".html")
        if not is_page:
            return answer
        note = problem_note(self.problem) if self.has_site else ""
        return replace(answer, content=at_the_end(answer.content, note + reload_script(version, path)))

    def _content(self, path: str) -> bytes:
        return super().answer(path, "").content

    def _version(self, path: str) -> str:
        """That of the page at a path."""
        ahead = self._renewed.get(path.removesuffix("index.html"))
        return ahead[0] if ahead else self.version

    def _wait_past(self, version: str, path: str) -> str:
        """The current version of a page, as soon as it is another than the given one, or after a while anyway."""
        with self._changed:
            self._changed.wait_for(lambda: self._version(path) != version, LONGEST_WAIT)
            return self._version(path)


def at_the_end(page: bytes, addition: str) -> bytes:
    """The page with something more at the end of its body."""
    before, body, after = page.rpartition(b"</body>")
    return before + addition.encode() + body + after if body else page + addition.encode()


def reload_script(version: str, path: str) -> str:
    """The script that reloads the page at a path: a file, as pages may forbid inline scripts."""
    return f'<script src="/.reload.js?since={version}&amp;page={quote(path)}"></script>'


def problem_note(problem: str) -> str:
    """Why the page below is an older one, if it is. The reload script lays it over the page."""
    return f'<pre data-preview-problem role="alert">{html.escape(problem)}</pre>' if problem else ""


def no_site_page(problem: str) -> bytes:
    page = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>
<body><h1>There is no site to show yet</h1>
<pre>{html.escape(problem)}</pre>
<p>This page reloads by itself when there is.</p></body></html>
"""
    return page.encode()
