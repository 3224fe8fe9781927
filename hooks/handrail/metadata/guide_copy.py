"""A guide as one Markdown list for machines that read: each answer with the question or the article that it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.content.guide import Guide, Question
from handrail.metadata.markdown_copy import whole_address


def transcript(center: HelpCenter, edition: Edition, guide: Guide, site_url: str) -> str:
    """The guide below the line that says who runs the site. Its addresses are those of an article's copy."""
    code, base = edition.language.code, center.guide_url(edition, guide)

    def flow(question: Question, before: tuple[str, ...], indent: str) -> Iterator[str]:
        for step in guide.steps[question.id]:
            label = step.answer.text[code] if step.answer else center.ui_strings.say(code, "guide.unsure")
            following = guide.questions.get(step.lead.question or "")
            if following and following.id not in before:
                yield f"{indent}- {label} → **{following.text[code]}**"
                yield from flow(following, (*before, following.id), f"{indent}    ")
            else:
                address = whole_address(center.lead_url(edition, guide, step.lead), base, site_url)
                yield f"{indent}- {label} → [{center.lead_title(edition, step.lead)}]({address})"

    head = f"# {guide.title[code]}\n\n*{center.ownership(code)}*\n\n{guide.summary[code]}"
    return "\n".join([head, "", f"**{guide.first.text[code]}**", "", *flow(guide.first, (guide.first.id,), ""), ""])
