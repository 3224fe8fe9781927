"""Writes the state page: how the help center is on this day, for a maintainer to look at once a week."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import environment
from handrail.commands.arguments import day


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Beside the page, FILE.json holds the same for machines. Keep it, and compare with it next week.",
    )
    default = environment.ROOT / "mkdocs.yml"
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help="default: mkdocs.yml")
    parser.add_argument("--out", type=Path, default=Path("state.html"), metavar="FILE", help="default: state.html")
    parser.add_argument("--compare", type=Path, metavar="OLD.json", help="show what changed since this state")
    parser.add_argument("--site", type=Path, metavar="DIR", help="a site built before; by default it is built for this")
    parser.add_argument("--today", type=day, default=None, metavar="DATE", help="the day of the state; default: today")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of FILE.json, no more")
    options = parser.parse_args()
    environment.enter("site")

    from handrail.commands import report
    from handrail.engine.build import BuildFailed
    from handrail.report.compare import OldStateError

    if options.schema:
        print(report.schema())
        return
    try:
        before = report.old(options.compare) if options.compare else None
        state = report.state(options.config, options.site, options.today)
        written = report.write(options.out, state, before)
    except (BuildFailed, OldStateError) as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}.")
    print(f"Wrote {' and '.join(map(str, written))}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
