"""What a page may load and run: its content security policy, made from the page's own inline scripts.

A template names a policy, and the build writes it out. None allows inline scripts or styles as such: an inline script
runs because its hash stands in the policy, so that whatever else gets into a page does not.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache

Directives = Mapping[str, str]

PAGE: Directives = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}
SEALED: Directives = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'none'",
    "form-action": "'none'",
    "base-uri": "'none'",
}
POLICIES = {"page": PAGE, "search": PAGE, "sealed": SEALED}
"""By the name that a template gives. A `sealed` page is one that people type into: it can send nothing anywhere. One
with a search box says `search`: it may ask the search server, if the site has one."""

SERVED: Directives = {"script-src": "'self' 'unsafe-inline'", "connect-src": "'self'"}
"""What differs while an engine's development server shows the site: it puts another inline script into each page."""

REFERRERS = {"page": "same-origin", "search": "same-origin", "sealed": "no-referrer"}
"""What the next site learns of where a reader comes from: nothing. Our own pages may know each other."""

_PLACE = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_SRC = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_RUNS = {"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"}
"""The types of scripts that a browser acts on. All others are data, which no policy governs."""


class PolicyError(Exception):
    """A template that names no policy, or one that does not exist. Its text says what to do."""


def inline_scripts(page: str) -> set[str]:
    """The hashes of the inline scripts of an HTML page, as a policy writes them."""
    return {
        _hash(text)
        for attributes, text in _SCRIPT.findall(page)
        if not _SRC.search(attributes) and _script_type(attributes) in _RUNS
    }


def inline_styles(picture: str) -> set[str]:
    """The hashes of the style sheets inside an SVG picture."""
    return {_hash(text) for text in _STYLE.findall(picture)}


def enforce(
    page: str, scripts: Iterable[str] | None = None, served: bool = False, search_server: str | None = None
) -> str:
    """The HTML `page` with its policy written out where its template named one. Raises PolicyError.

    `scripts` are the hashes of its inline scripts, where they are known already. A page that is `served` by the
    engine's own development server lets that reload it. `search_server` is the origin that search boxes ask.
    """
    place = _PLACE.search(page)
    if place is None:
        raise PolicyError("the page has no policy. Extend base.html, or begin the head as it does")
    name = place[1]
    if name not in POLICIES:
        raise PolicyError(f"there is no policy '{name}'. Use one of: {', '.join(POLICIES)}")
    if _SCRIPT.search(page, 0, place.start()) or "<link" in page[: place.start()]:
        raise PolicyError("something stands before the policy and escapes it. Move it behind")
    directives = asking({**POLICIES[name], **(SERVED if served else {})}, search_server if name == "search" else None)
    allowed = inline_scripts(page) if scripts is None else scripts
    policy = text(directives, () if served else allowed)
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="referrer" content="{REFERRERS[name]}">'
    )
    return page[: place.start()] + metas + page[place.end() :]


def asking(directives: Directives, server: str | None) -> Directives:
    """The directives of a page that may also send requests to the origin `server`, if there is one."""
    return {**directives, "connect-src": f"{directives['connect-src']} {server}"} if server else directives


def text(directives: Directives, scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """A policy as browsers read it, with the hashes of what stands inline."""
    added = {"script-src": sorted(scripts), "style-src": sorted(styles)}
    return "; ".join(" ".join([key, value, *added.get(key, ())]) for key, value in directives.items())


def _script_type(attributes: str) -> str:
    match = _TYPE.search(attributes)
    return match[1].lower() if match else ""


@cache
def _hash(content: str) -> str:
    """Of a script or a style sheet, as a browser takes it of what stands between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
