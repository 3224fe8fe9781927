"""What content may ask of the theme: its languages, its icons, its templates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from handrail.center.routes import GENERATED_PAGES

_OF_THE_BUILD = {
    *("404.html", "article.html", "base.html", "category.html", "embed.html", "guide.html", "moved.html"),
    *(page.template for page in GENERATED_PAGES),
}
"""Templates that no page may name: the build itself uses them for articles, categories and generated pages."""

MARKER = "mkdocs_theme.yml"
"""What makes a folder a theme. Ours is the first that has it; a folder in front of it is a site's own."""


@dataclass(frozen=True)
class Theme:
    """Folders of templates, in the order in which a file is looked for."""

    folders: tuple[Path, ...]

    @classmethod
    def of(cls, config: Any) -> Theme:
        """That of an engine's configuration."""
        return cls(tuple(map(Path, config.theme.dirs)))

    def read(self, path: str) -> str:
        """The text of the first file at a path. Raises StopIteration where there is none."""
        return next(file for folder in self.folders if (file := folder / path).is_file()).read_text("utf-8")

    @property
    def own(self) -> tuple[Path, ...]:
        """A site's own folder, if it has one, and the generator's; without those of the theme that it builds on."""
        marked = (number for number, folder in enumerate(self.folders, 1) if (folder / MARKER).is_file())
        return self.folders[: next(marked, None)]

    @cached_property
    def languages(self) -> frozenset[str]:
        """Those that the theme has interface words in, by the names it gives them."""
        return frozenset(file.stem for folder in self.folders for file in folder.glob("partials/languages/*.html"))

    @cached_property
    def templates(self) -> Collection[str]:
        """Those of our own that a page may name in its front matter."""
        return {file.name for folder in self.own for file in folder.glob("*.html")} - _OF_THE_BUILD

    @cached_property
    def icons(self) -> Collection[str]:
        """Every icon there is: thousands. Only whoever has to suggest one needs them."""
        roots = [folder / ".icons" for folder in self.folders]
        return {file.relative_to(root).with_suffix("").as_posix() for root in roots for file in root.rglob("*.svg")}

    def has_icon(self, name: str) -> bool:
        return any((folder / ".icons" / f"{name}.svg").is_file() for folder in self.folders)
