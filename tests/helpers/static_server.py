"""A host for browser tests: it serves a built site as static hosts do."""

from __future__ import annotations

import os
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml; charset=utf-8",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves `folder` below `prefix` as a static host does: folders by their index, 404.html for all else."""

    protocol_version = "HTTP/1.1"
    extensions_map = CONTENT_TYPES
    server: Server

    def do_GET(self) -> None:
        path, prefix = urlsplit(self.path).path, self.server.prefix
        self.directory = os.fspath(self.server.folder)
        self.path = f"/{path.removeprefix(prefix)}"
        file = Path(self.translate_path(self.path))
        if path.startswith(prefix) and file.is_dir() and not path.endswith("/"):
            self.answer(301, b"", ".html", Location=f"{path}/")
            return
        file = file / "index.html" if file.is_dir() else file
        if path.startswith(prefix) and file.is_file():
            self.answer(200, file.read_bytes(), file.suffix)
        else:
            self.answer(404, (self.server.folder / "404.html").read_bytes(), ".html")

    def answer(self, status: int, content: bytes, suffix: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", CONTENT_TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests speak."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.prefix = folder, prefix
        self.url = f"http://127.0.0.1:{self.server_port}{prefix}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of an answer is no error; anything else is."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)
