"""Effective status: what a channel is worth on a day. A status is never better than its evidence.

A verified channel is one that somebody of this help center opened, on a day less than `check_every` ago. A documented
one has two sources that are not the same, one of them first-party, one of them not old, and was looked into less than
`check_every` ago. What falls short is shown as the next lower one that it can be; the build goes on, with a warning.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from handrail.channels.channel import Channel, Status
from handrail.channels.hosts import host_of
from handrail.schema.dates import after, first_day

DOCUMENTED_FOR = "3 years"
"""How long papers speak for a channel. Its newest source must be younger."""


@dataclass(frozen=True)
class EffectiveStatus:
    """A channel with the status that it has on a day. Its addresses are those that the status lets readers see."""

    channel: Channel
    status: Status
    until: datetime.date | None
    """The first day on which the status does not hold any more; None where it cannot get worse."""
    reason: str
    """Why it is worse than what was written, in words for authors; empty where it is not."""

    @property
    def since(self) -> datetime.date:
        """When somebody last opened a verified channel; when anybody last looked into another."""
        opened = [item.seen_on for item in self.channel.evidence if item.kind == "operator"]
        days = [day for day in opened if isinstance(day, datetime.date)]
        return min(max(days), self.channel.checked_on) if self.status == "verified" else self.channel.checked_on

    @property
    def is_open(self) -> bool:
        """Whether readers may be led there: where a verified channel is, or a documented website."""
        return self.status == "verified" or (self.status == "documented" and self.channel.kind == "website")

    @property
    def url(self) -> str | None:
        return self.channel.url if self.is_open else None

    @property
    def address(self) -> str | None:
        return self.channel.address if self.is_open else None

    @property
    def handle(self) -> str | None:
        return self.channel.handle if self.is_open else None

    @property
    def href(self) -> str | None:
        """Where a link leads: to the page, to a draft of an e-mail, to the telephone."""
        if self.address and self.channel.kind == "phone":
            return "tel:" + re.sub(r"[^+0-9]", "", self.address)
        if self.address and self.channel.kind == "email":
            return f"mailto:{self.address}"
        return self.url

    @property
    def place(self) -> str:
        """What a reader must see of where a link leads: the host, the address, the number."""
        return self.address or (host_of(self.url) if self.url else "")

    @property
    def spelled(self) -> str:
        """The whole of an address as one compares it by eye: no scheme, and nothing that changes from link to link."""
        if self.address or not self.url:
            return self.address or ""
        parts = urlsplit(self.url)
        return f"{parts.hostname}{parts.path.rstrip('/')}"

    @property
    def fakes(self) -> tuple[str, ...]:
        """Of an impostor: its addresses, so written that nothing makes links of them."""
        known = (self.channel.url, self.channel.address, self.channel.handle)
        return tuple(defanged(item) for item in known if item) if self.status == "impostor" else ()


def defanged(address: str) -> str:
    """An address as one shows those of thieves: `lamp-help[.]example`, no scheme, nothing to tap.

    Of a number the parts stand apart, `+44[-]20[-]7946`: telephones make links of numbers by themselves.
    """
    if re.fullmatch(r"\+?[0-9][0-9 ()./-]+", address):
        return re.sub(r"[ ()./-]+", "[-]", address) if re.search(r"[ ()./-]", address) else "[-]".join(_thirds(address))
    return re.sub(r"^https?://", "", address).rstrip("/").replace(".", "[.]").replace("@", "[@]")


def _thirds(number: str) -> list[str]:
    third = -(-len(number) // 3)
    return [number[start : start + third] for start in range(0, len(number), third)]


def effective_status(channel: Channel, today: datetime.date) -> EffectiveStatus:
    """What `channel` is worth on the day `today`."""
    reasons = []
    if channel.status == "verified":
        until, reason = _opened(channel, today)
        if not reason:
            return EffectiveStatus(channel, "verified", until, "")
        reasons.append(reason)
    if channel.status in ("verified", "documented"):
        until, reason = _read(channel, today)
        if not reason:
            return EffectiveStatus(channel, "documented", until, "; ".join(reasons))
        reasons.append(reason)
        return EffectiveStatus(channel, "unconfirmed", None, "; ".join(dict.fromkeys(reasons)))
    return EffectiveStatus(channel, channel.status, None, "")


def _opened(channel: Channel, today: datetime.date) -> tuple[datetime.date, str]:
    """Until when it counts as opened, and why it does not; the reason is empty where it does."""
    days = [
        item.seen_on
        for item in channel.evidence
        if item.kind == "operator" and isinstance(item.seen_on, datetime.date) and _is_past(item.seen_on, today)
    ]
    if not days:
        return today, "nobody is known to have opened it: no evidence of the kind 'operator' with a whole date"
    until = min(after(max(days), channel.check_every), after(channel.checked_on, channel.check_every))
    if today >= until:
        return until, f"last opened on {max(days)}, to be checked every {channel.check_every}: expired on {until}"
    return until, _from_the_future(channel, today)


def _read(channel: Channel, today: datetime.date) -> tuple[datetime.date, str]:
    """Until when its papers speak for it, and why they do not; the reason is empty where they do."""
    evidence = [item for item in channel.evidence if _is_past(first_day(item.seen_on), today)]
    if not any(item.kind == "first_party" for item in evidence):
        return today, "no source is first-party"
    needed = 1 if channel.in_the_app else 2
    if len({item.source for item in evidence}) < needed:
        return today, "one source is not enough: two are needed, independent of each other"
    newest = max(first_day(item.seen_on) for item in evidence)
    old = after(newest, DOCUMENTED_FOR)
    if today >= old:
        return old, f"its newest source is of {newest}: older than {DOCUMENTED_FOR}"
    checked = after(channel.checked_on, channel.check_every)
    if today >= checked:
        return (
            checked,
            f"checked on {channel.checked_on}, to be checked every {channel.check_every}: expired on {checked}",
        )
    return min(old, checked), _from_the_future(channel, today)


def _from_the_future(channel: Channel, today: datetime.date) -> str:
    return "" if _is_past(channel.checked_on, today) else f"checked on {channel.checked_on}, which is still to come"


def _is_past(day: datetime.date, today: datetime.date) -> bool:
    """Whether a day has begun anywhere on earth."""
    return day - today <= datetime.timedelta(days=1)
