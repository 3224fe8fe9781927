"""A page as an author wrote it: its head, right or wrong, and its Markdown taken apart, with the lines of the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .article import Manuscript
from .problem import Problem


@dataclass(frozen=True)
class Page:
    manuscript: Manuscript

    @property
    def path(self) -> str:
        """Below the docs folder."""
        return self.manuscript.path

    @property
    def file(self) -> str:
        """What problems name it by."""
        return self.manuscript.body.path

    @property
    def language(self) -> str:
        return self.manuscript.language

    @property
    def id(self) -> str:
        return self.manuscript.id

    @property
    def is_article(self) -> bool:
        return self.manuscript.is_article

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text below the head."""
        return self.manuscript.body.text.split("\n")

    def problem(self, line: int, message: str, cure: str) -> Problem:
        return Problem(self.file, line, message, cure)
