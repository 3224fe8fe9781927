"""Builds the site: whole, or not at all."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from handrail.commands import arguments, terminal
from handrail.commands.build_requests import Requests
from handrail.engine import build
from handrail.schema import progress
from handrail.schema.unchecked import DRAFTS, unchecked


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(__doc__, "A failed build changes nothing: the last good site stays where it is.")
    parser.add_argument("--out", type=Path, metavar="DIR", help="default: the site_dir of the config, site/")
    parser.add_argument("--site-url", metavar="URL", help="default: the site_url of the config")
    parser.add_argument("--engine", choices=build.ENGINES, default="mkdocs")
    parser.add_argument(
        "--unchecked", action="store_true", help="also build what the rules of safety, links and guides refuse"
    )
    parser.add_argument("--drafts", action="store_true", help="also build drafts, each marked as one, for a look")
    parser.add_argument("--verbose", action="store_true", help="also show what goes well")
    arguments.add_quiet(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to say what was built")
    parser.add_argument("--repeat", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if not options.repeat:
        return _build(options)[0]
    try:
        Requests(partial(_build, options)).answer()
    except KeyboardInterrupt:
        return terminal.STOPPED
    return 0


def _build(options: argparse.Namespace) -> tuple[int, build.Built | None]:
    """The exit status, and what was built."""
    try:
        with unchecked(options.unchecked), unchecked(options.drafts, DRAFTS), progress.shown(options.quiet):
            built = build.build(options.engine, options.config, options.out, options.site_url, options.verbose)
    except build.BuildFailed as failure:
        return terminal.fail(failure), None
    if options.format == "json":
        print(json.dumps({"pages": built.pages, "seconds": built.seconds, "out": str(built.out)}))
    elif not options.quiet:
        print(f"Built {built.pages} pages in {built.seconds:.1f} s: {built.out}")
    return 0, built
