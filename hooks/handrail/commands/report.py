"""From a configuration file to the state of its help center: read, checked, asked, built and weighed."""

from __future__ import annotations

import dataclasses
import datetime
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from handrail.checks.rules import RULES
from handrail.checks.runner import inspect
from handrail.commands import check
from handrail.engine import build
from handrail.report import collect, compare
from handrail.report.state import State
from handrail.state_page import page


def state(config_file: Path, site: Path | None = None, today: datetime.date | None = None) -> State:
    """The state on a day. Without a `site` one is built for it. Raises BuildFailed where there is no configuration."""
    if site and not site.is_dir():
        raise build.BuildFailed(f"{site}: no such folder. Build the site first, or leave --site away.")
    context = check.context(config_file, today)
    context = dataclasses.replace(context, strict_dates=False)  # the page shows what is overdue by itself
    with _built(config_file, site) as folder:
        context = dataclasses.replace(context, site=folder)
        return collect.state(context, inspect(context, RULES))


def old(file: Path) -> State:
    """The state that a file holds. Raises OldStateError and OSError."""
    return compare.read(file.read_text("utf-8", "replace"), str(file))


def write(out: Path, now: State, before: State | None) -> tuple[Path, Path]:
    """Write the page, and the JSON beside it."""
    beside = out.with_suffix(".json")
    changed = compare.changes(before, now) if before else None
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page.render(now, changed), "utf-8", newline="\n")
    beside.write_text(as_json(now), "utf-8", newline="\n")
    return out, beside


def as_json(now: State) -> str:
    return json.dumps(now.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def schema() -> str:
    """What the JSON holds, as a JSON Schema."""
    return json.dumps(State.model_json_schema(), indent=1)


@contextmanager
def _built(config_file: Path, site: Path | None) -> Iterator[Path | None]:
    """The folder of a built site; none where it cannot be built, for the findings say why."""
    if site:
        yield site
        return
    with TemporaryDirectory(prefix="handrail-") as folder:
        try:
            build.build("mkdocs", config_file, Path(folder, "site"), None, False)
        except build.BuildFailed as failure:
            print(f"There is no site to weigh: {failure}", file=sys.stderr)
            yield None
        else:
            yield Path(folder, "site")
