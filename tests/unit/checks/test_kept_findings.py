"""What was found before and kept makes no difference: after any edit the findings are those of a first run."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from random import Random

from check_contexts import context_of
from planted_mistakes import CASES, case, valid

from handrail.checks.cache import Cache
from handrail.checks.context import Context
from handrail.checks.rule import Finding, OnPages
from handrail.checks.rules import RULES
from handrail.checks.runner import run

MANY = 30
ARTICLE = "docs/en/pay/money-missing.md"


def findings(context: Context, file: Path | None = None) -> list[Finding]:
    context = replace(context, cache=Cache(file, "1"))
    found = run(context, RULES)
    context.cache.save()
    return found


def test_after_any_edits_the_findings_are_those_of_a_first_run(tmp_path: Path) -> None:
    """Each edit takes one mistake back and makes another, in text, front matter, data or settings."""
    random, kept = Random(0), tmp_path / "kept"
    for number, file in enumerate(random.sample(CASES, MANY)):
        context = context_of(tmp_path / str(number), case(file).files, case(file).strict)
        assert findings(context, kept) == findings(context), file


def test_what_a_rule_is_given_is_part_of_what_its_findings_are_kept_by(tmp_path: Path) -> None:
    """The page is the same: what the glossary avoids has changed, or the script of its language."""
    glossary, kept = "docs/data/glossary.yml", tmp_path / "kept"
    files = {**valid(), ARTICLE: f"{valid()[ARTICLE]}\nOpen the gizmo{' and open it' * 20}.\n"}
    before = findings(context_of(tmp_path / "before", files), kept)
    files[glossary] = f"{files.get(glossary, '')}\n- prefer: {{en: device}}\n  avoid: {{en: [gizmo]}}\n"
    after = findings(context_of(tmp_path / "after", files), kept)
    assert {finding.rule for finding in {*after} - {*before}} == {"language/terms"}
    files["mkdocs.yml"] = files["mkdocs.yml"].replace("script: ideographic", "script: alphabetic")
    context = context_of(tmp_path / "script", files)
    assert findings(context, kept) == findings(context)


def test_pages_that_did_not_change_are_not_read_again(tmp_path: Path, monkeypatch) -> None:
    kept, read = tmp_path / "kept", list[str]()
    convert = type(context_of(tmp_path / "0", valid()).convert).__call__
    monkeypatch.setattr(
        "handrail.markdown.converter.Converter.__call__", lambda self, text: read.append(text) or convert(self, text)
    )
    first = context_of(tmp_path / "1", valid())
    findings(first, kept)
    assert len(read) == len(first.pages)
    read.clear()
    findings(context_of(tmp_path / "2", {**valid(), ARTICLE: f"{valid()[ARTICLE]}\nOne more line.\n"}), kept)
    assert ["One more line." in text for text in read] == [True]


def test_a_crash_is_a_finding_and_is_not_kept(tmp_path: Path, monkeypatch) -> None:
    rule = next(rule for rule in RULES if rule.id == "safety/html")
    assert isinstance(rule.find, OnPages)
    broken = replace(rule, find=replace(rule.find, find=lambda page, _: 1 / 0))
    kept, context = tmp_path / "kept", context_of(tmp_path / "site", valid())
    for _ in range(2):
        found = run(replace(context, cache=Cache(kept, "1")), [broken])
        assert [finding.rule for finding in found] == ["check/broken-rule"]


def test_processes_that_share_the_pages_find_what_one_finds(tmp_path: Path, monkeypatch) -> None:
    """And this one then reads no page itself, now or in the next run."""
    mistakes = {path: text for file in CASES[:MANY] for path, text in case(file).files.items()}
    context, kept = context_of(tmp_path / "site", {**valid(), **mistakes}), tmp_path / "kept"
    expected, read = findings(context), list[str]()
    monkeypatch.setattr("handrail.cache.parallel.MANY", 1)
    monkeypatch.setattr("handrail.cache.parallel.threading.active_count", lambda: 1)
    convert = type(context.convert).__call__
    monkeypatch.setattr(
        "handrail.markdown.converter.Converter.__call__", lambda self, text: read.append(text) or convert(self, text)
    )
    for _ in range(2):
        assert findings(context, kept) == expected
    assert not read or sys.platform != "linux"
