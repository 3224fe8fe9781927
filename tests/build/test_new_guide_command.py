"""`scripts/new_guide.py` writes a guide in every language, ready to be filled, and overwrites nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml
from built_site import files
from commands import Done, run, run_in_terminal
from site_builds import copy_site

PATH = "docs/data/guides/refund.yml"
TITLES = ("--title", "en=Refund: why is there none, yet?", "--title", "zh=为什么没退款")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sound help center."""
    return copy_site("orchard", tmp_path)


def new_guide(project: Path, *told: str) -> Done:
    return run("new_guide", "--config", str(project / "mkdocs.yml"), *told)


def check(project: Path) -> list[str]:
    """The rules that are broken."""
    found = run("check", "--config", str(project / "mkdocs.yml"), "--format", "json").stdout
    return sorted({finding["rule"] for finding in json.loads(found)["findings"]})


def test_a_guide_is_written_in_every_language_and_only_its_words_are_missing(project: Path) -> None:
    before = files(project)
    done = new_guide(project, "new", "--id", "refund", *TITLES)
    assert (done.returncode, done.stderr) == (0, "")
    after = files(project)
    assert {path: after.pop(path) for path in before} == before
    assert list(after) == [PATH]
    guide = yaml.safe_load(after[PATH])
    assert guide["title"] == {"en": "Refund: why is there none, yet?", "zh": "为什么没退款"}
    assert guide["order"] == 10
    assert all("unsure" in question for question in guide["questions"])
    assert check(project) == ["guides/placeholder"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (["--id", "Refund", *TITLES], "'Refund' is not an id."),
        (["--id", "../x", *TITLES], "'../x' is not an id."),
        (["--id", "missing-money", *TITLES], "missing-money.yml exists, and is left as it is. Choose another id."),
        (["--id", "refund", "--title", "fr=A"], "--title 'fr=A' is not CODE=TEXT. The codes are: en, zh."),
        (["--title", "en=A"], "Missing: --id, --title zh=…. Give it, or answer in a terminal."),
    ],
)
def test_what_cannot_be_written_is_said_in_a_line_and_leaves_no_file(
    told: list[str], words: str, project: Path
) -> None:
    before = files(project)
    done = new_guide(project, *told)
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(project) == before


@pytest.mark.skipif(os.name == "nt", reason="there are no terminals of this kind")
def test_it_asks_in_a_terminal_for_what_was_not_said(project: Path) -> None:
    told = ("--config", str(project / "mkdocs.yml"), *TITLES[:2])
    done = run_in_terminal("new_guide", *told, answers="refund\n退款\n")
    assert done.returncode == 0, done.stdout
    assert yaml.safe_load((project / PATH).read_text("utf-8"))["title"]["zh"] == "退款"
