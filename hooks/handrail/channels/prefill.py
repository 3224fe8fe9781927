"""Prefill: how a finished message can be handed to a channel, so that the reader need not paste it.

A closed set of methods, each with its limits. What is too long for one goes as a short form, and is pasted.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from handrail.schema.fields import Id, Shape, Text, Value


class Mailto(Value):
    """An e-mail draft, RFC 6068. A channel without an address opens a draft without recipient."""

    limit: ClassVar[int] = 1800
    """Characters of the whole address: some mail programs cut at 2,000. A Chinese character takes 9."""
    method: Literal["mailto"]
    """The way that the message is handed over."""


class DirectMessage(Value):
    """A direct message on X. Its form wants the account's number, not its name: a name can change hands."""

    limit: ClassVar[int] = 2000
    method: Literal["x_dm"]
    """The way that the message is handed over."""
    recipient_id: Annotated[
        str,
        Shape(r"[0-9]{1,20}", "is not the number of an account", "Write its digits in quotes, as in '783214'."),
    ]
    """The digits of the account, in quotes."""


class GitHubIssue(Value):
    """A new issue of a repository. Strangers read it: a message with addresses of a wallet is not for it."""

    limit: ClassVar[int] = 8000
    method: Literal["github_issue"]
    """The way that the message is handed over."""
    repository: Annotated[
        str,
        Shape(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+", "is not a repository", "Write it as in 'vendor/project'."),
    ]
    """Whose it is and what it is called: 'vendor/project'."""


class ZendeskForm(Value):
    """A Zendesk request form at the channel's `url`. To name it is to accept that the host's log sees the message."""

    limit: ClassVar[int] = 2048
    method: Literal["zendesk_form"]
    """The way that the message is handed over."""
    fields: dict[
        Id, Annotated[str, Shape(r"[0-9]+", "is not the number of a field", "Write its digits in quotes.")]
    ] = {}
    """Which of the form's own fields takes which detail of an issue type, by the detail's id."""


class Telegram(Value):
    """A message to the account named by the channel's `handle`; never the form that lets readers pick a stranger."""

    limit: ClassVar[int] = 2000
    method: Literal["telegram"]
    """The way that the message is handed over."""


class WeChat(Value):
    """Nothing can be prefilled: the id in the channel's `handle` is copied, or scanned from a picture."""

    limit: ClassVar[int] = 0
    method: Literal["wechat"]
    """The way that the message is handed over."""


Prefill = Annotated[
    Mailto | DirectMessage | GitHubIssue | ZendeskForm | Telegram | WeChat,
    Field(discriminator="method"),
]

KINDS = {
    "mailto": {"email"},
    "x_dm": {"social"},
    "github_issue": {"forum", "ticket"},
    "zendesk_form": {"ticket"},
    "telegram": {"messenger"},
    "wechat": {"messenger"},
}
"""The kinds of channel that each method leads to."""

NEEDS: dict[str, tuple[str, Text]] = {
    "x_dm": ("handle", r"[A-Za-z0-9_]{1,15}"),
    "zendesk_form": ("url", r"https://.+"),
    "telegram": ("handle", r"[A-Za-z][A-Za-z0-9_]{3,31}"),
    "wechat": ("handle", r"[A-Za-z][A-Za-z0-9_-]{5,19}"),
}
"""What a channel must have for its method, and the shape of it."""
