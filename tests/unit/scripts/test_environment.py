"""The first command sets everything up, the second one nothing, and no failure leaves a puzzle."""

from __future__ import annotations

import ast
import re
import shutil
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

import environment

SCRIPTS = Path(environment.__file__).parent
ROOT = SCRIPTS.parent


# The lock files


def locked(lock: str) -> dict[str, tuple[str, int]]:
    """What a lock file pins: name → version, number of hashes."""
    text = (ROOT / lock).read_text("utf-8")
    entries = re.findall(r"^([a-z0-9.-]+)==(\S+)([^\\\n]*(?:\\\n +--hash=sha256:[0-9a-f]{64} ?)*)", text, re.M)
    return {name: (version, rest.count("--hash=")) for name, version, rest in entries}


@pytest.mark.parametrize("lock", environment.LOCKS["test"])
def test_every_package_is_pinned_with_its_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert len(locked(lock)) == len(re.findall(r"^[^#\s]", text, re.M))
    assert all(hashes >= 1 for _, hashes in locked(lock).values())


@pytest.mark.parametrize("lock", environment.LOCKS["test"])
def test_a_lock_names_no_address_and_no_path(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|file:|@", text)
    assert not re.search(r"(^|\s)[~/.]", text)


def test_each_environment_contains_the_one_before_it() -> None:
    site, check, test = map(locked, environment.LOCKS["test"])
    assert site.items() <= check.items() <= test.items()


def test_a_machine_that_only_builds_needs_no_v8() -> None:
    assert "mini-racer" not in locked("requirements.lock")
    assert "mini-racer" in locked("requirements-check.lock")


def test_the_locks_answer_what_the_project_asks_for() -> None:
    content = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {
        "requirements.lock": [
            *content["project"]["dependencies"],
            *content["project"]["optional-dependencies"]["environment"],
        ],
        "requirements-check.lock": content["project"]["optional-dependencies"]["check"],
        "requirements-test.lock": content["dependency-groups"]["test"],
    }
    assert list(asked) == environment.LOCKS["test"]
    for lock, requirement in ((lock, Requirement(text)) for lock, texts in asked.items() for text in texts):
        version, _ = locked(lock)[requirement.name.lower()]
        assert Version(version) in requirement.specifier, f"run python3 scripts/lock.py: {requirement}"


# An old Python


def test_an_old_python_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version_info", (3, 8, 10))
        with pytest.raises(SystemExit) as stop:
            environment.enter("site")
    assert str(stop.value).startswith("Python 3.11 or newer is needed, this is 3.8.10.")


def test_the_python_needed_is_the_one_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">=" + ".".join(map(str, environment.OLDEST))
    assert ".".join(map(str, environment.OLDEST)) == "3.11", "the message says 3.11"


@pytest.mark.parametrize("script", ["environment", "build", "serve", "test", "chromium", "lock"])
def test_an_old_python_can_read_a_command_as_far_as_that_line(script: str) -> None:
    ast.parse((SCRIPTS / f"{script}.py").read_text("utf-8"), feature_version=(3, 7))


# The set-up


class Machine:
    """Stands for the machine: remembers what was run, and lets pip fare as the test says."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.pip: Callable[[], tuple[int, str]] = lambda: (0, "Installing collected packages")

    def run(self, *command: str) -> tuple[int, str]:
        tool = command[2]
        self.ran.append(tool if tool == "venv" else Path(command[-1]).name)
        if tool == "venv":
            shutil.rmtree(environment.HOME, ignore_errors=True)  # as --clear does
            environment.PYTHON.parent.mkdir(parents=True)
            environment.PYTHON.touch()
            environment.CONFIG.write_text("home = /usr/bin\n", "utf-8")
            return 0, ""
        for name in ("yaml", "pyyaml-6.dist-info"):
            (environment.package_folder() / name).mkdir(parents=True, exist_ok=True)
        return self.pip()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine where nothing is set up, with two locks of a few bytes."""
    machine = Machine()
    for name in environment.LOCKS["test"]:
        (tmp_path / name).write_text(f"content of {name}", "utf-8")
    move(tmp_path, monkeypatch)
    monkeypatch.setattr(environment, "run", machine.run)
    return machine


def move(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = root / ".venv"
    monkeypatch.setattr(environment, "ROOT", root)
    monkeypatch.setattr(environment, "HOME", home)
    monkeypatch.setattr(environment, "PYTHON", home / "bin" / "python")
    monkeypatch.setattr(environment, "TURN", root / ".venv.lock")
    monkeypatch.setattr(environment, "CONFIG", home / "pyvenv.cfg")
    monkeypatch.setattr(environment, "STAMP", home / "handrail.json")


def test_a_set_up_environment_is_ready(machine: Machine) -> None:
    assert not environment.ready("site")
    environment.set_up("site")
    assert machine.ran == ["venv", "requirements.lock"]
    assert environment.ready("site")
    assert not environment.ready("test")


def test_the_test_environment_serves_as_the_site_one_too(machine: Machine) -> None:
    environment.set_up("test")
    assert machine.ran == ["venv", "requirements-test.lock"]
    assert environment.ready("site")


def test_the_test_environment_is_added_to_the_site_one(machine: Machine) -> None:
    environment.set_up("site")
    environment.set_up("test")
    assert machine.ran == ["venv", "requirements.lock", "requirements-test.lock"]


def test_a_changed_lock_is_installed_again(machine: Machine) -> None:
    environment.set_up("test")
    (environment.ROOT / "requirements.lock").write_text("other content", "utf-8")
    assert not environment.ready("site")
    assert not environment.ready("test")
    environment.set_up("site")
    assert environment.ready("site")
    assert not environment.ready("test")


def test_another_python_starts_from_nothing(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.set_up("site")
    environment.stamp({**environment.stamped(), "python": "cpython-310"})
    environment.set_up("site")
    assert machine.ran == ["venv", "requirements.lock"] * 2


def test_a_moved_project_starts_from_nothing(machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.set_up("site")
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in (".venv", *environment.LOCKS["test"]):
        (tmp_path / name).rename(moved / name)
    move(moved, monkeypatch)
    assert not environment.ready("site")
    environment.set_up("site")
    assert machine.ran == ["venv", "requirements.lock"] * 2


def test_an_interrupted_set_up_starts_from_nothing_the_next_time(machine: Machine) -> None:
    def interrupted() -> tuple[int, str]:
        raise KeyboardInterrupt

    works, machine.pip = machine.pip, interrupted
    with pytest.raises(KeyboardInterrupt):
        environment.set_up("site")
    assert not environment.ready("empty")
    machine.pip = works
    environment.set_up("site")
    assert machine.ran == ["venv", "requirements.lock"] * 2
    assert environment.ready("site")


def damage(name: str) -> None:
    {
        "no pyvenv.cfg": environment.CONFIG.unlink,
        "an empty pyvenv.cfg": lambda: environment.CONFIG.write_text("", "utf-8"),
        "no python": environment.PYTHON.unlink,
        "a package less": (environment.package_folder() / "yaml").rmdir,
        "no packages": lambda: shutil.rmtree(environment.package_folder()),
        "no stamp": environment.STAMP.unlink,
        "a stamp that is no JSON": lambda: environment.STAMP.write_text("{", "utf-8"),
    }[name]()


@pytest.mark.parametrize(
    "name",
    [
        "no pyvenv.cfg",
        "an empty pyvenv.cfg",
        "no python",
        "a package less",
        "no packages",
        "no stamp",
        "a stamp that is no JSON",
    ],
)
def test_a_damaged_environment_is_made_anew(machine: Machine, name: str) -> None:
    environment.set_up("site")
    damage(name)
    assert not environment.ready("site")
    environment.set_up("site")
    assert machine.ran == ["venv", "requirements.lock"] * 2
    assert environment.ready("site")


def test_a_package_that_somebody_added_does_no_harm(machine: Machine) -> None:
    environment.set_up("site")
    (environment.package_folder() / "more").mkdir()
    assert environment.ready("site")


def test_a_python_that_does_not_run_in_its_environment_is_named_once(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With PYTHONHOME set, for example, the command would start itself for ever."""
    started: list[object] = []

    def execv(*command: object) -> None:
        started.append(command)
        raise SystemExit

    monkeypatch.setattr(environment.os, "name", "posix")
    monkeypatch.setattr(environment.os, "execv", execv)
    monkeypatch.setenv(environment.RESTARTED, "elsewhere")
    with pytest.raises(SystemExit):
        environment.enter("site")
    assert len(started) == 1
    with pytest.raises(SystemExit, match="Unset PYTHONHOME"):
        environment.enter("site")
    assert len(started) == 1


def test_an_install_that_touched_nothing_leaves_what_was_there_ready(machine: Machine) -> None:
    environment.set_up("site")
    machine.pip = lambda: (1, "Max retries exceeded")
    with pytest.raises(SystemExit, match="no package index answers"):
        environment.set_up("test")
    assert environment.ready("site")


def test_an_install_that_broke_off_leaves_nothing_ready(machine: Machine) -> None:
    environment.set_up("site")
    machine.pip = lambda: (1, "Installing collected packages\nERROR: No space left on device")
    with pytest.raises(SystemExit, match="No space left on device"):
        environment.set_up("test")
    assert not environment.ready("site")


def test_a_python_without_venv_is_told_what_to_install(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        environment.set_up("site")


@pytest.mark.parametrize(
    ("output", "cause"),
    [
        (
            "WARNING: Retrying\nERROR: Could not find a version: Max retries exceeded",
            "no package index answers",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "not the one in the lock",
        ),
        ("ERROR: first\nERROR: No space left on device", "No space left on device"),
        ("Killed", "without saying why"),
    ],
)
def test_a_failure_of_pip_becomes_one_line(output: str, cause: str) -> None:
    assert cause in environment.cause(output)
    assert "\n" not in environment.cause(output)
