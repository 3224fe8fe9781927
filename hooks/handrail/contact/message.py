"""The message that a reader takes to support: the languages it can be in, and its form to fill in by hand.

In the browser assets/contact/message.js puts together the same message of what a reader typed.
"""

from __future__ import annotations

from handrail.center.help_center import HelpCenter
from handrail.content.issue_type import IssueType


def languages(center: HelpCenter, code: str) -> tuple[str, ...]:
    """The languages of the message: the reader's own, then those of the settings, else all others."""
    others = center.settings.support.labels or [language.code for language in center.settings.languages]
    return tuple(dict.fromkeys([code, *others]))


def form(center: HelpCenter, issue_type: IssueType, code: str) -> str:
    """A message about an issue type, every detail left open."""
    say = center.ui_strings.say
    asked = [detail for id, detail in center.details.items() if id in issue_type.details]
    lines = [
        f"{say(code, 'support.message.about')}: {issue_type.title[code]}",
        *(f"{detail.title[code]}:" for detail in asked),
    ]
    return "\n".join([*lines, "", say(code, "support.message.closing")])
