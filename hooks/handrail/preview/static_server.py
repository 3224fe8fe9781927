"""Static hosts on this machine, for browsers that measure: texts and scripts are compressed, all else goes as it is."""

from __future__ import annotations

import gzip
import sys
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any, Self
from urllib.parse import unquote, urlsplit

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml; charset=utf-8",
}
"""Those that hosts compress."""


class Host(ThreadingHTTPServer):
    """Serves what `find` finds at `url`, while it is entered."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}/"

    def find(self, path: str) -> tuple[int, str, bytes]:
        """The status, the name and the content of what is at a path, such as `zh/index.html`."""
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


class FolderHost(Host):
    """Serves a built site: folders by their index, 404.html for what is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def find(self, path: str) -> tuple[int, str, bytes]:
        file = self.folder / path
        file = file / "index.html" if file.is_dir() else file
        status = 200 if file.is_file() else 404
        file = file if status == 200 else self.folder / "404.html"
        return status, file.name, file.read_bytes()


_compressed = cache(gzip.compress)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        status, name, content = self.server.find(unquote(urlsplit(self.path).path).lstrip("/"))
        kind = TYPES.get(PurePosixPath(name).suffix)
        content = _compressed(content) if kind else content
        self.send_response(status)
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(content)))
        if kind:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the browser counts."""
