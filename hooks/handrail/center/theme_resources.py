"""What content may ask of the theme: its languages, its icons, its templates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from handrail.center.routes import GENERATED_PAGES

_OF_THE_BUILD = {
    *("404.html", "article.html", "base.html", "category.html", "moved.html"),
    *(page.template for page in GENERATED_PAGES),
}
"""Templates that no page may name: the build itself uses them for articles, categories and generated pages."""


@dataclass(frozen=True)
class Theme:
    """Folders of templates. The first is the project's own; the others are what it builds on."""

    folders: tuple[Path, ...]

    @cached_property
    def languages(self) -> frozenset[str]:
        """Those that the theme has interface words in, by the names it gives them."""
        return frozenset(file.stem for folder in self.folders for file in folder.glob("partials/languages/*.html"))

    @cached_property
    def templates(self) -> Collection[str]:
        """Those of the project's own that a page may name in its front matter."""
        return {file.name for file in self.folders[0].glob("*.html")} - _OF_THE_BUILD

    @cached_property
    def icons(self) -> Collection[str]:
        """Every icon there is: thousands. Only whoever has to suggest one needs them."""
        roots = [folder / ".icons" for folder in self.folders]
        return {file.relative_to(root).with_suffix("").as_posix() for root in roots for file in root.rglob("*.svg")}

    def has_icon(self, name: str) -> bool:
        return any((folder / ".icons" / f"{name}.svg").is_file() for folder in self.folders)
