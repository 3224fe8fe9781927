"""What a build reads is listed without an end, and nothing of it that would never end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handrail.engine import build, source_files


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_pipes_devices_and_links_that_lead_round_are_passed_over(tmp_path: Path) -> None:
    config, docs = tmp_path / "mkdocs.yml", tmp_path / "docs"
    config.write_text("site_name: A\n", "utf-8")
    (docs / "data").mkdir(parents=True)
    (docs / "data/a.yml").write_text("a", "utf-8")
    os.mkfifo(docs / "data/pipe.yml")
    for link, target in {"one": ".", "two": ".", "root": "/", "zero": "/dev/zero", "gone": "nothing"}.items():
        (docs / "data" / link).symlink_to(target)
    assert set(source_files.files(config)) == {config, docs / "data/a.yml"}


@pytest.mark.parametrize(
    ("inherited", "problem"),
    [
        ("INHERIT: ../a/mkdocs.yml\n", "INHERIT leads round in a circle"),
        ("INHERIT: b.yml\n", "INHERIT leads round in a circle"),
        ("INHERIT: nothing.yml\n", "nothing.yml: the file is missing"),
        ("a: " + "[" * 50_000, "mkdocs.yml"),
    ],
)
def test_a_configuration_that_leads_nowhere_is_refused(tmp_path: Path, inherited: str, problem: str) -> None:
    config = tmp_path / "a/mkdocs.yml"
    config.parent.mkdir()
    config.write_text(f"site_name: A\n{inherited}", "utf-8")
    config.with_name("b.yml").write_text("INHERIT: mkdocs.yml\n", "utf-8")
    with pytest.raises(build.BuildFailed, match=problem):
        build.require_yaml(config)
