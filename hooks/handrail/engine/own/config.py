"""The configuration of a build, as hooks and templates read and change it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from handrail.engine.own import settings
from handrail.engine.own.hooks import Hooks
from handrail.engine.own.theme import Theme
from handrail.markdown.extensions import ALWAYS
from handrail.schema.problem import ContentError, Problem, stopping_on_problems


@dataclass
class Config:
    config_file_path: str
    site_name: str
    site_url: str | None
    """With a slash at its end."""
    site_description: str | None
    docs_dir: str
    site_dir: str
    use_directory_urls: bool
    theme: Theme
    extra: dict[str, Any]
    markdown_extensions: list[Any]
    mdx_configs: dict[str, dict[str, Any]]
    """The options of extensions, by name."""
    hooks: Hooks
    nav: Any = None


def load_config(file: str, site_dir: str | None, site_url: str | None, **instead: Any) -> Config:
    """The configuration in a file; the other arguments are values in place of its own. Stops where it is wrong."""
    given = {"site_dir": site_dir, "site_url": site_url}
    with stopping_on_problems():
        said = settings.load(Path(file), instead | {key: value for key, value in given.items() if value is not None})
        path = Path(file).resolve()
        docs, site = (os.path.normpath(path.parent / folder) for folder in (said.docs_dir, said.site_dir))
        _require_apart(Path(docs), Path(site), file)
        return Config(
            config_file_path=str(path),
            site_name=said.site_name,
            site_url=_folder(said.site_url),
            site_description=said.site_description,
            docs_dir=docs,
            site_dir=site,
            use_directory_urls=said.use_directory_urls,
            theme=Theme(said.theme, path),
            extra=said.extra,
            markdown_extensions=list(dict.fromkeys((*ALWAYS, *said.markdown_extensions))),
            mdx_configs={name: options for name, options in said.markdown_extensions.items() if options},
            hooks=Hooks(bool(said.plugins), said.hooks, path),
        )


def _require_apart(docs: Path, site: Path, file: str) -> None:
    """Raises ContentError where one of the folders is missing or holds the other."""
    if not docs.is_dir():
        raise ContentError([Problem(file, 0, f"docs_dir: {docs} is not a folder", "Name that of the articles.")])
    if docs.is_relative_to(site) or site.is_relative_to(docs):
        raise ContentError([Problem(file, 0, f"site_dir: {site} and docs_dir {docs} hold each other", "Part them.")])


def _folder(url: str | None) -> str | None:
    parts = urlsplit(url or "")
    return parts._replace(path=f"{parts.path.removesuffix('/')}/").geturl() if url else None
