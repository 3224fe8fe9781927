"""What an editor needs to complete and check the files of a help center while they are written: JSON Schemas.

They are made of the models that the build reads with. The settings are those of the YAML language server, in VS Code.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from handrail.channels.channel import Channel
from handrail.content.announcement import Announcement
from handrail.content.category import Category
from handrail.content.detail import Detail
from handrail.content.glossary import Glossary
from handrail.content.guide import Content
from handrail.content.help_id import HelpId
from handrail.content.issue_type import IssueType
from handrail.content.redirect import Move
from handrail.content.settings import KEY, Settings
from handrail.content.ui_string_keys import NEEDED

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
    "redirects": list[Move],
}
"""By the name of the data file, or the pattern of several."""


def files() -> dict[str, str]:
    """The schemas and the settings of the editor, by path. They are made anew with each version."""
    data_files = {f"docs/data/{name}.yml": schema for name, schema in _data_schemas().items()}
    schemas = {"mkdocs.yml": _configuration(), **data_files}
    names = {path: f"{FOLDER}/{PurePosixPath(path.replace('/*', '')).stem}.json" for path in schemas}
    settings = {
        "yaml.schemas": {name: path for path, name in names.items()},
        "yaml.customTags": ["!ENV scalar", "!ENV sequence"],
    }
    return {
        **{names[path]: _json(schema) for path, schema in schemas.items()},
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
    }


def _data_schemas() -> dict[str, Any]:
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    ui_strings = {key: {**texts, "description": use} for key, use in NEEDED.items()}
    return {
        **{name: TypeAdapter(model).json_schema() for name, model in MODELS.items()},
        "ui_strings": {"type": "object", "additionalProperties": False, "properties": ui_strings},
    }


def _configuration() -> dict[str, Any]:
    schema = Settings.model_json_schema()
    definitions = schema.pop("$defs")
    for key in reversed(KEY):
        schema = {"type": "object", "properties": {key: schema}}
    return {**schema, "$defs": definitions}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
