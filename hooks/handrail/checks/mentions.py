"""Finds what readers could follow in a text: hosts, e-mail addresses, account names. safety.yml lists what is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

import yaml

from handrail.channels.hosts import host_of, leads_nowhere, registered

Kind = Literal["host", "mail", "account"]

_URL = re.compile(
    r"(?<![a-z0-9+.:/\\-])(?:[a-z][a-z0-9+.-]{0,30}:)?[/\\]{2}"
    r"[^\s<>\"`()\[\]{}|，；：！？、（）“”‘’《》「」]+",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])[a-z0-9_.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}", re.IGNORECASE | re.ASCII)
_HANDLE = re.compile(r"(?<![\w@./:-])@[a-z_][\w.]{2,}(?!/)", re.IGNORECASE | re.ASCII)
_OF_HOST = r"a-z0-9\u00c0-\u1fff_.-"
_NAME = re.compile(rf"(?<![@/\\{_OF_HOST}])([{_OF_HOST}]*+)(?!@)", re.IGNORECASE)
"""A run of what hosts consist of, in scripts with word spaces. What follows a slash is part of a path."""
_IDEOGRAPHIC_STOP = re.compile(r"(?<=[a-z0-9])[。｡](?=[a-z]{2})")
"""Browsers take it for a dot. A capital after it begins a sentence."""
_HAN = r"\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff"
_BEFORE_HAN = re.compile(rf"(?P<host>[!-~]+\.[a-z]{{2,}})[{_HAN}][^./?#\\]*", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_SIGNS = re.compile("[.@:：。｡．]")
"""Every mention matches this."""
_NORMALIZED_SIGNS = re.compile(rf"[@:]|[/\\]{{2}}|[.][{_OF_HOST}]", re.IGNORECASE)
"""And in its plain form this: the full stop of a sentence does not."""


@dataclass(frozen=True)
class Mention:
    kind: Kind
    text: str
    is_certain: bool = True
    """Whether it is not also the name of a file, a product or a package."""


@cache
def safety_data() -> dict[str, Any]:
    """The content of safety.yml."""
    loaded: dict[str, Any] = yaml.load(Path(__file__).with_name("safety.yml").read_bytes(), Loader=yaml.CSafeLoader)
    return loaded


def in_target(target: str) -> Iterator[Mention]:
    """The host that a link or an image leads to, or the addresses that it writes to."""
    host = host_of(target)
    if host and not leads_nowhere(host):
        yield Mention("host", host)
    elif not host and "@" in (address := unquote(target)):
        yield from (Mention("mail", match[0]) for match in _MAIL.finditer(address))


def in_text(text: str, is_code: bool = False) -> Iterator[Mention]:
    """Every mention in a line of text, hosts in small ASCII letters."""
    if not _SIGNS.search(text):
        return
    text = _IDEOGRAPHIC_STOP.sub(".", unicodedata.normalize("NFKC", text))
    if not _NORMALIZED_SIGNS.search(text):
        return
    for match in _URL.finditer(text):
        url = _trimmed(match[0])
        yield from (mention for mention in in_target(url) if url[0].isalpha() or registered(mention.text))
    text = _URL.sub(" ", text)
    for match in _MAIL.finditer(text):
        yield from in_target(f"https://{match[0]}") if match[0].startswith("git@") else [Mention("mail", match[0])]
    text = _MAIL.sub(" ", text)
    for match in _NAME.finditer(text) if "." in text else ():
        yield from _named(match[1], text[match.end() : match.end() + 1], is_code)
    yield from (Mention("account", match[0]) for match in _HANDLE.finditer(text))
    yield from (Mention("account", match[1]) for match in _account().finditer(text))


def in_lines(text: str) -> tuple[tuple[int, Mention], ...]:
    """Every mention in each line of prose, with the number of the line, from 0."""
    return tuple((number, mention) for number, line in enumerate(text.split("\n")) for mention in in_text(line))


def _trimmed(url: str) -> str:
    """A URL in a sentence without the signs and the Han letters that follow it."""
    url = url.rstrip("'*_~.,;:!?。｡…")
    scheme, slashes, rest = re.split(r"([/\\]{2})", url, maxsplit=1)
    match = _BEFORE_HAN.fullmatch(rest)
    return f"{scheme}{slashes}{match['host'] if match else rest}"


def _named(written: str, after: str, is_code: bool) -> Iterator[Mention]:
    """The host that is `written` without a scheme, where somebody can register it; `after` is the next character."""
    written = written.strip("._-")
    if "." not in written or len(written) > 253 or (is_code and after == "("):
        return
    host = host_of(f"https://{written}")
    domain = registered(host)
    is_number = _NUMBERS.fullmatch(written) and after and after in "/:"
    if (is_number or (domain and "_" not in domain)) and not leads_nowhere(host):
        yield Mention("host", host, after == "/" or not _may_be_a_name(written, is_code))


def _may_be_a_name(written: str, is_code: bool) -> bool:
    """Whether what looks like a host is likely the name of a file, a product or a package, or the end of a sentence."""
    names, labels = safety_data()["names"], written.split(".")
    last = labels[-1].lower()
    if written.lower() in names["products"] or last in names["files"]:
        return True
    if labels[-1][0].isupper() and last in names["sentences"]:
        return True
    if is_code and (last in names["members"] or (len(labels) > 2 and labels[0] in names["packages"])):
        return True
    return len(labels) == 2 and written[0].isupper() and last in names["apps"]


@cache
def _account() -> re.Pattern[str]:
    """Matches an account name after the name of its network."""
    words, id = r"(?:id|号|群|账号|number|no\.?)", r"([a-z0-9][a-z0-9_-]{4,}|[0-9]{5,})"
    pattern = rf"{safety_data()['accounts']}\s*{words}?\s*[:：]\s*{id}(?![\w-]*(?:\.\w|\())"
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


def unlisted(host: str, allowed: Collection[str]) -> bool:
    """Whether no entry of `allowed` names the host; `*.lamp.example` names all below lamp.example."""
    parents = host.split(".")[1:]
    return host not in allowed and not any(f"*.{'.'.join(parents[at:])}" in allowed for at in range(len(parents)))
