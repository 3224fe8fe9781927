"""A reader sees the last good site or the new one, whatever happens to a build."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handrail.publishing import staging
from handrail.publishing.staging import MARKER, OutputError, staged


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    """Where sites go. Nothing but the site may be beside it in the end."""
    folder = tmp_path / "a place" / "site"
    yield folder
    assert [path.name for path in folder.parent.glob("*") if path.name != folder.name] == []


def build(out: Path, text: str) -> None:
    with staged(out) as folder:
        (folder / "index.html").write_text(text, "utf-8")


def shown(out: Path) -> str:
    return (out / "index.html").read_text("utf-8")


def test_a_build_makes_the_folder_and_the_next_one_replaces_everything_in_it(out: Path) -> None:
    with staged(out) as folder:
        (folder / "removed-article.html").touch()
    build(out, "new")
    assert shown(out) == "new"
    assert sorted(path.name for path in out.iterdir()) == [MARKER, "index.html"]


def test_files_that_no_build_put_there_are_named_and_not_deleted(out: Path) -> None:
    build(out, "old")
    (out / "CNAME").write_text("help.example", "utf-8")
    (out / ".git").mkdir()
    for name in "abcdef":
        (out / ".git" / name).touch()
    with pytest.raises(OutputError, match=r"no build put there: \.git/a, .* and 2 more\. Move them away"), staged(out):
        pytest.fail("nothing may be built")
    assert (out / "CNAME").read_text("utf-8") == "help.example"
    assert shown(out) == "old"


@pytest.mark.skipif(os.name == "nt", reason="links need special rights there")
def test_a_link_to_a_folder_of_somebody_is_a_file_of_theirs(out: Path, tmp_path: Path) -> None:
    build(out, "old")
    (out / "uploads").symlink_to(tmp_path)
    with pytest.raises(OutputError, match="no build put there: uploads"), staged(out):
        pytest.fail("nothing may be built")


def test_a_site_of_an_older_version_listed_no_files_and_is_replaced(out: Path) -> None:
    build(out, "old")
    (out / MARKER).write_text("Built by Handrail.\n", "utf-8")
    (out / "removed-article.html").touch()
    build(out, "new")
    assert not (out / "removed-article.html").exists()


def test_a_mount_point_is_refused_before_anything_is_built(monkeypatch: pytest.MonkeyPatch, out: Path) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda path: path == out)
    with pytest.raises(OutputError, match="mount point"), staged(out):
        pytest.fail("nothing may be built")


def test_a_file_that_is_made_again_as_it_was_keeps_its_time(out: Path) -> None:
    def build_two(changing: str) -> None:
        with staged(out) as folder:
            (folder / "same.html").write_text("same", "utf-8")
            (folder / "changing.html").write_text(changing, "utf-8")

    build_two("old")
    for name in ("same.html", "changing.html"):
        os.utime(out / name, (1, 1))
    build_two("new")
    assert (out / "same.html").stat().st_mtime == 1
    assert (out / "changing.html").stat().st_mtime > 1


@pytest.mark.skipif(os.name == "nt", reason="modes are of another kind there")
def test_whatever_the_umask_everybody_may_read_a_site_whose_folder_keeps_its_mode(out: Path) -> None:
    umask = os.umask(0o077)
    try:
        with staged(out) as folder:
            (folder / "zh").mkdir()
            (folder / "zh/index.html").touch()
        assert [path.stat().st_mode & 0o777 for path in (out, out / "zh", out / "zh/index.html")] == [
            0o755,
            0o755,
            0o644,
        ]
        out.chmod(0o2775)
        build(out, "new")
        assert out.stat().st_mode & 0o7777 == 0o2775
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(umask)


@pytest.mark.skipif(sys.platform != "linux", reason="a call of Linux")
def test_the_sites_are_exchanged_in_one_step(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(out, "old")
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("there is a moment without a site"))
    build(out, "new")
    assert shown(out) == "new"


@pytest.fixture
def renaming(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders in one step."""
    monkeypatch.setattr(staging, "_exchange", lambda *_: False)


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
def test_whatever_stops_a_build_the_last_good_site_stays(out: Path, stop: type[BaseException]) -> None:
    build(out, "old")
    with pytest.raises(stop), staged(out) as folder:
        (folder / "index.html").write_text("half", "utf-8")
        raise stop
    assert shown(out) == "old"


def test_a_first_build_that_fails_leaves_nothing(out: Path) -> None:
    with pytest.raises(ValueError), staged(out):
        raise ValueError
    assert not out.exists()


def test_an_empty_folder_may_be_taken(out: Path) -> None:
    out.mkdir(parents=True)
    build(out, "new")
    assert shown(out) == "new"


def test_a_folder_with_other_things_in_it_is_refused_and_not_touched(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "thesis.md").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="was not built by this command"), staged(out):
        pytest.fail("nothing may be built")
    assert (out / "thesis.md").read_text("utf-8") == "mine"


def test_a_folder_that_fills_up_during_the_build_is_refused_too(out: Path) -> None:
    with pytest.raises(OutputError), staged(out):
        out.mkdir()
        (out / "thesis.md").write_text("mine", "utf-8")
    assert (out / "thesis.md").read_text("utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_is_refused(out: Path) -> None:
    out.parent.mkdir()
    out.write_text("a file", "utf-8")
    with pytest.raises(OutputError, match="is a file"), staged(out):
        pass


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="Cannot write in"), staged(tmp_path / "file" / "site"):
        pass


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link_and_its_target_is_renewed(tmp_path: Path, out: Path) -> None:
    build(out, "old")
    link = tmp_path / "link"
    link.symlink_to(out)
    build(link, "new")
    assert link.is_symlink()
    assert shown(out) == "new"


@pytest.mark.usefixtures("renaming")
def test_ctrl_c_in_the_middle_of_the_swap_waits_for_its_end(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(out, "old")
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        signal.raise_signal(signal.SIGINT)
        return moved

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(out, "new")
    assert shown(out) == "new"


@pytest.mark.usefixtures("renaming")
def test_a_swap_that_fails_in_its_middle_is_undone(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(out, "old")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name.endswith(".staging"):
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError):
        build(out, "new")
    assert shown(out) == "old"


def test_a_swap_killed_in_its_middle_is_undone_by_the_next_build(out: Path) -> None:
    build(out, "old")
    out.rename(out.with_name(".site.previous"))
    with pytest.raises(ValueError), staged(out):
        assert shown(out) == "old"
        raise ValueError
    assert shown(out) == "old"


def test_a_swap_killed_before_tidying_up_is_tidied_up_by_the_next_build(out: Path) -> None:
    build(out, "new")
    out.with_name(".site.previous").mkdir()
    with staged(out):
        assert shown(out) == "new"


HANGING = """
import sys
from pathlib import Path
from handrail.publishing.staging import staged
with staged(Path(sys.argv[1])) as folder:
    (folder / "index.html").write_text("half", "utf-8")
    print("building", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_build(out: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process in the middle of a build to the same place."""
    hooks = str(Path(staging.__file__).parents[2])
    command = [sys.executable, "-c", HANGING, str(out)]
    environ = {**os.environ, "PYTHONPATH": hooks}
    with subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        yield process
        process.kill()


def test_two_builds_to_one_place_do_not_meet(out: Path, other_build: subprocess.Popen[bytes]) -> None:
    with pytest.raises(OutputError, match="Another build is writing"), staged(out):
        pytest.fail("nothing may be built")
    assert out.with_name(".site.staging").is_dir(), "the running build keeps its folder"
    other_build.kill()
    other_build.wait()
    build(out, "new")


def test_what_a_killed_build_leaves_is_removed_by_the_next(out: Path, other_build: subprocess.Popen[bytes]) -> None:
    other_build.kill()
    other_build.wait()
    build(out, "new")
    assert shown(out) == "new"


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there, and links need no rights")
def test_names_of_any_letters_are_known_again(out: Path) -> None:
    for _ in range(2):
        with staged(out) as folder:
            for name in (b"a\nb", b"caf\xe9", "a\u2028b".encode(), b"a\x0bb"):
                Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).touch()
    assert len(list(out.iterdir())) == 5


@pytest.mark.skipif(os.name == "nt", reason="links need special rights there")
@pytest.mark.parametrize("role", ["lock", "staging", "previous"])
def test_links_in_the_place_of_what_a_build_makes_lead_to_nothing(out: Path, tmp_path: Path, role: str) -> None:
    (tmp_path / "dear").mkdir(0o755)
    dear = tmp_path / "dear/file"
    dear.write_text("dear", "utf-8")
    link = out.with_name(f".{out.name}.{role}")
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(dear if role == "lock" else dear.parent)
    if role == "lock":
        with pytest.raises(OutputError, match="Cannot write in"), staged(out):
            pytest.fail("nothing may be built")
        link.unlink()
    else:
        build(out, "new")
        assert not link.is_symlink()
    assert dear.read_text("utf-8") == "dear"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_nothing_in_the_place_of_what_a_build_makes_keeps_it_from_ending(out: Path) -> None:
    out.parent.mkdir(exist_ok=True)
    for role in ("lock", "staging", "previous"):
        os.mkfifo(out.with_name(f".{out.name}.{role}")) if role == "lock" else None
        out.with_name(f".{out.name}.{role}").touch()
    build(out, "new")
    assert shown(out) == "new"


def test_a_list_of_files_that_is_damaged_lists_none_of_them(out: Path) -> None:
    build(out, "old")
    (out / MARKER).write_bytes(b"Built by Handrail.\n\xff\xfe\n")
    with pytest.raises(OutputError, match="holds files that no build put there: index"), staged(out):
        pytest.fail("nothing may be built")


@pytest.mark.skipif(os.name == "nt", reason="links need special rights there")
def test_a_link_that_leads_round_is_named(out: Path) -> None:
    out.parent.mkdir(exist_ok=True)
    out.symlink_to(out.name)
    with pytest.raises(OutputError, match="leads round in a circle"), staged(out):
        pytest.fail("nothing may be built")
