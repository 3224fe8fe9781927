"""The state page: every figure of a state, safely, in one file."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

import pytest
import report_states
from bs4 import BeautifulSoup

from handrail.report.compare import changes
from handrail.report.state import State, Weight
from handrail.state_page import page


def soup(state: State, before: State | None = None) -> BeautifulSoup:
    return BeautifulSoup(page.render(state, changes(before, state) if before else None), "html.parser")


def lead(document: BeautifulSoup, section: str) -> str:
    return document.select_one(f"#{section} .lead").get_text()


def tiles(document: BeautifulSoup) -> dict[str, list[str]]:
    by_name = {}
    for tile in document.select(".tiles a"):
        name, *rest = [part.get_text() for part in tile.find_all(True)]
        by_name[name] = rest
    return by_name


def test_without_problems_the_page_says_so() -> None:
    document = soup(report_states.state())
    assert lead(document, "findings") == "No problems found."
    assert lead(document, "coverage") == "Each of the 2 articles is published in every language."
    assert lead(document, "drift") == "Every translation is up to date."
    assert lead(document, "freshness") == "Nothing is overdue; nothing more falls due within 30 days."
    assert lead(document, "findability") == "2 searches: 2 find the right article."
    assert lead(document, "orphans") == "Another page links to every article."
    assert lead(document, "guides") == "1 guide with 4 paths; every translation is up to date."
    assert tiles(document)["Errors"] == ["0", "must be fixed"]
    assert tiles(document)["Found"] == ["100%", "of 2 searches"]
    assert not document.select(".lead.bad, .lead.near, details")


def test_what_was_not_measured_does_not_look_good() -> None:
    document = soup(report_states.state(drift=None, findability=None, weights=None, guides=None))
    assert lead(document, "guides") == "Not read: the site cannot be built."
    assert lead(document, "drift") == "Not measured: no translation records which version it was made from."
    assert "was not checked" in lead(document, "findability")
    assert "no built site" in lead(document, "weights")
    assert tiles(document)["Found"][0] == tiles(document)["Weight"][0] == "?"
    assert "Outdated" not in tiles(document)


def test_a_help_center_with_nothing_in_it_has_a_page() -> None:
    empty: dict[str, Any] = {key: [] for key in ("languages", "articles", "findings", "reviews", "channels")}
    document = soup(report_states.state(**empty, categories={}, findability=[], weights=[], drift=[], guides=[]))
    assert document.h1.get_text() == "Lamp Help"


def test_every_kind_of_problem_is_shown() -> None:
    document = soup(report_states.troubled())
    assert lead(document, "findings").startswith("10 errors and 11 warnings from 6 rules.")
    assert lead(document, "coverage") == "6 pages of 8 published, 1 in draft, 1 missing."
    assert lead(document, "drift") == "3 sections of 1 translation are outdated, the first for 40 days."
    assert lead(document, "freshness") == "Overdue: 2 pages and 1 channel; 2 more fall due within 30 days."
    assert lead(document, "findability") == "6 searches: 4 find the right article, 2 do not."
    assert lead(document, "orphans").startswith("No other page links to 5 articles")
    gaps = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in document.select("#gaps-table tbody tr")]
    assert gaps == [["no-light", "no-light <en>", "zh: missing"], ["hot-lamp", "hot-lamp <en>", "en: draft"]]
    assert lead(document, "guides") == "1 guide with 4 paths; 2 texts fell behind."
    behind = [[cell.get_text() for cell in row] for row in document.select("#guide-drift-table tbody tr")]
    assert behind == [
        ["\n", "dark", "\n", "zh", "\n", "是", "\n", "<Yes>, it does", "\n", "Yes", "\n", "2026-11-24", "\n"],
        ["\n", "dark", "\n", "zh", "\n", "bulb", "\n", "bulb", "\n", "not translated", "\n", "", "\n"],
    ]
    missed = document.select("#findability details li")[-1].get_text()
    assert "no-light (zh) “灯不亮”. finds lost-lamp" in missed


def test_a_guide_is_a_graph_whose_boxes_have_their_words_and_the_answers_that_lead_there() -> None:
    document = soup(report_states.state())
    (paths,) = document.select("#guides-table tbody tr")
    assert paths.get_text(" ", strip=True) == "dark 2 3 2 2 0 0 0 0 0 0"
    graph = document.select_one("#guides svg.graph")
    assert len(graph.select("path.answer")) == 5
    assert len(graph.select("path.unsure")) == 1
    boxes = {box.find("text", recursive=False).get_text(): box for box in graph.select(".node")}
    assert boxes["bulb#first-steps"].foreignobject.get_text("|") == (
        "About <bulb#first-steps>|说 bulb#first-steps|← light: <Yes> bulb#first-steps / 是 bulb#first-steps|"
        "← plug: <Yes> bulb#first-steps / 是 bulb#first-steps"
    )
    corners = {id: (int(box.rect["x"]), int(box.rect["y"])) for id, box in boxes.items()}
    assert len(set(corners.values())) == 5
    assert corners["light"][0] < corners["plug"][0] < corners["cord"][0] == corners["contact#other"][0]
    assert corners["light"][1] == corners["plug"][1] == corners["bulb#first-steps"][1] < corners["cord"][1]
    assert not graph.find("a"), "the page stands alone, no site is beside it"


def test_errors_come_before_warnings_and_the_most_before_the_few() -> None:
    rules = [row.th.get_text() for row in soup(report_states.troubled()).select("#findings-table tbody tr")]
    assert rules == [
        *("translations/facts", "safety/host", "links/broken", "structure/alt-text"),
        *("language/length", "links/orphan"),
    ]


def test_thousands_of_findings_are_counted_but_not_all_listed() -> None:
    state = report_states.troubled(400)
    html = page.render(state)
    document = BeautifulSoup(html, "html.parser")
    assert len(state.findings) == 8400
    assert tiles(document)["Errors"][0] == "4,000"
    assert len(html) < 400_000
    first = document.select_one("#findings details")
    assert first.summary.get_text() == "translations/facts: 1600 findings".replace("1600", "1,600")
    assert len(first.find_all("li")) == 25
    assert "1,575 more: python3 scripts/check.py --select translations/facts --all" in first.get_text()
    assert "more in the JSON next to this page" in document.select_one("#freshness").get_text()


def test_content_is_escaped() -> None:
    document = soup(
        report_states.state(name="<script>", findings=[report_states.finding(message="<img src=x onerror=alert(1)>")])
    )
    assert document.h1.get_text() == "<script>"
    assert not document.find("img")
    assert len(document.find_all("script")) == 1


@pytest.mark.parametrize("state", [report_states.state(), report_states.troubled(3)], ids=["good", "troubled"])
def test_the_policy_allows_this_style_sheet_and_this_script_and_nothing_else(state: State) -> None:
    html = page.render(state)
    document = BeautifulSoup(html, "html.parser")
    content = document.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    policy = dict(part.split(" ", 1) for part in content.split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    for key, tag in (("style-src", document.style), ("script-src", document.script)):
        digest = base64.b64encode(hashlib.sha256(tag.string.encode()).digest()).decode()
        assert policy[key] == f"'sha256-{digest}'"
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)


@pytest.mark.parametrize("state", [report_states.state(), report_states.troubled(3)], ids=["good", "troubled"])
def test_it_makes_no_requests(state: State) -> None:
    html = page.render(state)
    document = BeautifulSoup(html, "html.parser")
    addresses = [tag.get(key) for tag in document.find_all(True) for key in ("src", "href") if tag.get(key)]
    assert [address for address in addresses if not address.startswith(("#", "data:"))] == []
    assert not re.search(r"url\((?!\"#)|@import|https?://", document.style.string)


def test_each_chart_has_a_table_and_a_description() -> None:
    document = soup(report_states.troubled())
    charts = document.select("figure.chart")
    assert len(charts) >= 7
    for chart in charts:
        assert chart.find_parent("section").find("table"), chart.figcaption
        assert chart.find("title").get_text()
        assert chart.find("desc").get_text()


def test_ids_are_unique_and_every_link_leads_to_one() -> None:
    document = soup(report_states.troubled(), report_states.state())
    ids = [tag["id"] for tag in document.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in document.find_all("a")} <= set(ids)


def test_the_same_state_gives_the_same_bytes() -> None:
    assert page.render(report_states.troubled(5)) == page.render(report_states.troubled(5))


def test_changes_come_first() -> None:
    before = report_states.state(
        day=report_states.DAY.replace(day=17),
        findings=[report_states.finding(), report_states.finding(rule="links/broken", message="gone")],
        weights=[Weight(url="", kind="home", html=9000, css=7000, js=3000)],
    )
    now = report_states.state(
        findings=[report_states.finding(line=9), report_states.finding(rule="structure/empty", severity="warning")]
    )
    document = soup(now, before)
    assert document.select_one("section h2").get_text() == "Changes"
    assert lead(document, "changes") == "Since 2026-11-17: 1 new finding, 1 resolved finding."
    new, resolved = document.select("#changes details")
    assert "docs/en/start/lost-lamp.md:3" in new.get_text()
    assert "gone" in resolved.get_text()
    assert tiles(document)["Errors"] == ["1", "must be fixed", "−1"]
    assert tiles(document)["Warnings"] == ["1", "should be fixed", "+1"]
    assert tiles(document)["Published"][-1] == "unchanged"
    assert tiles(document)["Weight"][-1] == "−5 kB"


def test_a_share_is_100_percent_only_where_nothing_is_missing() -> None:
    answers = [*(report_states.answer(f"lamp {number}") for number in range(5000)), report_states.answer("dark", 0)]
    assert tiles(soup(report_states.state(findability=answers)))["Found"][0] == "99.9%"
