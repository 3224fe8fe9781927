"""`scripts/build.py` as a person types it: a whole site and one line, or the old site and the reason."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from built_site import ROOT
from commands import Done, run, run_process
from warm_process import PATIENCE, WarmProcess

BUILD = ROOT / "scripts" / "build.py"

CONFIG = """\
site_name: Tiny
site_url: https://tiny.example/
theme: {name: material, custom_dir: overrides}
hooks: [hook.py]
plugins: []
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of one page, with a hook that does nothing, in a path with a space."""
    folder = tmp_path / "my site"
    for path, content in {
        "mkdocs.yml": CONFIG,
        "docs/index.md": "# Old\n",
        "overrides/main.html": '{% extends "base.html" %}\n',
        "hook.py": "",
    }.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    return folder


def command(project: Path, *options: str) -> list[str]:
    return [sys.executable, str(BUILD), "--config", str(project / "mkdocs.yml"), *options]


def build(project: Path, *options: str) -> Done:
    return run("build", "--config", str(project / "mkdocs.yml"), *options)


def build_process(project: Path, *options: str, **environ: str) -> Done:
    config = str(project / "mkdocs.yml")
    return run_process("build", "--config", config, *options, cwd=project.parent, **environ)


def refused(done: Done, reason: str) -> None:
    assert done.returncode == 1
    assert done.stdout == ""
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"__pycache__"}


def test_a_build_ends_with_one_line_of_how_much_and_where(project: Path) -> None:
    done = build_process(project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Built 2 pages in ")
    assert done.stdout.endswith(f" s: {project / 'site'}\n")
    assert "Old" in (project / "site" / "index.html").read_text("utf-8")


def test_a_program_can_read_what_was_built_and_quiet_says_nothing_of_it(project: Path) -> None:
    done = build(project, "--format", "json")
    said = json.loads(done.stdout)
    assert said == {"pages": 2, "seconds": said["seconds"], "out": str(project / "site")}
    assert done.stderr == ""
    done = build(project, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_same_input_gives_the_same_bytes(project: Path, engine: str) -> None:
    options = ("--engine", engine, "--site-url", "https://elsewhere.example/help")
    for out in ("one", "two"):
        assert build_process(project, *options, "--out", out, SOURCE_DATE_EPOCH="1700000000").returncode == 0
    one, two = tree(project.parent / "one"), tree(project.parent / "two")
    assert one == two
    assert b"https://elsewhere.example/help/" in one["sitemap.xml"]
    assert b"2023-11-14" in one["sitemap.xml"]
    assert not (project / "site").exists()


def test_warnings_are_shown_and_hurt_nothing(project: Path) -> None:
    (project / "docs" / "index.md").write_text("[gone](gone.md)\n", "utf-8")
    done = build(project)
    assert done.returncode == 0
    assert done.stderr.startswith("WARNING: Doc file 'index.md' contains a link 'gone.md'")


STOPS = {
    "a hook that says what is wrong": (
        {"hook.py": "def on_env(env, config, files):\n    raise SystemExit('docs/a.md: no title. Add one.')"},
        "docs/a.md: no title. Add one.\n",
    ),
    "a hook that ends with status 0": (
        {"hook.py": "def on_env(env, config, files):\n    raise SystemExit(0)"},
        "A hook stopped the build.",
    ),
    "an error of a plugin": (
        {
            "hook.py": "from mkdocs.exceptions import PluginError\n"
            "def on_env(env, config, files):\n    raise PluginError('docs/a.md: no title. Add one.')"
        },
        "ERROR: docs/a.md: no title. Add one.\n",
    ),
    "a hook with a mistake": (
        {"hook.py": "def on_env(env, config, files):\n    return {}['x']"},
        "hook.py:2: KeyError: 'x'",
    ),
    "a hook that is no Python": ({"hook.py": "def on_env(:\n"}, "hook.py, line 1"),
    "a template that cannot be read": (
        {"overrides/main.html": '{% extends "base.html" %}\n\n{% block %}'},
        "overrides/main.html:3: TemplateSyntaxError",
    ),
    "a template that asks for nothing": (
        {"overrides/main.html": '{% extends "base.html" %}\n{% block content %}{{ no.such }}{% endblock %}'},
        "overrides/main.html:2: UndefinedError: 'no' is undefined",
    ),
    "a template without its base": (
        {"overrides/main.html": '{% extends "nothing.html" %}'},
        "overrides/main.html:1: TemplateNotFound: 'nothing.html'",
    ),
    "a config that is no YAML": (
        {"mkdocs.yml": "site_name: Tiny\n  theme: [x\n"},
        "mkdocs.yml:2: ",
    ),
    "a config with a wrong value": (
        {"mkdocs.yml": CONFIG + "docs_dir: nowhere\n"},
        "Config value 'docs_dir': The path",
    ),
    "warnings in strict mode": (
        {"mkdocs.yml": CONFIG + "strict: true\n", "docs/index.md": "[gone](gone.md)\n"},
        "Aborted with 1 warnings in strict mode!",
    ),
}


@pytest.mark.parametrize("case", STOPS)
def test_what_stops_a_build_is_said_plainly_and_the_old_site_stays(project: Path, case: str) -> None:
    site = project / "site"
    site.mkdir()
    (site / ".handrail").touch()
    (site / "index.html").write_text("old", "utf-8")
    before, beside = tree(site), names(project)
    files, reason = STOPS[case]
    for path, content in files.items():
        (project / path).write_text(content, "utf-8")
    refused(build(project), reason)
    assert tree(site) == before
    assert names(project) == beside


def test_a_config_in_another_encoding_is_told_the_cure(project: Path) -> None:
    (project / "mkdocs.yml").write_bytes("site_name: Café\n".encode("latin-1"))
    refused(build(project), "mkdocs.yml: not UTF-8 text. Save it as UTF-8.\n")


def test_a_config_that_is_not_there_is_named(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    refused(build(project), "mkdocs.yml: no such file. Name another one with --config.\n")


def test_a_folder_of_other_things_is_never_replaced(project: Path) -> None:
    before = tree(project)
    refused(build(project, "--out", str(project)), "docs_dir")
    (project.parent / "mine").mkdir()
    (project.parent / "mine" / "thesis.txt").touch()
    refused(build(project, "--out", str(project.parent / "mine")), "is not empty and was not built by this command")
    assert names(project.parent / "mine") == {"thesis.txt"}
    assert tree(project).keys() >= before.keys()


ENDLESS_HOOK = """
import signal
def {event}(*args, **kwargs):
    open("{reached}", "w").close()
    signal.pause()
"""
EVENTS = ("on_config", "on_page_markdown", "on_post_build")
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def endless(project: Path, event: str) -> int:
    """Let a build of the project wait in an event; what can be read when it does."""
    reached = project.parent / "reached"
    os.mkfifo(reached)
    (project / "hook.py").write_text(ENDLESS_HOOK.format(event=event, reached=reached), "utf-8")
    return os.open(reached, os.O_RDONLY | os.O_NONBLOCK)


def assert_stopped(project: Path, process: WarmProcess | subprocess.Popen[str], reached: int, name: str) -> None:
    assert select.select([reached], [], [], PATIENCE)[0]
    os.close(reached)
    process.send_signal(getattr(signal, name))
    errors = process.communicate(timeout=PATIENCE)[1]
    assert (process.returncode, errors) == (130, "Stopped.\n")
    assert not list(project.glob("*site*")) + list(project.glob(".site*"))


@pytest.mark.skipif(sys.platform != "linux", reason="the processes are forks, which only Linux does well")
@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("name", SIGNALS)
def test_a_stopped_build_leaves_what_was_there(project: Path, event: str, name: str) -> None:
    reached = endless(project, event)
    assert_stopped(project, WarmProcess("build", "--config", str(project / "mkdocs.yml")), reached, name)


@pytest.mark.skipif(os.name == "nt", reason="there is no signal to send to one process there")
@pytest.mark.parametrize(("event", "name"), [*zip(EVENTS, SIGNALS, strict=True)])
def test_a_build_that_has_started_anew_is_stopped_too(project: Path, event: str, name: str) -> None:
    reached = endless(project, event)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command(project), **pipes) as process:
        assert_stopped(project, process, reached, name)


def test_without_a_network_the_first_run_says_so(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh copy"
    shutil.copytree(ROOT / "scripts", fresh / "scripts")
    for lock in ("requirements.lock", "requirements-check.lock", "requirements-test.lock"):
        shutil.copy(ROOT / lock, fresh)
    nowhere = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "PIP_CONFIG_FILE": os.devnull,
    }
    done = subprocess.run(
        [sys.executable, str(fresh / "scripts" / "build.py")],
        env={**os.environ, **nowhere, "PIP_NO_CACHE_DIR": "1"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    refused(done, "no package index answers")
    assert len(done.stderr.splitlines()) == 2
    assert (fresh / ".venv" / "setup.log").is_file()
