"""Facts in a text: what must be the same in every language, however it is worded.

Numbers, amounts, times, versions, dates, URLs, e-mail addresses, names with digits in them, and the addresses and
hashes of transactions. They are normalized across languages: 1,000 and 1 000, 12 月 and December, 3 万 and 30,000, ２
and 2 are the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

_FACT = re.compile(
    r"""
    (?P<site>(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>"'()\[\]{}，。；：！？、（）“”‘’《》「」]*[a-z0-9/])
    |(?P<mail>[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)
    |(?P<time>(?<![\w.:])\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))
    |(?P<version>(?<![\w.])v?\d+(?:\.\d+){2,}(?![\w]))
    |(?P<name>(?<![a-z0-9])(?:[a-z]+-?\d|\d+[a-z]+-?)[a-z0-9]*(?:-\d+)*(?![a-z0-9]))
    |(?P<number>(?<![a-z0-9.])\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?![a-z0-9])
        |(?<![a-z0-9.])\d+(?:\.\d+)?(?![a-z0-9]))
      (?:\s*(?P<unit>%|万|萬|亿|億))?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_SIGN = re.compile(r"\d|@|://|www\.", re.IGNORECASE)
"""Every fact matches this."""
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_MANY = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}


def facts(text: str, language: str) -> Iterator[str]:
    """The facts in a text, normalized across languages."""
    plain = unicodedata.normalize("NFKC", text)
    if not _SIGN.search(plain):
        return
    months = _months(language)
    if months:
        plain = months.sub(lambda match: f" {_number_of(language)[match[0].casefold()]} ", plain)
    for match in _FACT.finditer(plain):
        if match["number"]:
            yield _number(match["number"], match["unit"])
        elif match["name"] and (ordinal := _ORDINAL.fullmatch(match["name"])):
            yield ordinal[1]
        else:
            yield match[0].casefold() if match["name"] or match["mail"] else match[0]


def _number(digits: str, unit: str | None) -> str:
    bare = re.sub(r"[^\d.]", "", digits)
    if unit in _MANY:
        return f"{float(bare) * _MANY[unit]:.15g}" if len(bare) < 12 else bare + str(unit)
    return bare + (unit or "")


@cache
def _number_of(language: str) -> dict[str, int]:
    """Month numbers by the names of a language, as far as these are words."""
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return {}
    names = {name.casefold(): number for number, name in get_month_names("wide", locale=locale).items()}
    return {name: number for name, number in names.items() if not any(sign.isdigit() for sign in name)}


@cache
def _months(language: str) -> re.Pattern[str] | None:
    """Matches month names next to a number, for May is also a word."""
    names = "|".join(sorted(map(re.escape, _number_of(language)), key=len, reverse=True))
    return re.compile(rf"(?<=\d )(?:{names})\b|\b(?:{names})(?= \d)", re.IGNORECASE) if names else None
