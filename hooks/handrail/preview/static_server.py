"""A static host on this machine: the ground of the preview, and for browsers that test and measure."""

from __future__ import annotations

import gzip
import os
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any, Self
from urllib.parse import quote, unquote, urlsplit

HOST = "127.0.0.1"
# Ours, so that a page does not depend on what this machine's registry says of a file name.
CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
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
_compressed = cache(gzip.compress)


@dataclass(frozen=True)
class Answer:
    """What a server answers. `name` is that of a file: its suffix says the type of the content."""

    status: HTTPStatus
    name: str
    content: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if self._is_for_this_machine():
            answer = self.server.answer(unquote(path), query)
        else:
            answer = Answer(HTTPStatus.MISDIRECTED_REQUEST, "")
        kind = CONTENT_TYPES.get(PurePosixPath(answer.name).suffix.lower(), "application/octet-stream")
        content, compress = answer.content, self.server.compress and "charset" in kind
        content = _compressed(content) if compress else content
        headers = {"Cache-Control": self.server.cache_control, **answer.headers}
        self.send_response(answer.status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in (headers | ({"Content-Encoding": "gzip"} if compress else {})).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_HEAD = do_GET

    def _is_for_this_machine(self) -> bool:
        """Another name in Host is that of a foreign site which now claims this address, to read what is here."""
        try:
            return urlsplit(f"//{self.headers.get('Host', '')}").hostname in (HOST, "localhost")
        except ValueError:
            return False

    def log_message(self, format: str, *args: object) -> None:
        """Log no requests: the terminal is for problems."""


class Server(ThreadingHTTPServer):
    """Answers requests to `url` while it is entered. Raises OSError where the port cannot be had; 0 takes any."""

    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port
    daemon_threads = True
    request_queue_size = 64
    cache_control = "no-cache"
    compress = False
    """Whether texts are sent as gzip."""

    def __init__(self, port: int = 0) -> None:
        super().__init__((HOST, port), Handler)
        self.url = f"http://{HOST}:{self.server_port}/"

    def answer(self, path: str, query: str) -> Answer:
        """The answer to a path, decoded and with its slash, such as `/en/index.html`."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that is closed while it still loads is no error; anything else is."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class FolderServer(Server):
    """Serves a built site below `prefix`, as static hosts do: folders by their index, 404.html for what is not there.

    Nothing outside the folder is served, and nothing hidden but what is meant to be found: `.well-known`.
    """

    def __init__(self, folder: Path, prefix: str = "/", port: int = 0) -> None:
        super().__init__(port)
        self.folder, self.prefix = folder, prefix
        self.url = f"{self.url}{prefix.removeprefix('/')}"

    def answer(self, path: str, query: str) -> Answer:
        file = self._find(path.removeprefix(self.prefix)) if path.startswith(self.prefix) else None
        if file and file.is_dir() and not path.endswith("/"):
            location = quote(f"/{path.strip('/')}/") + (f"?{query}" if query else "")
            return Answer(HTTPStatus.FOUND, "", headers={"Location": location})
        file = file / "index.html" if file and file.is_dir() else file
        if file and file.is_file():
            return Answer(HTTPStatus.OK, file.name, file.read_bytes())
        page = self.folder / "404.html"
        content = page.read_bytes() if page.is_file() else b"<!doctype html><title>404</title><h1>404</h1>"
        return Answer(HTTPStatus.NOT_FOUND, page.name, content)

    def _find(self, path: str) -> Path | None:
        if any(part.startswith(".") and part != ".well-known" for part in path.replace("\\", "/").split("/")):
            return None
        try:
            file = (self.folder / path).resolve(strict=True)
        except (OSError, ValueError):
            return None
        return file if file.is_relative_to(self.folder.resolve()) else None
