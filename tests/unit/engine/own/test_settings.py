"""The configuration as our own engine reads it, and what it says of one that it cannot use."""

from __future__ import annotations

from pathlib import Path

import pytest

from handrail.engine.own import settings
from handrail.schema.problem import ContentError

REQUIRED = "site_name: Tiny\ntheme: handrail\n"


def load(folder: Path, text: str, **instead: str) -> settings.Settings:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return settings.load(folder / "mkdocs.yml", instead)


def test_what_is_inherited_is_merged_key_by_key_and_lists_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("theme: {name: a, font: false}\nextra: {x: {y: 1}}\nhooks: [a.py]\n", "utf-8")
    said = load(tmp_path, "INHERIT: base.yml\nsite_name: Tiny\ntheme: {name: b}\nextra: {x: {z: 2}}\nhooks: [b.py]\n")
    assert said.theme == {"name": "b", "font": False}
    assert said.extra == {"x": {"y": 1, "z": 2}}
    assert said.hooks == ["b.py"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("!ENV TINY", 7),
        ("!ENV [ABSENT, TINY]", "TINY"),  # the last is the default
        ("!ENV [ABSENT, TINY, x]", 7),
        ("!ENV [ABSENT, [x]]", ["x"]),
        ("!ENV ABSENT", None),
    ],
)
def test_a_value_may_come_from_a_variable(
    written: str, value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TINY", "7")
    assert load(tmp_path, f"{REQUIRED}extra: {{x: {written}}}\n").extra["x"] == value


def test_extensions_of_markdown_are_a_list_or_a_mapping(tmp_path: Path) -> None:
    expected = {"footnotes": None, "toc": {"permalink": True}}
    for written in ("[footnotes, {toc: {permalink: true}}]", "{footnotes: , toc: {permalink: true}}"):
        assert load(tmp_path, f"{REQUIRED}markdown_extensions: {written}\n").markdown_extensions == expected


def test_what_a_command_says_takes_the_place_of_what_is_written(tmp_path: Path) -> None:
    assert load(tmp_path, f"{REQUIRED}site_dir: a\n", site_dir="b").site_dir == "b"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{REQUIRED}strict: true\n", "mkdocs.yml:3: unknown key 'strict'."),
        (f"{REQUIRED}site_url: help.example\n", "mkdocs.yml:3: site_url: 'help.example' is not an address."),
        (f"{REQUIRED}plugins: [search]\n", "mkdocs.yml:3: plugins: 'search' is not known."),
        (f"{REQUIRED}theme: 5\n", "mkdocs.yml:2: theme must hold keys and values."),
        ("theme: handrail\n", "mkdocs.yml:1: no key 'site_name'."),
        (f"{REQUIRED}extra: !relative x\n", "mkdocs.yml:3: could not determine a constructor for the tag '!relative'."),
        ("INHERIT: gone.yml\n", "gone.yml: the file is missing."),
    ],
)
def test_what_this_engine_cannot_use_is_named_with_its_line(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        load(tmp_path, text)
    assert f"{tmp_path}/{problem}" in str(refused.value)
