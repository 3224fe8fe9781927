"""The command line: old names of options go on working, and hints can be typed as they stand."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from built_site import CONFIGS, ROOT

from handrail.__main__ import VERBS
from handrail.commands import arguments, check, terminal


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_can_be_called_in_process(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        import_module(f"handrail.commands.{VERBS[verb]}").main(["--help"])
    assert stop.value.code == 0
    assert ("DIR" if verb == "new" else "--config FILE") in capsys.readouterr().out


def test_the_package_runs_without_the_scripts(tmp_path: Path) -> None:
    """As it would from an installed wheel."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [
        sys.executable,
        "-P",
        "-m",
        "handrail",
        "check",
        "--config",
        str(CONFIGS["minimal"]),
        "--select",
        "drift",
    ]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    wrong = subprocess.run([*command[:4], "chekc"], env=env, capture_output=True, encoding="utf-8", check=False)
    assert wrong.returncode == 1
    assert "new,build" in wrong.stderr


@pytest.mark.parametrize(("old", "new"), [("--rule", "--select"), ("--without", "--ignore")])
def test_an_old_name_of_an_option_works_and_says_the_new_one(
    old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config = ["--config", str(CONFIGS["minimal"]), "--format", "json"]
    results = []
    for option in (old, new):
        only = [] if "select" in new else ["--select", "drift"]
        status = check.main([*config, *only, option, "drift"])
        results.append((status, capsys.readouterr()))
    assert results[0][0] == results[1][0]
    assert results[0][1].out == results[1][1].out
    assert results[0][1].err == f"{old} is called {new} now; the old name goes with the next release.\n"
    assert results[1][1].err == ""


def test_without_a_configuration_the_one_of_the_current_folder_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert check.main(["--select", "drift"]) == 1
    assert capsys.readouterr().err == "mkdocs.yml: no such file. Name another one with --config.\n"
    monkeypatch.chdir(CONFIGS["minimal"].parent)
    assert check.main(["--select", "drift"]) == 0


def test_a_hint_repeats_how_a_command_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = tmp_path / "my engine/scripts"
    scripts.mkdir(parents=True)
    (scripts / "check.py").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["my engine/scripts/build.py"])
    assert arguments.command("check") == "python3 'my engine/scripts/check.py'"
    assert arguments.command("check", Path("a.yml")) == "python3 'my engine/scripts/check.py' --config a.yml"
    for typed in ("handrail", "python3 -m handrail"):
        monkeypatch.setattr(sys, "argv", [f"{typed} build"])
        assert arguments.command("check") == f"{typed} check"


@pytest.mark.parametrize("module", terminal.EXTRA)
def test_a_machine_that_only_builds_is_told_what_to_install(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"needs_{module}.py").write_text(f"def main():\n    import {module}\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(sys.modules, module, None)
    assert terminal.run(f"needs_{module}") == 1
    assert "pip install 'handrail[check]'" in capsys.readouterr().err
