"""The configuration of a Git-based editor in the browser: Decap CMS, or Sveltia CMS, which reads the same file.

Its fields are made of the model of front matter. Both find the languages of an article by `multiple_folders`: the same
name in the folder of each language, and in no folder below that. What belongs to translations is left to commands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from handrail.content.article import SAME_KEYS, FrontMatter
from handrail.scaffold import editor

FOLDER = "cms"
SERVICES = ("github", "gitlab")
"""Those that keep repositories for it."""
PAGE = '<!doctype html>\n<meta charset="utf-8">\n<title>CMS</title>\n<script src="cms.js"></script>\n'
NOTE = """\
# The editor in the browser. README.md says how to start it. Its collections are the types of articles.
# Write your repository below; add the ids of docs/data/ to the options when you add some there.
"""
DEFAULTS = {
    "owner": "editors",
    "reviewed_on": "{{now}}",
    "review_every": "6 months",
    "status": "draft",
}
OF_COMMANDS = {"source", "changes", "source_hashes", "state"}
DAY = {"format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False, "picker_utc": True}
BODY = {"name": "body", "label": "Text", "widget": "markdown", "modes": ["raw"], "i18n": True}


def files(languages: Sequence[str], ids: Mapping[str, Sequence[str]], service: str) -> dict[str, str]:
    """The configuration, and the page that reads it, by path.

    `ids` are the known ones of the keys of front matter that name some, as `category`; `service` hosts the repository.
    """
    schema = editor.schema(FrontMatter)
    collections = [
        {
            "name": type,
            "label": type.capitalize(),
            "folder": "docs",
            "create": True,
            "slug": "{{fields.id}}",
            "filter": {"field": "type", "value": type},
            "media_folder": "/docs/images",
            "public_folder": "../images",
            "i18n": True,
            "editor": {"preview": False},
            "fields": [*_fields(schema, ids, type), BODY],
        }
        for type in schema["properties"]["type"]["enum"]
    ]
    configuration = {
        "backend": {"name": service, "repo": "owner/repository", "branch": "main"},
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/images",
        "i18n": {
            "structure": "multiple_folders",
            "locales": list(languages),
            "default_locale": languages[0],
        },
        "output": {"omit_empty_optional_fields": True},
        "collections": collections,
    }
    text = yaml.dump(configuration, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    return {f"{FOLDER}/config.yml": NOTE + text, f"{FOLDER}/index.html": PAGE}


class _Dumper(yaml.SafeDumper):
    """Writes everything out, without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _fields(schema: Mapping[str, Any], ids: Mapping[str, Sequence[str]], type: str) -> list[dict[str, Any]]:
    """A field for each key of front matter that people write."""
    options, defaults = {**ids, "type": [type]}, {**DEFAULTS, "type": type}
    fields: list[dict[str, Any]] = []
    for key, described in schema["properties"].items():
        if key not in OF_COMMANDS:
            field = {"name": key, "label": key.replace("_", " ").capitalize(), **_widget(described, options.get(key))}
            is_same = key in ("id", *SAME_KEYS) and field["widget"] != "list"  # Decap cannot keep a list the same
            field |= {"default": defaults[key]} if key in defaults else {}
            field |= {"required": key in schema["required"], "i18n": "duplicate" if is_same else True}
            fields.append({**field, "hint": described["description"]})
    return fields


def _widget(described: Mapping[str, Any], options: Sequence[str] | None = None) -> dict[str, Any]:
    """How a value is edited that a JSON Schema describes."""
    (kind, *_) = described.get("anyOf", [described])
    if kind["type"] == "array":
        item = {"widget": "select", "multiple": True, "options": list(options)} if options else None
        return item or {"widget": "list", "field": {"name": "item", "label": "Entry", **_widget(kind["items"])}}
    if options or "enum" in kind:
        return {"widget": "select", "options": list(options or kind["enum"])}
    if kind["type"] == "integer":
        return {"widget": "number", "value_type": "int"}
    if kind.get("format") == "date":
        return {"widget": "datetime", **DAY}
    pattern = [kind["pattern"], kind["patternErrorMessage"]] if "patternErrorMessage" in kind else []
    return {"widget": "string", **({"pattern": pattern} if pattern else {})}
