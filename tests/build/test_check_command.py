"""`scripts/check.py` as an author and a machine use it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import warm_process
from built_site import CONFIGS, ROOT, Site
from commands import Done, run
from site_builds import copy_site

ARTICLE = "docs/en/start/reach-support.md"


def check(config: Path, *options: str) -> Done:
    return run("check", "--config", str(config), *options)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the smallest site."""
    return copy_site("minimal", tmp_path)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Content may have been reviewed since the day of the tests."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")


@pytest.mark.usefixtures("today")
def test_the_content_of_the_project_is_clean() -> None:
    options = (
        "--fail-on",
        "warning",
        "--ignore",
        "findability/first",
    )  # an article may take the first place of another
    done = warm_process.run("check", "--config", str(CONFIGS["bitpie"]), *options)
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")
    figures = [line.split(" in '")[0].lstrip("0123456789 ") for line in done.stderr.splitlines()]
    assert figures == [*["queries", "held-out queries"] * 2, *["paths of guides"] * 2]


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize("name", CONFIGS)
def test_no_site_has_an_error_in_its_content_or_on_its_pages(name: str, built: Callable[[str], Site]) -> None:
    site = built(name)
    done = check(CONFIGS[name], "--site", str(site.folder), "--format", "json")
    assert [finding for finding in json.loads(done.stdout)["findings"] if finding["severity"] == "error"] == []
    assert done.returncode == 0


def test_quiet_says_only_what_is_wrong(project: Path) -> None:
    done = check(project / "mkdocs.yml", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (project / ARTICLE).write_text("no front matter\n", "utf-8")
    assert "no front matter" in check(project / "mkdocs.yml", "--quiet").stdout


def test_warnings_do_not_fail_unless_they_are_to(project: Path) -> None:
    shutil.copytree(project / "docs/en/start", project / "docs/en/more")
    extra = project / "docs/en/more/reach-support.md"
    text = extra.read_text("utf-8").replace("id: reach-support", "id: only-here").replace("Reach support", "Only here")
    (project / "docs/en/more/only-here.md").write_text(text, "utf-8")
    extra.unlink()
    done = check(project / "mkdocs.yml", "--select", "translations/missing")
    assert done.returncode == 0
    assert "docs/en/more/only-here.md:2: warning: 'only-here' has no 'fr' translation." in done.stdout
    assert check(project / "mkdocs.yml", "--select", "twins", "--fail-on", "warning").returncode == 1


def test_what_cannot_be_built_is_named_as_the_build_names_it(project: Path) -> None:
    article = project / ARTICLE
    article.write_text(article.read_text("utf-8").replace("type: contact", "type: contakt"), "utf-8")
    done = check(project / "mkdocs.yml", "--format", "json")
    assert done.returncode == 1
    finding = json.loads(done.stdout)["findings"][0]
    assert (finding["rule"], finding["path"], finding["line"]) == ("structure/front-matter", ARTICLE, 5)
    assert finding["cure"] == "Did you mean 'contact'?"


def test_what_was_read_before_hides_no_mistake_and_keeps_none(project: Path) -> None:
    article = project / ARTICLE
    text = article.read_text("utf-8")
    before = check(project / "mkdocs.yml", "--ignore", "findability").stdout
    article.write_text(f"{text}\n[A lamp](http://lamp.example)\n", "utf-8")
    assert "link scheme 'http' is not allowed" in check(project / "mkdocs.yml", "--select", "safety/scheme").stdout
    article.write_text(text, "utf-8")
    assert check(project / "mkdocs.yml", "--ignore", "findability").stdout == before


def test_a_pull_request_gets_its_remarks(project: Path) -> None:
    (project / ARTICLE).write_text("no head\n", "utf-8")
    done = check(project / "mkdocs.yml", "--format", "github")
    assert f"::error file={ARTICLE},line=1,title=structure/front-matter::no front matter" in done.stdout


@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_a_terminal_that_cannot_show_a_letter_is_told_which_it_is(project: Path, format: str) -> None:
    (project / "docs/en/燈.md").write_text("", "utf-8")
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--config", str(project / "mkdocs.yml")]
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    options = ["--select", "structure", "--format", format]
    done = subprocess.run([*command, *options], capture_output=True, check=False, env=environ)
    assert (done.returncode, done.stderr) == (1, b"")
    assert ("docs/en/\\u71c8.md" if format == "text" else "docs/en/燈.md") in done.stdout.decode()


def test_whoever_reads_only_the_beginning_is_told_no_more(project: Path) -> None:
    (project / ARTICLE).write_text("", "utf-8")
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--config", str(project / "mkdocs.yml")]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run([*command, "--select", "structure"], stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--config", "nowhere.yml"], "no such file"),
        (["--select", "structure/nothing"], "there is no rule 'structure/nothing'"),
        (["--today", "tomorrow"], "'tomorrow' is not a date"),
    ],
)
def test_wrong_options_are_explained(options: list[str], said: str) -> None:
    done = check(CONFIGS["minimal"], *options)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "text", ["site_name: [x", "", "3", "- site_name", "site_name: 2026-02-30", f"site_name: {'9' * 5000}", "[" * 2000]
)
def test_a_configuration_that_cannot_be_read_is_explained(project: Path, text: str) -> None:
    (project / "mkdocs.yml").write_text(text, "utf-8")
    done = check(project / "mkdocs.yml")
    assert done.returncode == 1
    assert "mkdocs.yml:" in done.stderr
    assert "Traceback" not in done.stderr
