"""The registry: all channels, each with its effective status on the day of the build, and what they say of one another.

No host in it may be mistaken for another: not one with foreign letters, nor one that a letter or two away from another.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from handrail.channels.channel import Channel
from handrail.channels.hosts import host_of
from handrail.channels.lookalike import brand, classify
from handrail.channels.networks import is_shared
from handrail.channels.status import EffectiveStatus, effective_status
from handrail.schema.problem import Problem
from handrail.schema.raw import texts
from handrail.schema.source import Source


@dataclass(frozen=True)
class Registry:
    """The effective status of each channel by its id, in the order of the file, on the day `today`."""

    statuses: Mapping[str, EffectiveStatus]
    today: datetime.date

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts that readers may be led to."""
        return frozenset(host_of(status.url) for status in self.statuses.values() if status.url)

    @cached_property
    def brands(self) -> frozenset[str]:
        """The names in the hosts of the vendor's own sites: in any other host they are a mask."""
        sites = (status.url for status in self.statuses.values() if status.channel.kind == "website" and status.url)
        hosts = [host_of(url).removeprefix("www.") for url in sites]
        return frozenset(brand(host) for host in hosts if not is_shared(host))

    def warnings(self, source: Source) -> list[Problem]:
        """Each channel that is shown with a lower status than the one in its file, `source`, and why."""
        return [
            source.problem(
                (number, "status"),
                f"'{id}' is shown as {status.status}, not {status.channel.status}: {status.reason}",
                f"Look again and add the evidence, or write 'status: {status.status}'.",
            )
            for number, (id, status) in enumerate(self.statuses.items())
            if status.reason
        ]


def registry(channels: Mapping[str, Channel], today: datetime.date) -> Registry:
    return Registry({id: effective_status(channel, today) for id, channel in channels.items()}, today)


def host_problems(source: Source, data: Any) -> Iterator[Problem]:
    """The hosts that would be mistaken for another. `data` is what the file of the channels holds, right or wrong."""
    hosts: list[str] = []
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        for url in texts(entry, "url"):
            host = host_of(url)
            if texts(entry, "status") == ["impostor"] or not host:
                continue
            owner = "".join(f"'{id}': " for id in texts(entry, "id"))
            verdict = classify(host, hosts)
            if "xn--" in host:
                fix = "Write the host in Latin letters; readers cannot tell others apart."
                message = f"{owner}url: '{verdict.shown}' has letters that pass for others"
                yield source.problem((number, "url"), message, fix)
            elif verdict.kind == "lookalike":
                message = f"{owner}url: '{host}' looks like '{verdict.of}', another channel's host"
                fix = "Correct the one that is mistyped; write 'status: impostor' for one that is false."
                yield source.problem((number, "url"), message, fix)
            hosts.append(host)
