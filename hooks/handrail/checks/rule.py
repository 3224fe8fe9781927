"""A rule: one thing that content is held to. What rules find is what `scripts/check.py` tells an author.

A rule is plain data around one pure function. The function gets the Subject, everything that was read, and gives a
Problem for each place where the rule is broken; the problem knows the place and the fix, the rule the rest.
`handrail/checks/rules/` holds one file a family, and says how to add to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from handrail.checks.context import Context
from handrail.schema.problem import Problem

Severity = Literal["error", "warning"]


def always(context: Context) -> bool:
    return True


def never(context: Context) -> bool:
    return False


@dataclass(frozen=True)
class Rule:
    id: str
    """The family and the name, as in `shape/alt-text`."""
    severity: Severity
    """An error must be mended before anything is published; a warning should be."""
    about: str
    """What it holds the content to, in a line: a sentence that is true where nothing is wrong."""
    find: Callable[[Context], Iterable[Problem]]
    may_be_silenced: bool = True
    """Whether an author may allow one place to break it, with a reason."""
    strict: Callable[[Context], bool] = never
    """Where this is true of the subject, what is a warning elsewhere is an error."""
    applies: Callable[[Context], bool] = always
    """Where this is not true of the subject, the rule has nothing to look at: no built site, say."""

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]

    def severity_in(self, context: Context) -> Severity:
        return "error" if self.strict(context) else self.severity


@dataclass(frozen=True)
class Finding:
    """A place where a rule is broken."""

    rule: str
    severity: Severity
    problem: Problem

    @property
    def family(self) -> str:
        return self.rule.partition("/")[0]

    @property
    def place(self) -> str:
        return self.problem.place

    @property
    def rank(self) -> tuple[bool, bool, Problem, str]:
        """The worst first: errors, those of safety before all, then by file and line."""
        return self.severity != "error", self.family != "safety", self.problem, self.rule
