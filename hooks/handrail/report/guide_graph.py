"""A guide as a graph, in the state of a help center: its questions and ends, and the answers between them."""

from __future__ import annotations

import datetime
from typing import Literal

from handrail.report.figure import Figure


class GuideNode(Figure):
    """A question of a guide, or an end: a section of an article, or the contact page with an issue type."""

    id: str
    """That of a question; `article#section`; `contact#issue-type`."""
    kind: Literal["question", "article", "contact"]
    texts: dict[str, str]
    """The question, or the title of what it leads to, by language."""
    url: str
    """In the first language, from the site's root."""
    depth: int
    """How many answers lead to it on the longest way."""


class GuideAnswer(Figure):
    """An answer to a question of a guide, from node to node."""

    start: str
    end: str
    texts: dict[str, str]
    """By language."""
    knows: bool
    """False for the answer of those who do not know."""


class GuideText(Figure):
    """A text of a guide whose original changed, or that is not translated at all."""

    language: str
    text: str
    original: str
    before: str
    """What the original said when this was its translation; empty if it is not translated."""
    since: datetime.date | None
    """When the original changed; null if unknown."""


class Guide(Figure):
    id: str
    path: str
    titles: dict[str, str]
    """By language."""
    nodes: list[GuideNode]
    """The first question first; each below the one that it is first reached from."""
    answers: list[GuideAnswer]
    lengths: dict[int, int]
    """How many paths there are, by how many questions they have."""
    drift: list[GuideText]
