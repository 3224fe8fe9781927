"""What rules.yml says: which rules there are, what follows from each, and what they look for."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from handrail.secrets.normalization import normalize_word

FAILED = "failed"
"""The rule that the guard itself broke."""
IGNORE = "ignore"
"""What follows from a rule for secrets that a site's readers do not hold."""


@cache
def rules() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(Path(__file__).with_name("rules.yml").read_text("utf-8"), yaml.CSafeLoader)
    for by_language in loaded["words"].values():
        for language, words in by_language.items():
            by_language[language] = [normalize_word(word) for word in words]
    return loaded


def action(rule: str) -> str:
    return str(rules()["actions"][rule])


def actions(kinds: Collection[str] | None = None) -> dict[str, str]:
    """What follows from each rule where only secrets of these kinds are looked for; None stands for all."""
    beginnings = tuple(begin for kind, begin in rules()["kinds"].items() if kinds is None or kind in kinds)
    return {
        rule: action if rule == FAILED or rule.startswith(beginnings) else IGNORE
        for rule, action in rules()["actions"].items()
    }


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern with its words filled in. assets/secrets/rules.js builds the same."""
    text: str = rules()["patterns"][name].replace("{ordinal}", rules()["patterns"]["ordinal"])
    for meaning in rules()["words"]:
        text = text.replace(f"{{{meaning}}}", _any_of(meaning))
    return re.compile(text)


def is_named(meaning: str, lower: str) -> bool:
    """Whether a text may hold a word of a meaning: a quick look, before a pattern with these words."""
    return any(part in lower for part in _longest_parts(meaning))


@cache
def _longest_parts(meaning: str) -> frozenset[str]:
    """Of each word of a meaning the longest part that nothing can stand in."""
    words = (word for language in rules()["words"][meaning].values() for word in language)
    return frozenset(max(word.split(" "), key=len) for word in words)


def _any_of(meaning: str) -> str:
    """Any of the words of a meaning. Words in Latin letters are whole words, except between others."""
    words = [word for language in rules()["words"][meaning].values() for word in language]
    words.sort(key=len, reverse=True)
    latin = "|".join(word.replace(" ", "[ _-]?") for word in words if word.isascii())
    others = "|".join(word for word in words if not word.isascii())
    return f"(?:{latin}|{others})" if meaning == "between" else f"(?:(?:^|[^a-z])(?:{latin})(?![a-z])|{others})"
