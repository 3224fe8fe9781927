"""Options that several commands have, and the commands that they recommend."""

from __future__ import annotations

import argparse
import datetime
import shlex
import sys
from pathlib import Path

CONFIG = Path("mkdocs.yml")


def parser(description: str | None, epilog: str | None = None) -> argparse.ArgumentParser:
    """A parser with the option that every command has."""
    parser = argparse.ArgumentParser(description=description, epilog=epilog)
    parser.add_argument(
        "--config", type=Path, default=CONFIG, metavar="FILE", help="default: mkdocs.yml in the current folder"
    )
    return parser


def day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date, write it as in 2026-11-23") from None


def command(verb: str, config: Path = CONFIG) -> str:
    """How to type another command, in the way in which this one was typed."""
    script = Path(sys.argv[0])
    typed = ["python3", str(script.with_name(f"{verb}.py"))] if script.suffix == ".py" else ["handrail", verb]
    return shlex.join([*typed, *([] if config == CONFIG else ["--config", str(config)])])
