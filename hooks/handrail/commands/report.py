"""Writes the state page: how the help center is on this day, for a maintainer to look at once a week."""

from __future__ import annotations

import dataclasses
import datetime
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from handrail.authoring import whole_file
from handrail.checks.rules import RULES
from handrail.checks.runner import run
from handrail.commands import arguments, terminal, visits
from handrail.commands.load_context import load_context
from handrail.engine import build
from handrail.engine.scratch_folder import scratch_folder
from handrail.report import collect, compare
from handrail.report.state import State
from handrail.report.visits import Visits
from handrail.schema import progress
from handrail.schema.unchecked import unchecked
from handrail.search_runner.runner import require_v8
from handrail.state_page import page


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(
        __doc__, "Next to the page, FILE.json holds the same for machines. Keep it, and compare with it next week."
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: state.html next to the config")
    parser.add_argument("--compare", type=Path, metavar="OLD.json", help="show what changed since this state")
    parser.add_argument("--site", type=Path, metavar="DIR", help="a site built before; by default it is built for this")
    parser.add_argument("--today", type=arguments.day, metavar="DATE", help="the day of the state; default: today")
    parser.add_argument("--schema", action="store_true", help="only print the JSON Schema of FILE.json")
    arguments.add_quiet(parser)
    options = parser.parse_args(argv)
    if options.schema:
        print(json.dumps(State.model_json_schema(), indent=1))
        return 0
    require_v8()
    try:
        before = old(options.compare) if options.compare else None
        with progress.shown(options.quiet):
            now = state(options.config, options.site, options.today)
        written = write(
            options.out or options.config.with_name("state.html"),
            now,
            before,
            arguments.command("check", options.config),
        )
    except (build.BuildFailed, compare.OldStateError) as error:
        return terminal.fail(error)
    except OSError as error:
        return terminal.fail(terminal.describe(error))
    if not options.quiet:
        print(f"Wrote {' and '.join(map(str, written))}")
    return 0


def state(config_file: Path, site: Path | None = None, today: datetime.date | None = None) -> State:
    """The state on a day. Without a `site` one is built for it. Raises BuildFailed where there is no configuration."""
    if site and not site.is_dir():
        raise build.BuildFailed(f"{site}: no such folder. Build the site first, or leave --site away.")
    context = load_context(config_file, today)
    context = dataclasses.replace(context, strict_dates=False)  # the page shows what is overdue by itself
    with _built(config_file, site) as folder:
        context = dataclasses.replace(context, site=folder)
        return collect.state(context, run(context, RULES), _visits(config_file))


def _visits(config_file: Path) -> Visits | None:
    """What `visits` wrote next to the configuration."""
    file = config_file.with_name(visits.FILE)
    try:
        return Visits.model_validate_json(file.read_text("utf-8")) if file.is_file() else None
    except ValidationError:
        raise build.BuildFailed(f"{file}: not what `visits` writes. Run that again, or delete the file.") from None


def old(file: Path) -> State:
    """The state that a file holds. Raises OldStateError and OSError."""
    return compare.read(file.read_text("utf-8", "replace"), str(file))


def write(out: Path, now: State, before: State | None, check: str) -> tuple[Path, Path]:
    """Write the page, which names the command `check`, and the JSON next to it."""
    json_file = out.with_suffix(".json")
    changed = compare.changes(before, now) if before else None
    out.parent.mkdir(parents=True, exist_ok=True)
    whole_file.write(out, page.render(now, changed, check))
    text = json.dumps(now.model_dump(mode="json"), ensure_ascii=False, indent=1)
    whole_file.write(json_file, f"{text}\n")
    return out, json_file


@contextmanager
def _built(config_file: Path, site: Path | None) -> Iterator[Path | None]:
    """The folder of a built site; none where it cannot be built, for the findings say why."""
    if site:
        yield site
        return
    with scratch_folder() as folder:
        try:
            with unchecked():
                build.build("mkdocs", config_file, folder / "site", None, False)
        except build.BuildFailed as failure:
            progress.clear()
            print(f"There is no site to weigh: {failure}", file=sys.stderr)
            yield None
        else:
            yield folder / "site"
