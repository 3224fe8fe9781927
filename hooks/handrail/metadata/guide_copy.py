"""A guide as one Markdown list for machines that read: each answer with what it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.content.guide import Guide, Question
from handrail.metadata.markdown_copy import whole_address


def transcript(center: HelpCenter, edition: Edition, guide: Guide, site_url: str) -> str:
    """The guide below the line that says who runs the site. Its addresses are those of an article's copy."""
    code, base = edition.language.code, edition.guide_url(guide)

    seen = {guide.first.id}

    def flow(question: Question, indent: str) -> Iterator[str]:
        """The answers to a question. What two of them lead to is written out once."""
        for step in guide.steps[question.id]:
            label = step.answer.text[code] if step.answer else center.ui_strings.say(code, "guide.unsure")
            title, following = (
                center.lead_title(edition, guide, step.lead),
                guide.questions.get(step.lead.question or ""),
            )
            if following and following.id not in seen:
                seen.add(following.id)
                yield f"{indent}- {label} → **{title}**"
                yield from flow(following, f"{indent}    ")
            else:
                address = whole_address(edition.lead_url(guide, step.lead), base, site_url)
                yield f"{indent}- {label} → [{title}]({address})"

    head = f"# {guide.title[code]}\n\n*{center.ownership(code)}*\n\n{guide.summary[code]}"
    return "\n".join([head, "", f"**{guide.first.text[code]}**", "", *flow(guide.first, ""), ""])
