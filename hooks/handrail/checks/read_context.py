"""From an engine's configuration, and the files that it found, to what rules look at."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handrail.center import loader
from handrail.checks.cache import Cache
from handrail.checks.context import Context
from handrail.markdown.converter import Converter
from handrail.markdown.first_half import FirstHalves
from handrail.markdown.quick_inline import QuickInline
from handrail.schema.unchecked import has_drafts


def read_context(config: Any, paths: Iterable[str], others: Iterable[str], cache_file: Path, code: str) -> Context:
    """What an engine's `config` and the files that it found hold: Markdown at `paths`, and `others`.

    `code` is the version of the code: results in `cache_file` of another version are not used. An engine
    that makes pages afterwards is given what rules make of texts. Raises ContentError where the configuration itself
    cannot be used.
    """
    halves = FirstHalves()
    convert = Converter(config.markdown_extensions, config.mdx_configs, halves)
    cache = Cache(cache_file, f"{code} {config.markdown_extensions} {config.mdx_configs}")
    config.markdown_extensions += (QuickInline(), halves)
    return Context(
        loader.load(config, paths, others, has_drafts(os.environ)), Path(config.docs_dir), convert, cache=cache
    )
