"""Safety of the built site, where there is one to look at: what every page says, fetches, and lets people type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from handrail.checks.built_page import Built, fetched_by_styles, read_file
from handrail.checks.context import Subject
from handrail.checks.mentions import told
from handrail.checks.rule import Rule
from handrail.schema.problem import Problem

_CURE = "Correct the template."
ROW = 4
"""So many short inputs in one row are for a phrase or a code."""


def _pages(subject: Subject) -> Iterator[tuple[str, Built]]:
    assert subject.site
    for file in sorted(subject.site.rglob("*.html")):
        yield _name(subject.site, file), read_file(file)


def _name(site: Path, file: Path) -> str:
    return f"{site.name}/{file.relative_to(site).as_posix()}"


def _relation(subject: Subject) -> Iterator[Problem]:
    phrases, settings = subject.reading.phrases, subject.reading.settings
    if phrases is None or settings is None:
        return
    key = f"relation.{settings.relation}"
    lines = {code: phrases.say(code, key, vendor=settings.vendor[code]) for code in subject.reading.codes}
    for name, page in _pages(subject):
        wanted = lines.get(page.language, "") or next(iter(lines.values()), "")
        if " ".join(wanted.split()) not in page.text:
            yield Problem(name, 0, "a page that does not say who runs the site", _CURE)


def _requests(subject: Subject) -> Iterator[Problem]:
    assert subject.site
    for name, page in _pages(subject):
        for line, address in page.outside:
            yield Problem(name, line, f"a page that would fetch {address}", _CURE)
    for file in sorted([*subject.site.rglob("*.css"), *subject.site.rglob("*.svg")]):
        fetched = list(fetched_by_styles(file.read_text("utf-8", "replace")))
        for line, address in Built(fetched=fetched).outside:
            yield Problem(_name(subject.site, file), line, f"a file that would fetch {address}", _CURE)


def _policy(subject: Subject) -> Iterator[Problem]:
    for name, page in _pages(subject):
        if not page.has_policy:
            yield Problem(name, 0, "a page without a content security policy", _CURE)


def _inputs(subject: Subject) -> Iterator[Problem]:
    secrets = re.compile("|".join(told()["secrets"]), re.IGNORECASE)
    for name, page in _pages(subject):
        for one in page.inputs:
            if one.kind in ("password", "file"):
                yield Problem(name, one.line, f"an input of the type {one.kind}", _CURE)
            elif any(secrets.search(text) for text in one.names):
                yield Problem(name, one.line, "an input that asks for a secret", _CURE)
        for line, count in page.rows:
            if count >= ROW:
                yield Problem(name, line, f"{count} short inputs beside each other, as for a phrase", _CURE)


def _rule(name: str, about: str, find: Callable[[Subject], Iterable[Problem]]) -> Rule:
    return Rule(
        f"safety/{name}",
        "error",
        about,
        find,
        may_be_silenced=False,
        applies=lambda subject: subject.site is not None,
    )


RULES = (
    _rule("page-relation", "Every built page says who runs the site.", _relation),
    _rule("page-request", "No built page fetches anything from another host.", _requests),
    _rule("page-policy", "Every built page has a content security policy.", _policy),
    _rule("page-input", "No built page has an input for a secret, a password or a file.", _inputs),
)
