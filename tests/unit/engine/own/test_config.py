"""The configuration of a build by our own engine: what hooks and templates rely on, and what stops it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handrail.engine.own.config import Config, load_config

SITE = "site_name: Tiny\ntheme: {name: material, custom_dir: mine, language: de}\nhooks: [hook.py]\n"
HOOK = (
    "from beside import VALUE\ndef on_nav(items, **_):\n    return [*items, VALUE]\ndef on_page_markdown(text): pass\n"
)


def load(folder: Path, text: str = SITE, url: str | None = None) -> Config:
    (folder / "docs").mkdir()
    (folder / "hook.py").write_text(HOOK, "utf-8")
    (folder / "beside.py").write_text("VALUE = 2\n", "utf-8")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return load_config(str(folder / "mkdocs.yml"), None, url)


def test_folders_are_whole_and_the_theme_is_behind_the_site_s_own(tmp_path: Path) -> None:
    config = load(tmp_path)
    assert (config.docs_dir, config.site_dir) == (str(tmp_path / "docs"), str(tmp_path / "site"))
    assert config.theme.dirs[0] == str(tmp_path / "mine")
    assert Path(config.theme.dirs[1], "partials/language.html").is_file()
    assert config.theme.static_templates == {"404.html", "sitemap.xml"}
    assert config.theme["language"] == "de"
    assert config.markdown_extensions == ["toc", "tables", "fenced_code"]


def test_an_address_ends_with_a_slash(tmp_path: Path) -> None:
    assert load(tmp_path, url="https://help.example/a").site_url == "https://help.example/a/"


def test_a_hook_changes_what_it_returns_and_imports_what_lies_beside_it(tmp_path: Path) -> None:
    hooks = load(tmp_path).hooks
    assert hooks.run("nav", [1], config=None) == [1, 2]
    assert hooks.run("page_markdown", "text") == "text", "one that returns nothing changes nothing"
    assert hooks.run("env", "as it is") == "as it is"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("docs_dir: nowhere", "docs_dir: {folder}/nowhere is not a folder."),
        ("site_dir: docs/site", "site_dir: {folder}/docs/site and docs_dir {folder}/docs hold each other."),
        ("site_dir: .", "site_dir: {folder} and docs_dir {folder}/docs hold each other."),
        ("hooks: [gone.py]", "hooks: gone.py is no Python file."),
        ("theme: unheard-of", "theme: there is no theme 'unheard-of'."),
    ],
)
def test_a_configuration_that_cannot_be_built_stops_the_build(line: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"mkdocs\.yml: ") as stopped:
        load(tmp_path, f"site_name: Tiny\n{line}\n" + "theme: material\n" * (not line.startswith("theme")))
    assert problem.format(folder=tmp_path) in str(stopped.value)
