"""What an editor needs to complete and check the files of a help center while they are written: JSON Schemas.

They are made of the models that the build reads with, and describe each key in the words of its docstring. The settings
are those of the YAML language server, in VS Code.
"""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from handrail.channels.channel import Channel
from handrail.checks.search_queries import Query
from handrail.content.announcement import Announcement
from handrail.content.article import FrontMatter, PageFrontMatter
from handrail.content.category import Category
from handrail.content.detail import Detail
from handrail.content.glossary import Glossary
from handrail.content.guide import Content
from handrail.content.help_id import HelpId
from handrail.content.issue_type import IssueType
from handrail.content.picture import Picture
from handrail.content.redirect import Move
from handrail.content.settings import KEY, Settings
from handrail.content.ui_string_keys import NEEDED
from handrail.schema.fields import Value

FOLDER = ".schema"
MODELS: dict[str, Any] = {
    "announcements": list[Announcement],
    "categories": list[Category],
    "channels": list[Channel],
    "details": list[Detail],
    "glossary": Glossary,
    "guides/*": Content,
    "help_ids": list[HelpId],
    "issue_types": list[IssueType],
    "pictures": list[Picture],
    "queries/*": list[Query],
    "redirects": list[Move],
}
"""By the name of the data file, or the pattern of several."""
FRONT_MATTER = f"{FOLDER}/front_matter.json"
"""Of an article or a page: no editor of YAML reads it in Markdown, but other tools do."""
RULES = f"{FOLDER}/rules.json"
"""The rules that there were when the files were made: others are new to the site."""


class _Described(GenerateJsonSchema):
    """Describes each key by the docstring below its field."""

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        described = super().model_schema(schema)
        for key, description in _docstrings(schema["cls"]):
            described["properties"][key].setdefault("description", description)
        return described


def _docstrings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The keys of a model, and what is said of them."""
    for owner in model.__mro__[: model.__mro__.index(Value)]:
        (definition,) = ast.parse(textwrap.dedent(inspect.getsource(owner))).body
        statements = definition.body if isinstance(definition, ast.ClassDef) else []
        for field, text in pairwise(statements):
            match field, text:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                    if name in model.model_fields:
                        yield model.model_fields[name].alias or name, " ".join(words.split())


def files(rules: Sequence[str]) -> dict[str, str]:
    """The schemas and the settings of the editor, by path, and the ids of the `rules`. Each version makes them anew."""
    data_files = {f"docs/data/{name}.yml": schema for name, schema in _data_schemas().items()}
    schemas = {"mkdocs.yml": _configuration(), **data_files}
    names = {path: f"{FOLDER}/{PurePosixPath(path.replace('/*', '')).stem}.json" for path in schemas}
    settings = {
        "yaml.schemas": {name: path for path, name in names.items()},
        "yaml.customTags": ["!ENV scalar", "!ENV sequence"],
    }
    return {
        **{names[path]: _json(schema) for path, schema in schemas.items()},
        RULES: _json(list(rules)),
        FRONT_MATTER: _json(schema(FrontMatter | PageFrontMatter)),
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
    }


def schema(model: Any) -> dict[str, Any]:
    """The JSON Schema of a model, where each key is described."""
    return TypeAdapter(model).json_schema(schema_generator=_Described)


def _data_schemas() -> dict[str, Any]:
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    ui_strings = {key: {**texts, "description": use} for key, use in NEEDED.items()}
    return {
        **{name: schema(model) for name, model in MODELS.items()},
        "ui_strings": {"type": "object", "additionalProperties": False, "properties": ui_strings},
    }


def _configuration() -> dict[str, Any]:
    described = schema(Settings)
    definitions = described.pop("$defs")
    for key in reversed(KEY):
        described = {
            "type": "object",
            "properties": {key: described},
            "description": "What is said of this help center.",
        }
    return {**described, "$defs": definitions}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
