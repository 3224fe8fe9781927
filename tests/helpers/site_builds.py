"""Builds test sites: each once a run, by the worker that asks first, for every test of every worker to read."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from built_site import CONFIGS, NEW_SITES, ROOT, SITES, URL
from commands import Done
from filelock import FileLock
from warm_process import run


def build(config: Path, out: Path, *options: str, cwd: Path = ROOT, **environ: str) -> Done:
    """Run the command that builds a site, in a process of its own."""
    return run("build", "--config", str(config), "--out", str(out), *options, cwd=cwd, **environ)


@dataclass(frozen=True)
class Build:
    """The folder of a site, and how its build ended."""

    folder: Path
    stderr: str
    status: int


Changes = Mapping[str, tuple[str, str]]
"""By the path of a file of a site: a text in it, and what stands there instead."""
NO_CHANGES: Changes = MappingProxyType({})


def copy_site(name: str, folder: Path) -> Path:
    """Copy one of tests/sites where it may be changed, with hooks and templates where its configuration looks for them.

    Returns the folder of the copy.
    """
    copy = folder / "tests/sites" / name
    shutil.copytree(SITES / name, copy, ignore=shutil.ignore_patterns(".cache", "site"))
    shutil.copy(SITES / "engine.yml", copy.parent)
    for part in ("hooks", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    return copy


class SharedBuilds:
    """The sites of a run, in a folder that all its workers share. Nobody may write there."""

    def __init__(self, folder: Path, now: str) -> None:
        """`now` is the moment of all builds, whatever that of the test is that asks first: seconds since 1970."""
        self.folder, self.now = folder, now
        folder.mkdir(exist_ok=True)

    def __call__(self, name: str, site_url: str = URL, changes: Changes = NO_CHANGES) -> Build:
        """The site of one of CONFIGS or NEW_SITES at an address; waits where another worker is building it."""
        key = hashlib.sha256(json.dumps([site_url, *changes.items()]).encode()).hexdigest()[:8]
        folder = self.folder / f"{name}-{key}"
        with FileLock(f"{folder}.lock"):
            if not folder.exists():
                config = (CONFIGS | NEW_SITES)[name] if not changes else changed(copy_site(name, folder), changes)
                done = build(config, folder / "site", "--site-url", site_url, SOURCE_DATE_EPOCH=self.now)
                log = {"stderr": done.stderr, "status": done.returncode}
                (folder / "log.json").write_text(json.dumps(log), "utf-8")
        return Build(folder / "site", **json.loads((folder / "log.json").read_text("utf-8")))


def changed(site: Path, changes: Changes) -> Path:
    """Change the files of a site; its configuration."""
    for path, (old, new) in changes.items():
        text = (site / path).read_text("utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        (site / path).write_text(text.replace(old, new), "utf-8")
    return site / "mkdocs.yml"
