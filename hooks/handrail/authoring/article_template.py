"""The template of a new article: front matter, headings and lists, with placeholders for the words."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Mapping, Sequence

import yaml

from handrail.content.article import FrontMatter
from handrail.schema.fields import PLACEHOLDER

HEADINGS: Mapping[str, Sequence[str]] = {
    "howto": ("first-steps", "if-it-does-not-work"),
    "troubleshooting": ("first-steps", "find-your-case", "contact-support"),
    "faq": ("first-question", "second-question"),
    "concept": ("what-it-is", "what-to-do"),
    "contact": ("first-steps", "what-to-prepare"),
}
"""The ids of the headings of each type of article."""
_WITH_STEPS = {"first-steps", "what-to-do", "if-it-does-not-work"}


def template(front_matter: Mapping[str, object], path: str, contact: str) -> str:
    """The text of a new file at `path`. `contact` is the path of the article about reaching support."""
    lines = [line for key in FrontMatter.model_fields if key in front_matter for line in _key(key, front_matter[key])]
    link = posixpath.relpath(contact, posixpath.dirname(path))
    content = [PLACEHOLDER, ""]
    for id in HEADINGS[str(front_matter["type"])]:
        text = [f"1. {PLACEHOLDER}", f"2. {PLACEHOLDER}"] if id in _WITH_STEPS else [PLACEHOLDER]
        content += [f"## {PLACEHOLDER} {{#{id}}}", "", *text, ""]
    content.append(f"[{PLACEHOLDER}]({link})")
    return "\n".join(["---", *lines, "---", "", *content, ""])


def _key(key: str, value: object) -> list[str]:
    if isinstance(value, list):
        return [f"{key}:", *(f"  - {scalar(item)}" for item in value)]
    return [f"{key}: {scalar(value)}"]


def scalar(value: object) -> str:
    """A value in YAML, on one line."""
    if isinstance(value, datetime.date | int):
        return str(value)
    return yaml.safe_dump(value, allow_unicode=True, width=10**6).removesuffix("...\n").strip()
