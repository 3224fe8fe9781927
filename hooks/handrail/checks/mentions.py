"""What a line of text mentions that readers could follow: hosts, addresses of e-mail, names of accounts."""

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
"""What no mention is without."""
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"


@dataclass(frozen=True)
class Mention:
    kind: Kind
    text: str
    scheme: str = ""
    """Of a host: what stands before it; empty where it stands alone."""


@cache
def told() -> dict[str, Any]:
    """What rules/safety.yml says."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("safety.yml").read_text("utf-8"))
    return loaded


def by_line(text: str) -> tuple[tuple[int, Mention], ...]:
    """Everything in a text that leads somewhere, each with the number of its line, from 1."""
    return tuple((number, mention) for number, line in enumerate(text.split("\n"), 1) for mention in mentions(line))


def mentions(line: str) -> Iterator[Mention]:
    """Everything in a line that leads somewhere, each once, as it is written."""
    if not _SIGNS.search(line):
        return
    left = line
    for match in _URL.finditer(line):
        authority = re.split(r"[/?#]", match["rest"], maxsplit=1)[0]
        host = authority.rpartition("@")[2].partition(":")[0].rstrip(".")
        if host:
            yield Mention("host", host, match["scheme"].lower())
        left = left.replace(match[0], " ")
    for match in _MAIL.finditer(left):
        yield Mention("mail", match[0].rstrip("."))
    left = _MAIL.sub(" ", left)
    for match in _bare().finditer(left):
        yield Mention("host", match[0])
    for match in _HANDLE.finditer(left):
        yield Mention("account", match[0])
    for match in _named().finditer(left):
        yield Mention("account", match[1])


@cache
def _bare() -> re.Pattern[str]:
    """A host that stands alone in prose, under one of the common ends, and is no path and no name of a file."""
    ends = "|".join(sorted({*told()["ends"], "me"}, key=len, reverse=True))
    return re.compile(rf"(?<![\w@./\\:-])(?:{_LABEL}\.)+(?:(?:{ends})|xn--[\w-]+)(?![\w@-]|\.\w)", re.IGNORECASE)


@cache
def _named() -> re.Pattern[str]:
    """The name of an account behind the name of its network."""
    id = r"([a-z0-9][a-z0-9_-]{4,}|[0-9]{5,})"
    return re.compile(
        rf"{told()['accounts']}\s*(?:id|号|群|账号|number|no\.?)?\s*[:：]\s*{id}(?![\w-]*[.(])", re.I | re.ASCII
    )
