"""What a device keeps of the site, where the settings say that devices may: what a worker is told by the build."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter

WORKER = "offline.js"
"""At the root of the site, as a worker has power over what lies below it. A site without one has its farewell there:
else devices that kept the site before would keep it for ever, and pages would have to ask each reader's browser."""
LOST = "404.html"
_ASSET = re.compile(r"assets/.*\.(css|js|svg)")
"""Pictures for home screens and for links that others post are of no use to who reads."""


def worker(script: str, files: Mapping[str, bytes], center: HelpCenter) -> str:
    """The worker's `script` with what it must know of the site in front. `files` are all files of the site by path."""
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.endswith(".html") or path.startswith(("assets/", "search/"))):
        digest.update(f"{path}\0{len(files[path])}\0".encode() + files[path])
    build = {
        "version": digest.hexdigest()[:12],
        "common": [*(path for path in sorted(files) if _ASSET.fullmatch(path)), "", LOST],
        "languages": {
            code: [*ways_in(center, edition), *index(files, code)] for code, edition in center.editions.items()
        },
        "lost": LOST,
    }
    return f"self.BUILD = {json.dumps(build, ensure_ascii=False, separators=(',', ':'))};\n{script}"


def ways_in(center: HelpCenter, edition: Edition) -> list[str]:
    """The addresses that help when nothing else was read: the home page, those that lead to support, what is urgent."""
    made = {f"{edition.category_url(category)}index.md" for category in center.categories.values()}
    paths = (path for path in center.generated_pages if path.startswith(edition.home) and path not in made)
    own = [path.removesuffix("index.md") for path in paths if path not in center.redirects]
    ids = (center.settings.home.emergency, center.settings.contact)
    return [edition.home, *own, *(article.url for article in edition.pick(id for id in ids if id))]


def index(files: Iterable[str], code: str) -> list[str]:
    """The files of a language's index if they are few. Those of a large one are kept as they are used."""
    return sorted(path for path in files if re.fullmatch(rf"search/{re.escape(code)}\.[^/]*\.(bin|json)", path))
