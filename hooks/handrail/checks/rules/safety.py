"""Safety: nothing that people write can lead readers to a thief. None of these rules can be silenced."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from urllib.parse import urlsplit

from handrail.channels.channel import Channel
from handrail.channels.lookalike import Verdict, classify
from handrail.channels.status import effective_status
from handrail.checks import harmful_advice, unsafe_html
from handrail.checks.context import Context, Line
from handrail.checks.mentions import Mention, told
from handrail.checks.rule import Rule
from handrail.content.settings import KEY
from handrail.markdown.nodes import Link, Passage, Picture
from handrail.schema.problem import Problem

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = {"https", "channel", "mailto", "tel"}
_HIDDEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_OUTSIDE = "Write the address into docs/data/channels.yml and link to it as channel:its-id, or into allowed_hosts."


def _listed(context: Context) -> frozenset[str]:
    """The hosts that content may name: those of channels that readers may be led to, and those that are allowed."""
    channels = context.loaded.channels or {}
    opened = [effective_status(channel, channel.checked_on).url for channel in channels.values()]
    allowed = context.loaded.settings.allowed_hosts if context.loaded.settings else []
    return frozenset([*(urlsplit(url).hostname or "" for url in opened if url), *allowed])


def _brands(context: Context) -> frozenset[str]:
    return context.center.registry.brands if context.center else frozenset()


def _mentions(context: Context) -> Iterator[tuple[Line, Mention, Verdict | None]]:
    """Everything that content mentions; of hosts, what they are. Nothing where the channels cannot be read."""
    if context.loaded.channels is None:
        return
    judge = cache(partial(classify, listed=_listed(context), brands=_brands(context)))
    for line, mention in context.mentions:
        yield line, mention, judge(mention.text) if mention.kind == "host" else None


def _hosts(context: Context) -> Iterator[Problem]:
    for line, mention, verdict in _mentions(context):
        if (
            verdict
            and verdict.kind in ("unknown", "below")
            and _is_plain(mention.text)
            and not _is_special(mention.text)
        ):
            yield line.problem(f"the host {mention.text} is neither a channel's nor allowed", _OUTSIDE)


def _lookalikes(context: Context) -> Iterator[Problem]:
    settings = context.loaded.settings
    for line, mention, verdict in _mentions(context):
        if verdict and verdict.kind == "lookalike" and _is_plain(mention.text):
            fix = "Correct it; where it is a known fake, write it as in name[.]example."
            yield line.problem(f"the host {mention.text} can be taken for {verdict.of}", fix)
    hosts = _listed(context) - set(settings.allowed_hosts if settings else ())
    for number, host in enumerate(settings.allowed_hosts if settings else ()):
        verdict = classify(host, hosts, _brands(context))
        if verdict.kind == "lookalike":
            message = f"allowed_hosts: {host} can be taken for {verdict.of}"
            yield context.loaded.configuration.problem((*KEY, "allowed_hosts", number), message, "Delete it.")


def _letters(context: Context) -> Iterator[Problem]:
    for line, mention, _ in _mentions(context):
        if mention.kind == "host" and not _is_plain(mention.text):
            fix = "Write a host in Latin letters only: readers cannot tell others apart."
            yield line.problem(f"the host {mention.text} has letters that pass for others", fix)


def _is_plain(host: str) -> bool:
    return host.isascii() and "xn--" not in host.lower()


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.").removeprefix("m.")


def _is_special(host: str) -> bool:
    """Whether a rule of its own speaks of it."""
    return _bare(host) in {*told()["shorteners"], *told()["messengers"]}


def _shorteners(context: Context) -> Iterator[Problem]:
    for line, mention, _ in _mentions(context):
        if mention.kind == "host" and _bare(mention.text) in told()["shorteners"]:
            fix = "Write where it leads: a short link can lead elsewhere tomorrow."
            yield line.problem(f"{mention.text} shortens links", fix)


def _contacts(context: Context) -> Iterator[Problem]:
    channels = (context.loaded.channels or {}).values()
    known = {text.casefold() for channel in channels for text in _addresses(channel)}
    fix = "Write it into docs/data/channels.yml, with its evidence, and link to it as channel:its-id."
    for line, mention, verdict in _mentions(context):
        is_person = verdict is None or (verdict.kind == "unknown" and _bare(mention.text) in told()["messengers"])
        if is_person and mention.text.casefold().removeprefix("@") not in known:
            yield line.problem(f"{mention.text} reaches somebody, and is not a channel", fix)
    digits = {re.sub(r"\D", "", text) for text in known} - {""}
    for page in context.pages:
        for number, finding, text in page.secrets:
            if finding.rule == "phone" and re.sub(r"\D", "", text) not in digits:
                yield page.problem(number, "a telephone number, which is not a channel", fix)


def _addresses(channel: Channel) -> list[str]:
    """What content may write of a channel."""
    held = effective_status(channel, channel.checked_on)
    return [text for text in (held.address, held.handle) if text]


def _schemes(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for element in page.elements:
            if isinstance(element, Link | Picture):
                scheme = _SCHEME.match(element.target)
                name = scheme[1].lower() if scheme else "//" if element.target.startswith("//") else "https"
                if name not in _SCHEMES:
                    yield page.problem(element.line, f"a link that begins with {name}", "Write an https address.")


def _html(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for line, message in unsafe_html.found(page.elements):
            yield page.problem(line, message, "Say it in Markdown. RULES.md lists what HTML may stay.")


def _hidden(context: Context) -> Iterator[Problem]:
    for path, text in context.texts:
        if not _HIDDEN.search(text):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if match := _HIDDEN.search(line):
                message = f"a character that nobody sees, U+{ord(match[0]):04X}"
                yield Problem(path, number, message, "Delete it: it can make a text read otherwise than it is.")


def _secrets(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for line, finding, _ in page.secrets:
            if finding.rule != "phone" and finding.action != "warn":
                message = f"what the guard takes for a secret ({finding.rule})"
                yield page.problem(line, message, "Delete it. An example must be one that can be nobody's.")


def _advice(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        title = " ".join(page.markdown_file.named("title"))
        for passage in page.all(Passage):
            for line, what, fix in harmful_advice.harmful(passage.text, title, passage.line):
                yield page.problem(line, what, fix)


def _standings(context: Context) -> Iterator[Problem]:
    """By the papers alone: what only grows old is for the rules of freshness."""
    for id, channel in (context.loaded.channels or {}).items():
        held = effective_status(channel, channel.checked_on)
        if held.reason:
            fix = f"Add the evidence, or write 'status: {held.status}'."
            yield context.channel_problem(id, "status", f"'{id}' is not {channel.status}: {held.reason}", fix)


def _rule(name: str, about: str, find: Callable[[Context], Iterable[Problem]]) -> Rule:
    return Rule(f"safety/{name}", "error", about, find, may_be_silenced=False)


RULES = (
    _rule("host", "Every host that content names is a channel's, or allowed in the settings.", _hosts),
    _rule("lookalike", "No host can be taken for one of the vendor's.", _lookalikes),
    _rule("letters", "Hosts have Latin letters only.", _letters),
    _rule("shortener", "No link is shortened.", _shorteners),
    _rule("contact", "Addresses, accounts and telephone numbers are channels.", _contacts),
    _rule("scheme", "Links are https: not http, javascript, data or //.", _schemes),
    _rule("html", "HTML in articles is harmless: no forms, frames, scripts, styles or events.", _html),
    _rule("hidden", "No character hides what a text is.", _hidden),
    _rule("secret", "No article holds what the guard takes for a secret.", _secrets),
    _rule("advice", "No sentence asks for a secret, or promises what only a thief would.", _advice),
    _rule("evidence", "No channel has a better status than its evidence.", _standings),
)
