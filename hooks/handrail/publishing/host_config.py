"""What a host should send with the files of a site: headers that no page can set itself, and how long files keep.

One set of values, written for each kind of host in its own words. Hosts that read none of these files send the site
all the same; then it is held by the policy in each page alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from handrail.publishing import csp

FOLDER = ".hosting/"
"""Where the files for web servers stand in a site: with it, of the same build, and out of its readers' way."""

HEADERS = {
    "Referrer-Policy": csp.REFERRERS["page"],
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
            *("microphone", "midi", "payment", "publickey-credentials-get", "usb", "xr-spatial-tracking"),
        )
    ),
}
FOR_EVER = "public, max-age=31536000, immutable"
AT_ONCE = "public, max-age=0, must-revalidate"
HASHED = r"/(?:assets|search)/.*?\.[0-9a-f]{8,64}[./]"
"""The addresses of files whose name, or whose folder's, holds a hash of what is in them: they never change."""

TEXTS = ("text/css", "text/javascript", "application/javascript", "application/json", "text/xml", "image/svg+xml")
"""What is worth compressing, beside HTML."""
TYPES = {"text/markdown": "md", "application/manifest+json": "webmanifest"}
"""What older servers do not know by the end of a name."""


def files(paths: Iterable[str], scripts: Iterable[str], styles: Iterable[str], root: str) -> dict[str, str]:
    """The files for hosts, by path below the site's root.

    `paths` are those of the site's files; `scripts` and `styles` the hashes of all that stands inline in them; `root`
    is the path of the site's address, with `/` at both ends.
    """
    frames = {"frame-ancestors": "'none'"}
    headers = {"Content-Security-Policy": csp.text({**csp.PAGE, **frames}, scripts, styles), **HEADERS}
    kept = sorted({found[0] for path in paths if (found := re.match(HASHED, f"/{path}"))})
    return {
        "_headers": _headers(headers, kept),
        f"{FOLDER}nginx.conf": _nginx(headers, root),
        f"{FOLDER}Caddyfile": _caddy(headers, root),
    }


def _headers(headers: Mapping[str, str], kept: Iterable[str]) -> str:
    """For Netlify, Cloudflare Pages and their like. Where several rules fit they join values, so no two name one."""
    rules = {"/*": headers}
    for start in kept:
        rules[f"{start}*"] = {"Cache-Control": FOR_EVER}
    return "\n".join(
        "".join([f"{place}\n", *(f"  {name}: {value}\n" for name, value in each.items())])
        for place, each in rules.items()
    )


def _nginx(headers: Mapping[str, str], root: str) -> str:
    """A location that sets one header forgets those of the server around it: so each repeats them all."""
    common = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    kept = [f"    {line}" for line in (*common, f'add_header Cache-Control "{FOR_EVER}";')]
    types = [f"    {kind} {end};" for kind, end in TYPES.items()]
    return "\n".join(
        [
            "# Inside `server { ... }`, beside `root`:  include /path/to/the/site/.hosting/nginx.conf;",
            "",
            "charset utf-8;",
            "index index.html;",
            f"error_page 404 {root}404.html;",
            "gzip on;",
            "gzip_vary on;",
            f"gzip_types {' '.join(TEXTS)};",
            "",
            *common,
            f'add_header Cache-Control "{AT_ONCE}";',
            "",
            f'location ~ "{HASHED}" {{',
            *kept,
            "}",
            "# Of what is hidden, only what is meant for others.",
            "location ~ /\\.(?!well-known/) {",
            "    return 404;",
            "}",
            f'location ~ "\\.({"|".join(TYPES.values())})$" {{',
            "    types {",
            *(f"    {line}" for line in types),
            "    }",
            "}",
            "",
        ]
    )


def _caddy(headers: Mapping[str, str], root: str) -> str:
    return "\n".join(
        [
            "# Inside the block of the site, beside `root`:  import /path/to/the/site/.hosting/Caddyfile",
            "",
            "encode zstd gzip",
            "header {",
            *(f'\t{name} "{value}"' for name, value in headers.items()),
            "}",
            f'@kept path_regexp "{HASHED}"',
            f'header @kept Cache-Control "{FOR_EVER}"',
            "@new not {",
            f'\tpath_regexp "{HASHED}"',
            "}",
            f'header @new Cache-Control "{AT_ONCE}"',
            "# Of what is hidden, only what is meant for others.",
            "@hidden {",
            '\tpath_regexp "/\\."',
            f"\tnot path {root}.well-known/*",
            "}",
            "error @hidden 404",
            "handle_errors {",
            f'\theader Cache-Control "{AT_ONCE}"',
            f"\trewrite * {root}404.html",
            "\tfile_server",
            "}",
            "file_server",
            "",
        ]
    )
