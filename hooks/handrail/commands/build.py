"""Builds the site: whole, or not at all."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict
from io import StringIO
from pathlib import Path

from handrail.cache import in_process
from handrail.commands import arguments, terminal
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
    return _repeat(options) if options.repeat else _build(options)


def _repeat(options: argparse.Namespace) -> int:
    """Build for each line that comes in, and answer with one of JSON: the status, what was said, and what was wrong."""
    in_process.begin()
    answers = sys.stdout
    errors = StringIO()  # one for all builds, as whoever logs holds on to it
    try:
        for _ in sys.stdin:
            with redirect_stdout(StringIO()) as output, redirect_stderr(errors):
                status = _build(options)
            print(json.dumps([status, output.getvalue(), errors.getvalue()]), file=answers, flush=True)
            errors.seek(0)
            errors.truncate()
            gc.collect()  # a build leaves much that only holds each other, and nobody waits now
    except KeyboardInterrupt:
        return terminal.STOPPED
    return 0


def _build(options: argparse.Namespace) -> int:
    try:
        with unchecked(options.unchecked), unchecked(options.drafts, DRAFTS), progress.shown(options.quiet):
            built = build.build(options.engine, options.config, options.out, options.site_url, options.verbose)
    except build.BuildFailed as failure:
        return terminal.fail(failure)
    if options.format == "json":
        print(json.dumps({**asdict(built), "out": str(built.out)}))
    elif not options.quiet:
        print(f"Built {built.pages} pages in {built.seconds:.1f} s: {built.out}")
    return 0
