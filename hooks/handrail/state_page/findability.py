"""Findability: by which words search leads to an article, and by which it does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from handrail.report.state import Answer, State
from handrail.state_page.chart import Bar, bars
from handrail.state_page.html import count
from handrail.state_page.section import Fold, Note, Pair, Section
from handrail.state_page.table import Cell, Column, Row, table

KINDS = {"title": "titles", "question": "their own questions", "query": "queries"}
LEGEND = (("good", "first"), ("fair", "second or third"), ("bad", "too late, or not at all"))
SHOWN = 50


def section(state: State) -> Section:
    title = "Findability"
    if state.findability is None:
        return Section("findability", title, "Search could not be asked: there can be no site yet.", "none")
    answers = state.findability
    missed = [answer for answer in answers if not answer.is_met]
    lead = f"Search was asked {count(len(answers), 'time')}: {len(answers) - len(missed):,} lead to the right article"
    lead += f", {len(missed):,} do not." if missed else "."
    rows = [row for language in state.languages for row in _bars(language.name, language.code, answers)]
    says = "; ".join(f"{row.label}: {row.note}" for row in rows)
    chart = bars("findability-chart", "Where the right article comes", says, rows, LEGEND)
    columns = [
        *(Column("Article", is_code=True), Column("Language"), Column("Asked", is_number=True)),
        *(Column("First", is_number=True), Column("Second or third", is_number=True), Column("Missed", is_number=True)),
    ]
    listed = table("findability-table", "By article, the hardest to find first", columns, _rows(answers), 5, True)
    folds = [_fold(missed)] if missed else []
    return Section("findability", title, lead, "bad" if missed else "good", (Pair(chart, listed),), folds)


def _bars(name: str, code: str, answers: Sequence[Answer]) -> list[Bar]:
    found = []
    for kind, word in KINDS.items():
        places = [_place(answer) for answer in answers if (answer.language, answer.kind) == (code, kind)]
        if places:
            parts = tuple((part, float(places.count(part)) / len(places)) for part, _ in LEGEND)
            found.append(
                Bar(f"{name}, {word}", parts, f"{places.count('good') / len(places):.0%} of {len(places)} first")
            )
    return found


def _place(answer: Answer) -> str:
    return "bad" if not answer.is_met else "good" if answer.place == 1 else "fair"


def _rows(answers: Sequence[Answer]) -> list[Row]:
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for answer in answers:
        places[answer.article, answer.language].append(_place(answer))
    worst = sorted(places.items(), key=lambda item: (-item[1].count("bad"), -item[1].count("fair"), item[0]))
    return [
        [
            *(article, language, len(found), found.count("good"), found.count("fair")),
            Cell(str(found.count("bad")), found.count("bad"), tone="bad" if "bad" in found else ""),
        ]
        for (article, language), found in worst
    ]


def _fold(missed: Sequence[Answer]) -> Fold:
    notes = [
        Note(
            f"{answer.article} ({answer.language})",
            f"“{answer.text}”",
            f"finds {', '.join(answer.instead) or 'nothing'}",
            "error",
        )
        for answer in missed[:SHOWN]
    ]
    how = "python3 scripts/check.py --rule findability --all"
    return Fold(f"{count(len(missed), 'question')} without the right answer", notes, max(0, len(missed) - SHOWN), how)
