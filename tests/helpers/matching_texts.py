"""Texts that a pattern matches, made up from the pattern itself: to test what is said to be true of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from random import Random
from typing import Any

MANY = 200
_OTHERS = "a B9 -。中\u0131"
"""What stands where a pattern allows nearly anything."""


def matching_texts(pattern: re.Pattern[str], seed: int = 0) -> Iterator[str]:
    """So many texts, each with a match; fewer where what stands around a match decides."""
    parsed, random = import_module("re._parser").parse(pattern.pattern, pattern.flags), Random(seed)
    texts = (_text(parsed, random, {}) for _ in range(MANY))
    return (text for text in texts if pattern.search(text))


def _text(parsed: Any, random: Random, groups: dict[int, str]) -> str:
    return "".join(_part(str(kind), value, random, groups) for kind, value in parsed)


def _part(kind: str, value: Any, random: Random, groups: dict[int, str]) -> str:
    match kind:
        case "LITERAL":
            return chr(value)
        case "BRANCH":
            return _text(random.choice(value[1]), random, groups)
        case "SUBPATTERN":
            groups[value[0]] = text = _text(value[3], random, groups)
            return text
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            times = random.randint(value[0], min(int(value[1]), value[0] + 3))
            return "".join(_text(value[2], random, groups) for _ in range(times))
        case "IN":
            return _of_class(value, random)
        case "ANY" | "NOT_LITERAL":
            return random.choice(_OTHERS)
        case _:  # what takes no room: where a line ends, what must stand before or after
            return ""


def _of_class(parts: list[Any], random: Random) -> str:
    kind, value = random.choice(parts)
    match str(kind):
        case "LITERAL":
            return chr(value)
        case "RANGE":
            return chr(random.randint(*value))
        case "CATEGORY":
            return random.choice(
                {"CATEGORY_DIGIT": "09", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a_9"}.get(str(value), "a")
            )
        case _:
            return random.choice(_OTHERS)
