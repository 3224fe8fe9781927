"""The report: the state of a help center as values and as JSON, and the changes between two."""

from __future__ import annotations

import datetime
import gzip
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import report_states
from built_site import ROOT, SITES
from check_contexts import TODAY, context
from fake_search import FILES, search

from handrail.checks.rules import RULES
from handrail.checks.runner import run
from handrail.report import collect, compare
from handrail.report.page_weight import weigh
from handrail.report.state import State

SCHEMA = ROOT / "tests/vectors/state-schema.json"


def collected(folder: Path, files: Mapping[str, str], **other: object) -> State:
    checked = replace(context(folder, files), **other)  # type: ignore[arg-type]
    return collect.state(checked, run(checked, RULES))


def test_articles_are_in_the_order_of_the_site_with_the_status_in_each_language(tmp_path: Path) -> None:
    state = collected(tmp_path, FILES)
    assert [article.id for article in state.articles] == ["reach-support", "bulb", "cord", "lamp"]
    lamp = state.articles[-1]
    assert (lamp.titles, lamp.status, lamp.category) == ({"en": "The lamp"}, {"en": "published"}, "start")
    assert state.articles[2].status == {"en": "draft"}
    assert (state.published, state.pairs) == (4, 8)
    assert [language.code for language in state.languages] == ["en", "fr"]


def test_reviews_are_due_an_interval_after_the_last_one(tmp_path: Path) -> None:
    reviews = {(review.id, review.language): review for review in collected(tmp_path, FILES).reviews}
    assert reviews["lamp", "en"].due_on == datetime.date(2027, 5, 23)
    assert ("cord", "en") not in reviews, "drafts have no reviews"
    assert not reviews["lamp", "en"].is_overdue(datetime.date(2027, 5, 22))
    assert reviews["lamp", "en"].is_near(datetime.date(2027, 5, 22))
    assert reviews["lamp", "en"].is_overdue(datetime.date(2027, 5, 23))


def test_answers_name_what_search_finds_instead(tmp_path: Path) -> None:
    state = collected(tmp_path, FILES, search=search(is_it_dark="bulb a b lamp"))
    assert state.findability is not None
    (missed,) = [answer for answer in state.findability if not answer.is_met]
    assert (missed.article, missed.text, missed.place, missed.instead) == ("lamp", "is it dark", 4, ["bulb", "a", "b"])
    assert state.met == len(state.findability) - 1


def test_what_cannot_be_measured_is_null(tmp_path: Path) -> None:
    broken = {**FILES, "docs/en/start/lamp.md": "no front matter\n"}
    state = collected(tmp_path, broken, search=search())
    assert (state.findability, state.weights, state.drift) == (None, None, None)
    assert any(finding.rule == "structure/front-matter" for finding in state.findings)
    assert "lamp" not in [article.id for article in state.articles]


def test_a_section_whose_original_changed_is_outdated(tmp_path: Path) -> None:
    path = "docs/fr/start/reach-support.md"
    text = (SITES / "minimal" / path).read_text("utf-8")
    files = {path: text.replace("order:", 'source_hashes: {_top: "00000000", gone: "11111111"}\norder:', 1)}
    assert collected(tmp_path / "before", {}).drift is None
    outdated = collected(tmp_path / "after", files).drift
    assert outdated is not None
    assert [(section.article, section.language, section.section, section.what) for section in outdated] == [
        ("reach-support", "fr", "_top", "changed"),
        ("reach-support", "fr", "gone", "gone"),
    ]
    assert {(section.level, section.since, section.share, section.path) for section in outdated} == {
        ("medium", None, None, path)
    }


def test_an_empty_configuration_has_a_state(tmp_path: Path) -> None:
    state = collected(tmp_path, {"mkdocs.yml": "site_name: x\nextra: {}\n"})
    assert (state.name, state.languages, state.articles) == ("mkdocs.yml", [], [])


def test_a_page_weighs_each_file_that_it_loads_once(tmp_path: Path) -> None:
    (tmp_path / "en/a").mkdir(parents=True)
    css, js = b"a{}" * 99, b"x()" * 99
    (tmp_path / "a.css").write_bytes(css)
    (tmp_path / "a.js").write_bytes(js)
    html = (
        b'<link rel="stylesheet" href="../../a.css"><link href=/a.css rel=stylesheet><link rel=icon href=../../a.js>'
        b'<script src="../../a.js?x"></script><script src="https://other.example/a.js"></script><script>1</script>'
    )
    (tmp_path / "en/a/index.html").write_bytes(html)
    (tmp_path / "404.html").write_bytes(b"")
    not_found, page = weigh(tmp_path, {"en/a/": "article"})
    size = {name: len(gzip.compress(data, 9)) for name, data in (("html", html), ("css", css), ("js", js))}
    assert (page.url, page.kind, page.html, page.css, page.js) == ("en/a/", "article", *size.values())
    assert (not_found.url, not_found.kind, not_found.css, not_found.js) == ("404.html", "404", 0, 0)


def test_the_json_is_read_as_it_was_written(tmp_path: Path) -> None:
    for state in (report_states.troubled(), collected(tmp_path, FILES, search=search())):
        assert compare.read(json.dumps(state.model_dump(mode="json")), "old.json") == state
    assert collected(tmp_path, FILES).day == TODAY


def test_the_schema_of_the_json_changes_only_on_purpose() -> None:
    """After a backwards-compatible change: python3 scripts/report.py --schema > tests/vectors/state-schema.json"""
    assert State.model_json_schema() == json.loads(SCHEMA.read_text("utf-8"))


def test_unknown_keys_are_ignored() -> None:
    data = report_states.state().model_dump(mode="json")
    data["articles"][0]["mood"] = data["mood"] = "fine"
    assert compare.read(json.dumps(data), "old.json") == report_states.state()


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"version": 1}', '{"version": 1, "day": "x"}'])
def test_other_files_are_refused_with_a_fix(text: str) -> None:
    with pytest.raises(compare.OldStateError, match=r"old\.json: not the state .* scripts/report\.py"):
        compare.read(text, "old.json")


def test_a_state_of_another_version_is_refused() -> None:
    with pytest.raises(compare.OldStateError, match="its version is 2, not 1"):
        compare.read('{"version": 2}', "old.json")


def test_a_finding_on_another_line_is_not_new() -> None:
    twice = [report_states.finding(1), report_states.finding(5)]
    found = compare.changes(
        report_states.state(findings=twice), report_states.state(findings=[report_states.finding(9)])
    )
    assert found.new == ()
    assert [finding.line for finding in found.resolved] == [5]
    other = compare.changes(
        report_states.state(), report_states.state(findings=[report_states.finding(severity="warning")])
    )
    assert other.new_by_rule == {"structure/alt-text": 1}
    assert other.resolved == ()
