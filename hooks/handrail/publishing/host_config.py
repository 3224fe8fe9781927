"""What a host should send with the files of a site: headers that no page can set itself, and how long files keep.

One set of values, written for each kind of host in its own words. Hosts that read none of these files send the site
all the same; then it is held by the policy in each page alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from handrail.center.routes import EMBED_SCRIPT, EMBEDDED, NOT_FOUND
from handrail.content.settings import Settings
from handrail.publishing import csp

FOLDER = ".hosting/"
"""Where the files for web servers stand in a site: with it, of the same build, and out of its readers' way."""

_FEATURES = """
    accelerometer autoplay camera display-capture encrypted-media gamepad geolocation gyroscope hid
    idle-detection local-fonts magnetometer microphone midi otp-credentials payment picture-in-picture
    publickey-credentials-create publickey-credentials-get screen-wake-lock serial storage-access usb
    window-management xr-spatial-tracking
"""
"""What a browser can do and no page here needs. All of them are names that browsers know: others draw a warning."""

HEADERS = {
    "Referrer-Policy": csp.REFERRERS["page"],
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES.split()),
}
SHARED = ".well-known/support-channels.json"
"""The one file that scripts of other sites may read."""
SHARING = {"Access-Control-Allow-Origin": "*"}
FOR_ANY_PAGE = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""For the script that runs in pages of the product."""
FOR_EVER = "public, max-age=31536000, immutable"
AT_ONCE = "public, max-age=0, must-revalidate"
HASHED = r"/(?:assets|search)/.*?\.[0-9a-f]{8,64}[./]"
"""The addresses of files whose name, or whose folder's, holds a hash of what is in them: they never change."""

TYPES = {"md": "text/markdown", "webmanifest": "application/manifest+json"}
"""What older servers do not know by the end of a name. Manifests have a hash in it."""
TEXTS = (
    *("text/css", "text/plain", "text/xml", "text/javascript", "application/javascript", "application/json"),
    *("application/xml", "application/atom+xml", "image/svg+xml", *TYPES.values()),
)
"""What is text besides HTML: compressed, and sent as UTF-8."""


def of_site(folder: Path, scripts: Iterable[str], site_url: str, settings: Settings) -> dict[str, str]:
    """The files for hosts of the built site in `folder`; `scripts` are the hashes of those that stand in its pages.

    A search server may be asked as far as headers go: pages without a search box forbid it by their own policy.
    """
    files_of_site = [file for file in folder.rglob("*") if file.is_file()]
    pictures = (file.read_text("utf-8") for file in files_of_site if file.suffix == ".svg")
    styles = set[str]().union(*map(csp.inline_styles, pictures))
    paths = [file.relative_to(folder).as_posix() for file in files_of_site]
    hosts = settings.embed.hosts if settings.embed else ()
    return files(paths, scripts, styles, urlsplit(site_url).path or "/", settings.search.host, hosts)


def files(
    paths: Iterable[str],
    scripts: Iterable[str],
    styles: Iterable[str],
    root: str,
    search_server: str | None = None,
    embedding_hosts: Iterable[str] = (),
) -> dict[str, str]:
    """The files for hosts, by path below the site's root. `.nojekyll` has GitHub Pages publish files as they are.

    `paths` are those of the site's files; `scripts` and `styles` the hashes of all that stands inline in them; `root`
    is the path of the site's address, with `/` at both ends; `embedding_hosts` may show the pages for frames.
    """

    def policy(ancestors: str) -> dict[str, str]:
        directives = {**csp.asking(csp.PAGE, search_server), "frame-ancestors": ancestors}
        return {"Content-Security-Policy": csp.text(directives, scripts, styles)}

    paths = list(paths)
    headers = {**policy("'none'"), **HEADERS}
    hosts = " ".join(embedding_hosts)
    exceptions = {f"{EMBEDDED}*": policy(hosts), EMBED_SCRIPT: FOR_ANY_PAGE} if hosts else {}
    kept = sorted({found[0] for path in paths if (found := re.match(HASHED, f"/{path}"))})
    is_precompressed = any(path.endswith(".br") for path in paths)
    return {
        ".nojekyll": "",
        "_headers": _headers(headers, kept, exceptions, paths),
        f"{FOLDER}nginx.conf": _nginx(headers, root, exceptions, is_precompressed),
        f"{FOLDER}Caddyfile": _caddy(headers, root, exceptions, is_precompressed),
    }


Exceptions = Mapping[str, Mapping[str, str]]
"""By the place of files, `folder/*` or a file: the headers that they have instead of those of all others."""


def _headers(headers: Mapping[str, str], kept: Iterable[str], exceptions: Exceptions, paths: Iterable[str]) -> str:
    """For Netlify, Cloudflare Pages and their like. Where several rules fit they join values, so no two name one.

    A header with exceptions is named for each file and folder at the root by itself.
    """
    varying = {name: headers[name] for changes in exceptions.values() for name in changes}
    rules = {"/*": {name: value for name, value in headers.items() if name not in varying}, f"/{SHARED}": SHARING}
    if varying:
        places = {"", *(f"{first}{slash and '/*'}" for first, slash, _ in (path.partition("/") for path in paths))}
        rules |= {f"/{place}": {**varying, **exceptions.get(place, {})} for place in sorted(places)}
    for start in kept:
        rules[f"{start}*"] = {"Cache-Control": FOR_EVER}
    return "\n".join(
        "".join([f"{place}\n", *(f"  {name}: {value}\n" for name, value in each.items())])
        for place, each in rules.items()
    )


def _nginx(headers: Mapping[str, str], root: str, exceptions: Exceptions, is_precompressed: bool) -> str:
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


def _caddy(headers: Mapping[str, str], root: str, exceptions: Exceptions, is_precompressed: bool) -> str:
    """Everything is for the addresses below `root` alone, and the rest of the site's block is left as it was."""
    kept = f"^{re.escape(root)}{HASHED.removeprefix('/')}"
    serve = ["\tfile_server {", "\t\tprecompressed br gzip", "\t}"] if is_precompressed else ["\tfile_server"]
    return "\n".join(
        [
            "# Inside the block of the site, next to `root`:  import /path/to/the/site/.hosting/Caddyfile",
            "",
            f"handle {root}* {{",
            "\tencode {",
            "\t\tzstd",
            "\t\tgzip",
            "\t\tmatch {",
            *(f"\t\t\theader Content-Type {kind}*" for kind in ("text/html", *TEXTS)),
            "\t\t}",
            "\t}",
            "\theader {",
            *(f'\t\t{name} "{value}"' for name, value in headers.items()),
            "\t}",
            f'\t@kept path_regexp "{kept}"',
            f'\theader @kept Cache-Control "{FOR_EVER}"',
            "\t@new not {",
            f'\t\tpath_regexp "{kept}"',
            "\t}",
            f'\theader @new Cache-Control "{AT_ONCE}"',
            *(f'\theader {root}{SHARED} {name} "{value}"' for name, value in SHARING.items()),
            *(
                line
                for place, changes in exceptions.items()
                for line in (
                    f"\theader {root}{place} {{",
                    *(f'\t\t{name} "{value}"' for name, value in changes.items()),
                    "\t\tdefer",  # set last
                    "\t}",
                )
            ),
            *(f"\t@{end} path *.{end}" for end in TYPES),
            *(f'\theader @{end} Content-Type "{kind}; charset=utf-8"' for end, kind in TYPES.items()),
            "\t# Of what is hidden, only what is meant for others.",
            "\t@hidden {",
            '\t\tpath_regexp "/\\."',
            f"\t\tnot path {root}.well-known/*",
            "\t}",
            "\terror @hidden 404",
            *serve,
            "}",
            "handle_errors {",
            f"\thandle {root}* {{",
            "\t\theader {",
            *(f'\t\t\t{name} "{value}"' for name, value in headers.items()),
            "\t\t}",
            f'\t\theader Cache-Control "{AT_ONCE}"',
            f"\t\trewrite * {root}{NOT_FOUND}",
            "\t\tfile_server",
            "\t}",
            "}",
            "",
        ]
    )
