"""The wheel: all that an adopter gets. It is built of this tree and installed in an empty environment elsewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from built_site import CONFIGS, ROOT, URL, Site, files, load
from filelock import FileLock

from handrail.engine.hook_names import HOOKS

PARTS = ("hooks", "overrides", "pyproject.toml", "setup.py", "README.md", "LICENSE")
MAX_SIZE = 1_500_000
JSON_KEY = re.compile(r'"[\w-]+":')


@dataclass(frozen=True)
class Installed:
    """An environment where the wheel is the only thing that is called handrail."""

    wheel: Path
    python: Path

    def run(self, *command: str, cwd: Path) -> str:
        """What a command says, once it has succeeded. None of it may know the checkout."""
        env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run(
            [str(self.python.with_name(command[0])), *command[1:]],
            cwd=cwd,
            env=env,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Installed:
    """Made once a run, by the worker that asks first. The packages that the wheel needs are those of the tests."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "wheel"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "lock"):
        if not any(folder.glob("*.whl")):
            _install(folder)
    (wheel,) = folder.glob("*.whl")
    return Installed(wheel, _python(folder))


def _install(folder: Path) -> None:
    source, pip = folder / "source", [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    listed = subprocess.run(["git", "ls-files", *PARTS], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    for path in filter(None, listed.stdout.splitlines()):
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, source / path)
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder / "built"), str(source)]
    subprocess.run([*pip, *build], check=True)
    (wheel,) = (folder / "built").iterdir()
    venv.create(folder / "environment", with_pip=False)
    python = _python(folder)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder / "environment")}))
    (packages / "tests.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    subprocess.run([*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)], check=True)
    shutil.move(wheel, folder)


def _python(folder: Path) -> Path:
    return folder / "environment" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@pytest.fixture
def adopted(tmp_path: Path) -> Path:
    """A repository of an adopter: one of the sites, without a line on how it is built."""
    text = CONFIGS["three_languages"].read_text("utf-8")
    whose = text.partition("\ntheme:")[0]
    (tmp_path / "mkdocs.yml").write_text(f"{whose}\ntheme: {{name: handrail}}\nplugins: [handrail]\n", "utf-8")
    shutil.copytree(CONFIGS["three_languages"].parent / "docs", tmp_path / "docs")
    return tmp_path


def test_the_wheel_is_small_and_holds_the_whole_package(installed: Installed) -> None:
    assert installed.wheel.stat().st_size < MAX_SIZE
    listed = subprocess.run(["git", "ls-files", "hooks", "overrides"], cwd=ROOT, capture_output=True, encoding="utf-8")
    folders = {"hooks/handrail/": "handrail/", "hooks/": "handrail/hooks/", "overrides/": "handrail/theme/"}
    expected = set()
    for path in listed.stdout.splitlines():
        folder = next(folder for folder in folders if path.startswith(folder))
        expected.add(path.replace(folder, folders[folder], 1))
    with ZipFile(installed.wheel) as wheel:
        assert {name for name in wheel.namelist() if ".dist-info/" not in name} == expected


def test_the_plugin_has_the_hooks_of_a_checkout_in_their_order() -> None:
    assert load(ROOT / "mkdocs.yml")["hooks"] == [f"hooks/{name}.py" for name in HOOKS]


def test_an_adopted_site_is_the_same_bytes_from_every_command(
    installed: Installed, adopted: Path, built: Callable[..., Site]
) -> None:
    expected = files(built("three_languages").folder)
    at = ("--site-url", URL, "--out")
    for engine in ("mkdocs", "properdocs", "handrail"):
        assert "Built" in installed.run("handrail", "build", "--engine", engine, *at, engine, cwd=adopted)
        assert files(adopted / engine) == expected, engine
    config = (adopted / "mkdocs.yml").read_text("utf-8")
    (adopted / "mkdocs.yml").write_text(config.replace("https://help.origami-post.example/", URL), "utf-8")
    installed.run("python", "-m", "mkdocs", "build", "--quiet", cwd=adopted)
    assert files(adopted / "site") == expected, "plain MkDocs"


def test_a_template_or_an_asset_of_the_adopter_takes_the_place_of_ours(installed: Installed, adopted: Path) -> None:
    config = (adopted / "mkdocs.yml").read_text("utf-8")
    own = config.replace("{name: handrail}", "{name: handrail, custom_dir: own}")
    (adopted / "mkdocs.yml").write_text(own, "utf-8")
    for path, text in {
        "partials/disclaimer.html": "<p id=own>Our own line</p>",
        "assets/home/home.css": ".own-home { color: red }",
        "notice.html": '{% extends "main.html" %}',
    }.items():
        (adopted / "own" / path).parent.mkdir(parents=True, exist_ok=True)
        (adopted / "own" / path).write_text(text, "utf-8")
    (adopted / "docs/en-GB/imprint.md").write_text(
        "---\ntemplate: notice.html\ntitle: Imprint\nsummary: Who we are.\n---\n"
    )
    replacing = [
        f"own/{path}: it replaces a file of the theme." for path in ("assets/home/home.css", "partials/disclaimer.html")
    ]
    assert installed.run("handrail", "upgrade", cwd=adopted).splitlines()[:2] == replacing
    assert "it replaces" not in installed.run("handrail", "upgrade", cwd=adopted)
    installed.run("handrail", "build", cwd=adopted)
    home = (adopted / "site/en-GB/index.html").read_text("utf-8")
    assert "Our own line" in home
    assert (adopted / "site/en-GB/imprint/index.html").is_file(), "a template that only the adopter has"
    sheets = [file.read_text("utf-8") for file in (adopted / "site").rglob("*.css")]
    assert any("own-home" in sheet for sheet in sheets)


def test_a_new_help_center_has_no_problem_and_is_its_authors_to_change(installed: Installed, tmp_path: Path) -> None:
    whose = ("--name", "Lumen Help", "--vendor", "Lumen", "--languages", "en,zh-Hans", "--ci", "github")
    said = installed.run("handrail", "new", "lumen", *whose, cwd=tmp_path)
    assert said == "Wrote a help center into lumen. See it: cd lumen && handrail serve\n"
    lumen = tmp_path / "lumen"
    assert (lumen / ".git").is_dir()
    assert installed.run("handrail", "check", cwd=lumen) == "No problems found.\n"
    texts = ("--title", "A dim lamp", "--summary", "Clean it.", "--question", "why is it dark")
    localized = [f"en={option}" if number % 2 else option for number, option in enumerate(texts)]
    localized += [f"zh-Hans={option}" if number % 2 else option for number, option in enumerate(texts)]
    what = ("--id", "dim-lamp", "--type", "howto", "--category", "start")
    assert "docs/en/start/dim-lamp.md" in installed.run("handrail", "article", *what, *localized, cwd=lumen)
    (lumen / "docs/data/ui_strings.yml").write_text("home.question: {en: What is dark?}\n", "utf-8")
    installed.run("handrail", "build", cwd=lumen)
    home = (lumen / "site/en/index.html").read_text("utf-8")
    assert "What is dark?" in home
    assert not (lumen / "site/en/start/dim-lamp").exists(), "it is a draft"
    for file in (lumen / "site").rglob("*.*ml"):
        text = JSON_KEY.sub("", file.read_text("utf-8"))
        assert not re.search("bitcoin|wallet|recovery phrase|助记词|钱包", text, re.IGNORECASE), file
