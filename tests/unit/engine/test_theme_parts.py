"""What we take of the theme and of the engines, pinned: an upgrade that moves it fails here and says what to do."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import metadata, version
from importlib.util import find_spec
from pathlib import Path

import pytest
from built_site import CONFIGS, ROOT, load, theme_name

from handrail.center.theme_resources import MARKER

OVERRIDES = ROOT / "overrides"
PACKAGES = {"material": "mkdocs-material", "mkdocs": "mkdocs", "properdocs": "properdocs"}

REPLACED = {
    "material/main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0",
    "material/404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "material/base.html": "a919e32d2225e09ecbdeb8076ca6ce9ca0836329760bf7871a04172569b77842",
    "mkdocs/sitemap.xml": "0950766d642ac999c74b68150a39a961a5103bda5e2d9d7747f4c06522c11b18",
    "properdocs/sitemap.xml": "0950766d642ac999c74b68150a39a961a5103bda5e2d9d7747f4c06522c11b18",
}
"""The originals of the templates that stand in overrides/ under the same name, as they were when ours were written."""

TAKEN = load(Path(__file__).with_name("material.yml"))
"""All that sites take of the theme."""


def templates(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "templates"


def main_css() -> str:
    return style_sheets()[0].read_text("utf-8")


def style_sheets() -> list[Path]:
    return sorted((templates("material") / "assets/stylesheets").glob("main.*.css"))


def ours(*kinds: str) -> str:
    """All our templates or style sheets as one text."""
    return "\n".join(file.read_text("utf-8") for kind in kinds for file in sorted(OVERRIDES.rglob(f"*.{kind}")))


@pytest.mark.parametrize("name", REPLACED)
def test_a_template_that_we_replace_is_still_the_one_we_read(name: str) -> None:
    package, _, path = name.partition("/")
    found = hashlib.sha256((templates(package) / path).read_bytes()).hexdigest()
    assert found == REPLACED[name], (
        f"{PACKAGES[package]} {version(PACKAGES[package])} has another {path} than the one that overrides/{path} was "
        f"written against. Compare the two versions, take over into overrides/{path} what a page needs "
        f"(new metadata, safety, accessibility), look at the built site, then write {found} here."
    )


def test_every_template_of_ours_that_hides_one_of_theirs_is_pinned() -> None:
    hidden = {
        f"{package}/{path}"
        for package in PACKAGES
        for file in OVERRIDES.rglob("*.*ml")
        if file.name != MARKER and (templates(package) / (path := file.relative_to(OVERRIDES).as_posix())).is_file()
    }
    assert hidden == REPLACED.keys(), "pin what is new, with its hash; take out what no longer hides anything"


def test_our_base_keeps_the_names_of_the_blocks_that_a_template_may_fill() -> None:
    """Whoever writes a template for the theme finds the blocks they know."""
    block = re.compile(r"{%-? block (\w+)")
    theirs = block.findall((templates("material") / "base.html").read_text("utf-8"))
    of_ours = block.findall((OVERRIDES / "base.html").read_text("utf-8"))
    assert set(of_ours) <= set(theirs)
    assert {
        "site_meta",
        "htmltitle",
        "styles",
        "extrahead",
        "header",
        "container",
        "content",
        "footer",
        "scripts",
    } <= set(of_ours)


def test_the_words_that_our_templates_say_are_those_listed() -> None:
    assert set(re.findall(r"\b(?:lang|words)\.t\(['\"]([^'\"]+)['\"]\)", ours("html"))) == set(TAKEN["words"])


def test_the_theme_has_those_words() -> None:
    """In English all of them, as other languages fall back to it; in the languages of the sites, most."""
    folder = templates("material") / "partials"
    assert "macro t(key)" in (folder / "language.html").read_text("utf-8")
    english = (folder / "languages/en.html").read_text("utf-8")
    assert [word for word in TAKEN["words"] if f'"{word}": "' not in english] == []
    for config in CONFIGS.values():
        for language in load(config)["extra"]["help_center"]["languages"]:
            text = (folder / "languages" / f"{theme_name(language)}.html").read_text("utf-8")
            assert '"footer": "' in text, language


def test_the_icons_that_our_templates_show_are_those_listed_and_are_in_the_theme() -> None:
    folder, listed = templates("material") / ".icons" / TAKEN["icons"]["set"], set(TAKEN["icons"]["names"])
    assert [name for name in listed if not (folder / f"{name}.svg").is_file()] == []
    tables = re.findall(r"icons = \{.*?\}", ours("html"), re.DOTALL)
    shown = re.findall(r"icon\(\"material/([^\"]+)\"\)", ours("html"))
    assert {*shown, *re.findall(r': "([^"]+)"', "".join(tables))} == listed


def test_the_licences_are_those_listed() -> None:
    assert metadata(TAKEN["package"])["License-Expression"] == TAKEN["licence"]
    icons = templates("material") / ".icons" / TAKEN["icons"]["set"] / "LICENSE"
    assert f"# Icons: {TAKEN['icons']['licence'].replace('-', ' ')}" in icons.read_text("utf-8")


def test_the_theme_has_one_main_style_sheet_under_the_name_we_look_for() -> None:
    assert len(style_sheets()) == 1, "hooks/theme.py takes the one that begins with assets/stylesheets/main."


def test_the_style_sheet_has_the_classes_and_properties_that_ours_count_on() -> None:
    css, of_ours = main_css(), ours("css")
    for name in {"md-typeset", "admonition", "admonition-title"}:
        assert f".{name}" in of_ours, f"no longer used: take {name} out of this test"
        assert f".{name}" in css, f"the theme's style sheet no longer knows the class {name}"
    set_by_us = set(re.findall(r"^\s*(--md-[\w-]+):", of_ours, re.MULTILINE))
    assert set_by_us
    for name in set_by_us:
        assert f"var({name}" in css or f"{name}:" in css, f"the theme's style sheet no longer reads {name}"


def test_the_classes_of_the_theme_in_our_templates_are_known_to_it() -> None:
    used = set(re.findall(r"\bmd-[\w-]+", re.sub(r"--md-[\w-]+", "", ours("html", "css"))))
    assert "md-typeset" in used
    assert [name for name in used if f".{name}" not in main_css()] == []


def test_the_style_sheet_asks_no_other_host() -> None:
    named = re.findall(r"url\(\s*[\"']?([^\"')]+)", main_css())
    assert [address for address in named if not address.startswith("data:")] == []


@pytest.mark.parametrize("package", ["mkdocs", "properdocs"])
def test_an_engine_finds_templates_in_folders_and_makes_files_in_memory(package: str) -> None:
    """The two things that the hooks ask of it, whichever it is."""
    from importlib import import_module

    files = import_module(f"{package}.structure.files")
    theme = import_module(f"{package}.theme").Theme
    assert callable(files.File.generated)
    assert callable(files.Files.documentation_pages)
    assert {"dirs", "static_templates"} <= set(dir(theme(name="material")))
