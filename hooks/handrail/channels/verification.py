"""What the page "is this really support?" compares with: the registry as it may be published, in one language.

A channel whose effective status shows no address has none here either. The addresses of known fakes are written so that
nothing makes a link of them; the script reads them all the same.
"""

from __future__ import annotations

from typing import Any

from handrail.channels.lookalike import table
from handrail.channels.registry import Registry
from handrail.channels.status import EffectiveStatus


def verification(registry: Registry, code: str) -> dict[str, Any]:
    """The data of the page in the language `code`."""
    statuses = registry.statuses.values()
    return {
        "listed": [_entry(one, code) for one in statuses if one.url or one.address or one.handle],
        "fakes": [{**_words(one, code), "places": list(one.fakes)} for one in statuses if one.fakes],
        "unused": [_words(one, code) for one in statuses if one.status == "not_used"],
        "hosts": sorted(registry.hosts),
        "brands": sorted(registry.brands),
        "table": table(),
    }


def _words(one: EffectiveStatus, code: str) -> dict[str, Any]:
    channel = one.channel
    return {"kind": channel.kind, "name": channel.name[code], "purpose": channel.purpose[code]}


def _entry(one: EffectiveStatus, code: str) -> dict[str, Any]:
    shown = {"url": one.url, "address": one.address, "handle": one.handle}
    return {
        **_words(one, code),
        "status": one.status,
        "since": str(one.since),
        "until": str(one.until),
        **{key: value for key, value in shown.items() if value},
    }
