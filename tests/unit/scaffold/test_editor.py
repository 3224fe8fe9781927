"""The schemas that editors complete and check by, asked of a validator that knows nothing of the models."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import CONFIGS, NEW_SITES
from jsonschema import Draft202012Validator

from handrail.scaffold import editor, new_site
from handrail.scaffold.new_site import Answers

FILES = editor.files(["structure/data"])
SETTINGS = json.loads(FILES[".vscode/settings.json"])
SCHEMAS = {
    path: json.loads(text) for path, text in FILES.items() if path.startswith(editor.FOLDER) and path != editor.RULES
}
ANSWERS = Answers(
    "Lumen Help",
    "Lumen",
    ("en", "zh-Hans", "ar"),
    "official",
    "https://lumen.example/help",
    "#12605f",
    ("password",),
    "https://help.lumen.example/",
)


class Loader(yaml.SafeLoader):
    """YAML as JSON has it, without dates, and with tags as an editor sees them."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_multi_constructor("!", lambda loader, suffix, node: "")


def schema_of(path: str) -> Any:
    """The schema that an editor uses for a file."""
    (name,) = [name for name, pattern in SETTINGS["yaml.schemas"].items() if fnmatchcase(path, pattern)]
    return SCHEMAS[name]


def mistakes(path: str, text: str) -> list[str]:
    schema = SCHEMAS[editor.FRONT_MATTER] if path.endswith(".md") else schema_of(path)
    data = yaml.load(text.split("\n---\n")[0] if path.endswith(".md") else text, Loader)
    return [f"{path}: {error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(data)]


def written(config: Path) -> dict[str, str]:
    """The files of a site that a schema describes."""
    folder = config.parent
    files = [config, *folder.glob("docs/data/*.yml"), *folder.glob("docs/data/*/*.yml"), *folder.glob("docs/**/*.md")]
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


@pytest.mark.parametrize("name", [*CONFIGS, *NEW_SITES])
def test_what_is_right_is_right_to_an_editor_too(name: str) -> None:
    files = written((CONFIGS | NEW_SITES)[name])
    assert len(files) > 5
    assert [mistake for path, text in files.items() for mistake in mistakes(path, text)] == []


def test_a_new_help_center_is_right_to_an_editor_too() -> None:
    files = new_site.files(ANSWERS, datetime.date(2026, 11, 28), "1.0")
    described = {path: text for path, text in files.items() if re.fullmatch(r"mkdocs.yml|docs/.*\.(yml|md)", path)}
    assert len(described) > 15
    assert [mistake for path, text in described.items() for mistake in mistakes(path, text)] == []


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("docs/data/categories.yml", "- {id: Big, icon: a/b, title: {en: A}, summary: {en: B}}", "$[0].id"),
        ("docs/data/categories.yml", "- {id: big, icon: a/b, title: {en: A}, summary: {en: B}, colour: red}", "$[0]"),
        ("docs/data/redirects.yml", "- {old: en/lamp/}", "$[0]"),
        (
            "docs/data/guides/lamp.yml",
            "{title: {en: A}, summary: {en: B}, asked: {en: []}, questions: []}",
            "$.questions",
        ),
        (
            "mkdocs.yml",
            "extra: {help_center: {colours: {light: red, dark: '#ffffff'}}}",
            "$.extra.help_center.colours.light",
        ),
    ],
)
def test_a_mistake_is_shown_while_it_is_typed(path: str, text: str, place: str) -> None:
    assert [mistake for mistake in mistakes(path, text) if f": {place}: " in mistake]


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from properties(part)


@pytest.mark.parametrize("path", SCHEMAS)
def test_every_key_is_described(path: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[path])
    described = list(properties(SCHEMAS[path]))
    assert described
    assert [key for key, schema in described if not schema.get("description")] == []
