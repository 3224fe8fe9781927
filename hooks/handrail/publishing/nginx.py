"""The configuration of nginx that a site carries: what to send with its files, in nginx's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handrail.center.routes import NOT_FOUND
from handrail.publishing.host_headers import AT_ONCE, FOR_EVER, HASHED, SHARED, SHARING, TEXTS, TYPES, Exceptions


def configuration(headers: Mapping[str, str], root: str, exceptions: Exceptions, is_precompressed: bool) -> str:
    """A location that sets one header forgets those of the server around it: so each repeats them all.

    Below a path everything stands in a location of that path, and the rest of the server is left as it was.
    """
    common = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    again = f'add_header Cache-Control "{AT_ONCE}";'
    lines = [
        "charset utf-8;",
        f"charset_types {' '.join(TEXTS)};",
        "index index.html;",
        "absolute_redirect off;",
        f"error_page 404 {root}{NOT_FOUND};",
        "gzip on;",
        *(["gzip_static on;"] if is_precompressed else []),
        "gzip_vary on;",
        f"gzip_types {' '.join(TEXTS)};",
        "",
        *common,
        again,
        "",
        *_location(
            f'~ "^{re.escape(root)}{HASHED.removeprefix("/")}"',
            *common,
            f'add_header Cache-Control "{FOR_EVER}";',
            *_typed("webmanifest"),
        ),
        *_location(
            f"= {root}{SHARED}", *common, again, *(f'add_header {name} "{value}";' for name, value in SHARING.items())
        ),
        *(
            line
            for place, changes in exceptions.items()
            for line in _location(
                f"^~ {root}{place[:-1]}" if place.endswith("*") else f"= {root}{place}",
                *(f'add_header {name} "{value}" always;' for name, value in {**headers, **changes}.items()),
                again,
            )
        ),
        "# Of what is hidden, only what is meant for others.",
        *_location(f"~ ^{re.escape(root)}(.*/)?\\.(?!well-known/)", "return 404;"),
        *_typed("md"),
    ]
    if root != "/":
        lines = _location(f"^~ {root}", *lines)
    head = "# Inside `server { ... }`, next to `root`:  include /path/to/the/site/.hosting/nginx.conf;"
    brotli = "# Where nginx has the module ngx_brotli, write next to that line:  brotli_static on;"
    reload = "# nginx reads it when it starts: reload it after a build."
    return "\n".join([head, *([brotli] if is_precompressed else []), reload, "", *lines, ""])


def _location(place: str, *lines: str) -> list[str]:
    return [f"location {place} {{", *(f"    {line}".rstrip() for line in lines), "}"]


def _typed(end: str) -> list[str]:
    """The location of files that end so. It keeps the headers of what is around it."""
    return _location(f"~ \\.{end}$", "types {", f"    {TYPES[end]} {end};", "}")
