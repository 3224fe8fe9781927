"""The watcher notices every change to what a site is built from, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from handrail.preview.watcher import snapshot, wait_for_change


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path in ("docs/a.md", "docs/deep/b.md", "docs/.hidden.md", "overrides/main.html"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Text.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Tiny\ntheme: {custom_dir: overrides}\n", "utf-8")
    return tmp_path


def save_by_renaming(project: Path) -> None:
    (project / "docs/a.md~").write_text("More text.\n", "utf-8")
    (project / "docs/a.md~").replace(project / "docs/a.md")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda project: (project / "docs/a.md").write_text("More text.\n", "utf-8"),
    "a text, saved as editors do": save_by_renaming,
    "a new file": lambda project: (project / "docs/deep/c.md").touch(),
    "a new folder": lambda project: (project / "docs/other").mkdir() or (project / "docs/other/c.md").touch(),
    "a file renamed": lambda project: (project / "docs/a.md").rename(project / "docs/z.md"),
    "a folder renamed": lambda project: (project / "docs/deep").rename(project / "docs/deeper"),
    "a file deleted": lambda project: (project / "docs/deep/b.md").unlink(),
    "a template": lambda project: (project / "overrides/main.html").write_text("<p>", "utf-8"),
    "the configuration": lambda project: (project / "mkdocs.yml").write_text("site_name: Huge\n", "utf-8"),
    "the configuration deleted": lambda project: (project / "mkdocs.yml").unlink(),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("is_before", [True, False], ids=["during the build", "while it waits"])
def test_a_change_is_noticed(project: Path, name: str, is_before: bool) -> None:
    config_file = project / "mkdocs.yml"
    known = snapshot(config_file)
    if is_before:
        CHANGES[name](project)
    else:
        threading.Timer(0.2, CHANGES[name], (project,)).start()
    wait_for_change(config_file, known)
    assert snapshot(config_file) != known


def test_what_no_build_reads_is_no_change(project: Path) -> None:
    known = snapshot(project / "mkdocs.yml")
    for path in ("docs/.hidden.md", "docs/.a.md.swp", "docs/a.md~", "README.md"):
        (project / path).write_text("Other text.\n", "utf-8")
    assert snapshot(project / "mkdocs.yml") == known


def test_a_configuration_that_comes_back_is_noticed(project: Path) -> None:
    config_file = project / "mkdocs.yml"
    text = config_file.read_text("utf-8")
    config_file.unlink()
    known = snapshot(config_file)
    threading.Timer(0.2, config_file.write_text, (text, "utf-8")).start()
    wait_for_change(config_file, known)
    assert config_file in snapshot(config_file)
