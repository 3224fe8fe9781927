"""Findability: which searches find the right article, and which do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from handrail.report.state import Answer, State
from handrail.state_page.chart import Bar, bars
from handrail.state_page.html import count
from handrail.state_page.section import Fold, Note, Pair, Section
from handrail.state_page.table import Cell, Column, Row, table

KINDS = {"title": "titles", "question": "their own questions", "query": "queries"}
LEGEND = (("good", "first"), ("fair", "second or third"), ("bad", "lower, or not found"))
MAX_SHOWN = 50


def section(state: State, check: str) -> Section:
    title = "Findability"
    if state.findability is None:
        return Section("findability", title, "Search was not checked, because the site cannot be built.", "none")
    answers = state.findability
    missed = [answer for answer in answers if not answer.is_met]
    lead = f"{count(len(answers), 'search', 'searches')}: {len(answers) - len(missed):,} find the right article"
    lead += f", {len(missed):,} do not." if missed else "."
    rows = [row for language in state.languages for row in _bars(language.name, language.code, answers)]
    chart = bars("findability-chart", "Rank of the right article", rows, LEGEND)
    columns = [
        *(Column("Article", is_code=True), Column("Language"), Column("Searches", is_number=True)),
        *(Column("First", is_number=True), Column("Second or third", is_number=True), Column("Missed", is_number=True)),
    ]
    listed = table("findability-table", "By article, the hardest to find first", columns, _rows(answers), 5, True)
    folds = [_fold(missed, check)] if missed else []
    return Section("findability", title, lead, "bad" if missed else "good", (Pair(chart, listed),), folds)


def _bars(name: str, code: str, answers: Sequence[Answer]) -> list[Bar]:
    rows = []
    for kind, word in KINDS.items():
        tones = [_tone(answer) for answer in answers if (answer.language, answer.kind) == (code, kind)]
        if tones:
            parts = tuple((part, tones.count(part) / len(tones)) for part, _ in LEGEND)
            note = f"{tones.count('good') / len(tones):.0%} of {len(tones)} first"
            rows.append(Bar(f"{name}, {word}", parts, note))
    return rows


def _tone(answer: Answer) -> str:
    return "bad" if not answer.is_met else "good" if answer.place == 1 else "fair"


def _rows(answers: Sequence[Answer]) -> list[Row]:
    tones_of: dict[tuple[str, str], list[str]] = defaultdict(list)
    for answer in answers:
        tones_of[answer.article, answer.language].append(_tone(answer))
    worst = sorted(tones_of.items(), key=lambda item: (-item[1].count("bad"), -item[1].count("fair"), item[0]))
    return [
        [
            *(article, language, len(tones), tones.count("good"), tones.count("fair")),
            Cell(str(tones.count("bad")), tones.count("bad"), tone="bad" if "bad" in tones else ""),
        ]
        for (article, language), tones in worst
    ]


def _fold(missed: Sequence[Answer], check: str) -> Fold:
    notes = [
        Note(
            f"{answer.article} ({answer.language})",
            f"“{answer.text}”",
            f"finds {', '.join(answer.instead) or 'nothing'}",
            "error",
        )
        for answer in missed[:MAX_SHOWN]
    ]
    how = f"{check} --select findability --all"
    return Fold(
        f"{count(len(missed), 'search', 'searches')} without the right article",
        notes,
        max(0, len(missed) - MAX_SHOWN),
        how,
    )
