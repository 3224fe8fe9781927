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


def lead(held: BeautifulSoup, section: str) -> str:
    return held.select_one(f"#{section} .lead").get_text()


def tiles(held: BeautifulSoup) -> dict[str, list[str]]:
    found = {}
    for tile in held.select(".tiles a"):
        name, *rest = [part.get_text() for part in tile.find_all(True)]
        found[name] = rest
    return found


def test_where_all_is_well_the_page_says_so() -> None:
    held = soup(report_states.state())
    assert lead(held, "findings") == "No rule finds anything wrong."
    assert lead(held, "coverage") == "Each of the 2 articles is published in every language."
    assert lead(held, "drift") == "Every translation says what its original says today."
    assert lead(held, "freshness") == "Nothing is overdue; nothing more falls due within 30 days."
    assert lead(held, "findability") == "Search was asked 2 times: 2 lead to the right article."
    assert lead(held, "orphans") == "Every article is led to by another page."
    assert tiles(held)["Errors"] == ["0", "must be mended"]
    assert tiles(held)["Found"] == ["100%", "of 2 questions"]
    assert not held.select(".lead.bad, .lead.near, details")


def test_what_was_not_measured_is_not_called_well() -> None:
    held = soup(report_states.state(drift=None, findability=None, weights=None))
    assert lead(held, "drift") == "Not measured: no translation says which text it was made from."
    assert "could not be asked" in lead(held, "findability")
    assert "no built site" in lead(held, "weights")
    assert tiles(held)["Found"][0] == tiles(held)["Weight"][0] == "?"
    assert "Behind" not in tiles(held)


def test_a_help_center_with_nothing_in_it_has_a_page() -> None:
    empty: dict[str, Any] = {key: [] for key in ("languages", "articles", "findings", "reviews", "channels")}
    held = soup(report_states.state(**empty, categories={}, findability=[], weights=[], drift=[]))
    assert held.h1.get_text() == "Lamp Help"


def test_whoever_looks_sees_what_is_wrong() -> None:
    held = soup(report_states.troubled())
    assert lead(held, "findings").startswith("10 errors and 11 warnings from 6 rules.")
    assert lead(held, "coverage") == "6 pages of 8 published, 1 in draft, 1 missing."
    assert lead(held, "drift") == "3 sections of 1 translation fell behind, the first of them 40 days ago."
    assert lead(held, "freshness") == "Overdue: 2 pages and 1 channel; 2 more fall due within 30 days."
    assert lead(held, "findability") == "Search was asked 6 times: 4 lead to the right article, 2 do not."
    assert lead(held, "orphans").startswith("5 articles no other page leads to")
    gaps = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in held.select("#gaps-table tbody tr")]
    assert gaps == [["no-light", "no-light <en>", "zh: missing"], ["hot-lamp", "hot-lamp <en>", "en: draft"]]
    missed = held.select("#findability details li")[-1].get_text()
    assert "no-light (zh) “灯不亮”. finds lost-lamp" in missed


def test_errors_come_before_warnings_and_the_most_before_the_few() -> None:
    rules = [row.th.get_text() for row in soup(report_states.troubled()).select("#findings-table tbody tr")]
    assert rules == [
        *("translations/facts", "safety/host", "links/broken", "structure/alt-text"),
        *("language/length", "links/orphan"),
    ]


def test_thousands_of_findings_are_counted_but_not_all_listed() -> None:
    state = report_states.troubled(400)
    html = page.render(state)
    held = BeautifulSoup(html, "html.parser")
    assert len(state.findings) == 8400
    assert tiles(held)["Errors"][0] == "4,000"
    assert len(html) < 400_000
    first = held.select_one("#findings details")
    assert first.summary.get_text() == "translations/facts: 1600 findings".replace("1600", "1,600")
    assert len(first.find_all("li")) == 25
    assert "1,575 more: python3 scripts/check.py --rule translations/facts --all" in first.get_text()
    assert "more in the JSON beside this page" in held.select_one("#freshness").get_text()


def test_what_people_wrote_is_text() -> None:
    held = soup(
        report_states.state(name="<script>", findings=[report_states.finding(message="<img src=x onerror=alert(1)>")])
    )
    assert held.h1.get_text() == "<script>"
    assert not held.find("img")
    assert len(held.find_all("script")) == 1


@pytest.mark.parametrize("state", [report_states.state(), report_states.troubled(3)], ids=["well", "troubled"])
def test_the_policy_allows_this_style_sheet_and_this_script_and_nothing_else(state: State) -> None:
    html = page.render(state)
    held = BeautifulSoup(html, "html.parser")
    said = held.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    policy = dict(part.split(" ", 1) for part in said.split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    for key, tag in (("style-src", held.style), ("script-src", held.script)):
        digest = base64.b64encode(hashlib.sha256(tag.string.encode()).digest()).decode()
        assert policy[key] == f"'sha256-{digest}'"
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)


@pytest.mark.parametrize("state", [report_states.state(), report_states.troubled(3)], ids=["well", "troubled"])
def test_it_asks_no_host_for_anything(state: State) -> None:
    html = page.render(state)
    held = BeautifulSoup(html, "html.parser")
    addresses = [tag.get(key) for tag in held.find_all(True) for key in ("src", "href") if tag.get(key)]
    assert [each for each in addresses if not each.startswith(("#", "data:"))] == []
    assert not re.search(r"url\((?!\"#)|@import|https?://", held.style.string)


def test_each_chart_has_its_figures_beside_it() -> None:
    held = soup(report_states.troubled())
    charts = held.select("figure.chart")
    assert len(charts) >= 7
    for chart in charts:
        around = chart.find_parent("section")
        assert around.find("table"), chart.figcaption
        assert chart.find("title").get_text()
        assert chart.find("desc").get_text()


def test_no_two_places_have_one_name_and_every_link_leads_to_one() -> None:
    held = soup(report_states.troubled(), report_states.state())
    ids = [tag["id"] for tag in held.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in held.find_all("a")} <= set(ids)


def test_the_same_state_gives_the_same_bytes() -> None:
    assert page.render(report_states.troubled(5)) == page.render(report_states.troubled(5))


def test_what_changed_stands_first() -> None:
    before = report_states.state(
        day=report_states.DAY.replace(day=17),
        findings=[report_states.finding(), report_states.finding(rule="links/broken", message="gone")],
        weights=[Weight(url="", kind="home", html=9000, css=7000, js=3000)],
    )
    now = report_states.state(
        findings=[report_states.finding(line=9), report_states.finding(rule="structure/empty", severity="warning")]
    )
    held = soup(now, before)
    assert held.select_one("section h2").get_text() == "Changes"
    assert lead(held, "changes") == "Since 2026-11-17: 1 new finding, 1 resolved finding."
    new, resolved = held.select("#changes details")
    assert "docs/en/start/lost-lamp.md:3" in new.get_text()
    assert "gone" in resolved.get_text()
    assert tiles(held)["Errors"] == ["1", "must be mended", "−1"]
    assert tiles(held)["Warnings"] == ["1", "should be", "+1"]
    assert tiles(held)["Published"][-1] == "as before"
    assert tiles(held)["Weight"][-1] == "−5 kB"


def test_a_share_says_a_hundred_only_where_nothing_is_missing() -> None:
    answers = [*(report_states.answer(f"lamp {number}") for number in range(5000)), report_states.answer("dark", 0)]
    assert tiles(soup(report_states.state(findability=answers)))["Found"][0] == "99.9%"
