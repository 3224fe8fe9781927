"""The configuration of a Git-based CMS: it has the shape that Decap CMS documents, and finds what `new` writes."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from handrail.content.article import FrontMatter
from handrail.scaffold import cms, new_site
from handrail.scaffold.new_site import Answers

ANSWERS = Answers(
    name="Lumen Help",
    vendor="Lumen",
    languages=("en", "zh-Hans"),
    ownership="independent",
    verification_url="",
    accent="#ff6600",
    secrets=("password",),
    url="https://help.lumen.example/",
    cms=True,
)
FILES = new_site.files(ANSWERS, datetime.date(2026, 11, 28), "1.2.3")
CONFIGURATION: dict[str, Any] = yaml.safe_load(FILES["cms/config.yml"])
TEXT = {"type": "string", "minLength": 1}
LOCALE = {"type": "string", "pattern": "^[a-zA-Z-_]{2,10}$"}
OPTIONS: dict[str, dict[str, Any]] = {
    "string": {},
    "markdown": {"modes": {"type": "array", "items": {"enum": ["raw", "rich_text"]}}},
    "number": {"value_type": {"enum": ["int", "float"]}},
    "datetime": {
        "format": TEXT,
        "date_format": TEXT,
        "time_format": {"const": False},
        "picker_utc": {"type": "boolean"},
    },
    "select": {"options": {"type": "array", "items": TEXT, "minItems": 1}, "multiple": {"type": "boolean"}},
    "list": {"field": {"$ref": "#/$defs/field"}, "i18n": {"type": "boolean"}},
}
"""What each widget may have besides what all have: https://decapcms.org/docs/widgets/."""
COMMON = {
    "name": TEXT,
    "label": TEXT,
    "hint": TEXT,
    "default": True,
    "required": {"type": "boolean"},
    "pattern": {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2},
    "i18n": {"enum": [True, False, "translate", "duplicate", "none"]},
}


def strict(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [key for key in properties if key not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


SHAPE = {
    **strict(
        {
            "backend": strict({"name": {"enum": ["github", "gitlab"]}, "repo": TEXT, "branch": TEXT}),
            "publish_mode": {"enum": ["simple", "editorial_workflow"]},
            "media_folder": TEXT,
            "i18n": strict(
                {
                    "structure": {"const": "multiple_folders"},
                    "locales": {"type": "array", "items": LOCALE, "minItems": 1, "uniqueItems": True},
                    "default_locale": LOCALE,
                }
            ),
            "output": strict({"omit_empty_optional_fields": {"type": "boolean"}}),
            "collections": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/collection"}},
        }
    ),
    "$defs": {
        "collection": strict(
            {
                **dict.fromkeys(("name", "label", "folder", "slug", "media_folder", "public_folder"), TEXT),
                "create": {"type": "boolean"},
                "filter": strict({"field": TEXT, "value": TEXT}),
                "i18n": {"type": "boolean"},
                "editor": strict({"preview": {"type": "boolean"}}),
                "fields": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/field"}},
            }
        ),
        "field": {
            "oneOf": [
                strict({"widget": {"const": widget}, **COMMON, **options}, *(COMMON.keys() - {"name"}), *options)
                for widget, options in OPTIONS.items()
            ]
        },
    },
}
"""https://decapcms.org/docs/configuration-options/ and https://decapcms.org/docs/i18n/, as far as it is used."""


@pytest.mark.parametrize("languages", [("en",), ("zh-Hans", "en", "pt-BR")])
def test_it_has_the_documented_shape(languages: tuple[str, ...]) -> None:
    files = new_site.files(replace(ANSWERS, languages=languages), datetime.date(2026, 11, 28), "1.2.3")
    configuration = yaml.safe_load(files["cms/config.yml"])
    assert [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(SHAPE).iter_errors(configuration)
    ] == []
    assert configuration["i18n"]["locales"] == list(languages)
    assert "&id" not in files["cms/config.yml"], "nothing for people to decode"


def articles() -> dict[str, dict[str, Any]]:
    """The front matter of the articles, by path."""
    texts = {path: text for path, text in FILES.items() if fnmatchcase(path, "docs/*/*.md")}
    heads = {path: yaml.safe_load(text.split("---")[1]) for path, text in texts.items()}
    return {path: head for path, head in heads.items() if "template" not in head}


def test_it_finds_each_article_in_one_collection_with_its_translation() -> None:
    assert len(articles()) == 8
    for path, head in articles().items():
        (collection,) = [found for found in CONFIGURATION["collections"] if found["filter"]["value"] == head["type"]]
        folder, language, name = path.split("/")
        assert (folder, language in ANSWERS.languages) == (collection["folder"], True)
        assert name == f"{head['id']}.md", "by slug"
        assert {path.replace(f"/{language}/", f"/{code}/") for code in ANSWERS.languages} <= FILES.keys()


def test_it_edits_every_key_of_front_matter_that_people_write() -> None:
    for collection in CONFIGURATION["collections"]:
        fields = {field["name"]: field for field in collection["fields"]}
        assert fields.keys() == {*FrontMatter.model_fields, "body"} - cms.OF_COMMANDS
        for head in [head for head in articles().values() if head["type"] == collection["name"]]:
            for key, value in head.items():
                options = fields[key].get("options", [])
                assert not options or set(value if isinstance(value, list) else [value]) <= set(options), key
        optional = {name for name, field in fields.items() if field.get("required") is False}
        assert (
            optional
            == {name for name, field in FrontMatter.model_fields.items() if not field.is_required()} - cms.OF_COMMANDS
        )


def test_links_between_articles_lead_to_files_that_are_there() -> None:
    for path, text in FILES.items():
        if path.endswith(".md") and path.startswith("docs/"):
            for target in re.findall(r"\]\(([^:)]+\.md)\)", text):
                assert str(PurePosixPath(path).with_name(target)) in FILES, (path, target)
