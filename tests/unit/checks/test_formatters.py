"""Findings as authors and programs read them: complete, and without a hundred equal lines."""

from __future__ import annotations

import json

import click

from handrail.checks.formatters import MAX_LINES, as_github, as_gitlab, as_json, as_terminal, as_text
from handrail.checks.rule import Finding
from handrail.schema.problem import Problem


def finding(path: str = "docs/a.md", line: int = 3, message: str = "a lamp", rule: str = "light/lamp") -> Finding:
    return Finding(rule, "error" if rule == "light/lamp" else "warning", Problem(path, line, message, "Put it out."))


def test_a_line_has_place_problem_fix_and_rule() -> None:
    text = as_text([finding()])
    assert text == "docs/a.md:3: error: a lamp. Put it out. [light/lamp]\n1 error."


def test_the_last_line_is_a_summary() -> None:
    assert as_text([]) == "No problems found."
    findings = [finding(), finding(line=4), finding(rule="light/day")]
    assert as_text(findings).splitlines()[-1] == "2 errors and 1 warning."


def test_identical_findings_share_a_line_with_the_first_places() -> None:
    findings = [finding(f"docs/{number}.md") for number in range(9)]
    assert as_text(findings).splitlines() == [
        "docs/0.md:3, docs/1.md:3, docs/2.md:3 and 6 more in 9 files: error: a lamp. Put it out. [light/lamp]",
        "9 errors.",
    ]
    assert len(as_text(findings, everything=True).splitlines()) == 10


def test_identical_findings_in_one_file_share_a_line() -> None:
    text = as_text([finding(line=number) for number in range(1, 6)])
    assert text.startswith("docs/a.md:1, docs/a.md:2, docs/a.md:3 and 2 more: error")


def test_a_rule_has_a_limited_number_of_lines() -> None:
    findings = [finding(message=f"lamp {number}") for number in range(400)] + [finding(rule="light/day")]
    lines = as_text(findings).splitlines()
    assert len(lines) == MAX_LINES + 3
    assert "light/day" in lines[-3]
    assert lines[-2:] == [
        f"... and {400 - MAX_LINES} more of light/lamp. Use --all to see them.",
        "400 errors and 1 warning.",
    ]


def test_a_terminal_gets_the_findings_by_file_and_counts_by_rule() -> None:
    findings = [finding(), finding("docs/b.md", rule="light/day"), finding(line=0, message="another lamp")]
    assert click.unstyle(as_terminal(findings)).splitlines() == [
        "docs/a.md",
        "     3  error    a lamp. Put it out. light/lamp",
        "        error    another lamp. Put it out. light/lamp",
        "docs/b.md",
        "     3  warning  a lamp. Put it out. light/day",
        "",
        "     2  light/lamp",
        "     1  light/day",
        "2 errors and 1 warning.",
    ]
    assert "\x1b[31merror" in as_terminal(findings)


def test_a_terminal_gets_so_many_of_a_rule_and_no_file_without_any() -> None:
    lines = as_terminal([finding(f"docs/{number}.md") for number in range(40)]).splitlines()
    assert len(lines) == 2 * MAX_LINES + 2
    assert lines[-2] == f"... and {40 - MAX_LINES} more. Use --all to see them."


def test_json_has_every_finding_with_the_documented_keys() -> None:
    findings = [finding(line=number) for number in range(1, 8)]
    data = json.loads(as_json(findings))
    assert (data["version"], data["errors"], data["warnings"], len(data["findings"])) == (1, 7, 0, 7)
    assert data["findings"][0] == {
        "rule": "light/lamp",
        "severity": "error",
        "path": "docs/a.md",
        "line": 1,
        "message": "a lamp",
        "cure": "Put it out.",
    }


def test_annotations_are_escaped() -> None:
    text = as_github([finding("docs/a,b:c.md", 0, "100 %\nof it")])
    assert text == "::error file=docs/a%2Cb%3Ac.md,line=1,title=light/lamp::100 %25%0Aof it. Put it out."


def test_a_report_for_gitlab_tells_findings_apart_and_names_their_lines() -> None:
    report = json.loads(as_gitlab([finding(), finding(line=0, rule="light/day")]))
    assert [(entry["check_name"], entry["severity"]) for entry in report] == [
        ("light/lamp", "major"),
        ("light/day", "minor"),
    ]
    assert [entry["location"]["lines"]["begin"] for entry in report] == [3, 1]
    assert report[0]["description"] == "a lamp. Put it out."
    assert len({entry["fingerprint"] for entry in report}) == 2
