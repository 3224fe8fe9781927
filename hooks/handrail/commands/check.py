"""Checks content against every rule, and names each problem, its place and its fix."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from handrail.authoring import whole_file
from handrail.checks import findability, formatters, rules_table
from handrail.checks.renamed_rules import current
from handrail.checks.rule import Finding, Rule
from handrail.checks.rules import RULES
from handrail.checks.runner import run
from handrail.commands import arguments, terminal
from handrail.commands.load_context import load_context
from handrail.engine.build import BuildFailed
from handrail.schema import progress
from handrail.schema.renamed import FIX
from handrail.search_runner.runner import require_v8

TABLE = Path("RULES.md")
MACHINES = {"json": formatters.as_json, "github": formatters.as_github, "gitlab": formatters.as_gitlab}
"""Formats that programs read."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(argv)
    if options.site and not options.site.is_dir():
        parser.error(f"argument --site: there is no folder {options.site}")
    if options.write_table:
        return _write_table()
    try:
        rules = chosen(options.select, options.ignore)
    except KeyError as unknown:
        parser.error(f"there is no rule {unknown}; RULES.md lists them all")
    try:
        if any(rule.family == "findability" for rule in rules):
            require_v8()
        with progress.shown(options.quiet):
            progress.step("Reading articles")
            context = load_context(options.config, options.today, options.site, options.online)
            findings = run(context, RULES, rules)
    except BuildFailed as failure:
        return terminal.fail(failure)
    context.cache.save()
    if findings or options.format != "text" or not options.quiet:
        _show(findings, options.format, options.all)
    if options.format == "text" and not options.quiet and any(rule.id == "findability/query" for rule in rules):
        with suppress(BuildFailed):  # the findings have it
            for line in findability.figures(context.answers):
                print(line, file=sys.stderr)
    return int(bool(formatters.count(findings, "error") or (options.fail_on == "warning" and findings)))


def _parser() -> argparse.ArgumentParser:
    parser = arguments.parser(__doc__, "It exits with 1 where there is an error, with 0 where there are warnings only.")
    parser.add_argument("--format", choices=("text", *MACHINES), default="text")
    arguments.add_quiet(parser)
    parser.add_argument("--fail-on", choices=("error", "warning"), default="error", help="default: error")
    parser.add_argument(
        "--today",
        type=arguments.day,
        nargs="?",
        const=arguments.TODAY,
        metavar="DATE",
        help="what is past its date on this day is an error; without a date: today",
    )
    parser.add_argument("--site", type=Path, metavar="DIR", help="also look at the built site in this folder")
    parser.add_argument("--online", action="store_true", help="also request the addresses of other sites; takes time")
    parser.add_argument("--select", action="append", metavar="ID", help="only this rule or family; may be repeated")
    parser.add_argument("--ignore", action="append", metavar="ID", help="not this rule or family; may be repeated")
    for old, new in (("rule", "select"), ("without", "ignore")):
        help = argparse.SUPPRESS
        parser.add_argument(f"--{old}", action=arguments.Renamed, dest=new, const=f"--{new}", help=help)
    parser.add_argument("--all", action="store_true", help="a line for each finding, also where many are the same")
    parser.add_argument("--write-table", action="store_true", help=f"only update the table of rules in {TABLE}")
    return parser


def chosen(names: Iterable[str] | None, without: Iterable[str] | None = None) -> Sequence[Rule]:
    """The rules with these ids or of these families, less others; all of them where none is named. Raises KeyError."""
    names = None if names is None else [_current(name) for name in names]
    without = [_current(name) for name in without or ()]
    for name in (*(names or ()), *without):
        if not any(name in (rule.id, rule.family) for rule in RULES):
            raise KeyError(name)
    wanted = [rule for rule in RULES if names is None or {rule.id, rule.family} & set(names)]
    return [rule for rule in wanted if not {rule.id, rule.family} & set(without)]


def _current(name: str) -> str:
    """The id of today, with a hint where it is another."""
    id = current(name)
    if id != name:
        print(f"'{name}' is now called '{id}'. {FIX}", file=sys.stderr)
    return id


def _show(findings: Sequence[Finding], format: str, everything: bool) -> None:
    if isinstance(sys.stdout, TextIOWrapper):  # not every terminal can show every letter, and machines read UTF-8
        sys.stdout.reconfigure(encoding=None if format == "text" else "utf-8", errors="backslashreplace")
    as_text = formatters.as_terminal if sys.stdout.isatty() else formatters.as_text
    machine = MACHINES.get(format)
    print(machine(findings) if machine else as_text(findings, everything), flush=True)


def _write_table() -> int:
    try:
        whole_file.write(TABLE, rules_table.renewed(TABLE.read_text("utf-8"), RULES))
    except FileNotFoundError:
        return terminal.fail(f"{TABLE}: no such file. Run this in the folder of the generator.")
    print(f"Wrote {TABLE}", file=sys.stderr)
    return 0
