"""Safety: no content can lead readers to a thief. These rules cannot be suppressed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from handrail.channels.channel import Channel
from handrail.channels.hosts import host_of
from handrail.channels.lookalike import Verdict, classify
from handrail.channels.status import effective_status
from handrail.checks.context import Context, Line
from handrail.checks.harmful_advice import harmful
from handrail.checks.mentions import Mention, safety_data, unlisted
from handrail.checks.rule import OnPages, Rule
from handrail.checks.source_page import Page
from handrail.checks.unsafe_html import unsafe_html
from handrail.checks.visible_text import Text
from handrail.content.settings import KEY
from handrail.markdown.nodes import Passage
from handrail.schema.invisible import described
from handrail.schema.problem import Problem
from handrail.secrets.rules import IGNORE, actions

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = {"https", "channel", "mailto", "tel"}
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


def _schemes(page: Page, _: object) -> Iterator[Problem]:
    for element in page.targets:
        scheme = _SCHEME.match(element.target)
        name = scheme[1].lower() if scheme else "//" if element.target.startswith("//") else "https"
        if name not in _SCHEMES:
            yield page.problem(element.line, f"link scheme '{name}' is not allowed", "Use an https URL.")


def _html(page: Page, _: object) -> Iterator[Problem]:
    for line, message in unsafe_html(page.elements):
        yield page.problem(line, message, "Use Markdown. RULES.md lists the HTML that is allowed.")


def _hidden(page: Page, _: object) -> Iterator[Problem]:
    return _hidden_in([(page.file, page.text)], ((page.file, text) for text in page.texts))


def _hidden_in_data(context: Context) -> Iterator[Problem]:
    sources = (*context.data, context.loaded.configuration)
    return _hidden_in([(source.path, source.text) for source in sources], context.data_texts)


def _hidden_in(files: Iterable[tuple[str, str]], texts: Iterable[tuple[str, Text]]) -> Iterator[Problem]:
    hiding = [(path, text) for path, text in files if described(text)]
    written = ((path, number, line) for path, text in hiding for number, line in enumerate(text.split("\n"), 1))
    for path, number, text in (*written, *((path, text.line, text.text) for path, text in texts)):
        if message := described(text):
            yield Problem(path, number, message, "Delete it: it can change how the text reads.")


_WORD = re.compile(r"[A-Za-z]+[.,;:)]*")
"""What an author says of a password after a colon, as in "password: optional"; a reader's own could look so."""


def _secrets(context: Context) -> Iterator[Problem]:
    follows = actions(context.loaded.settings.secrets if context.loaded.settings else None)
    for line, finding, text in context.secrets:
        is_said = finding.rule == "password" and _WORD.fullmatch(text)
        if finding.rule != "phone" and not is_said and follows[finding.rule] not in ("warn", IGNORE):
            message = f"this looks like a secret ({finding.rule})"
            yield line.problem(message, "Delete it. Use an example that cannot be real.")


def _advice(page: Page, _: object) -> Iterator[Problem]:
    title = " ".join(page.markdown_file.named("title"))
    passages = ((passage.text, title, passage.line) for passage in page.all(Passage))
    others = ((text.text, "", text.line) for text in page.texts if not text.is_running and not text.is_code)
    return (page.problem(*advice) for written in (*passages, *others) for advice in harmful(*written))


def _advice_in_data(context: Context) -> Iterator[Problem]:
    for path, text in context.data_texts:
        for line, what, fix in harmful(text.text, "", text.line):
            yield Problem(path, line, what, fix)


def _evidence(context: Context) -> Iterator[Problem]:
    """By the evidence alone: that it is too old is for the rules of freshness."""
    for id, channel in (context.loaded.channels or {}).items():
        status = effective_status(channel, channel.checked_on)
        if status.reason:
            fix = f"Add the evidence, or write 'status: {status.status}'."
            yield context.channel_problem(id, "status", f"'{id}' is not {channel.status}: {status.reason}", fix)


def _rule(name: str, about: str, find: Callable[[Context], Iterable[Problem]], *facts: str) -> Rule:
    return Rule(f"safety/{name}", "error", about, find, can_be_suppressed=False, facts=facts)


RULES = (
    _rule("host", "Content names only hosts of channels and of allowed_hosts.", _hosts, "mentions"),
    _rule("lookalike", "No host looks like one of the vendor's.", _lookalikes, "mentions"),
    _rule("letters", "Hosts have Latin letters only.", _letters, "mentions"),
    _rule("shortener", "No link uses a shortener.", _shorteners, "mentions"),
    _rule(
        "contact",
        "E-mail addresses, accounts and phone numbers are those of channels.",
        _contacts,
        "mentions",
        "secrets",
    ),
    _rule("scheme", "Links are https: not http, javascript, data or //.", OnPages(_schemes)),
    _rule("html", "HTML in articles has no forms, frames, scripts, styles or events.", OnPages(_html)),
    _rule("hidden", "No text has invisible characters.", OnPages(_hidden, elsewhere=_hidden_in_data)),
    _rule("secret", "No article has what the guard takes for a secret.", _secrets, "secrets"),
    _rule(
        "advice",
        "No sentence asks for a secret or makes a promise typical of fraud.",
        OnPages(_advice, elsewhere=_advice_in_data),
    ),
    _rule("evidence", "No channel claims a better status than its evidence supports.", _evidence),
)
