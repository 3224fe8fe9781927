"""Serves a built site to the browser of the person writing it, and tells open pages when to reload.

For this machine only. Knows nothing of how a site is built.
"""

from __future__ import annotations

import html
import os
import threading
import time
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import cast
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"
RELOAD_SCRIPT = Path(__file__).with_name("reload.js")
CHANGED = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
LONGEST_WAIT = 25.0  # seconds; shorter than any browser's own patience

# Ours, so that a page does not depend on what this machine's registry says of a file name.
CONTENT_TYPES = {
    "": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


class Preview(ThreadingTCPServer):
    """A server of the site in `folder`, on a port of its own. Raises OSError where the port cannot be had."""

    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port
    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__((HOST, port), Handler)
        self.url = f"http://{HOST}:{self.server_address[1]}/"
        self.folder = folder
        self.problem = "The first build is at work."  # why there is no site to show
        self.version = str(time.time_ns())
        self._changed = threading.Condition()

    def renew(self, problem: str = "") -> None:
        """Show the site as it is now, or the problem that keeps it from being there, in every open page."""
        with self._changed:
            self.problem = problem
            self.version = str(time.time_ns())
            self._changed.notify_all()

    def wait_past(self, version: str) -> str:
        """The current version, as soon as it is another than the given one, or after a while anyway."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, LONGEST_WAIT)
            return self.version


class Handler(SimpleHTTPRequestHandler):
    extensions_map = CONTENT_TYPES

    @property
    def preview(self) -> Preview:
        return cast(Preview, self.server)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        self.directory = os.fspath(self.preview.folder)
        file = Path(self.translate_path(self.path))
        if address.path == "/.reload.svg":
            since = parse_qs(address.query).get("since", [""])[0]
            version = self.preview.wait_past(since)
            status = HTTPStatus.OK if version != since else HTTPStatus.NOT_FOUND
            self.reply(status, ".svg", CHANGED)
        elif address.path == "/.reload.js":
            self.reply(HTTPStatus.OK, ".js", RELOAD_SCRIPT.read_bytes())
        elif self.preview.problem:
            self.reply(HTTPStatus.SERVICE_UNAVAILABLE, ".html", no_site_page(self.preview.problem))
        elif file.is_dir() and not address.path.endswith("/"):
            self.redirect(f"/{address.path.strip('/')}/" + (f"?{address.query}" if address.query else ""))
        else:
            self.reply_with(file / "index.html" if file.is_dir() else file)

    do_HEAD = do_GET

    def reply_with(self, file: Path) -> None:
        try:
            self.reply(HTTPStatus.OK, file.suffix, file.read_bytes())
        except (OSError, ValueError):
            missing = self.preview.folder / "404.html"
            content = missing.read_bytes() if missing.is_file() else b"<h1>404</h1>"
            self.reply(HTTPStatus.NOT_FOUND, ".html", content)

    def reply(self, status: HTTPStatus, suffix: str, content: bytes) -> None:
        if suffix == ".html":
            content = with_reload(content, self.preview.version)
        self.send_response(status)
        self.send_header("Content-Type", CONTENT_TYPES.get(suffix.lower(), CONTENT_TYPES[""]))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def redirect(self, location: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what is wrong with the site."""


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
