"""Looks at a site where readers get it, and says what its host does not send as the build asks.

A host that cannot be told to send headers is no mistake of the site: each finding says what is lost without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests
import yaml

from handrail.center import routes
from handrail.publishing import staging
from handrail.publishing.host_config import FOLDER
from handrail.publishing.host_headers import FOR_EVER, HEADERS, SHARED, TYPES

PATIENCE = 20
"""Seconds until a host is given up."""
WORTH_COMPRESSING = 1500
"""Bytes; what is shorter is one packet all the same."""
GONE = "no-such-page-of-this-help-center/"
KINDS = {
    "index.html": ("text/html",),
    "*/**/index.md": (TYPES["md"],),
    "assets/main.*.css": ("text/css",),
    "assets/main.*.js": ("text/javascript", "application/javascript"),
    "assets/*.webmanifest": (TYPES["webmanifest"],),
    SHARED: ("application/json",),
}
"""One file of each kind, by pattern, and the types that browsers take it as."""
LOST = {
    "Content-Security-Policy": "the policy in each page holds, but any site can put the help center into a frame",
    "X-Frame-Options": "old browsers let any site put the help center into a frame",
    "X-Content-Type-Options": "browsers may guess that a file is a script",
    "Referrer-Policy": "the policy in each page still keeps addresses from other sites",
}
"""What the header is for: what it costs that it is not sent."""
HOSTS = yaml.safe_load(Path(__file__).with_name("hosts.yml").read_text("utf-8"))


@dataclass(frozen=True)
class Finding:
    where: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}. {self.fix}"


def built(site: Path, site_url: str) -> Iterator[Finding]:
    """What a built site lacks before it is published."""
    for name in (routes.NOT_FOUND, "index.html", staging.MARKER, "_headers", f"{FOLDER}nginx.conf"):
        if not (site / name).is_file():
            yield Finding(str(site / name), "is not there", "Build the site, and publish all that the build made.")
    if urlsplit(site_url).scheme != "https":
        yield Finding("site_url", f"'{site_url}' is no https address", "Build with the address that readers will use.")


def published(site: Path, url: str) -> Iterator[Finding]:
    """What the host of the site at `url` does not send as it should; `site` is the folder that was published.

    Raises requests.RequestException where the host does not answer.
    """
    url = url.rstrip("/") + "/"
    with requests.Session() as session:
        session.headers["User-Agent"] = "Handrail doctor"

        def get(path: str, **headers: str) -> requests.Response:
            return session.get(urljoin(url, path), headers=headers, timeout=PATIENCE, allow_redirects=False)

        for path, types in _files(site).items():
            yield from _file(path, get(path.removesuffix("index.html"), **{"Accept-Encoding": "gzip"}), types)
        yield from _page(get(""), url)
        yield from _missing(get(GONE), (site / routes.NOT_FOUND).read_bytes())
        for path in (staging.MARKER, f"{FOLDER}nginx.conf"):
            if get(path).status_code == requests.codes.ok:
                yield Finding(
                    path, "is handed out", "Let the host answer 404 for hidden files; nothing secret is lost."
                )


def _files(site: Path) -> dict[str, tuple[str, ...]]:
    """By path, the types of one file of each kind that the site has."""
    files = {next(iter(sorted(site.glob(pattern))), None): types for pattern, types in KINDS.items()}
    return {file.relative_to(site).as_posix(): types for file, types in files.items() if file}


def _file(path: str, answer: requests.Response, types: tuple[str, ...]) -> Iterator[Finding]:
    if answer.status_code != requests.codes.ok:
        yield Finding(path, f"the host answers {answer.status_code}", "Publish the whole folder, hidden files too.")
        return
    kind, _, rest = answer.headers.get("Content-Type", "").partition(";")
    if kind not in types:
        yield Finding(path, f"is sent as '{kind}'", f"Let the host send {types[0]}.")
    if kind.startswith("text/") and "utf-8" not in rest.lower():
        yield Finding(path, "is sent without its charset", "Let the host add 'charset=utf-8' to texts.")
    is_long = len(answer.content) > WORTH_COMPRESSING
    if kind.startswith("text/") and is_long and answer.headers.get("Content-Encoding") not in ("gzip", "br", "zstd"):
        yield Finding(path, "is not compressed", "Turn compression on: pages are four times as large without it.")
    if path.startswith(routes.ASSETS) and answer.headers.get("Cache-Control") != FOR_EVER:
        yield Finding(path, "is not kept by browsers", f"Send 'Cache-Control: {FOR_EVER}' for names with a hash.")
    if path == SHARED and answer.headers.get("Access-Control-Allow-Origin") != "*":
        yield Finding(path, "cannot be read by scripts of other sites", "Send 'Access-Control-Allow-Origin: *' for it.")


def _page(answer: requests.Response, url: str) -> Iterator[Finding]:
    server = answer.headers.get("Server", "")
    fixes = [host["fix"] for host in HOSTS if server.startswith(host["server"])]
    fix = "".join(fixes) or f"Use the settings in {FOLDER} or _headers, or another host."
    for name in ("Content-Security-Policy", *HEADERS):
        if name not in answer.headers:
            lost = LOST.get(name, "a second lock is missing where the first holds")
            yield Finding("/", f"no {name}: {lost}", fix)
    if answer.headers.get("Content-Disposition", "").startswith("attachment"):
        yield Finding("/", "browsers are told to save pages, not to show them", "Give the host a domain of yours.")
    if urlsplit(url).scheme != "https":
        yield Finding(url, "is not encrypted: whoever is between can change what readers see", "Publish it with https.")


def _missing(answer: requests.Response, page: bytes) -> Iterator[Finding]:
    if answer.status_code != requests.codes.not_found:
        yield Finding(GONE, f"the host answers {answer.status_code}, not 404", "Let it serve 404.html with status 404.")
    elif answer.content != page:
        yield Finding(GONE, "the host answers with a page of its own", "Let it serve 404.html for broken addresses.")
