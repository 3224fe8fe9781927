"""From a configuration file to the findings in its content. Nothing is built for it."""

from __future__ import annotations

import datetime
import hashlib
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path

import environment
from handrail.center import loader
from handrail.center.docs_folder import DATA
from handrail.center.theme_resources import Theme
from handrail.checks import formatters, rules_table, search_queries
from handrail.checks.cache import Cache
from handrail.checks.context import Context
from handrail.checks.rule import Finding, Rule
from handrail.checks.rules import RULES
from handrail.checks.runner import inspect
from handrail.commands.link_checker import Visitor
from handrail.engine import build
from handrail.schema.problem import Problem
from handrail.schema.source import Source
from handrail.search_runner.runner import Searcher

CACHE = environment.ROOT / ".cache/texts"


def context(
    config_file: Path, today: datetime.date | None = None, site: Path | None = None, online: bool = False
) -> Context:
    """What the rules look at. With `today`, what is past its date on that day is an error; `site` is a built site.
    With `online`, the addresses of other sites are visited.

    Raises BuildFailed where there is no configuration to read.
    """
    config, paths = build.documents(config_file)
    source = Source.read(config_file, config_file.name)
    if isinstance(source, Problem):
        raise build.BuildFailed(str(source))
    docs = Path(config.docs_dir)
    theme = Theme(tuple(map(Path, config.theme.dirs)))
    loaded = loader.read(source, config.extra, theme, docs, docs.name, paths)
    return Context(
        loaded,
        docs,
        today or datetime.date.today(),
        strict_dates=today is not None,
        site=site,
        search=Searcher(config_file),
        visit=Visitor() if online else None,
        query_files=search_queries.sources(config_file.resolve().parent, docs, docs.name, DATA, loaded.codes),
        cache=_memory(config_file),
    )


def findings(
    config_file: Path,
    rules: Sequence[Rule] = RULES,
    today: datetime.date | None = None,
    site: Path | None = None,
    online: bool = False,
) -> list[Finding]:
    """Everything that breaks one of the rules, the worst first. Raises BuildFailed."""
    read = context(config_file, today, site, online)
    found = inspect(read, rules)
    read.cache.save()
    return found


def _memory(config_file: Path) -> Cache:
    """What was made of the texts of a site when they were last read, by the code and the packages there are now."""
    core = environment.ROOT / "hooks/handrail"
    files = [environment.ROOT / environment.LOCKS["site"][0], *core.rglob("*.py"), *core.rglob("*.yml")]
    code = hashlib.sha256(sys.version.encode())
    for file in sorted(files):
        code.update(f"\0{file}\0".encode())
        code.update(file.read_bytes())
    name = hashlib.sha256(str(config_file.resolve()).encode()).hexdigest()[:16]
    return Cache(CACHE / f"{name}.pickle", code.hexdigest())


def chosen(names: Iterable[str] | None, without: Iterable[str] | None = None) -> Sequence[Rule]:
    """The rules with these ids or of these families, less others; all of them where none is named. Raises KeyError."""
    for name in (*(names or ()), *(without or ())):
        if not any(name in (rule.id, rule.family) for rule in RULES):
            raise KeyError(name)
    wanted = [rule for rule in RULES if names is None or {rule.id, rule.family} & set(names)]
    return [rule for rule in wanted if not {rule.id, rule.family} & set(without or ())]


def show(found: Sequence[Finding], format: str, everything: bool) -> None:
    if isinstance(sys.stdout, TextIOWrapper):  # not every terminal can show every letter, and machines read UTF-8
        sys.stdout.reconfigure(encoding=None if format == "text" else "utf-8", errors="backslashreplace")
    written = {"json": formatters.as_json, "github": formatters.as_github}.get(format)
    print(written(found) if written else formatters.as_text(found, everything), flush=True)


def status(found: Sequence[Finding], fail_on: str) -> int:
    """What the command exits with."""
    return int(bool(formatters.count(found, "error") or (fail_on == "warning" and found)))


def write_table() -> None:
    file = environment.ROOT / "RULES.md"
    file.write_text(rules_table.renewed(file.read_text("utf-8"), RULES), "utf-8", newline="\n")
    print(f"Wrote {file.name}", file=sys.stderr)
