"""Counts what readers open, from the logs of a web server, for the state page. Addresses of readers are not kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from handrail.authoring import whole_file
from handrail.commands import arguments, terminal
from handrail.engine import build
from handrail.report import visits

FILE = "visits.json"


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(
        __doc__, f"Writes {FILE} next to the configuration; `report` shows it. Only counts over ten are written."
    )
    parser.add_argument("logs", type=Path, nargs="+", metavar="LOG", help="common, combined, or Caddy's JSON; also .gz")
    options = parser.parse_args(argv)
    try:
        config = build.configuration(options.config)
        codes = [path.name for path in Path(config.docs_dir).iterdir() if path.is_dir()]
        counted = visits.visits(options.logs, config.site_url or "", codes)
    except (build.BuildFailed, visits.LogError) as error:
        return terminal.fail(error)
    except OSError as error:
        return terminal.fail(f"{error.filename}: {error.strerror}.")
    out = options.config.with_name(FILE)
    whole_file.write(out, f"{counted.model_dump_json(indent=1)}\n")
    print(f"Wrote {out}: {len(counted.pages)} pages that were opened more than ten times", file=sys.stderr)
    return 0
