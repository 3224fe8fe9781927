"""The search indexes without the rest of a build, made by the hooks that make them for readers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.engine import build
from handrail.pages.site_context import SiteContext
from handrail.schema.unchecked import unchecked


@dataclass(frozen=True)
class SearchFiles:
    """The search script, as pages load it, and the entry file of each language's index.

    The paths are relative to the folder of the site.
    """

    script: str
    entry_files: dict[str, str]


class _Stop(BaseException):
    """Ends a build that has made the indexes. It is no Exception, so no engine handles it as one."""

    def __init__(self, files: SearchFiles | None) -> None:
        self.files = files


def build_indexes(config_file: Path, folder: Path) -> SearchFiles:
    """Build only the search indexes into a folder, without warnings. Raises BuildFailed."""
    build.require_yaml(config_file)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with unchecked(), build.in_plain_words(config_file):
            config = build.load("mkdocs", config_file, folder, None)
            config.plugins.events["env"] = [_until_indexes_exist(config.plugins.events["env"])]
            build.run("mkdocs", config)
    except _Stop as stop:
        if stop.files:
            return stop.files
    finally:
        logger.setLevel(level)
    raise build.BuildFailed(
        "The build made no search index. Name hooks/search_index.py among the hooks of the configuration."
    )


def _until_indexes_exist(methods: Iterable[Callable[..., Any]]) -> Callable[..., Any]:
    """The event in which indexes are made, up to the hook that makes them."""

    def on_env(env: Any, *, config: Any, files: Any) -> Any:
        for method in methods:
            env = method(env, config=config, files=files) or env
            site = SiteContext.of(config)
            if site.search_indexes:
                script = files.get_file_from_path(site.scripts["engine"]).content_string
                raise _Stop(SearchFiles(script, dict(site.search_indexes)))
        raise _Stop(None)

    return on_env
