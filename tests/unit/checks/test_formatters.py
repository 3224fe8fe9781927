"""What an author reads: all of it, the worst first, and not the same line a hundred times."""

from __future__ import annotations

import json

from handrail.checks.formatters import MAX_LINES, as_github, as_json, as_text
from handrail.checks.rule import Finding
from handrail.schema.problem import Problem


def finding(path: str = "docs/a.md", line: int = 3, message: str = "a lamp", rule: str = "light/lamp") -> Finding:
    return Finding(rule, "error" if rule == "light/lamp" else "warning", Problem(path, line, message, "Put it out."))


def test_a_line_says_where_and_what_and_how_to_mend_it() -> None:
    text = as_text([finding()])
    assert text == "docs/a.md:3: error: a lamp. Put it out. [light/lamp]\n1 error."


def test_the_last_line_counts() -> None:
    assert as_text([]) == "No problems found."
    found = [finding(), finding(line=4), finding(rule="light/day")]
    assert as_text(found).splitlines()[-1] == "2 errors and 1 warning."


def test_what_repeats_is_said_once_with_its_first_places() -> None:
    found = [finding(f"docs/{number}.md") for number in range(9)]
    assert as_text(found).splitlines() == [
        "docs/0.md:3, docs/1.md:3, docs/2.md:3 and 6 more in 9 files: error: a lamp. Put it out. [light/lamp]",
        "9 errors.",
    ]
    assert len(as_text(found, everything=True).splitlines()) == 10


def test_what_repeats_in_one_file_is_said_once_too() -> None:
    text = as_text([finding(line=number) for number in range(1, 6)])
    assert text.startswith("docs/a.md:1, docs/a.md:2, docs/a.md:3 and 2 more: error")


def test_one_rule_does_not_drown_the_others() -> None:
    found = [finding(message=f"lamp {number}") for number in range(400)] + [finding(rule="light/day")]
    lines = as_text(found).splitlines()
    assert len(lines) == MAX_LINES + 3
    assert "light/day" in lines[-3]
    assert lines[-2:] == [
        f"... and {400 - MAX_LINES} more of light/lamp. Use --all to see them.",
        "400 errors and 1 warning.",
    ]


def test_json_has_every_finding_and_what_is_documented() -> None:
    found = [finding(line=number) for number in range(1, 8)]
    data = json.loads(as_json(found))
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
