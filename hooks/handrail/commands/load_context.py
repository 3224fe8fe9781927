"""From a configuration file to what rules look at. Nothing is built for it."""

from __future__ import annotations

import datetime
from pathlib import Path

from handrail.center import loader
from handrail.center.docs_folder import DATA
from handrail.center.theme_resources import Theme
from handrail.checks import search_queries
from handrail.checks.cache import Cache
from handrail.checks.context import Context
from handrail.commands import arguments
from handrail.commands.link_checker import LinkChecker
from handrail.engine import build, cache_files
from handrail.markdown.converter import Converter
from handrail.schema.problem import Problem
from handrail.schema.source import Source
from handrail.search_runner.runner import Searcher


def load_context(
    config_file: Path, today: datetime.date | None = None, site: Path | None = None, online: bool = False
) -> Context:
    """What the rules look at. With `today`, what is past its date on that day is an error; `site` is a built site.
    With `online`, the addresses of other sites are requested.

    Raises BuildFailed where there is no configuration to read.
    """
    config, paths, others = build.documents(config_file)
    source = Source.read(config_file, config_file.name)
    if isinstance(source, Problem):
        raise build.BuildFailed(str(source))
    docs = Path(config.docs_dir)
    theme = Theme.of(config)
    loaded = loader.read(source, config.extra, theme, docs, docs.name, paths, others)
    return Context(
        loaded,
        docs,
        Converter(config.markdown_extensions, config.mdx_configs),
        today or datetime.date.today(),
        strict_dates=today is not None,
        site=site,
        search=Searcher(config_file, cache_files.path(config_file, "answers.json")),
        check_urls=LinkChecker(cache_files.path(config_file, "links.json")) if online else None,
        query_files=search_queries.sources(config_file.resolve().parent, docs, docs.name, DATA, loaded.codes),
        cache=Cache(cache_files.path(config_file, "texts.json"), cache_files.code_version()),
        translate=arguments.command("translate", config_file),
    )
