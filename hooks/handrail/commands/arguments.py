"""Options that several commands have, and the commands that they recommend."""

from __future__ import annotations

import argparse
import datetime
import shlex
import sys
from pathlib import Path
from typing import Any

from handrail.schema import dates

CONFIG = Path("mkdocs.yml")
TODAY = "today"


def parser(description: str | None, epilog: str | None = None) -> argparse.ArgumentParser:
    """A parser with the option that every command has."""
    parser = argparse.ArgumentParser(description=description, epilog=epilog)
    parser.add_argument(
        "--config", type=Path, default=CONFIG, metavar="FILE", help="default: mkdocs.yml in the current folder"
    )
    return parser


def add_quiet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say only what is wrong, and no progress")


class Renamed(argparse.Action):
    """An option by its old name, which goes on working for one release. `const` is the new one."""

    def __call__(
        self, parser: argparse.ArgumentParser, options: argparse.Namespace, value: Any, name: str | None = None
    ) -> None:
        print(f"{name} is called {self.const} now; the old name goes with the next release.", file=sys.stderr)
        setattr(options, self.dest, [*(getattr(options, self.dest) or ()), value])


def day(text: str) -> datetime.date:
    if text == TODAY:
        return dates.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date, write it as in 2026-11-23") from None


def program(verb: str) -> list[str]:
    """What runs another command, behind the name of Python: a file in scripts/, where this one was run by such."""
    script = Path(sys.argv[0]).with_name(f"{verb}.py")
    return [str(script)] if script.parent.name == "scripts" and script.is_file() else ["-m", "handrail", verb]


def command(verb: str, config: Path = CONFIG) -> str:
    """How to type another command, as this one was typed, for the same configuration."""
    words = ["handrail", verb] if sys.argv[0].startswith("handrail ") else ["python3", *program(verb)]
    return shlex.join([*words, *([] if config == CONFIG else ["--config", str(config)])])
