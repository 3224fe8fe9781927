"""Guides: each as a graph, its paths by their length, and which of its texts fell behind their original."""

from __future__ import annotations

from handrail.report.guide_graph import Guide, GuideText
from handrail.report.state import State
from handrail.state_page.chart import Chart
from handrail.state_page.graph import draw
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Cell, Column, Row, table


def section(state: State) -> Section:
    if state.guides is None:
        return Section("guides", "Guides", "Not read: the site cannot be built.", "none")
    if not state.guides:
        return Section("guides", "Guides", "There are none.", "none")
    codes = [language.code for language in state.languages[1:]]
    texts = [(guide, text) for guide in state.guides for text in guide.drift]
    paths = sum(sum(guide.lengths.values()) for guide in state.guides)
    lead = f"{count(len(state.guides), 'guide')} with {count(paths, 'path')}; "
    lead += f"{count(len(texts), 'text')} fell behind." if texts else "every translation is up to date."
    lengths = sorted({length for guide in state.guides for length in guide.lengths})
    columns = [Column("Guide", is_code=True), Column("Questions", is_number=True), Column("Ends", is_number=True)]
    columns += [Column(name, is_number=True) for name in (*map(str, lengths), *(f"Behind: {code}" for code in codes))]
    rows = [_row(guide, lengths, codes) for guide in state.guides]
    pairs = [Pair(None, table("guides-table", "Paths by the number of their questions", columns, rows))]
    pairs += [Pair(Chart(_title(guide), draw(guide)), None) for guide in state.guides]
    words = [Column("Guide", is_code=True), Column("Question", is_code=True)]
    words += [*(Column(language.name) for language in state.languages), Column("Answers", is_number=True)]
    asked = [row for guide in state.guides for row in _questions(guide)]
    pairs.append(Pair(None, table("guide-questions-table", "Questions of guides", words, asked)))
    if texts:
        names = ("Guide", "Language", "Text", "Original", "It said before", "Since")
        behind = table("guide-drift-table", "Texts that fell behind", [*map(Column, names)], map(_text, texts))
        pairs.append(Pair(None, behind))
    return Section("guides", "Guides", lead, "near" if texts else "good", pairs)


def _title(guide: Guide) -> str:
    return f"{guide.id}: {' / '.join(guide.titles.values())}"


def _row(guide: Guide, lengths: list[int], codes: list[str]) -> Row:
    questions = sum(node.kind == "question" for node in guide.nodes)
    behind = (sum(text.language == code for text in guide.drift) for code in codes)
    return [
        guide.id,
        questions,
        len(guide.nodes) - questions,
        *(guide.lengths.get(length, 0) for length in lengths),
        *behind,
    ]


def _questions(guide: Guide) -> list[Row]:
    return [
        [
            *(guide.id, node.id),
            *(Cell(text, language=code) for code, text in node.texts.items()),
            sum(answer.start == node.id for answer in guide.answers),
        ]
        for node in guide.nodes
        if node.kind == "question"
    ]


def _text(behind: tuple[Guide, GuideText]) -> Row:
    guide, text = behind
    before, since = (text.before, str(text.since or "today")) if text.before else ("not translated", "")
    return [guide.id, text.language, Cell(text.text, language=text.language), text.original, before, since]
