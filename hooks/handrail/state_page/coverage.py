"""Coverage: which articles exist in which language, and which of them are published."""

from __future__ import annotations

from handrail.report.state import Article, State
from handrail.state_page.chart import Bar, bars
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Cell, Column, Row, table

LEGEND = (("good", "published"), ("near", "draft"), ("missing", "missing"))


def section(state: State) -> Section:
    codes = [language.code for language in state.languages]
    missing = [(article, code) for article in state.articles for code in codes if code not in article.status]
    drafts = sum(status == "draft" for article in state.articles for status in article.status.values())
    if not missing and not drafts:
        lead = f"Each of the {count(len(state.articles), 'article')} is published in every language."
    else:
        published = f"{count(state.published, 'page')} of {state.pairs:,} published"
        lead = f"{published}, {drafts:,} in draft, {len(missing):,} missing."
    rows = [_bar(state, language.code, language.name) for language in state.languages]
    chart = bars("coverage-chart", "Articles by language", rows, LEGEND)
    columns = [
        Column("Category"),
        *(Column(code, is_number=True) for code in codes),
        Column("Articles", is_number=True),
    ]
    listed = table(
        "coverage-table",
        "Published articles by category",
        columns,
        [_category(state, id, title) for id, title in state.categories.items()],
    )
    pairs = [Pair(chart, listed)]
    incomplete = [article for article in state.articles if _gaps(article, codes)]
    if incomplete:
        cells: list[Row] = [[article.id, _title(article), ", ".join(_gaps(article, codes))] for article in incomplete]
        columns = [Column("Article", is_code=True), Column("Title"), Column("Not published")]
        pairs.append(
            Pair(None, table("gaps-table", "Articles that are not published in every language", columns, cells))
        )
    return Section("coverage", "Coverage", lead, "bad" if missing else "near" if drafts else "good", pairs)


def _bar(state: State, code: str, name: str) -> Bar:
    status = [article.status.get(code, "missing") for article in state.articles]
    published, drafts, missing = (status.count(word) for word in ("published", "draft", "missing"))
    share = f"{published / len(status):.0%}" if status else "none"
    return Bar(name, (("good", published), ("near", drafts), ("missing", missing)), f"{published} · {share}")


def _category(state: State, id: str, title: str) -> Row:
    articles = [article for article in state.articles if article.category == id]
    counts = (
        sum(article.status.get(language.code) == "published" for article in articles) for language in state.languages
    )
    cells = [Cell(f"{number}", number, tone="" if number == len(articles) else "bad") for number in counts]
    return [Cell(title, language=_first(state)), *cells, len(articles)]


def _gaps(article: Article, codes: list[str]) -> list[str]:
    status = [(code, article.status.get(code, "missing")) for code in codes]
    return [f"{code}: {word}" for code, word in status if word != "published"]


def _title(article: Article) -> Cell:
    code, title = next(iter(article.titles.items()))
    return Cell(title, language=code)


def _first(state: State) -> str:
    return state.languages[0].code if state.languages else ""
