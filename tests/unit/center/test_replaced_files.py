"""The files of a site that take the place of the theme's."""

from __future__ import annotations

from pathlib import Path

import pytest

from handrail.center import replaced_files
from handrail.center.theme_resources import MARKER, Theme


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    """A site with a template of its own and one that replaces ours, and one that replaces the theme's below."""
    for path in (
        *("own/imprint.html", "own/partials/foot.html", "own/sitemap.xml"),
        *(f"ours/{MARKER}", "ours/partials/foot.html", "ours/home.html", "theirs/sitemap.xml", "theirs/home.html"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, "utf-8")
    return Theme((tmp_path / "own", tmp_path / "ours", tmp_path / "theirs"))


def places(theme: Theme) -> list[str]:
    return [f"{problem.path}: {problem.message}" for problem in replaced_files.problems(theme)]


def test_a_file_that_replaces_another_is_named_until_somebody_compared_them(theme: Theme) -> None:
    assert places(theme) == [
        "own/partials/foot.html: it replaces a file of the theme",
        "own/sitemap.xml: it replaces a file of the theme",
    ]
    replaced_files.record(theme)
    assert places(theme) == []
    (theme.folders[1] / "partials/foot.html").write_text("of the next version", "utf-8")
    assert places(theme) == ["own/partials/foot.html: it replaces a file of the theme that has changed"]
    (theme.folders[0] / "partials/foot.html").unlink()
    assert places(theme) == []


def test_a_broken_record_counts_as_none(theme: Theme) -> None:
    (theme.folders[0] / replaced_files.RECORD).write_text("[", "utf-8")
    assert len(places(theme)) == 2


def test_a_site_without_templates_of_its_own_replaces_nothing(theme: Theme, tmp_path: Path) -> None:
    alone = Theme(theme.folders[1:])
    replaced_files.record(alone)
    assert (places(alone), list(tmp_path.rglob(replaced_files.RECORD))) == ([], [])
