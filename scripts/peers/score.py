"""What searches find and cost, and the table that sets them side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

FIGURES = {
    "success@1": ("Success@1", 3),
    "success@3": ("Success@3", 3),
    "mrr@10": ("MRR@10", 3),
    "zero_result_rate": ("No result", 3),
    "index_bytes_gzip": ("Index bytes", 0),
    "engine_bytes_gzip": ("Engine bytes", 0),
    "query_ms_median": ("Query ms", 1),
}
"""The heading and decimals of each figure, by the name that an evaluation gives it."""


@dataclass(frozen=True)
class Score:
    """What one engine did on one set: its figures, or why there are none."""

    set: str
    engine: str
    figures: Mapping[str, float]
    reason: str = ""


@dataclass(frozen=True)
class Circumstances:
    date: str
    machine: str
    browser: str
    sets: Mapping[str, str]
    """What each set holds, by name."""
    engines: Mapping[str, str]
    """Version and set-up of each engine, by name."""


def as_json(scores: Sequence[Score], circumstances: Circumstances) -> str:
    return json.dumps({**asdict(circumstances), "scores": [asdict(score) for score in scores]}, indent=2)


def as_table(scores: Sequence[Score], circumstances: Circumstances, markdown: bool) -> str:
    """A table, and below it what was not measured and why, the sets, the engines and where it was measured."""
    head = ("Set", "Engine", *(heading for heading, _ in FIGURES.values()))
    rows = [_cells(score) for score in scores]
    columns = list(zip(head, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    aligned = list(zip(*map(_align, columns, widths, range(len(head))), strict=True))
    if markdown:
        rules = ["-" * width if number < 2 else "-" * (width - 1) + ":" for number, width in enumerate(widths)]
        lines = [f"| {' | '.join(row)} |" for row in (aligned[0], rules, *aligned[1:])]
    else:
        lines = ["  ".join(row).rstrip() for row in aligned]
    return "\n".join([*lines, "", *_notes(scores, circumstances, "- " if markdown else "")])


def _cells(score: Score) -> tuple[str, ...]:
    if score.reason:
        return (score.set, score.engine, score.reason.partition(":")[0], *("" for _ in list(FIGURES)[1:]))
    values: dict[str, Any] = {**score.figures}
    figures = (f"{values[name]:,.{places}f}" for name, (_, places) in FIGURES.items())
    return (score.set, score.engine, *figures)


def _align(column: Sequence[str], width: int, number: int) -> list[str]:
    return [cell.ljust(width) if number < 2 else cell.rjust(width) for cell in column]


def _notes(scores: Sequence[Score], circumstances: Circumstances, mark: str) -> list[str]:
    missing = dict.fromkeys(f"{score.engine} on {score.set}: {score.reason}." for score in scores if score.reason)
    sets = [f"{name}: {content}." for name, content in circumstances.sets.items()]
    engines = [f"{name}: {setup}." for name, setup in circumstances.engines.items()]
    bytes_ = "Bytes are those of gzip. A query is timed to its ten first documents' numbers, when asked a second time."
    where = f"{circumstances.date}, {circumstances.browser}, {circumstances.machine}."
    return [f"{mark}{note}" for note in (*missing, *sets, *engines, bytes_, where)]
