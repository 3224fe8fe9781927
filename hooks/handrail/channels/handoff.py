"""A handoff: how a finished message gets from the page to a channel. Copying it always works; some can be prefilled.

Here stands where each way leads; assets/contact/handoff.js fills in the message, and stops at the limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from handrail.channels.prefill import DirectMessage, GitHubIssue, Mailto, Prefill, Telegram, WeChat, ZendeskForm
from handrail.channels.status import EffectiveStatus
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import Ids
from handrail.schema.source import Source


@dataclass(frozen=True)
class Handoff:
    """A channel as the last step of the journey shows it, in one language."""

    effective_status: EffectiveStatus
    name: str
    purpose: str
    how_to_find: str
    method: str = ""
    """How the message is filled in, by a name of prefill.py; empty where it is pasted."""
    base: str = ""
    """Where the link leads, before anything is filled in; empty where there is no link."""
    limit: int = 0
    """Characters that the whole link may have."""
    fields: str = ""
    """Which field of a form takes which detail, as words `detail:field`."""
    handle: str = ""
    """What is copied where a link cannot be opened: an address, or the id of an account."""

    @property
    def id(self) -> str:
        return self.effective_status.channel.id

    @property
    def is_public(self) -> bool:
        return self.effective_status.channel.public or self.method == "github_issue"

    @property
    def is_nobody(self) -> bool:
        """Whether it is the draft of an e-mail without a recipient."""
        return self.base == "mailto:"

    @property
    def picture(self) -> str:
        """Where the picture of its handle is, from the site's root; empty where a link does the same."""
        return f"assets/support/{self.id}.svg" if self.handle and not self.base else ""

    @property
    def place(self) -> str:
        """What a reader sees of where the link leads."""
        return self.effective_status.place or urlsplit(self.base).hostname or self.name


def accepts_messages(effective_status: EffectiveStatus) -> bool:
    """Whether readers may be led there with a message: no channel to beware of, none where nobody answers, and none
    where strangers do, which is every public one that says no method."""
    channel = effective_status.channel
    is_forum = channel.public and not channel.prefill
    return channel.accepts_messages and not is_forum and effective_status.status not in ("not_used", "impostor")


def handoff(effective_status: EffectiveStatus, code: str) -> Handoff:
    """The way to a channel, in a language."""
    channel = effective_status.channel
    method, base, limit, fields, handle = "", effective_status.href or "", 0, "", ""
    if channel.kind == "email":
        method, base, limit, handle = "mailto", base or "mailto:", Mailto.limit, effective_status.address or ""
    elif channel.prefill and effective_status.is_open:
        method, base, limit, fields = _filled(channel.prefill, effective_status)
    return Handoff(
        effective_status,
        name=channel.name[code],
        purpose=channel.purpose[code],
        how_to_find=channel.how_to_find[code] if channel.how_to_find else "",
        method=method,
        base=base,
        limit=limit,
        fields=fields,
        handle=effective_status.handle or "" if method == "wechat" else handle,
    )


def _filled(prefill: Prefill, effective_status: EffectiveStatus) -> tuple[str, str, int, str]:
    """The name of a method, the link before anything is filled in, how long it may get, and the fields of its form.

    Every link stays on the host of the channel's own `url`; without one there is none.
    """
    url, fields = urlsplit(effective_status.url or ""), ""
    match prefill:
        case DirectMessage():
            url = url._replace(path="/messages/compose", query=f"recipient_id={prefill.recipient_id}")
        case GitHubIssue():
            url = url._replace(path=f"/{prefill.repository}/issues/new", query="")
        case Telegram():
            url = url._replace(path=f"/{effective_status.handle}", query="")
        case ZendeskForm():
            fields = " ".join(f"{detail}:{field}" for detail, field in prefill.fields.items())
    base = url.geturl() if url.netloc and not isinstance(prefill, WeChat) else ""
    return prefill.method, base, prefill.limit, fields


def problems(source: Source, data: Any, details: Ids) -> Iterator[Problem]:
    """The fields of forms that channels fill with a detail that does not exist. `data` may be wrong in every way."""
    if details is None:
        return
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        prefill = entry.get("prefill") if isinstance(entry, dict) else None
        fields = prefill.get("fields") if isinstance(prefill, dict) else None
        for id in fields if isinstance(fields, dict) else ():
            if id not in details:
                message = f"prefill.fields: there is no detail '{id}'"
                yield source.problem((number, "prefill", "fields"), message, one_of(str(id), details))
