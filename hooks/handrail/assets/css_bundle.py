"""Style sheets joined: those that a page links one after the other as one file, so that a browser asks once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from posixpath import basename

from handrail.assets import css
from handrail.assets.css import Sheet
from handrail.assets.fingerprint import named
from handrail.assets.used_selectors import Elements

FOLDER = "assets/"
_LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">')


def bundles(texts: Mapping[str, str], theme: str, elements: Elements) -> Bundles:
    """The bundles of the sheets in `texts`, by path; that of the `theme` without what fits none of the `elements`."""
    return Bundles({path: css.read(text, elements if path == theme else None) for path, text in texts.items()})


class BundleError(Exception):
    """The sheets cannot be joined. Its text says which, why, and what to do."""


class Bundles:
    """The bundles of a site, made as its pages ask for them: `files` are their texts, `parts` the sheets in each."""

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        """`sheets` by path, from the site's root."""
        self._sheets = css.swept(sheets)
        self.files: dict[str, str] = {}
        self.parts: dict[str, tuple[str, ...]] = {}
        self.path = cache(self._join)
        """The path of the bundle of some sheets, given by theirs."""

    def join(self, links: str) -> str:
        """HTML in which one link to a bundle stands for all plain links to style sheets."""
        found, rest = _LINK.findall(links), _LINK.sub("", links).strip()
        if "stylesheet" in rest:
            raise BundleError(f'Only <link rel="stylesheet" href="…"> can be joined, not {rest}. Write it so.')
        if not found:
            return rest
        root = found[0][: found[0].rfind(FOLDER)]
        path = self.path(*(href.removeprefix(root) for href in found))
        return f'{rest}<link rel="stylesheet" href="{root}{path}">'

    def _join(self, *paths: str) -> str:
        for path in paths:
            if path not in self._sheets:
                raise BundleError(f"There is no style sheet '{path}'. Correct its path, as in 'assets/page/page.css'.")
        text = "".join(css.write(self._sheets[path]) for path in paths)
        name = basename(paths[0]).partition(".")[0]
        path = named(f"{FOLDER}{name}.css", text)
        self.files[path], self.parts[path] = text, paths
        return path
