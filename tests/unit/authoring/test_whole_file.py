"""Files that commands write are there whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from handrail.authoring import whole_file

IMPOSSIBLE = "a" * 300
"""A name that no disk takes, as a full one takes no file."""


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "en/new/a.md", tmp_path / "fr/a.md"
    second.parent.mkdir()
    with pytest.raises(OSError, match="name too long"):
        whole_file.create({first: "a", second: "b", tmp_path / IMPOSSIBLE: "c"})
    assert sorted(tmp_path.rglob("*")) == [second.parent]
    whole_file.create({first: "a", second: "b"})
    assert (first.read_text("utf-8"), second.read_text("utf-8")) == ("a", "b")


@pytest.mark.parametrize("is_link", [False, True])
def test_what_is_there_is_not_written_over(tmp_path: Path, is_link: bool) -> None:
    there = tmp_path / "b.md"
    there.symlink_to("nowhere") if is_link else there.write_text("old", "utf-8")
    with pytest.raises(FileExistsError):
        whole_file.create({tmp_path / "a.md": "a", there: "new"})
    assert list(tmp_path.iterdir()) == [there]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    other, file = tmp_path / "other", tmp_path / "a.md"
    file.with_name(".a.md.new").symlink_to(other)
    whole_file.write(file, "a")
    assert not other.exists()
    assert not file.is_symlink()
