"""Articles with titles and questions to be found by, and a search whose answers a test can choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handrail.checks.findability import Search

HEAD = """---
id: {id}
title: {title}
summary: What to know.
type: howto
category: start
order: 20
questions: [{questions}]
owner: editors
reviewed_on: 2026-11-23
review_every: 6 months
status: {status}
---

The answer.
"""


def article(id: str, title: str, *questions: str, status: str = "published") -> str:
    return HEAD.format(id=id, title=title, questions=", ".join(questions), status=status)


FILES = {
    "docs/en/start/lamp.md": article("lamp", "The lamp", "is it dark", "why is it dark"),
    "docs/en/start/bulb.md": article("bulb", "The bulb", "which bulb"),
    "docs/en/start/cord.md": article("cord", "The cord", "which cord", status="draft"),
}


def search(**answers: str) -> Search:
    """Finds the articles named for a text, whose words are joined by underscores; else one that has the text."""

    def find(text: str) -> list[str]:
        named = answers.get(text.replace(" ", "_"))
        right = {"The lamp": "lamp", "The bulb": "bulb", "is it dark": "lamp", "why is it dark": "lamp"}
        return named.split() if named is not None else [right.get(text, "bulb" if "bulb" in text else "reach-support")]

    def ask(questions: Mapping[str, Sequence[str]]) -> dict[str, list[list[str]]]:
        return {code: [find(text) for text in texts] for code, texts in questions.items()}

    return ask
