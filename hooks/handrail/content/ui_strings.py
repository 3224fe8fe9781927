"""The texts of the interface in every language: a site's own, from docs/data/ui_strings.yml, else those in ui/.

Their keys are in ui_string_keys.yml.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any
from unicodedata import bidirectional

import yaml

from handrail.content import plural_forms
from handrail.content.ui_string_keys import NEEDED
from handrail.schema import language_tags
from handrail.schema.fields import InSomeLanguages
from handrail.schema.problem import Problem, one_of
from handrail.schema.source import Source

FOLDER = Path(__file__).with_name("ui")
"""The built-in texts, a file a language."""
COMMON = {"vendor", "secrets"}
"""Placeholders of any text: the vendor's name, and what readers must tell nobody."""

Texts = Mapping[str, Mapping[str, str]]
"""By key, then by language."""


@dataclass(frozen=True)
class UIStrings:
    texts: Texts
    common: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """By language, what stands for the placeholders that every text may have."""

    def say(self, language: str, key: str, **values: object) -> str:
        """The phrase `key` in a language, with `{name}` replaced by each of `values`.

        Among letters that run from right to left a date is set apart: else its parts would change places.
        """
        text = self.texts[key][language]
        if "{" not in text and "}" not in text:
            return text
        values = {**self.common.get(language, {}), **values}
        text = plural_forms.chosen(text, language, values)
        if any(isinstance(value, datetime.date) for value in values.values()) and _runs_left(text):
            values = {
                name: _apart(value) if isinstance(value, datetime.date) else value for name, value in values.items()
            }
        return text.format_map(values)


def read(
    source: Source, data: Any, languages: tuple[str, ...], foreign: set[str] | None = None
) -> tuple[Texts | None, list[Problem]]:
    """A site's own texts in `data`, that of `source`, or None; and everything that is wrong with them.

    Languages that are none of the site's go into `foreign`.
    """
    texts, problems = source.fit(dict[str, InSomeLanguages], data, languages, foreign=foreign)
    for key, localized in data.items() if isinstance(data, dict) else ():
        for language, text in localized.items() if isinstance(localized, dict) and key in NEEDED else ():
            if isinstance(text, str) and not _fields(text) <= _allowed(key):
                problems.append(source.problem((key, language), *_braces(key, str(language))))
    return texts, problems


def unknown(source: Source, data: Any) -> list[Problem]:
    """The keys of `data` that nothing shows: misspelt ones, and those of another release."""
    return [
        source.problem((key,), f"unknown UI string '{key}'", one_of(key, NEEDED, "Delete it."))
        for key in (data if isinstance(data, dict) else ())
        if isinstance(key, str) and key not in NEEDED
    ]


def complete(texts: Texts, languages: Iterable[str]) -> UIStrings:
    """A site's own texts, and the built-in ones for what it does not say."""
    others = {code: built_in(code) for code in languages}
    return UIStrings(
        {key: {code: texts.get(key, {}).get(code) or words[key] for code, words in others.items()} for key in NEEDED}
    )


def untranslated(path: str, texts: Texts, languages: Iterable[str]) -> list[Problem]:
    """The languages in which neither the site's own texts, at `path`, nor the built-in ones say everything."""
    problems = []
    for code in languages:
        missing = [key for key in NEEDED if code not in texts.get(key, {}) and key not in _built_in(code)]
        if missing:
            message = f"{len(missing)} UI strings are not built in for '{code}' and shown in English"
            fix = f"Add them, such as '{missing[0]}: {{{code}: …}}'. Handrail's README says where to find all of them."
            problems.append(Problem(path, 0, message, fix))
    return problems


def built_in(code: str) -> Mapping[str, str]:
    """The texts that come with the generator, in English where it has none in that language."""
    return {**_built_in("en"), **_built_in(code)}


@cache
def _built_in(code: str) -> Mapping[str, str]:
    language = language_tags.best(code, (file.stem for file in FOLDER.glob("*.yml")))
    texts = yaml.load((FOLDER / f"{language}.yml").read_text("utf-8"), yaml.CSafeLoader) if language else {}
    return dict(texts)


def with_names(ui_strings: UIStrings, vendor: Mapping[str, str], secrets: Iterable[str]) -> UIStrings:
    """The texts of a help center with this vendor whose readers hold these secrets."""
    keys = [f"secret.{kind}" for kind in secrets]
    common = {
        code: {
            "vendor": vendor[code],
            "secrets": language_tags.either([ui_strings.texts[key][code] for key in keys], code),
        }
        for code in vendor
    }
    return UIStrings(ui_strings.texts, common)


def _runs_left(text: str) -> bool:
    return any(bidirectional(character) in {"R", "AL"} for character in text)


def _apart(value: object) -> str:
    return f"\N{FIRST STRONG ISOLATE}{value}\N{POP DIRECTIONAL ISOLATE}"


def _fields(text: str) -> set[str]:
    """The {words} of a text, as they stand between the braces. A lone brace counts as one."""
    try:
        parts = list(Formatter().parse(plural_forms.plain(text)))
    except ValueError:
        return {"{"}
    return {
        f"{name}{'!' if conversion else ''}{conversion or ''}{':' if form else ''}{form or ''}"
        for _, name, form, conversion in parts
        if name is not None
    }


def _allowed(key: str) -> set[str]:
    return _fields(NEEDED[key]) | COMMON


def _braces(key: str, language: str) -> tuple[str, str]:
    allowed = " and ".join(sorted(f"{{{name}}}" for name in _allowed(key)))
    return (
        f"{key}.{language} has an unknown placeholder",
        f"It may use {allowed}. For a literal brace, write it twice.",
    )
