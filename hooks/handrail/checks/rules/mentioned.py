"""What content names that readers could follow: hosts, e-mail addresses, accounts, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from handrail.channels.channel import Channel
from handrail.channels.hosts import host_of
from handrail.channels.lookalike import Verdict, classify
from handrail.channels.status import effective_status
from handrail.checks.context import Context
from handrail.checks.line import Line
from handrail.checks.mentions import Mention, safety_data, unlisted
from handrail.checks.rule import Rule
from handrail.content.settings import KEY
from handrail.schema.problem import Problem

_NOT_LISTED = "Add it to docs/data/channels.yml and link to it as channel:its-id, or list the host in allowed_hosts."


def _listed(context: Context) -> frozenset[str]:
    """The hosts that content may name: those of channels that readers may use, and those in allowed_hosts."""
    channels = context.loaded.channels or {}
    urls = [effective_status(channel, channel.checked_on).url for channel in channels.values()]
    allowed = context.loaded.settings.allowed_hosts if context.loaded.settings else []
    return frozenset([*(host_of(url) for url in urls if url), *allowed])


def _brands(context: Context) -> frozenset[str]:
    return context.center.registry.brands if context.center else frozenset()


def _mentions(context: Context) -> Iterator[tuple[Line, Mention, Verdict | None]]:
    """Every mention, with the verdict on hosts. Nothing where the channels or the settings cannot be read."""
    if context.loaded.channels is None or context.loaded.settings is None:
        return
    judge = cache(partial(classify, listed=_listed(context), brands=_brands(context)))
    for line, mention in context.mentions:
        yield line, mention, judge(mention.text) if mention.kind == "host" else None


def _hosts(context: Context) -> Iterator[Problem]:
    listed = _listed(context)
    for line, mention, verdict in _mentions(context):
        is_unknown = verdict and verdict.kind in ("unknown", "below") and unlisted(mention.text, listed)
        if is_unknown and mention.is_certain and _is_plain(mention.text) and not _is_special(mention.text):
            yield line.problem(f"unknown host {mention.text}", _NOT_LISTED)


def _lookalikes(context: Context) -> Iterator[Problem]:
    settings = context.loaded.settings
    for line, mention, verdict in _mentions(context):
        if verdict and verdict.kind == "lookalike" and _is_plain(mention.text):
            fix = "Correct it. Write a known fake as in name[.]example."
            yield line.problem(f"{mention.text} looks like {verdict.of}", fix)
    hosts = _listed(context) - set(settings.allowed_hosts if settings else ())
    for number, host in enumerate(settings.allowed_hosts if settings else ()):
        verdict = classify(host, hosts, _brands(context))
        if verdict.kind == "lookalike":
            message = f"allowed_hosts: {host} looks like {verdict.of}"
            yield context.loaded.configuration.problem((*KEY, "allowed_hosts", number), message, "Delete it.")


def _letters(context: Context) -> Iterator[Problem]:
    for line, mention, _ in _mentions(context):
        if mention.kind == "host" and not _is_plain(mention.text):
            fix = "Write hosts in Latin letters only: readers cannot tell others apart."
            yield line.problem(f"{mention.text} has letters that look like others", fix)


def _is_plain(host: str) -> bool:
    return host.isascii() and "xn--" not in host.lower()


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.").removeprefix("m.")


def _is_special(host: str) -> bool:
    """Whether another rule reports it."""
    return _bare(host) in {*safety_data()["shorteners"], *safety_data()["messengers"]}


def _shorteners(context: Context) -> Iterator[Problem]:
    for line, mention, _ in _mentions(context):
        if mention.kind == "host" and _bare(mention.text) in safety_data()["shorteners"]:
            fix = "Link to the target itself: a short link can be changed."
            yield line.problem(f"{mention.text} is a link shortener", fix)


def _contacts(context: Context) -> Iterator[Problem]:
    channels = (context.loaded.channels or {}).values()
    known = {text.casefold() for channel in channels for text in _addresses(channel)}
    fix = "Add it to docs/data/channels.yml, with its evidence, and link to it as channel:its-id."
    for line, mention, verdict in _mentions(context):
        is_messenger = _bare(mention.text) in safety_data()["messengers"]
        is_person = verdict is None or (verdict.kind == "unknown" and is_messenger)
        if is_person and mention.text.casefold().removeprefix("@") not in known:
            yield line.problem(f"{mention.text} is not a listed channel", fix)
    digits = {re.sub(r"\D", "", text) for text in known} - {""}
    for line, finding, text in context.secrets:
        if finding.rule == "phone" and re.sub(r"\D", "", text) not in digits:
            yield line.problem("the phone number is not a listed channel", fix)


def _addresses(channel: Channel) -> list[str]:
    """The addresses of a channel that content may show."""
    status = effective_status(channel, channel.checked_on)
    return [text for text in (status.address, status.handle) if text]


def rule(name: str, about: str, find: Callable[[Context], Iterable[Problem]], *facts: str) -> Rule:
    return Rule(f"safety/{name}", "error", about, find, can_be_suppressed=False, facts=facts)


RULES = (
    rule("host", "Content names only hosts of channels and of allowed_hosts.", _hosts, "mentions"),
    rule("lookalike", "No host looks like one of the vendor's.", _lookalikes, "mentions"),
    rule("letters", "Hosts have Latin letters only.", _letters, "mentions"),
    rule("shortener", "No link uses a shortener.", _shorteners, "mentions"),
    rule(
        "contact",
        "E-mail addresses, accounts and phone numbers are those of channels.",
        _contacts,
        "mentions",
        "secrets",
    ),
)
"""Of the family `safety`."""
