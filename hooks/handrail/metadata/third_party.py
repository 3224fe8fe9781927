"""The licences of what others made and a site publishes parts of: styles, icons, word lists, pronunciations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from handrail.cache.in_process import kept

PACKAGES = {
    "mkdocs-material": "style sheets and icons",
    "lunr": "the stemmer of search",
    "pypinyin": "pronunciations in search",
    "opencc": "Traditional and Simplified characters in search",
    "mnemonic": "word lists of the guard",
}
"""What a site has of each package."""
_LICENCE = re.compile(r"^[^/,\n]+\.dist-info/(?:[^,\n]*/)?LICENSE[^/,\n]*(?=,)", re.MULTILINE)
"""A path in the list of a package's files; a theme's has fourteen thousand others, of which no object is made."""


def notices(theme_folders: Iterable[Path]) -> str:
    """The text of every licence, with what it is for. Each set of icons in a theme has a licence of its own."""
    icons = (file for folder in theme_folders for file in sorted(folder.glob(".icons/*/LICENSE*")))
    licences = [*_of_packages(), *((f"Icons: {file.parent.name}", file) for file in icons)]
    return "\n\n".join(f"{title}\n{'=' * len(title)}\n\n{file.read_text('utf-8')}" for title, file in licences)


@kept
def _of_packages() -> list[tuple[str, Path]]:
    return [
        (f"{name} {package.version}: {what}", Path(str(package.locate_file(file))))
        for name, what in PACKAGES.items()
        for package in [distribution(name)]
        for file in _LICENCE.findall(package.read_text("RECORD") or "")
    ]
