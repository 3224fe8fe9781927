"""Reads hosts as browsers do, by the WHATWG URL Standard, and knows below which names anybody can register one."""

from __future__ import annotations

import re
from functools import cache
from ipaddress import ip_address

import can_ada
from publicsuffixlist import PublicSuffixList

_IGNORED = re.compile(r"^[\0-\x20]+|[\0-\x20]+$|[\t\r\n]+")
"""What a browser drops from a URL before it reads it."""
_RELATIVE_SCHEME = re.compile(r"[/\\]{2}")
_WEB = {"http:", "https:", "ws:", "wss:", "ftp:"}
_PRIVATE = re.compile(r"(?:.+\.)?(?:localhost|local|internal|lan|home\.arpa|example\.(?:com|net|org))")
"""Names that lead nowhere on the internet: RFC 2606, RFC 6762, RFC 8375 and what routers use."""


def host_of(url: str) -> str:
    """The host that a browser goes to, in small ASCII letters, `xn--` for others; empty where it stays on the page's.

    Of a scheme that only apps know, it is what the app might take for a host, where somebody can register that.
    """
    url = _IGNORED.sub("", url)
    try:
        parsed = can_ada.parse(f"https:{url}" if _RELATIVE_SCHEME.match(url) else url)
    except ValueError:
        return ""
    host = str(parsed.hostname).rstrip(".")
    return host if parsed.protocol in _WEB or registered(host) else ""


@cache
def registered(host: str) -> str:
    """The name in an ASCII `host` that somebody registered: lamp.co.uk of www.lamp.co.uk; empty where nobody can."""
    return str(_suffixes().privatesuffix(host) or "")


def leads_nowhere(host: str) -> bool:
    """Whether a host is no place on the internet: an example's, or that of a network at home."""
    if _PRIVATE.fullmatch(host):
        return True
    try:
        return not ip_address(host.strip("[]")).is_global
    except ValueError:
        return False


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True, accept_unknown=False)
