"""The message that a reader takes to support: the languages it can be in, and its form to fill in by hand.

In the browser assets/contact/message.js puts together the same message of what a reader typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from handrail.center.help_center import HelpCenter
from handrail.content.guide import Guide, Step
from handrail.content.issue_type import IssueType

NOTHING: Mapping[str, str] = MappingProxyType({})


def languages(center: HelpCenter, code: str) -> tuple[str, ...]:
    """The languages of the message: the reader's own, then those of the settings, else all others."""
    others = center.settings.support.labels or [language.code for language in center.settings.languages]
    return tuple(dict.fromkeys([code, *others]))


def form(
    center: HelpCenter, issue_type: IssueType, code: str, said: Sequence[str] = (), chosen: Mapping[str, str] = NOTHING
) -> str:
    """A message about an issue type. Every detail is left open but those `chosen`, the id of an option by that of the
    detail. What is `said` besides stands before the details.
    """
    say = center.ui_strings.say
    asked = [detail for id, detail in center.details.items() if id in issue_type.details]
    lines = [f"{say(code, 'support.message.about')}: {issue_type.title[code]}", *said]
    for detail in asked:
        option = next((option.title[code] for option in detail.options if option.id == chosen.get(detail.id)), "")
        lines.append(f"{detail.title[code]}: {option}".rstrip())
    return "\n".join([*lines, "", say(code, "support.message.closing")])


def at_end(center: HelpCenter, guide: Guide, end: Step, code: str) -> str:
    """The message for an answer that leads to support, for readers whose way there nobody followed.

    It says what is the same on every way to that answer, and asks what is not.
    """
    ways = [path for path in guide.paths if path[-1] == end]
    said, ruled_out, chosen = [], [], dict[str, str]()
    for step in ways[0]:
        answers = {other.number for way in ways for other in way if other.question.id == step.question.id}
        is_on_all = all(step.question.id in [other.question.id for other in way] for way in ways)
        if is_on_all and len(answers) > 1:
            said.append(step.question.text[code])
        elif is_on_all and step.answer and step.answer.details:
            chosen |= step.answer.details
        elif is_on_all and step.answer and step.answer.ruled_out:
            ruled_out.append(step.answer.ruled_out[code])
        elif is_on_all:
            said.append(answered(center, step, code))
    if ruled_out:
        said.append(f"{center.ui_strings.say(code, 'support.message.ruled_out')}: {'; '.join(ruled_out)}")
    return form(center, center.issue_types[end.lead.contact or ""], code, said, chosen)


def answered(center: HelpCenter, step: Step, code: str) -> str:
    """A question with the answer to it."""
    answer = step.answer.text[code] if step.answer else center.ui_strings.say(code, "guide.unsure")
    return f"{step.question.text[code]} {answer}"
