"""The files of a new help center. That they build without a problem is for tests/build/test_wheel.py to say."""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
import yaml

from handrail.scaffold import accent, editor, new_site
from handrail.scaffold.new_site import Answers

LOCALIZED = [new_site.STARTER / "mkdocs.yml", *sorted((new_site.STARTER / "data").iterdir())]

ANSWERS = Answers(
    name="Lumen Help",
    vendor="Lumen",
    languages=("en", "zh-Hans", "ja"),
    ownership="independent",
    verification_url="",
    accent="#ff6600",
    secrets=("password", "card"),
    url="https://help.lumen.example/",
)


def files(**changes: object) -> dict[str, str]:
    return new_site.files(replace(ANSWERS, **changes), datetime.date(2026, 11, 24), "1.2.3")  # type: ignore[arg-type]


def settings(text: str) -> dict[str, object]:
    loaded: dict[str, dict[str, dict[str, object]]] = yaml.safe_load(text.replace("!ENV ", ""))
    return loaded["extra"]["help_center"]


def test_the_configuration_says_whose_it_is_and_in_which_languages() -> None:
    found = settings(files()["mkdocs.yml"])
    assert found["languages"] == [
        {"code": "en", "name": "English"},
        {"code": "zh-Hans", "name": "简体中文", "script": "ideographic"},
        {"code": "ja", "name": "日本語", "script": "ideographic"},
    ]
    assert found["vendor"] == dict.fromkeys(ANSWERS.languages, "Lumen")
    assert (found["ownership"], found["secrets"]) == ("independent", ["password", "card"])
    assert "verification_url" not in found
    official = settings(files(ownership="official", verification_url="https://lumen.example/help")["mkdocs.yml"])
    assert (official["ownership"], official["verification_url"]) == ("official", "https://lumen.example/help")


def test_every_language_has_the_same_files_and_no_placeholder_is_left() -> None:
    found = files()
    by_language = {
        code: {path.partition(f"docs/{code}/")[2] for path in found if path.startswith(f"docs/{code}/")}
        for code in ANSWERS.languages
    }
    assert len(by_language["en"]) == 5, "a home page and four articles"
    assert by_language["zh-Hans"] == by_language["ja"] == by_language["en"]
    for path, text in found.items():
        assert not [name for name in ("{vendor}", "{secrets}", "{today}", "{name}") if name in text], path
    assert "Support never asks for a password or a bank card number." in found["docs/en/help/reach-support.md"]
    assert "客服绝不会索要密码或银行卡号。" in found["docs/zh-Hans/help/reach-support.md"]
    assert "怎样安全地设置 Lumen，" in found["docs/zh-Hans/start/first-steps.md"]
    assert found["docs/ja/start/first-steps.md"] == found["docs/en/start/first-steps.md"], (
        "until somebody translates it"
    )


def test_data_is_in_every_language_of_the_site_and_in_no_other() -> None:
    for path, text in files(languages=("pt-BR", "zh-CN")).items():
        if path.startswith("docs/data/"):
            for entry in yaml.safe_load(text):
                for texts in entry.values() if isinstance(entry, dict) else ():
                    assert not isinstance(texts, dict) or list(texts) == ["pt-BR", "zh-CN"], path


def instructions(dockerfile: str) -> list[tuple[str, str]]:
    """Each instruction of a Dockerfile, with what it is given."""
    lines = [line for line in dockerfile.splitlines() if line and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


@pytest.mark.parametrize("service", new_site.CI)
def test_a_workflow_checks_with_the_version_that_the_site_was_made_with(service: str) -> None:
    found = files(ci=service)
    assert list(found)[len(files()) :] == list(new_site.CI[service])
    path, *_ = new_site.CI[service]
    workflow = found[path]
    parse = {".toml": tomllib.loads, ".yml": yaml.safe_load}.get(PurePosixPath(path).suffix, instructions)
    assert parse(workflow)
    assert all(step in workflow for step in ("pip", "requirements.txt", "handrail check", "handrail build"))
    assert found["requirements.txt"] == "handrail[check]~=1.2.3\n"


def test_the_container_is_built_from_named_versions_and_serves_without_rights() -> None:
    found = files(ci="docker")
    given = instructions(found["Dockerfile"])
    assert {name for name, _ in given} <= {"FROM", "WORKDIR", "COPY", "RUN", "ARG", "EXPOSE"}
    build, serve = (image for name, image in given if name == "FROM")
    assert re.fullmatch(r"python:3\.\d+-slim AS build", build)
    assert re.fullmatch(r"nginxinc/nginx-unprivileged:\d\.\d+-alpine-slim", serve), "it runs as a user of its own"
    last_stage = given[[rest for _, rest in given].index(serve) :]
    assert [name for name, _ in last_stage if name in ("RUN", "USER")] == [], "nothing that builds is left in it"
    (port,) = (rest for name, rest in given if name == "EXPOSE")
    assert f"listen {port};" in found["nginx.conf"]
    assert {".git", ".venv", "site"} <= set(found[".dockerignore"].splitlines())


@pytest.mark.parametrize("colour", ["#ff6600", "#000000", "#ffffff", "#12605f", "#ffff00"])
def test_text_in_the_accent_colour_can_be_read_on_light_and_on_dark_ground(colour: str) -> None:
    light, dark = accent.readable(colour)
    assert accent.contrast(light, accent.LIGHT) >= accent.CONTRAST
    assert accent.contrast(dark, accent.DARK) >= accent.CONTRAST


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert accent.readable("#00497a")[0] == "#00497a"
    assert accent.contrast("#000000", "#ffffff") == pytest.approx(21)


def test_an_editor_gets_a_schema_for_each_file_of_data_and_for_the_configuration() -> None:
    found = {path: yaml.safe_load(text) for path, text in editor.files([]).items()}
    schemas = found[".vscode/settings.json"]["yaml.schemas"]
    assert {f".schema/{path.rpartition('/')[2]}" for path in schemas} | {editor.FRONT_MATTER, editor.RULES} == {
        path for path in found if ".schema/" in path
    }
    assert {path for path in files() if path.startswith("docs/data/")} < set(schemas.values())
    keys = found[".schema/mkdocs.json"]["properties"]["extra"]["properties"]["help_center"]["properties"]
    assert {"languages", "secrets"} < keys.keys()
    assert found[".schema/ui_strings.json"]["properties"]["home"]["description"] == "the link to the home page"
    assert {"type": "array", "items": {"type": "string", "pattern": r"\S"}} in found[".schema/glossary.json"]["items"][
        "anyOf"
    ]


@pytest.mark.parametrize("file", LOCALIZED, ids=lambda file: file.name)
def test_every_text_of_the_starter_is_in_both_of_its_languages(file: Path) -> None:
    texts = new_site._LOCALIZED.findall(file.read_text("utf-8"))
    assert texts or file.name == "glossary.yml"
    for text in texts:
        assert tuple(yaml.safe_load(text)) == new_site.WRITTEN_IN, text
