"""What goes wrong around a build: machines, disks, clocks, names. Never a traceback, never a lost site, nothing left.

What stops a build by a signal is in test_build_command.py, what stands in its folder in publishing/test_staging.py.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import process_limits
import pytest
from built_site import ROOT, URL, Site, addresses, files
from commands import Done
from site_builds import copy_site
from warm_process import WarmProcess

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="faults are made by calls of Linux")

KILLS = int(os.environ.get("HANDRAIL_KILLS", "3"))
"""Builds that are killed; CONTRIBUTING.md says how to ask for more."""
YEAR = 365 * 24 * 3600

STRANGE = """
import sys, time
def forbid(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise OSError(f"no network: {arguments}")
sys.addaudithook(forbid)
real, jumps = time.time, iter(range(10**9))
time.time = lambda: real() + (-1) ** next(jumps) * 10 * 365 * 24 * 3600
"""
"""A sitecustomize.py: no network, and a clock that jumps by twenty years at every look."""


def end(process: WarmProcess) -> Done:
    return without_traceback(process.end())


def run(project: Path, verb: str, *options: str, limit: str = "", **environ: str) -> Done:
    return end(WarmProcess(verb, *options, cwd=project, env=environ, limit=limit))


def run_anew(project: Path, verb: str, *options: str, env: Mapping[str, str], **how) -> Done:
    """By an interpreter of its own, which an environment may mislead."""
    command = [sys.executable, str(ROOT / f"scripts/{verb}.py"), *options]
    pipes = {"capture_output": True, "encoding": "utf-8", "errors": "replace"}
    return without_traceback(subprocess.run(command, cwd=project, env={**os.environ, **env}, **pipes, **how))


def without_traceback(done: Done) -> Done:
    assert "Traceback" not in done.stderr
    assert "crashed" not in done.stdout
    return done


def succeeded(done: Done) -> Done:
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The smallest site, built, in a folder whose path has a space, a quote and Chinese in it."""
    project = copy_site("minimal", tmp_path_factory.mktemp("faults") / "it's 帮助")
    succeeded(run(project, "build", "--site-url", URL))
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it to be spoiled."""
    folder = tmp_path / "it's 帮助"
    shutil.copytree(built.parents[2], folder, symlinks=True)
    return folder / built.relative_to(built.parents[2])


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def assert_whole(project: Path, built: Path) -> None:
    """The site is there, every byte, and nothing beside it that was not there before."""
    assert files(project / "site") == files(built / "site")
    assert names(project) == names(built)


def test_a_bare_machine_makes_the_same_site(project: Path, built: Path, tmp_path: Path) -> None:
    """Not root; no git, home, network, locale; an odd time zone; a clock that jumps; whatever it writes is private."""
    (tmp_path / "sitecustomize.py").write_text(STRANGE, "utf-8")
    (tmp_path / "home").mkdir(0o500)
    c = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "LANG": "C"}
    bare = {"PATH": "/nowhere", "HOME": str(tmp_path / "home"), "TZ": ":/etc/passwd", "PYTHONPATH": str(tmp_path)}
    how = {"env": c | bare, "umask": 0o077, "preexec_fn": process_limits.plain_user}
    shutil.rmtree(project / "site")
    succeeded(run_anew(project, "build", "--site-url", URL, **how))
    assert_whole(project, built)
    assert {path.stat().st_mode & 0o444 for path in (project / "site").rglob("*")} == {0o444}
    assert "No problems found." in succeeded(run_anew(project, "check", "--site", "site", **how)).stdout
    how["env"] = {**how["env"], "HOME": "/nowhere"}
    succeeded(run_anew(project, "report", "--site", "site", **how))


def test_killed_at_any_moment_a_build_costs_nobody_the_site(project: Path, built: Path) -> None:
    moments = random.Random(7)
    began = time.monotonic()
    succeeded(run(project, "build", "--site-url", URL))
    whole = time.monotonic() - began
    for _ in range(KILLS):
        process = WarmProcess("build", "--site-url", URL, cwd=project)
        time.sleep(moments.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        process.end()
        assert files(project / "site") == files(built / "site")
    succeeded(run(project, "build", "--site-url", URL))
    assert_whole(project, built)


def test_on_a_full_disk_the_old_site_and_every_article_stay(project: Path, built: Path) -> None:
    done = run(project, "build", "--site-url", URL, limit="full_disk")
    assert (done.returncode, done.stderr) == (
        1,
        "The site cannot be written: File too large. Make room, then build again.\n",
    )
    done = run(project, "report", "--site", "site", limit="full_disk")
    assert (done.returncode, done.stderr) == (1, "A file cannot be written: File too large.\n")
    article = project / "docs/fr/start/reach-support.md"
    article.write_text(article.read_text("utf-8") + "\n\nEncore." * process_limits.FULL, "utf-8")
    text = article.read_bytes()
    done = run(project, "translate", "accept", "--everything", limit="full_disk")
    assert (done.returncode, done.stderr) == (1, "A file cannot be written: File too large.\n")
    assert article.read_bytes() == text
    assert names(article.parent) == {"reach-support.md"}
    assert_whole(project, built)


def test_what_may_not_be_written_is_named_and_what_was_made_read_only_is_replaced(project: Path, built: Path) -> None:
    article = project / "docs/fr/start/reach-support.md"
    article.parent.chmod(0o500)
    done = run(project, "translate", "accept", "--everything", limit="plain_user")
    assert (done.returncode, done.stderr) == (1, f"{article.with_name('.reach-support.md.new')}: Permission denied.\n")
    for folder in (project / "site/en", project / "site"):
        folder.chmod(0o500)
    succeeded(run(project, "build", "--site-url", URL, limit="plain_user"))
    assert_whole(project, built)
    project.chmod(0o500)
    done = run(project, "build", limit="plain_user")
    assert (done.returncode, done.stderr) == (
        1,
        f"Cannot write in {project}: Permission denied. Choose another place.\n",
    )
    project.chmod(0o700)
    assert_whole(project, built)


def test_builds_and_a_check_at_once_do_not_harm_each_other(project: Path, built: Path) -> None:
    """As beside `serve`, which builds into a folder of its own."""
    shutil.rmtree(project / ".cache")
    outs = ("site", "site", "preview")
    builds = [WarmProcess("build", "--site-url", URL, "--out", out, cwd=project) for out in outs]
    check = WarmProcess("check", cwd=project)
    done = [end(process) for process in builds]
    assert "No problems found." in succeeded(end(check)).stdout
    busy = [build for build in done if build.returncode]
    assert all("Another build is writing to" in build.stderr for build in busy)
    assert len(busy) <= 1
    assert files(project / "preview") == files(built / "site")
    shutil.rmtree(project / "preview")
    assert_whole(project, built)


@pytest.mark.parametrize("years", [1, 10])
def test_years_later_a_build_is_quiet_and_promises_nothing_that_has_expired(project: Path, years: int) -> None:
    later = {"SOURCE_DATE_EPOCH": str(int(os.environ["SOURCE_DATE_EPOCH"]) + years * YEAR)}
    done = run(project, "build", **later)
    assert done.returncode == 0
    assert [line.partition(" is shown as ")[0] for line in done.stderr.splitlines()] == [
        "WARNING: docs/data/channels.yml:3: 'website'"
    ]
    links = [href for page in Site("minimal", project / "site", "").pages.values() for href in page.links()]
    assert [href for href in links if href.startswith("https://www.minimal.example")] == []


def test_what_is_years_overdue_is_a_warning(project: Path) -> None:
    later = {"SOURCE_DATE_EPOCH": str(int(os.environ["SOURCE_DATE_EPOCH"]) + 10 * YEAR)}
    assert run(project, "check", **later).returncode == 0


def test_a_moment_that_is_none_is_said_to_be_that(project: Path, built: Path) -> None:
    done = run(project, "build", SOURCE_DATE_EPOCH="yesterday")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("SOURCE_DATE_EPOCH: 'yesterday' is not a number of seconds since 1970. ")
    assert_whole(project, built)


def test_a_shallow_clone_is_checked_without_false_alarms(project: Path, tmp_path: Path) -> None:
    me = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "docs", "mkdocs.yml"], [*me, "commit", "-qm", "1"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    succeeded(run(project, "translate", "accept", "--everything"))
    article = project / "docs/en/start/reach-support.md"
    article.write_text(f"{article.read_text('utf-8')}\nAnd wait.\n", "utf-8")
    subprocess.run(["git", *me, "commit", "-qam", "2"], cwd=project, check=True)
    clone = copy_site("minimal", tmp_path / "clone")
    shutil.rmtree(clone)
    subprocess.run(["git", "clone", "-q", "--depth", "1", project.as_uri(), clone], check=True)
    succeeded(run(clone, "build"))
    assert run(clone, "check").stdout.count("fr/start/reach-support.md") == 1, "the translation fell behind, no more"


NAMES = ("a b", "钱包 🚀", 'it\'s "so"', "100% & more", "why? #1", "+plus;x=1")


def test_names_with_any_letter_lead_to_pages_that_are_there(project: Path) -> None:
    picture = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"
    for code in ("en", "fr"):
        text = (project / f"docs/{code}/start/reach-support.md").read_text("utf-8")
        for number, name in enumerate(NAMES):
            article = text.replace("id: reach-support", f"id: article-{number}").replace("order: 1", f"order: {number}")
            (project / f"docs/{code}/start/{name}.md").write_text(article, "utf-8")
    (project / "docs/en/start/a 图.svg").write_bytes(picture)
    with (project / "docs/en/start/a b.md").open("a", encoding="utf-8") as article:
        article.write("\n![Way](<a 图.svg>)\n\n[Wallet](<钱包 🚀.md>)\n")
    succeeded(run(project, "build", "--site-url", URL))
    site = Site("minimal", project / "site", "")
    assert {f"en/start/{name}/" for name in NAMES} <= site.pages.keys()
    for page in site.pages.values():
        for tag, address in addresses(page):
            assert not (address.startswith(URL) and site.missing(address)), f"{page.url}: {tag}: {address}"
    assert site.missing(f"{URL}en/start/a%20b/index.md") == ""


def test_names_that_differ_in_case_only_are_refused(project: Path, built: Path) -> None:
    """On many disks they are one file."""
    article = project / "docs/en/start/reach-support.md"
    text = article.read_text("utf-8").replace("id: reach-support", "id: other")
    article.with_name("Reach-Support.md").write_text(text, "utf-8")
    done = run(project, "build")
    assert done.returncode == 1
    assert "its address, en/start/reach-support/, is that of docs/en/start/Reach-Support.md." in done.stderr
    assert_whole(project, built)
