"""Holds the content to its rules, and says all at once what is wrong, where, and how to mend it."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from pathlib import Path

import environment
from handrail.commands.arguments import day


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog="It exits with 1 where there is an error, with 0 where there are warnings only."
    )
    default = environment.ROOT / "mkdocs.yml"
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help="default: mkdocs.yml")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--fail-on", choices=("error", "warning"), default="error", help="default: error")
    parser.add_argument(
        "--today",
        type=day,
        nargs="?",
        const=datetime.date.today(),
        metavar="DATE",
        help="what is past its date on this day is an error; without a date: today",
    )
    parser.add_argument("--site", type=Path, metavar="DIR", help="also look at the built site in this folder")
    parser.add_argument("--online", action="store_true", help="also visit other sites that are linked to; takes time")
    parser.add_argument("--rule", action="append", metavar="ID", help="only this rule or family; may be repeated")
    parser.add_argument("--without", action="append", metavar="ID", help="not this rule or family; may be repeated")
    parser.add_argument("--all", action="store_true", help="a line for each finding, also where many are the same")
    parser.add_argument("--write-table", action="store_true", help="write the table of rules in RULES.md anew, no more")
    options = parser.parse_args()
    if options.site and not options.site.is_dir():
        parser.error(f"argument --site: there is no folder {options.site}")
    environment.enter("site")

    from handrail.commands import check
    from handrail.engine.build import BuildFailed

    if options.write_table:
        check.write_table()
        return
    try:
        rules = check.chosen(options.rule, options.without)
    except KeyError as unknown:
        parser.error(f"there is no rule {unknown}; RULES.md lists them all")
    try:
        findings = check.findings(options.config, rules, today=options.today, site=options.site, online=options.online)
    except BuildFailed as failure:
        sys.exit(str(failure))
    check.show(findings, options.format, options.all)
    sys.exit(check.status(findings, options.fail_on))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever read along has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
