"""Other builders of static sites over the Markdown of the benchmark, each with its own search on where it has one.

They do less: none of them has pages, menus and search by language, an index cut for Chinese, checks of every article,
Markdown copies, compressed files or settings for hosts. Hugo comes without a theme and without search: its templates
here are the shortest that show an article. A builder whose program is not here is left out.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.peers import packages

CACHES = (".cache", "resources", "docs/.vitepress/cache")
"""What builders keep between builds, below the folder of a site."""
_LIST = "<ul>{{ range .Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a></li>{{ end }}</ul>"
_PAGE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
_VITEPRESS = """export default {
  title: 'Help', outDir: '../site', ignoreDeadLinks: true, themeConfig: { search: { provider: 'local' } },
}
"""


@dataclass(frozen=True)
class Builder:
    name: str
    command: tuple[str, ...]
    files: Mapping[str, str]
    """What it needs besides the Markdown in `docs`, by path. It builds into `site`."""
    index: str = "index.md"
    """What it calls the page of a folder with pages in it."""


def builders() -> list[Builder]:
    """Those that are here or can be installed. Raises PackageError."""
    python = packages.python(packages.home("zensical"))
    settings = json.dumps({"site_name": "Help", "site_url": "https://help.example/"})  # JSON is YAML
    zensical = Builder("Zensical", (str(python), "-m", "zensical", "build"), {"mkdocs.yml": settings})
    modules = packages.home(packages.NODE) / "node_modules"
    vitepress = Builder(
        "VitePress",
        ("node", str(modules / "vitepress/bin/vitepress.js"), "build", "docs"),
        {"docs/.vitepress/config.mjs": _VITEPRESS, "package.json": '{"type": "module"}'},
    )
    layouts = {f"layouts/_default/{name}.html": _PAGE for name in ("single", "home")}
    layouts["layouts/_default/list.html"] = _PAGE + _LIST
    hugo = Builder(
        "Hugo, bare, no search",
        ("hugo", "--contentDir", "docs", "--destination", "site", "--quiet"),
        {"config.json": settings.replace("site_url", "baseURL"), **layouts},
        "_index.md",
    )
    return [zensical, vitepress, *([hugo] if shutil.which("hugo") else [])]


def prepare(folder: Path, builder: Builder) -> None:
    """Write what the builder needs, into a folder that no other is to use later. Pages that name a layout of Material
    get the builder's own.
    """
    for path, text in builder.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    for page in (folder / "docs/index.md", *(folder / "docs").glob("*/index.md")):
        lines = page.read_text("utf-8").splitlines(keepends=True)
        page.write_text("".join(line for line in lines if not line.startswith("layout:")), "utf-8")
        page.rename(page.with_name(builder.index))
