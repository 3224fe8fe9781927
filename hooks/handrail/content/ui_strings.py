"""The texts of the interface in every language, from docs/data/ui_strings.yml. Their keys are in ui_string_keys.py."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any
from unicodedata import bidirectional

from handrail.content.ui_string_keys import NEEDED
from handrail.schema.fields import Localized
from handrail.schema.problem import Problem, one_of
from handrail.schema.source import Source


@dataclass(frozen=True)
class UIStrings:
    texts: Mapping[str, Mapping[str, str]]

    def say(self, language: str, key: str, **values: object) -> str:
        """The phrase `key` in a language, with `{name}` replaced by each of `values`.

        Among letters that run from right to left a date is set apart: else its parts would change places.
        """
        text = self.texts[key][language]
        if "{" not in text and "}" not in text:
            return text
        if any(isinstance(value, datetime.date) for value in values.values()) and _runs_left(text):
            values = {
                name: _apart(value) if isinstance(value, datetime.date) else value for name, value in values.items()
            }
        return text.format_map(values)


def read(source: Source, data: Any, languages: tuple[str, ...]) -> tuple[UIStrings | None, list[Problem]]:
    """The UI strings in `data`, that of `source`, or None; and everything that is wrong with them."""
    texts, problems = source.fit(dict[str, Localized], data, languages)
    entries = {key: value for key, value in data.items() if isinstance(key, str)} if isinstance(data, dict) else {}
    for key, use in NEEDED.items():
        if key not in entries and isinstance(data, dict):
            problems.append(source.problem((), f"missing UI string '{key}'", f"Add it in each language: {use}."))
    for key in entries.keys() - NEEDED.keys():
        problems.append(source.problem((key,), f"unknown UI string '{key}'", one_of(key, NEEDED)))
    for key, localized in entries.items():
        for language, text in localized.items() if isinstance(localized, dict) else ():
            if isinstance(text, str) and not _fields(text) <= _fields(NEEDED.get(key, "")):
                problems.append(source.problem((key, language), *_braces(key, str(language))))
    return UIStrings(texts) if texts is not None else None, problems


def _runs_left(text: str) -> bool:
    return any(bidirectional(character) in {"R", "AL"} for character in text)


def _apart(value: object) -> str:
    return f"\N{FIRST STRONG ISOLATE}{value}\N{POP DIRECTIONAL ISOLATE}"


def _fields(text: str) -> set[str]:
    """The {words} of a text, as they stand between the braces. A lone brace counts as one."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return {"{"}
    return {
        f"{name}{'!' if conversion else ''}{conversion or ''}{':' if form else ''}{form or ''}"
        for _, name, form, conversion in parts
        if name is not None
    }


def _braces(key: str, language: str) -> tuple[str, str]:
    allowed = " and ".join(sorted(f"{{{name}}}" for name in _fields(NEEDED.get(key, ""))))
    fix = f"It may use {allowed}." if allowed else "It may use none."
    return (
        f"{key}.{language} has an unknown placeholder",
        f"{fix} For a literal brace, write it twice.",
    )
