"""A draft: an article that is still to be written, with everything that is not words in its place."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Mapping, Sequence

import yaml

from handrail.authoring.translation_template import GAP
from handrail.content.article import FrontMatter

PARTS: Mapping[str, Sequence[str]] = {
    "howto": ("first-steps", "if-it-does-not-work"),
    "troubleshooting": ("first-steps", "find-your-case", "contact-support"),
    "faq": ("first-question", "second-question"),
    "concept": ("what-it-is", "what-to-do"),
    "contact": ("first-steps", "what-to-prepare"),
}
"""The headings of each type of article, by their ids."""
WITH_STEPS = {"first-steps", "what-to-do", "if-it-does-not-work"}


def text(head: Mapping[str, object], path: str, contact: str) -> str:
    """The file of a draft at `path`. `contact` is the path of the article that tells how to reach support."""
    lines = [line for key in FrontMatter.model_fields if key in head for line in _key(key, head[key])]
    link = posixpath.relpath(contact, posixpath.dirname(path))
    body = [GAP, ""]
    for part in PARTS[str(head["type"])]:
        said = [f"1. {GAP}", f"2. {GAP}"] if part in WITH_STEPS else [GAP]
        body += [f"## {GAP} {{#{part}}}", "", *said, ""]
    body.append(f"[{GAP}]({link})")
    return "\n".join(["---", *lines, "---", "", *body, ""])


def _key(key: str, value: object) -> list[str]:
    if isinstance(value, list):
        return [f"{key}:", *(f"  - {_scalar(item)}" for item in value)]
    return [f"{key}: {_scalar(value)}"]


def _scalar(value: object) -> str:
    if isinstance(value, datetime.date | int):
        return str(value)
    return yaml.safe_dump(value, allow_unicode=True, width=10**6).removesuffix("...\n").strip()
