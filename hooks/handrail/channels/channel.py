"""A channel: a way to reach the vendor's real support.

docs/data/channels.yml is the only place where an address stands. Articles name a channel by its id, as in
`[the official site](channel:website)`, and its status decides what a reader gets: a link, or plain words.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from handrail.channels.prefill import KINDS, NEEDS, Prefill
from handrail.schema.fields import Day, Https, Id, Interval, Localized, LocalizedList, Text, Value, validation_error
from handrail.schema.renamed import Renamed

Kind = Literal["in_app", "website", "chat", "ticket", "email", "social", "messenger", "forum", "phone"]
Status = Literal["verified", "documented", "unconfirmed", "not_used", "impostor"]


def _day_month_or_year(seen: Any) -> datetime.date | str:
    if type(seen) is datetime.date or (
        isinstance(seen, str) and re.fullmatch(r"[12][0-9]{3}(-(0[1-9]|1[0-2]))?", seen)
    ):
        return seen
    fix = "Write it as in 2026-11-23; where only the month or year is known, as in '2026-11' or '2026', in quotes."
    raise PydanticCustomError("shape", "{what} {fix}", {"what": "is not a date", "fix": fix})


class Evidence(Value):
    """Where a fact about a channel was seen, and when."""

    source: Text
    """An address, or where else it was seen."""
    kind: Literal["first_party", "registry", "press", "operator"]
    """Who says so: the vendor, a list of others, a paper; or whoever runs this help center, who opened it."""
    seen_on: Annotated[datetime.date | str, PlainValidator(_day_month_or_year)]
    """The day, as in 2026-11-23, or in quotes the month or the year."""
    note: Localized | None = None
    """What more there is to say of it, in every language."""


class Channel(Value):
    """One way to reach support, with the evidence for it."""

    id: Id
    """As articles name it, in a link: `channel:website`."""
    kind: Kind
    """What it is, which decides what it needs: an `address`, a `handle` or a `url`."""
    status: Status
    """What its author says. Readers see its effective status, which is never better than its evidence."""
    url: Https | None = None
    """The https address that readers get where the status allows it."""
    address: Text | None = None
    """Of an e-mail channel the address, of a telephone the number, with its country."""
    handle: Text | None = None
    """What an account is called in its own network, without @."""
    name: Localized
    """What readers know it as, in every language."""
    purpose: Localized
    """What it is good for, in every language."""
    how_to_find: Localized | None = None
    """How readers get there by themselves, where there is nothing to link to."""
    path: LocalizedList | None = None
    """Where it is in the app: what to tap, one label after the other, as the app names them in each language."""
    cost: Localized | None = None
    """What it costs, in every language."""
    hours: Localized | None = None
    """When somebody answers, in every language."""
    time_zone: Text | None = None
    """That of `hours`, as people say it: 'UTC+8'."""
    reply_time: Localized | None = None
    """How long an answer takes, in every language."""
    languages: list[str] = []
    """Tags of the languages in which it answers."""
    public: bool
    """Whether strangers can read what is written there."""
    accepts_messages: bool = True
    """Whether readers are led there with a message: not to a site to read, nor to a check of who is staff."""
    prefill: Prefill | None = None
    """How a finished message can be handed over."""
    asks_for: LocalizedList | None = None
    """What support needs to know, in every language."""
    never_asks_for: LocalizedList | None = None
    """What it never asks for, in every language."""
    evidence: list[Evidence] = []
    """Where it was seen, and when."""
    checked_on: Day
    """The day of the last check."""
    checked_by: Localized | None = None
    """Who checked it, in every language."""
    check_every: Interval
    """For how long a check is good: '3 months'."""

    renamed: ClassVar[Renamed] = {("takes_messages",): "accepts_messages", ("prefill", "way"): "method"}

    @property
    def in_the_app(self) -> bool:
        """Whether it is a part of the app that readers have: there is no address that could be a false one."""
        return self.kind == "in_app" or (self.kind == "ticket" and not self.url)

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Channel:
        reachable = self.status in ("verified", "documented")
        if reachable and not self.evidence:
            fix = "Add where and when it was seen, or write 'status: unconfirmed'."
            raise validation_error("status", f"{self.status} without evidence", fix)
        if self.hours and not self.time_zone:
            raise validation_error("hours", "hours without a time zone", "Add time_zone, as in 'UTC+8'.")
        if self.path and not self.in_the_app:
            raise validation_error("path", "a path to what is not in the app", "Delete it, or the url.")
        if self.path and len({len(labels) for labels in self.path.values()}) > 1:
            raise validation_error("path", "path has more steps in one language", "Name every step in each.")
        needed = _NEEDS[self.kind] if reachable else ("url", "address", "handle") if self.status == "impostor" else ()
        if needed and not any(getattr(self, key) for key in needed):
            raise validation_error(
                "kind", f"{self.status}, but with no {' and no '.join(needed)}", f"Add {' or '.join(needed)}."
            )
        for key, kinds in _SHAPES.items():
            shape, example = kinds.get(self.kind, ("", ""))
            value = getattr(self, key)
            if value and not shape:
                raise validation_error(
                    key, f"{key} in a channel of the kind '{self.kind}'", "Delete it, or change the kind."
                )
            if value and not re.fullmatch(shape, value):
                raise validation_error(key, f"{key}: '{value}' is not right", f"Write it as in '{example}'.")
        if self.prefill and not self.accepts_messages:
            raise validation_error(
                "prefill", "prefill in a channel that accepts no messages", "Delete it, or accepts_messages."
            )
        if self.prefill:
            self._fits(self.prefill.method)
        return self

    def _fits(self, method: str) -> None:
        """That a channel has what its method of prefilling needs."""
        if self.kind not in KINDS[method]:
            kinds = " or ".join(f"'{kind}'" for kind in sorted(KINDS[method]))
            message = f"prefill: '{method}' in a channel of the kind '{self.kind}'"
            raise validation_error("prefill", message, f"It is for the kind {kinds}.")
        key, shape = NEEDS.get(method, ("", ""))
        if key and not re.fullmatch(shape, getattr(self, key) or ""):
            raise validation_error(
                "prefill", f"prefill: '{method}' needs a {key} that fits it", f"Add {key}, or delete prefill."
            )


_NEEDS: dict[str, tuple[str, ...]] = {
    "in_app": ("how_to_find",),
    "website": ("url",),
    "chat": ("url",),
    "ticket": ("url", "how_to_find"),
    "email": ("address", "how_to_find"),
    "social": ("url", "handle"),
    "messenger": ("url", "handle"),
    "forum": ("url",),
    "phone": ("address",),
}
"""What a channel that readers are led to must have one of."""

_HANDLE = (r"[A-Za-z0-9_][A-Za-z0-9_.-]*", "vendor_help")
_SHAPES = {
    "address": {
        "email": (r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", "help@vendor.example"),
        "phone": (r"\+?[0-9][0-9 ()./-]{1,24}", "+44 20 7946 0000"),
    },
    "handle": {"social": _HANDLE, "messenger": _HANDLE, "forum": _HANDLE},
}
"""Which kinds have an address or a handle, its shape, and an example."""
