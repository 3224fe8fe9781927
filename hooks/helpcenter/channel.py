"""A channel: a way to reach the vendor's real support.

docs/data/channels.yml is the only place where an address stands. Articles name a channel by its id, as in
`[the official site](channel:website)`, and its status decides what a reader gets: a link, or plain words.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field

from .source import Id, Interval, Localized, LocalizedList, Text, Value

Kind = Literal["in_app", "website", "chat", "ticket", "email", "social", "messenger", "forum", "phone"]
Status = Literal["verified", "documented", "unconfirmed", "not_used", "impostor"]

_ANCHOR = re.compile(r'<a href="channel:(?P<id>[^"]*)">(?P<text>.*?)</a>', re.DOTALL)


class Evidence(Value):
    """Where a fact about a channel was seen, and when."""

    source: Text
    kind: Literal["first_party", "registry", "press", "operator"]
    seen_on: datetime.date | Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2})?$")]
    note: Localized | Text | None = None


class Channel(Value):
    """One way to reach support, with the evidence for it."""

    id: Id
    kind: Kind
    status: Status
    url: Annotated[str, Field(pattern=r"^https://")] | None = None
    address: Text | None = None
    name: Localized
    purpose: Localized
    how_to_find: Localized | None = None
    hours: Localized | None = None
    reply_time: Localized | None = None
    languages: list[str] = []
    public: bool
    prefill: Text | None = None
    asks_for: LocalizedList | None = None
    never_asks_for: LocalizedList | None = None
    evidence: list[Evidence] = []
    checked_on: datetime.date
    check_every: Interval

    @property
    def link(self) -> str | None:
        """The address that a page may link to: a verified channel's, or a documented website's."""
        trusted = self.status == "verified" or (self.status == "documented" and self.kind == "website")
        return self.url if trusted else None


def render_links(page: str, channels: Mapping[str, Channel], caveat: Callable[[str, datetime.date], str]) -> str:
    """The HTML `page` with each link to a channel made what its status allows. The host always shows.

    `caveat` says of a host that it is known since a date but was not opened.
    """

    def replace(match: re.Match[str]) -> str:
        channel, text = channels[match["id"]], match["text"]
        if channel.link is None:
            return text
        host = urlsplit(channel.link).hostname or ""
        note = host if channel.status == "verified" else caveat(host, channel.checked_on)
        address = html.escape(channel.link)
        return (
            f'<a href="{address}" rel="noopener noreferrer" referrerpolicy="no-referrer">{text}</a>'
            f' <small class="host">({html.escape(note)})</small>'
        )

    return _ANCHOR.sub(replace, page)
