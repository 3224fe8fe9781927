"""The same input gives the same site: on another day, in another order, from another place, by another engine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import site_builds
from built_site import CONFIGS, ROOT, URL, Site, Writing, files, load, theme_folder
from commands import Done, run_process

BOTH = ("bitpie", "lamplight")

WITHOUT_ENGINES = """
import json, os, sys
theme, *options = sys.argv[1:]
opened = set()
def hear(event, arguments):
    if event == "open" and isinstance(arguments[0], str | os.PathLike) and os.fspath(arguments[0]).startswith(theme):
        opened.add(os.path.relpath(arguments[0], theme))
sys.addaudithook(hear)
sys.modules["mkdocs"] = sys.modules["properdocs"] = None  # whoever imports them fails
from handrail.commands.build import main
status = main(options)
assert "material" not in sys.modules
print(json.dumps(sorted(opened)))
sys.exit(status)
"""
"""Builds a site where no other engine can be imported; says last which files of the theme it opened."""


def build(config: Path, out: Path, *options: str, **more: Any) -> Done:
    """A build by a new interpreter: those it is compared with are of a process that built before."""
    return run_process("build", "--config", str(config), "--out", str(out), *options, **more)


def anew(config: Path, out: Path, *options: str, **more: Any) -> Done:
    """A build that uses nothing of earlier ones: it has a secret of its own."""
    return build(config, out, "--site-url", URL, *options, XDG_CACHE_HOME=str(out.parent / "home"), **more)


def test_a_site_built_later_with_another_order_of_sets_is_the_same_to_the_byte(lamplight: Site, tmp_path: Path) -> None:
    """What has a time in it was written at another: each build takes longer than a second, the finest step of one."""
    done = anew(CONFIGS["lamplight"], tmp_path / "again", PYTHONHASHSEED="4711")
    assert done.returncode == 0
    assert files(tmp_path / "again") == files(lamplight.folder)


def test_a_day_on_which_no_evidence_expires_changes_nothing_that_a_reader_sees(lamplight: Site, tmp_path: Path) -> None:
    for number, epoch in enumerate(("1795400000", "1795700000")):
        home = str(tmp_path / f"home {number}")
        options = {"SOURCE_DATE_EPOCH": epoch, "XDG_CACHE_HOME": home}
        done = site_builds.build(CONFIGS["lamplight"], tmp_path / str(number), "--site-url", URL, **options)
        assert done.returncode == 0
    assert changed(files(tmp_path / "0"), files(tmp_path / "1")) <= {"sitemap.xml.gz"}
    assert changed(files(tmp_path / "0"), files(lamplight.folder)) <= {"sitemap.xml.gz"}


def changed(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def test_it_does_not_matter_where_a_build_is_started(lamplight: Site, tmp_path: Path) -> None:
    """The paths are relative to there, and the time zone and the language of the shell are others."""
    elsewhere = tmp_path / "else where"
    elsewhere.mkdir()
    config = Path(os.path.relpath(CONFIGS["lamplight"], elsewhere))
    home = str(tmp_path / "home")
    options = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "XDG_CACHE_HOME": home}
    done = build(config, Path("out"), "--site-url", URL, cwd=elsewhere, **options)
    assert done.returncode == 0, done.stderr
    assert files(elsewhere / "out") == files(lamplight.folder)


@pytest.mark.parametrize("name", BOTH)
def test_another_engine_makes_the_same_site_to_the_byte(name: str, built, tmp_path: Path) -> None:
    """Text, links, titles, alternates: what a reader gets does not hang on the engine."""
    done = anew(CONFIGS[name], tmp_path / name, "--engine", "properdocs")
    same(done, tmp_path / name, built(name))


def same(done: Done, folder: Path, site: Site) -> None:
    assert done.returncode == 0, done.stderr
    theirs, ours = files(folder), files(site.folder)
    assert theirs.keys() == ours.keys()
    assert [path for path in ours if theirs[path] != ours[path]] == []
    assert done.stderr == site.stderr


@pytest.mark.parametrize("name", CONFIGS)
def test_our_own_engine_makes_the_same_site_without_any_other(name: str, built, tmp_path: Path) -> None:
    """And it takes of the theme what tests/unit/engine/material.yml says, and the icons that categories name."""
    options = [
        "--config",
        str(CONFIGS[name]),
        "--out",
        str(tmp_path / "site"),
        "--site-url",
        URL,
        "--engine",
        "handrail",
    ]
    command = [sys.executable, "-c", WITHOUT_ENGINES, str(theme_folder()), *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "XDG_CACHE_HOME": str(tmp_path / "home")}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    same(done, tmp_path / "site", built(name))
    taken = load(ROOT / "tests/unit/engine/material.yml")
    icons = [f"{taken['icons']['set']}/{icon}" for icon in taken["icons"]["names"]]
    icons += [category["icon"] for category in Writing(CONFIGS[name]).data("categories")]
    listed = [*taken["files"], *(f".icons/{icon}.svg" for icon in icons)]
    opened = json.loads(done.stdout.splitlines()[-1])
    assert [path for path in opened if not any(fnmatch(path, known) for known in listed)] == []
    assert [known for known in taken["files"] if not any(fnmatch(path, known) for path in opened)] == []
