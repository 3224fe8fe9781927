"""The contact form: what its page is made of in one language.

The page can ask for nothing but the site's own scripts, so all it may need stands in the page or is one of them. What
grows with the site is bounded.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from handrail.assets.fingerprint import named
from handrail.center import routes
from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.channels import handoff
from handrail.channels.handoff import Handoff
from handrail.channels.status import EffectiveStatus
from handrail.contact import message, qr_code
from handrail.content.article import Article
from handrail.content.detail import Detail
from handrail.content.guide import Guide, Step
from handrail.content.issue_type import IssueType

ORDER = ("verified", "documented", "unconfirmed", "not_used", "impostor")
"""In which channels are shown, by their effective status."""
ANSWERS = 4
"""Articles shown as the answers to an issue type."""
NEAR = 40
"""Articles of an issue type that a description is compared with."""
GROUPS = 200
"""Groups of words that mean the same, for descriptions that say it otherwise than the articles."""
TITLES = 400
"""Articles whose title the page knows, for readers who come from one."""

STRINGS = {
    "about": "support.message.about",
    "ruledOut": "support.message.ruled_out",
    "read": "support.message.read",
    "searched": "support.message.searched",
    "omitted": "support.message.left_out",
    "closing": "support.message.closing",
    "short": "support.message.short",
}
"""What the message says besides the answers, and the UI strings that say it."""


@dataclass(frozen=True)
class ContactForm:
    center: HelpCenter
    edition: Edition

    @property
    def issue_types(self) -> tuple[IssueType, ...]:
        return tuple(self.center.issue_types.values())

    @property
    def details(self) -> tuple[Detail, ...]:
        """Those that some issue type asks for, in the order of the message."""
        asked = {id for issue_type in self.issue_types for id in issue_type.details}
        return tuple(detail for id, detail in self.center.details.items() if id in asked)

    @property
    def emergency(self) -> Article | None:
        return self.edition.articles.get(self.center.settings.home.emergency or "")

    @property
    def channels(self) -> tuple[EffectiveStatus, ...]:
        """All channels, the surest first, of these those that take messages; at the end those to beware of."""

        def order(status: EffectiveStatus) -> tuple[int, bool]:
            return ORDER.index(status.status), not status.channel.accepts_messages

        return tuple(sorted(self.center.registry.statuses.values(), key=order))

    @property
    def first_channels(self) -> tuple[EffectiveStatus, ...]:
        """The channel to turn to first, and where the app tells who is staff; of each one that is confirmed."""
        confirmed = [status for status in self.channels if status.status in ("verified", "documented")]
        support = [status for status in confirmed if handoff.accepts_messages(status)]
        checks = [
            status for status in confirmed if status.channel.kind == "in_app" and not status.channel.accepts_messages
        ]
        return (*support[:1], *checks[:1])

    @property
    def handoffs(self) -> tuple[Handoff, ...]:
        """The channels that a message can be taken to."""
        code = self.edition.language.code
        return tuple(handoff.handoff(status, code) for status in self.channels if handoff.accepts_messages(status))

    def answers(self, issue_type: IssueType) -> tuple[Article, ...]:
        return self.edition.answers(issue_type.id)[:ANSWERS]

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that the message can be in, the reader's own first."""
        return message.languages(self.center, self.edition.language.code)

    def labels(self, texts: Mapping[str, str]) -> dict[str, str]:
        """A text in the languages of the message."""
        return {code: texts[code] for code in self.languages}

    @property
    def message_strings(self) -> dict[str, dict[str, str]]:
        """The words of the message itself, by language."""
        say = self.center.ui_strings.say
        return {code: {name: say(code, key) for name, key in STRINGS.items()} for code in self.languages}

    def form(self, issue_type: IssueType) -> str:
        return message.form(self.center, issue_type, self.edition.language.code)

    def message_at_end(self, guide: Guide, step: Step) -> str:
        return message.at_end(self.center, guide, step, self.edition.language.code)

    @property
    def known(self) -> tuple[Article, ...]:
        """The articles that the page knows: those near an issue type, then others, up to a bound."""
        near = [article for issue_type in self.issue_types for article in self.edition.answers(issue_type.id)[:NEAR]]
        articles = {article.id: article for article in near}
        for article in self.edition.articles.values():
            if len(articles) >= TITLES:
                break
            articles.setdefault(article.id, article)
        return tuple(articles.values())

    @cached_property
    def known_articles(self) -> tuple[str, str]:
        """The path and the text of the script with what descriptions are compared with. It comes when it is needed."""
        up = "../" * self.edition.support_url.count("/")
        articles = [
            {
                "id": article.id,
                "title": article.title,
                "url": up + article.url,
                "types": article.front_matter.issue_types,
                "summary": article.summary,
                "questions": article.front_matter.questions,
            }
            for article in self.known
        ]
        return self._script("known", {"articles": articles, "glossary": self.glossary})

    @cached_property
    def guide_answers(self) -> tuple[str, str]:
        """The path and the text of the script with what support is told of answers in guides. It comes with a guide."""
        guides = {
            guide.id: {id: [self._guide_answer(step) for step in steps] for id, steps in guide.steps.items()}
            for guide in self.center.guides.values()
        }
        return self._script("guides", {"guides": guides})

    def _guide_answer(self, step: Step) -> dict[str, object]:
        """What assets/contact/guide_answers.js calls a GuideAnswer."""
        answer, told = step.answer, {"type": step.lead.contact} if step.lead.contact else {}
        if answer and answer.details:
            return {**told, "details": answer.details}
        if answer and answer.ruled_out:
            return {**told, "ruledOut": self.labels(answer.ruled_out)}
        return {**told, "said": {code: message.answered(self.center, step, code) for code in self.languages}}

    def _script(self, name: str, values: Mapping[str, object]) -> tuple[str, str]:
        """The path and the text of a script that exports values."""
        script = "".join(
            f"export const {key} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
            for key, value in values.items()
        )
        return named(f"{routes.ASSETS}{name}.{self.edition.language.code}.js", script), script

    @property
    def glossary(self) -> list[list[str]]:
        return [list(term.words) for term in self.center.glossary[:GROUPS]]


def files(forms: Collection[ContactForm]) -> dict[str, str]:
    """What the forms of all languages need besides their pages, by path: known articles, QR codes of accounts."""
    scripts = dict(
        script
        for form in forms
        for script in (form.known_articles, *([form.guide_answers] if form.center.guides else []))
    )
    codes = {
        handoff.picture: qr_code.svg(handoff.handle) for form in forms for handoff in form.handoffs if handoff.picture
    }
    return scripts | codes
