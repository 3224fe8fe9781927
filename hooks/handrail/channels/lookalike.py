"""Hosts that try to be taken for another: what one is, held against those of the registry.

assets/verify/lookalike.js does exactly the same; tests/vectors/lookalike.json holds both to it. A host is *listed*,
or *below* a listed one, or a *lookalike*, or *unknown*, which never means safe.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Kind = Literal["listed", "below", "lookalike", "unknown"]
Reason = Literal["", "confusable", "edits", "brand", "prefix", "letters", "number", "sibling"]


@dataclass(frozen=True)
class Verdict:
    """What a host is.

    `reason` says of a look-alike what makes it one: letters that pass for others (`confusable`), one or two letters
    changed (`edits`), the name of the brand in another domain (`brand`), a listed host in front of another domain
    (`prefix`), letters that are not Latin (`letters`); and of an unknown one that it is a bare `number`, or a `sibling`
    of a listed one, below the same domain. `of` is the listed host, or the name, that it resembles. `marks` are the
    places in `shown`, the host in letters, that differ.
    """

    kind: Kind
    reason: Reason
    of: str
    shown: str
    marks: tuple[int, ...]


@cache
def table() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("lookalike.yml").read_text("utf-8"))
    return loaded


def classify(host: str, listed: Iterable[str], brands: Iterable[str] = ()) -> Verdict:
    """What `host` is, given the `listed` hosts and the names of `brands`. Before a host, `www.` means nothing."""
    shown = _shown(host)
    bare = shown.removeprefix("www.")
    hosts = sorted({_shown(one).removeprefix("www.") for one in listed}, key=lambda one: (-len(one), one))
    if bare in hosts:
        return Verdict("listed", "", bare, shown, ())
    for one in hosts:
        if bare.endswith(f".{one}") and bare.isascii():
            return Verdict("below", "", one, shown, ())
    if re.fullmatch(r"[0-9.]+|0x[0-9a-f.x]+|\[?[0-9a-f]*:[0-9a-f:.]*\]?", shown):
        return Verdict("unknown", "number", "", shown, ())
    for one in hosts:
        if f".{one}." in f".{bare}":
            return Verdict("lookalike", "prefix", one, shown, ())
        if registered(one) == registered(bare):
            return Verdict("unknown", "sibling", one, shown, ())
    return _alike(
        shown, hosts, [name for name in sorted({*map(str.lower, brands)}) if len(name) >= min(table()["edits"])]
    )


def brand(host: str) -> str:
    """The name in a host that somebody registered: `lamp` in www.lamp.example and in lamp.com.cn."""
    return registered(host).split(".")[0]


def registered(host: str) -> str:
    """The part of a host that somebody registered: lamp.com.cn of www.lamp.com.cn."""
    labels = host.split(".")
    is_shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in table()["suffixes"]
    return ".".join(labels[-3 if is_shared else -2 :])


@cache
def skeleton(text: str) -> str:
    """What the eye makes of a text: each character as the letter that it passes for."""
    text = _fold(text)
    for pair, letter in table()["pairs"].items():
        text = text.replace(pair, letter)
    return text


def _alike(shown: str, hosts: list[str], names: list[str]) -> Verdict:
    """What a host resembles that has nothing to do with a listed one."""
    own, bare, seen = registered(shown), shown.removeprefix("www."), skeleton(shown)
    pairs = [(bare, one) for one in hosts if bare.count(".") == one.count(".")]
    pairs += [(own, domain) for domain in sorted(set(map(registered, hosts)))]
    for mine, other in pairs:
        if skeleton(mine) == skeleton(other):
            return Verdict("lookalike", "confusable", other, shown, _marks(shown, mine, other))
    for mine, other in pairs:
        if distance(skeleton(mine), skeleton(other)) <= _allowed(brand(mine), brand(other)):
            return Verdict("lookalike", "edits", other, shown, _marks(shown, mine, other))
    for name in names:
        if name in shown or skeleton(name) in seen:
            return Verdict("lookalike", "brand" if name in shown else "confusable", name, shown, ())
    for name in names:
        words = re.split(r"[.-]", shown)
        if any(distance(skeleton(word), skeleton(name)) <= min(1, _allowed(word, name)) for word in words):
            return Verdict("lookalike", "edits", name, shown, ())
    if not shown.isascii():
        return Verdict("lookalike", "letters", "", shown, tuple(i for i, one in enumerate(shown) if not one.isascii()))
    return Verdict("unknown", "", "", shown, ())


def distance(one: str, other: str) -> int:
    """How many letters to add, leave out, change or swap with the next to make one word of the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one):
        row = [i + 1]
        for j, b in enumerate(other):
            row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (a != b)))
            if i and j and a == other[j - 1] and one[i - 1] == b:
                row[-1] = min(row[-1], before[j - 1] + 1)
        before, last = last, row
    return last[-1]


def _allowed(one: str, other: str) -> int:
    """How many letters may differ before two names are no longer alike."""
    limits: Mapping[int, int] = table()["edits"]
    length = min(len(one), len(other))
    return max((edits for shortest, edits in limits.items() if length >= shortest), default=0)


def _marks(shown: str, mine: str, other: str) -> tuple[int, ...]:
    """The places in `shown`, which ends in `mine`, where that differs from another host.

    They lie between what both begin and what both end with; hosts of one length are compared place by place.
    """
    longest = min(len(mine), len(other))
    start = next((i for i in range(longest) if mine[i] != other[i]), longest)
    end = next((i for i in range(longest - start) if mine[-1 - i] != other[-1 - i]), longest - start)
    between = range(start, len(mine) - end)
    before = len(shown) - len(mine)
    return tuple(before + i for i in between if len(mine) != len(other) or mine[i] != other[i])


def _shown(host: str) -> str:
    """A host as a reader should see it: small letters, xn-- names in the letters that they stand for."""
    host = unicodedata.normalize("NFKC", host).strip().strip(".").lower()
    host = re.sub("[。｡．]", ".", host)
    return ".".join(_decoded(label) for label in host.split("."))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        letters = label[4:].encode("ascii").decode("punycode")
        letters.encode()
    except UnicodeError:
        return label
    return label if letters.isascii() else letters


@cache
def _letters() -> dict[int, str]:
    return {ord(one): letter for letter, others in table()["letters"].items() for one in others}


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return bare.lower().translate(_letters())
