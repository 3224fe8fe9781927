"""A channel: a way to reach the vendor's real support.

docs/data/channels.yml is the only place where an address stands. Articles name a channel by its id, as in
`[the official site](channel:website)`, and its status decides what a reader gets: a link, or plain words.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from .value import Day, Https, Id, Interval, Localized, LocalizedList, Text, Value

Kind = Literal["in_app", "website", "chat", "ticket", "email", "social", "messenger", "forum", "phone"]
Status = Literal["verified", "documented", "unconfirmed", "not_used", "impostor"]

_ANCHOR = re.compile(
    r"""<a\s(?P<before>[^>]*?)href=(?P<quote>["']?)channel:(?P<id>[^"'\s>]*)(?P=quote)(?P<after>[^>]*)>(?P<text>.*?)</a>""",
    re.DOTALL | re.IGNORECASE,
)


def _day_month_or_year(seen: Any) -> datetime.date | str:
    if type(seen) is datetime.date or (isinstance(seen, str) and re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", seen)):
        return seen
    cure = "Write it as in 2026-11-23; where only the month or year is known, as in '2026-11' or '2026', in quotes."
    raise PydanticCustomError("shape", "{what} {cure}", {"what": "is not a date", "cure": cure})


class Evidence(Value):
    """Where a fact about a channel was seen, and when."""

    source: Text
    kind: Literal["first_party", "registry", "press", "operator"]
    seen_on: Annotated[datetime.date | str, PlainValidator(_day_month_or_year)]
    note: Localized | None = None


class Channel(Value):
    """One way to reach support, with the evidence for it."""

    id: Id
    kind: Kind
    status: Status
    url: Https | None = None
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
    checked_on: Day
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
        channel, text = channels.get(match["id"]), match["text"]
        if channel is None or channel.link is None:
            return text
        host = urlsplit(channel.link).hostname or ""
        note = host if channel.status == "verified" else caveat(host, channel.checked_on)
        address = html.escape(channel.link)
        return (
            f'<a {match["before"]}href="{address}" rel="noopener noreferrer" referrerpolicy="no-referrer"'
            f"{match['after']}>{text}</a>"
            f' <small class="host">({html.escape(note)})</small>'
        )

    return _ANCHOR.sub(replace, page)
