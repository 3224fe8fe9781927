"""Which of some languages a language tag means: by what the tags say (BCP 47, CLDR), not by how they are spelt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError, parse_locale
from babel.core import get_global
from babel.lists import format_list


def best(tag: str, available: Iterable[str]) -> str | None:
    """The one of `available` that readers of `tag` read: its language in its script, its own region before others.

    None where there is none: Traditional characters do not stand in for Simplified ones.
    """
    language, script, region = _parts(tag)
    near = [(other, *_parts(other)) for other in available]
    near = [parts for parts in near if _family(parts[1]) == _family(language) and parts[2] == script]

    def distance(parts: tuple[str, str, str | None, str | None]) -> tuple[bool, bool, bool, str, str]:
        return parts[0] != tag, parts[1] != language, parts[3] != region, parts[3] or "", parts[0]

    return min(near, key=distance)[0] if near else None


def _family(language: str) -> str:
    """The language that one is a written form of, as CLDR has it: Norwegian has two."""
    parent: str = get_global("parent_exceptions").get(language, language)
    return parent


@cache
def is_known(tag: str) -> bool:
    """Whether CLDR knows the language, so that a folder of this name is most likely one of that language."""
    try:
        return Locale.parse(tag, sep="-") is not None
    except (UnknownLocaleError, ValueError):
        return False


def locale(tag: str) -> Locale:
    """What CLDR knows of a language; of English where it knows none."""
    return Locale.parse(tag, sep="-") if is_known(tag) else Locale("en")


def script(tag: str) -> str | None:
    """The script that a language is written in, as ISO 15924 names it; None where CLDR does not know."""
    return _parts(tag)[1]


def autonym(tag: str) -> str:
    """What the speakers of a language call it; the tag itself where CLDR does not know."""
    names = locale(tag).languages
    name = next((names[key] for key in (tag.replace("-", "_"), _parts(tag)[0]) if key in names), tag)
    return name[:1].upper() + name[1:]


def either(words: Sequence[str], tag: str) -> str:
    """The words as a list of which any may be meant, as the language writes it: `a, b, or c`."""
    return format_list(words, style="or", locale=locale(tag))


def _parts(tag: str) -> tuple[str, str | None, str | None]:
    """The language, the script, which most tags leave out, and the region."""
    try:
        language, region, script, *_ = parse_locale(tag, sep="-")
    except ValueError:
        return tag, None, None
    likely = get_global("likely_subtags")
    whole = likely.get(f"{language}_{region}") or likely.get(language)
    return language, script or (parse_locale(whole)[2] if whole else None), region
