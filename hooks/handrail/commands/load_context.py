"""From a configuration file to what rules look at. Nothing is built for it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from handrail.center.docs_folder import DATA
from handrail.checks import search_queries
from handrail.checks.context import Context
from handrail.checks.read_context import read_context
from handrail.commands import arguments
from handrail.commands.link_checker import LinkChecker
from handrail.engine import build, cache_files
from handrail.schema.problem import ContentError
from handrail.search_runner.runner import Searcher


def load_context(
    config_file: Path, today: datetime.date | None = None, site: Path | None = None, online: bool = False
) -> Context:
    """What the rules look at. With `today`, what is past its date on that day is an error; `site` is a built site.
    With `online`, the addresses of other sites are requested.

    Raises BuildFailed where there is no configuration to read.
    """
    config, paths, others = build.documents(config_file)
    try:
        context = read_context(config, paths, others, *cache_files.texts(config_file))
    except ContentError as error:
        raise build.BuildFailed(str(error)) from None
    docs, codes = context.docs, context.loaded.codes
    return replace(
        context,
        today=today or context.today,
        strict_dates=today is not None,
        site=site,
        search=Searcher(config_file, cache_files.path(config_file, "answers.json"), context.convert.halves),
        check_urls=LinkChecker(cache_files.path(config_file, "links.json")) if online else None,
        query_files=search_queries.sources(config_file.resolve().parent, docs, docs.name, DATA, codes),
        translate=arguments.command("translate", config_file),
    )
