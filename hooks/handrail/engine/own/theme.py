"""The templates of a site: its own folder, and those of the theme that it names, of which no code is imported."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context

from handrail.engine.own.files import MARKDOWN
from handrail.engine.own.relative_url import relative_url
from handrail.schema.problem import ContentError, Problem

SETTINGS = "mkdocs_theme.yml"
NOT_PUBLISHED = ("*.py", "*.pyc", "*.html", "*readme*", SETTINGS, "locales/*", *(f"*{suffix}" for suffix in MARKDOWN))
"""Files of a theme that are no part of a site."""


class Theme(dict[str, Any]):
    """What a theme is set to, by name, for templates."""

    def __init__(self, settings: dict[str, Any], config_file: Path) -> None:
        """`settings` as the configuration has them. Raises ContentError where there is no such theme."""
        own = settings.copy()
        custom, templates = own.pop("custom_dir", None), own.pop("static_templates", ())
        self.dirs = [os.path.normpath(config_file.parent / custom)] if custom else []
        self.static_templates = {"sitemap.xml"}
        """Those that become a file of their own, under their own name."""
        self._inherit(str(own.get("name")), config_file)
        self.static_templates.update(templates)
        self.update(own)

    def _inherit(self, name: str, config_file: Path) -> None:
        """Take over a theme, and first the one that it extends."""
        folder = _folder(name)
        if folder is None:
            fix = "Write 'theme: {name: handrail}', or install it."
            raise ContentError([Problem(config_file.name, 0, f"theme: there is no theme {name!r}", fix)])
        self.dirs.append(str(folder))
        settings = yaml.load((folder / SETTINGS).read_text("utf-8"), Loader=yaml.CSafeLoader) or {}
        if parent := settings.pop("extends", None):
            self._inherit(parent, config_file)
        self.static_templates.update(settings.pop("static_templates", ()))
        self.update(settings)

    def files(self) -> dict[str, str]:
        """What the theme publishes beside pages, in the order of paths: the folder that each path is in."""
        hidden = (*NOT_PUBLISHED, *self.static_templates)
        paths = {path: folder for folder in reversed(self.dirs) for path in _paths(folder)}
        return {path: paths[path] for path in sorted(paths) if not any(fnmatch(path.lower(), name) for name in hidden)}

    def environment(self) -> Environment:
        environment = Environment(loader=FileSystemLoader(self.dirs), auto_reload=False)
        environment.filters["url"] = _url
        return environment


def _folder(name: str) -> Path | None:
    """Where the templates of an installed theme are, found without importing its package: that may need an engine."""
    for entry in entry_points(group="mkdocs.themes", name=name):
        package, *rest = entry.value.split(".")
        spec = find_spec(package)
        if spec and spec.submodule_search_locations:
            return Path(spec.submodule_search_locations[0], *rest)
    return None


def _paths(root: str) -> Iterator[str]:
    """The paths of all files below a folder that neither begin with a dot nor lie in a folder that does."""
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name).relative_to(root).as_posix() for name in names if not name.startswith("."))


@pass_context
def _url(context: Context, address: str) -> str:
    """An address below the site's root as the page that is rendered can link it; any other as it is."""
    path = str(address) or "."
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or path.startswith(("/", "#")):
        return path
    page = context["page"]
    return relative_url(path, page.url) if page else posixpath.join(context["base_url"], path)
