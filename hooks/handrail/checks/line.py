"""Where something stands that is looked for on pages and in data alike."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.schema.problem import Problem


@dataclass(frozen=True)
class Line:
    """A line of a source file."""

    path: str
    number: int

    def problem(self, message: str, fix: str) -> Problem:
        return Problem(self.path, self.number, message, fix)
