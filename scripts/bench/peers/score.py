"""What searches find and cost, and the table that sets them side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

TABLES = {
    "success@1": ("Found first", 3),
    "success@3": ("Found among three", 3),
    "zero_result_rate": ("Without a result", 3),
    "index_bytes_gzip": ("Bytes of the index", 0),
    "engine_bytes_gzip": ("Bytes of the engine", 0),
    "query_ms_median": ("Milliseconds a question, median", 1),
}
"""The title and decimals of the table of each figure, by the name that a measurement gives it."""


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
    """A table for each figure, engines by sets; below them what was not measured and why, the sets, the engines and
    where it was measured."""
    lines: list[str] = []
    for figure, (title, places) in TABLES.items():
        lines += [*_table(scores, figure, title, places, markdown), ""]
    return "\n".join([*lines, *_notes(scores, circumstances, "- " if markdown else "")])


def _table(scores: Sequence[Score], figure: str, title: str, places: int, markdown: bool) -> list[str]:
    sets = list(dict.fromkeys(score.set for score in scores if figure in score.figures))
    known = {(score.engine, score.set): _cell(score, figure, places) for score in scores}
    engines = dict.fromkeys(score.engine for score in scores)
    rows = [(title, *sets), *((engine, *(known.get((engine, name), "-") for name in sets)) for engine in engines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    aligned = [
        [
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]
    if not markdown:
        return ["  ".join(row).rstrip() for row in aligned]
    rule = ["-" * (width - 1) + ":" if number else "-" * width for number, width in enumerate(widths)]
    return [f"| {' | '.join(row)} |" for row in (aligned[0], rule, *aligned[1:])]


def _cell(score: Score, figure: str, places: int) -> str:
    if score.reason:
        return score.reason.partition(":")[0]
    return f"{score.figures[figure]:,.{places}f}" if figure in score.figures else "-"


def _notes(scores: Sequence[Score], circumstances: Circumstances, mark: str) -> list[str]:
    missing = dict.fromkeys(f"{score.engine} on {score.set}: {score.reason}." for score in scores if score.reason)
    sets = [f"{name}: {content}." for name, content in circumstances.sets.items()]
    engines = [f"{name}: {setup}." for name, setup in circumstances.engines.items()]
    bytes_ = "Bytes are those of gzip. A query is timed to its ten first documents' numbers, when asked a second time."
    where = f"{circumstances.date}, {circumstances.browser}, {circumstances.machine}."
    return [f"{mark}{note}" for note in (*missing, *sets, *engines, bytes_, where)]
