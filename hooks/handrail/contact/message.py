"""The message that a reader takes to support: its labels in several languages, and its form to fill in by hand.

In the browser assets/contact/message.js puts together the same message of what a reader typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handrail.center.help_center import HelpCenter
from handrail.content.issue_type import IssueType


def label(texts: Mapping[str, str], codes: Iterable[str]) -> str:
    """A text in several languages, those that write it alike once, so that an agent of either can read it."""
    return " / ".join(dict.fromkeys(texts[code] for code in codes))


def codes(center: HelpCenter, code: str) -> tuple[str, ...]:
    """The languages of the labels: the reader's own, then those of the settings, else all others."""
    others = center.settings.support.labels or [language.code for language in center.settings.languages]
    return tuple(dict.fromkeys([code, *others]))


def form(center: HelpCenter, issue_type: IssueType, code: str) -> str:
    """A message about an issue type, every detail left open."""
    spoken = codes(center, code)
    ui_strings = center.ui_strings.texts
    asked = [detail for id, detail in center.details.items() if id in issue_type.details]
    lines = [
        f"{label(ui_strings['support.message.about'], spoken)}: {label(issue_type.title, spoken)}",
        *(f"{label(detail.title, spoken)}:" for detail in asked),
    ]
    return "\n".join([*lines, "", *(ui_strings["support.message.closing"][language] for language in spoken)])
