"""The template of a new guide: two questions in every language side by side, with placeholders for the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handrail.authoring.article_template import scalar
from handrail.schema.fields import PLACEHOLDER

_TEMPLATE = """\
# An answer leads to one place: a question, an article with its section, or the contact page with an issue type.

title:
{title}
summary: {gap}
asked: {gaps}
order: {order}
questions:
  - id: first
    text: {gap}
    answers:
      - text: {gap}
        question: second
      - text: {gap}
        article: {article}
    unsure: {{question: second}}
  - id: second
    text: {gap}
    answers:
      - text: {gap}
        {end}
        ruled_out: {gap}
      - text: {gap}
        article: {article}
    unsure: {{article: {article}}}
"""


def template(title: Mapping[str, str], order: int, article: str, issue_types: Sequence[str]) -> str:
    """The text of a new file. Answers lead to the article that tells how to reach support, and to an issue type."""
    gap, gaps = (", ".join(f"{code}: {text}" for code in title) for text in (PLACEHOLDER, f"[{PLACEHOLDER}]"))
    return _TEMPLATE.format(
        title="\n".join(f"  {code}: {scalar(text)}" for code, text in title.items()),
        gap=f"{{{gap}}}",
        gaps=f"{{{gaps}}}",
        order=order,
        article=article,
        end=f"contact: {issue_types[0]}" if issue_types else f"article: {article}",
    )
