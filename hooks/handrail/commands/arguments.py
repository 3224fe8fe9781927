"""A day as people type it behind an option."""

from __future__ import annotations

import argparse
import datetime


def day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date, write it as in 2026-11-23") from None
