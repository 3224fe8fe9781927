"""What a device keeps of the site, where the settings say that devices may: what a worker is told by the build."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.center.routes import ASSETS, NOT_FOUND, SEARCH_INDEXES
from handrail.content.settings import Settings

_ASSET = re.compile(rf"{ASSETS}.*\.(css|js|svg)")
"""Pictures for home screens and for links that others post are of no use to who reads."""

MAX_INDEX = 500_000
"""Bytes of an index that a device keeps whole, texts and all."""


def source_name(settings: Settings) -> str:
    """The script of the worker. Where none is wanted, the one that unregisters an earlier one has its place.

    Else devices that kept the site before would keep it for ever, and pages would have to ask each reader's browser.
    """
    return "service_worker.js" if settings.offline else "unregister_worker.js"


def for_site(script: str, site: Path, center: HelpCenter) -> str:
    """The worker's `script`, with what it must know of the built `site` in front where it keeps anything."""
    if not center.settings.offline:
        return script
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    return worker(script, files, center)


def worker(script: str, files: Mapping[str, bytes], center: HelpCenter) -> str:
    """The worker's `script` with what it must know of the site in front. `files` are all files of the site by path."""
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.endswith(".html") or path.startswith((ASSETS, SEARCH_INDEXES))):
        digest.update(f"{path}\0{len(files[path])}\0".encode() + files[path])
    build = {
        "version": digest.hexdigest()[:12],
        "common": [*(path for path in sorted(files) if _ASSET.fullmatch(path)), "", NOT_FOUND],
        "languages": {
            code: [*ways_in(center, edition), *index(files, code)] for code, edition in center.editions.items()
        },
        "notFound": NOT_FOUND,
    }
    return f"self.BUILD = {json.dumps(build, ensure_ascii=False, separators=(',', ':'))};\n{script}"


def ways_in(center: HelpCenter, edition: Edition) -> list[str]:
    """The addresses that help when nothing else was read: the home page, those that lead to support, what is urgent."""
    generated = [page.url(edition.language.code) for page in center.pages_of_every_language]
    ids = (center.settings.home.emergency, center.settings.contact_article)
    return [edition.home, *generated, *(article.url for article in edition.pick(id for id in ids if id))]


def index(files: Mapping[str, bytes], code: str) -> list[str]:
    """The files of a language's index, unless they are large: those are kept as they are used."""
    own = rf"{SEARCH_INDEXES}{re.escape(code)}\.(.*\.)?(bin|json)"
    paths = sorted(path for path in files if re.fullmatch(own, path))
    is_small = sum(len(files[path]) for path in paths) <= MAX_INDEX
    return paths if is_small else [path for path in paths if path.count("/") == SEARCH_INDEXES.count("/")]
