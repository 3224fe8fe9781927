"""Safety of the built site, where there is one: what every page says, requests, and lets people type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from handrail.checks.built_page import Built, read_file, requested_by_styles
from handrail.checks.context import Context
from handrail.checks.mentions import safety_data
from handrail.checks.rule import Rule
from handrail.schema.problem import Problem

_FIX = "Correct the template."
MIN_SHORT_INPUTS = 4
"""This many short inputs side by side look like a form for a recovery phrase or a code."""


def _pages(context: Context) -> Iterator[tuple[str, Built]]:
    assert context.site
    for file in sorted(context.site.rglob("*.html")):
        yield _name(context.site, file), read_file(file)


def _name(site: Path, file: Path) -> str:
    return f"{site.name}/{file.relative_to(site).as_posix()}"


def _relation(context: Context) -> Iterator[Problem]:
    ui_strings, settings = context.loaded.ui_strings, context.loaded.settings
    if ui_strings is None or settings is None:
        return
    key = f"ownership.{settings.ownership}"
    lines = {code: ui_strings.say(code, key, vendor=settings.vendor[code]) for code in context.loaded.codes}
    for name, page in _pages(context):
        line = lines.get(page.language, "") or next(iter(lines.values()), "")
        if " ".join(line.split()) not in page.text:
            yield Problem(name, 0, "the page does not say who runs the site", _FIX)


def _requests(context: Context) -> Iterator[Problem]:
    assert context.site
    for name, page in _pages(context):
        for line, address in page.external:
            yield Problem(name, line, f"the page requests {address}", _FIX)
    for file in sorted([*context.site.rglob("*.css"), *context.site.rglob("*.svg")]):
        requested = list(requested_by_styles(file.read_text("utf-8", "replace")))
        for line, address in Built(requested=requested).external:
            yield Problem(_name(context.site, file), line, f"the file requests {address}", _FIX)


def _policy(context: Context) -> Iterator[Problem]:
    for name, page in _pages(context):
        if not page.has_policy:
            yield Problem(name, 0, "the page has no content security policy", _FIX)


def _inputs(context: Context) -> Iterator[Problem]:
    secrets = re.compile("|".join(safety_data()["secrets"]), re.IGNORECASE)
    for name, page in _pages(context):
        for field in page.inputs:
            if field.kind in ("password", "file"):
                yield Problem(name, field.line, f"an input of type {field.kind}", _FIX)
            elif any(secrets.search(text) for text in field.names):
                yield Problem(name, field.line, "an input that asks for a secret", _FIX)
        for line, count in page.short_input_rows:
            if count >= MIN_SHORT_INPUTS:
                yield Problem(name, line, f"{count} short inputs side by side, as for a recovery phrase", _FIX)


def _rule(name: str, about: str, find: Callable[[Context], Iterable[Problem]]) -> Rule:
    return Rule(f"safety/{name}", "error", about, find, False, applies=lambda context: context.site is not None)


RULES = (
    _rule("page-relation", "Every built page says who runs the site.", _relation),
    _rule("page-request", "No built page requests anything from another host.", _requests),
    _rule("page-policy", "Every built page has a content security policy.", _policy),
    _rule("page-input", "No built page has an input for a secret, a password or a file.", _inputs),
)
