"""Finds what readers could follow in a text: hosts, e-mail addresses, account names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Kind = Literal["host", "mail", "account"]

_URL = re.compile(
    r"\b(?P<scheme>[a-z][a-z0-9+.-]*):/{2,}(?P<rest>[^\s<>\"'`()\[\]{}|\\^，。；：！？、（）“”‘’《》「」]+)", re.I
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<![\w@./:-])@[a-z_][\w.]{2,}", re.I | re.ASCII)
_SIGNS = re.compile("[.@:：]")
"""Every mention matches this."""
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"


@dataclass(frozen=True)
class Mention:
    kind: Kind
    text: str
    scheme: str = ""
    """Of a host: the scheme of its URL; empty for a bare host."""


@cache
def safety_data() -> dict[str, Any]:
    """The content of safety.yml."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("safety.yml").read_text("utf-8"))
    return loaded


def by_line(text: str) -> tuple[tuple[int, Mention], ...]:
    """Every mention in a text with its line, from 1."""
    return tuple((number, mention) for number, line in enumerate(text.split("\n"), 1) for mention in mentions(line))


def mentions(line: str) -> Iterator[Mention]:
    """Every mention in a line, each once, as it is written."""
    if not _SIGNS.search(line):
        return
    rest = line
    for match in _URL.finditer(line):
        authority = re.split(r"[/?#]", match["rest"], maxsplit=1)[0]
        host = authority.rpartition("@")[2].partition(":")[0].rstrip(".")
        if host:
            yield Mention("host", host, match["scheme"].lower())
        rest = rest.replace(match[0], " ")
    for match in _MAIL.finditer(rest):
        yield Mention("mail", match[0].rstrip("."))
    rest = _MAIL.sub(" ", rest)
    for match in _bare_host().finditer(rest):
        yield Mention("host", match[0])
    for match in _HANDLE.finditer(rest):
        yield Mention("account", match[0])
    for match in _account().finditer(rest):
        yield Mention("account", match[1])


@cache
def _bare_host() -> re.Pattern[str]:
    """Matches a host without a scheme, under a common top-level domain, that is no path and no file name."""
    ends = "|".join(sorted({*safety_data()["ends"], "me"}, key=len, reverse=True))
    return re.compile(rf"(?<![\w@./\\:-])(?:{_LABEL}\.)+(?:(?:{ends})|xn--[\w-]+)(?![\w@-]|\.\w)", re.IGNORECASE)


@cache
def _account() -> re.Pattern[str]:
    """Matches an account name after the name of its network."""
    id = r"([a-z0-9][a-z0-9_-]{4,}|[0-9]{5,})"
    return re.compile(
        rf"{safety_data()['accounts']}\s*(?:id|号|群|账号|number|no\.?)?\s*[:：]\s*{id}(?![\w-]*[.(])", re.I | re.ASCII
    )
