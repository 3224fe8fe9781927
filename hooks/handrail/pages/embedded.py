"""What pages of the product show of the help center in frames: an article at another address; and the script for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from handrail.assets import js_bundle
from handrail.center.help_center import HelpCenter
from handrail.center.routes import ASSETS, EMBED_SCRIPT

_NAMES = f"{ASSETS}embed/names.js"
_TAG = re.compile(r"<[a-z][^>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r'(?<=\s)(href|src|srcset)="([^"]*)"')


def content(html: str, url: str, path: str) -> str:
    """The HTML of the article at `url` for the page at `path`: its links and pictures as they are named there."""
    root = "../" * path.count("/")

    def moved(address: str) -> str:
        target = urljoin(f"/{url}", address)
        return f"{root}{target[1:]}" if target.startswith("/") else target

    def rewritten(match: re.Match[str]) -> str:
        name, value = match.groups()
        parts = [part.strip().partition(" ") for part in value.split(",")] if name == "srcset" else [(value, "", "")]
        return f'{name}="{", ".join(moved(address) + gap + size for address, gap, size in parts)}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(rewritten, tag[0]), html)


def script(center: HelpCenter, sources: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The path and the text of the script for pages of the product, where the settings name their hosts.

    It keeps its address, and leaves no name in the page that runs it.
    """
    if center.settings.embed:
        names = {code: center.settings.site_name[code] for code in center.editions}
        module = f"export const names = {json.dumps(names, ensure_ascii=False)};\n"
        joined = js_bundle.join({**sources, _NAMES: module}, f"{ASSETS}embed/embed.js")
        yield EMBED_SCRIPT, f"(() => {{\n{joined}}})();\n"
