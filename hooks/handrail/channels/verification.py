"""What the page "is this really support?" compares with: the registry as it may be published, in one language.

A channel whose effective status shows no address has none here either. The addresses of known fakes are written so that
nothing makes a link of them; the script reads them all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handrail.channels import lookalike, networks
from handrail.channels.registry import Registry
from handrail.channels.status import EffectiveStatus


def verification(
    registry: Registry, code: str, *, names: Iterable[str] = (), guide: str = "", proof: str = ""
) -> dict[str, Any]:
    """The data of the page in the language `code`.

    `names` are those of the vendor, which prove nothing; `guide` is the address of this help center, which is no
    support; `proof` that of the vendor's page that confirms it, where there is one.
    """
    statuses = registry.statuses.values()
    return {
        "listed": [_entry(status, code) for status in statuses if status.url or status.address or status.handle],
        "fakes": [{**_words(status, code), "places": list(status.fakes)} for status in statuses if status.fakes],
        "unused": [_words(status, code) for status in statuses if status.status == "not_used"],
        "hosts": sorted(registry.hosts),
        "brands": sorted(registry.brands),
        "names": sorted(names),
        "guide": guide,
        "proof": proof,
        "table": lookalike.table(),
        "places": networks.table(),
    }


def _words(status: EffectiveStatus, code: str) -> dict[str, Any]:
    channel = status.channel
    return {"kind": channel.kind, "name": channel.name[code], "purpose": channel.purpose[code]}


def _entry(status: EffectiveStatus, code: str) -> dict[str, Any]:
    shown = {"url": status.url, "address": status.address, "handle": status.handle}
    return {
        **_words(status, code),
        "status": status.status,
        "since": str(status.since),
        "until": str(status.until),
        "network": networks.network(status.channel),
        **{key: value for key, value in shown.items() if value},
    }
