"""What was kept is believed only if this user's own run wrote it, whole; and what cannot be kept is no error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handrail.cache import sealed_file

CONTENT = b"<p>kept</p>"


@pytest.fixture(autouse=True)
def _no_secret_is_remembered():
    sealed_file._secret.cache_clear()
    sealed_file._is_real.cache_clear()
    yield
    sealed_file._secret.cache_clear()
    sealed_file._is_real.cache_clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that was kept under the key `key`."""
    file = tmp_path.resolve() / "cache/file"
    sealed_file.write(file, CONTENT, "key")
    return file


def test_what_was_written_is_read_under_its_key_alone(file: Path) -> None:
    assert sealed_file.read(file, "key") == CONTENT
    assert sealed_file.read(file, "other") is None
    assert sealed_file.read(file.with_name("missing"), "key") is None


def test_a_key_and_its_content_are_told_apart(file: Path) -> None:
    sealed_file.write(file, b"y", "ke")
    assert sealed_file.read(file, "key") is None


def test_any_change_to_any_byte_and_any_end_is_noticed(file: Path) -> None:
    kept = file.read_bytes()
    flipped = (kept[:place] + bytes([byte ^ 1]) + kept[place + 1 :] for place, byte in enumerate(kept))
    for damaged in (*flipped, *(kept[:length] for length in range(len(kept))), kept + b" "):
        file.write_bytes(damaged)
        assert sealed_file.read(file, "key") is None


def test_what_was_made_with_another_secret_is_not_believed(file: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other home"))
    sealed_file._secret.cache_clear()
    assert sealed_file.read(file, "key") is None


def test_the_secret_is_for_its_user_alone(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert len(sealed_file._secret()) == sealed_file.DIGEST
    assert (tmp_path / "handrail/secret").stat().st_mode & 0o077 == 0


def test_a_run_that_is_killed_while_it_writes_leaves_what_was_there(file: Path, monkeypatch) -> None:
    def killed(*_: object) -> None:
        raise SystemExit("killed")

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(SystemExit):
        sealed_file.write(file, b"new", "key")
    monkeypatch.undo()
    assert sealed_file.read(file, "key") == CONTENT
    sealed_file.write(file, b"new", "key")
    assert sealed_file.read(file, "key") == b"new"
    assert {path.name for path in file.parent.iterdir()} == {"file", ".gitignore"}, "nothing is left behind"


def test_a_link_in_the_cache_leads_nowhere(tmp_path: Path) -> None:
    project, elsewhere = tmp_path.resolve() / "project", tmp_path.resolve() / "elsewhere"
    project.mkdir()
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("precious")
    (project / ".cache").symlink_to(elsewhere)
    sealed_file.write(project / ".cache/file", CONTENT)
    (project / "cache").mkdir()
    for name in ("file", "file.new", ".gitignore"):
        (project / "cache" / name).symlink_to(elsewhere / "precious")
    sealed_file.write(project / "cache/file", CONTENT)
    assert sealed_file.read(project / "cache/file") == CONTENT
    assert [path.name for path in elsewhere.iterdir()] == ["precious"]
    assert (elsewhere / "precious").read_text() == "precious"


def test_a_pipe_in_the_cache_is_not_waited_for(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)
    assert sealed_file.read(file, "key") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_in_place_of_the_list_of_what_git_ignores_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    os.mkfifo(tmp_path / "new/.gitignore")
    sealed_file.write(tmp_path / "new/file", b"content")
    assert sealed_file.read(tmp_path / "new/file") == b"content"


@pytest.mark.parametrize("in_the_way", ["cache", "cache/file", "cache/file.new"])
def test_what_cannot_be_kept_is_no_error(in_the_way: str, tmp_path: Path) -> None:
    path = tmp_path.resolve() / in_the_way
    if in_the_way == "cache":
        path.write_text("a file")
    else:
        path.mkdir(parents=True)
        (path / "full").touch()
    sealed_file.write(tmp_path.resolve() / "cache/file", CONTENT)
    assert sealed_file.read(tmp_path.resolve() / "cache/file") is None


def test_without_a_home_nothing_is_kept_and_nothing_fails(file: Path, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "no folder").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no folder"))
    sealed_file._secret.cache_clear()
    sealed_file.write(file, b"new", "key")
    assert sealed_file.read(file, "key") is None
