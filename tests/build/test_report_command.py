"""`scripts/report.py` as a maintainer uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from built_site import CONFIGS, Site
from commands import Done, run, run_process
from site_builds import copy_site

DAY = ("--today", "2026-11-27")


def report(config: Path, out: Path, *options: str) -> Done:
    return run("report", "--config", str(config), "--out", str(out), *options)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of a whole site."""
    return copy_site("lamplight", tmp_path)


def test_it_writes_a_page_and_the_same_for_machines(bitpie: Site, tmp_path: Path) -> None:
    options = ("--out", str(tmp_path / "new/state.html"), "--site", str(bitpie.folder), *DAY)
    done = run_process("report", "--config", str(CONFIGS["bitpie"]), *options)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Wrote {tmp_path}/new/state.html and {tmp_path}/new/state.json\n"
    state = json.loads((tmp_path / "new/state.json").read_text("utf-8"))
    assert (state["version"], state["day"]) == (1, "2026-11-27")
    assert len(state["articles"]) >= 30
    assert len(state["findability"]) > 900
    assert_weighed(state)
    assert "No problems found." in (tmp_path / "new/state.html").read_text("utf-8")


def assert_weighed(state: dict[str, Any]) -> None:
    kinds = {weight["kind"] for weight in state["weights"]}
    assert kinds >= {"home", "article", "category", "search", "chooser", "404"}
    assert all(weight["css"] > 1000 and weight["html"] > 1000 for weight in state["weights"])


def test_the_same_content_and_day_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """Without a folder of a site it builds one, to be weighed."""
    outs = [tmp_path / name for name in ("a.html", "b.html")]
    for out in outs:
        assert report(project / "mkdocs.yml", out, *DAY).returncode == 0
    assert_weighed(json.loads(outs[0].with_suffix(".json").read_text("utf-8")))
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert outs[0].with_suffix(".json").read_bytes() == outs[1].with_suffix(".json").read_bytes()


def test_the_state_of_last_week_can_be_compared_with_and_replaced(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "state.html"
    done = report(project / "mkdocs.yml", out, "--today", "2026-11-22")
    assert done.returncode == 0, done.stderr
    article = project / "docs/en/light/light-flickers.md"
    article.write_text(article.read_text("utf-8") + "\n![](lamp.png)\n", "utf-8")
    done = report(project / "mkdocs.yml", out, "--today", "2026-11-24", "--compare", str(out.with_suffix(".json")))
    assert done.returncode == 0, done.stderr
    page = out.read_text("utf-8")
    assert 'compared with <time datetime="2026-11-22">' in page
    assert "Since 2026-11-22: 3 new findings, 0 resolved findings." in page
    assert json.loads(out.with_suffix(".json").read_text("utf-8"))["day"] == "2026-11-24"


def test_content_that_cannot_be_built_has_a_state_too(project: Path, tmp_path: Path) -> None:
    (project / "docs/en/light/light-flickers.md").write_text("no head\n", "utf-8")
    done = report(project / "mkdocs.yml", tmp_path / "state.html", *DAY)
    assert done.returncode == 0, done.stderr
    assert "There is no site to weigh: " in done.stderr
    state = json.loads((tmp_path / "state.json").read_text("utf-8"))
    assert state["weights"] is state["findability"] is None
    assert "structure/front-matter" in {finding["rule"] for finding in state["findings"]}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--config", "nowhere.yml"], "no such file"),
        (["--site", "nowhere"], "nowhere: no such folder"),
        (["--compare", "nowhere.json"], "nowhere.json: No such file or directory."),
        (["--compare", "pyproject.toml"], "pyproject.toml: not the state of a help center"),
        (["--today", "tomorrow"], "'tomorrow' is not a date"),
    ],
)
def test_wrong_options_are_explained(tmp_path: Path, options: list[str], said: str) -> None:
    done = report(CONFIGS["minimal"], tmp_path / "state.html", *options)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_form_of_the_json_can_be_read(tmp_path: Path) -> None:
    done = report(CONFIGS["minimal"], tmp_path / "state.html", "--schema")
    assert json.loads(done.stdout)["title"] == "State"
    assert not (tmp_path / "state.html").exists()
