"""What readers search, without the rest of a build: made by the hooks that make it for them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown.extensions import Extension

from handrail.engine import build
from handrail.engine.scratch_folder import scratch_folder
from handrail.pages.search_documents import search_documents
from handrail.pages.site_context import SiteContext
from handrail.schema.unchecked import unchecked
from handrail.search.document import Document


@dataclass(frozen=True)
class SearchFiles:
    """The search script, as pages load it, and the entry file of each language's index.

    The paths are relative to the folder of the site.
    """

    script: str
    entry_files: dict[str, str]


class _Stop(BaseException):
    """Ends a build that has made the indexes. It is no Exception, so no engine handles it as one."""

    def __init__(self, config: Any = None, files: Any = None) -> None:
        self.config, self.files = config, files


def build_indexes(config_file: Path, folder: Path, converted: Extension | None = None) -> SearchFiles:
    """Build only the search indexes into a folder, without warnings. Raises BuildFailed."""
    config, files = _build_to_indexes(config_file, folder, converted)
    site = SiteContext.of(config)
    script = files.get_file_from_path(site.scripts["engine"]).content_string
    return SearchFiles(script, dict(site.search_indexes))


def read_site(config_file: Path) -> tuple[SiteContext, dict[str, list[Document]], str]:
    """The site, the documents of each language that its indexes are made of, and its address, if it has one.

    Raises BuildFailed.
    """
    with scratch_folder() as folder:
        config, _ = _build_to_indexes(config_file, folder)
    site = SiteContext.of(config)
    return site, search_documents(site.center, site.views), config.site_url or ""


def _build_to_indexes(config_file: Path, folder: Path, converted: Extension | None = None) -> tuple[Any, Any]:
    """The engine's configuration and files when the search indexes are in `folder`."""
    build.require_yaml(config_file)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with unchecked(), build.in_plain_words(config_file):
            config = build.load("mkdocs", config_file, folder, None)
            if converted:
                config.plugins.events["files"].append(_also(converted))
            config.plugins.events["env"] = [_until_indexes_exist(config.plugins.events["env"])]
            build.run("mkdocs", config)
    except _Stop as stop:
        if stop.config:
            return stop.config, stop.files
    finally:
        logger.setLevel(level)
    raise build.BuildFailed(
        "The build made no search index. Name hooks/search_index.py among the hooks of the configuration."
    )


def _also(extension: Extension) -> Callable[..., None]:
    """The event from which on pages are converted with one more extension."""

    def on_files(files: Any, *, config: Any) -> None:
        config.markdown_extensions.append(extension)

    return on_files


def _until_indexes_exist(methods: Iterable[Callable[..., Any]]) -> Callable[..., Any]:
    """The event in which indexes are made, up to the hook that makes them."""

    def on_env(env: Any, *, config: Any, files: Any) -> Any:
        for method in methods:
            env = method(env, config=config, files=files) or env
            if SiteContext.of(config).search_indexes:
                raise _Stop(config, files)
        raise _Stop

    return on_env
