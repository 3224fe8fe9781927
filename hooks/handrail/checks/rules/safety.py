"""Safety: no content can lead readers to a thief. These rules cannot be suppressed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handrail.channels.status import effective_status
from handrail.checks.context import Context
from handrail.checks.harmful_advice import harmful
from handrail.checks.rule import OnPages
from handrail.checks.rules import mentioned
from handrail.checks.rules.mentioned import rule
from handrail.checks.source_page import Page
from handrail.checks.unsafe_html import unsafe_html
from handrail.checks.visible_text import Text
from handrail.markdown.nodes import Passage
from handrail.schema.invisible import described
from handrail.schema.problem import Problem
from handrail.secrets.rules import IGNORE, actions

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = {"https", "channel", "mailto", "tel"}


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


RULES = (
    *mentioned.RULES,
    rule("scheme", "Links are https: not http, javascript, data or //.", OnPages(_schemes)),
    rule("html", "HTML in articles has no forms, frames, scripts, styles or events.", OnPages(_html)),
    rule("hidden", "No text has invisible characters.", OnPages(_hidden, elsewhere=_hidden_in_data)),
    rule("secret", "No article has what the guard takes for a secret.", _secrets, "secrets"),
    rule(
        "advice",
        "No sentence asks for a secret or makes a promise typical of fraud.",
        OnPages(_advice, elsewhere=_advice_in_data),
    ),
    rule("evidence", "No channel claims a better status than its evidence supports.", _evidence),
)
