"""The index of search without the rest of a build: made by the hooks that make it for readers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.engine import build
from handrail.pages.site_context import SiteContext


@dataclass(frozen=True)
class Indexed:
    """What search is made of: the script that answers, as pages load it, and the file each language begins with.

    The paths are relative to the folder of the site.
    """

    script: str
    entrances: dict[str, str]


class _Enough(BaseException):
    """Ends a build when it has made all that is wanted. It is no error, so nothing takes it for one."""

    def __init__(self, indexed: Indexed | None) -> None:
        self.indexed = indexed


def index(config_file: Path, folder: Path) -> Indexed:
    """Build into a folder no more than the index of search. Says no warnings. Raises BuildFailed."""
    build.require_yaml(config_file)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with build.in_plain_words(config_file):
            config = build.load("mkdocs", config_file, folder, None)
            config.plugins.events["env"] = [_until_indexed(config.plugins.events["env"])]
            build.run("mkdocs", config)
    except _Enough as enough:
        if enough.indexed:
            return enough.indexed
    finally:
        logger.setLevel(level)
    raise build.BuildFailed("The build made no index of search: does the configuration name every hook?")


def _until_indexed(methods: Iterable[Callable[..., Any]]) -> Callable[..., Any]:
    """The event in which indexes are made, up to the hook that makes them."""

    def on_env(env: Any, *, config: Any, files: Any) -> Any:
        for method in methods:
            env = method(env, config=config, files=files) or env
            site = SiteContext.of(config)
            if site.search_indexes:
                script = files.get_file_from_path(site.scripts["engine"]).content_string
                raise _Enough(Indexed(script, dict(site.search_indexes)))
        raise _Enough(None)

    return on_env
