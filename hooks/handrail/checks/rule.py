"""A rule and what it finds. A rule is plain data around one pure function.

The function gets the Context, everything that was read, and yields a Problem for each place that breaks the rule. The
problem knows its place and its fix, the rule knows the rest. `handrail/checks/rules/` explains how to add a rule.
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
    """Family and name, as in `structure/alt-text`."""
    severity: Severity
    """An error must be fixed before publishing; a warning should be."""
    about: str
    """What the rule requires, as one sentence that is true where the rule holds."""
    find: Callable[[Context], Iterable[Problem]]
    can_be_suppressed: bool = True
    """Whether an author may suppress it, with a reason."""
    strict: Callable[[Context], bool] = never
    """Where this is true, a warning counts as an error."""
    applies: Callable[[Context], bool] = always
    """Where this is false, the rule has nothing to check: there is no built site, for example."""

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]

    def severity_in(self, context: Context) -> Severity:
        return "error" if self.strict(context) else self.severity


@dataclass(frozen=True)
class Finding:
    """A place that breaks a rule."""

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
        """The sort key: errors first, those of safety before all others, then by file and line."""
        return self.severity != "error", self.family != "safety", self.problem, self.rule
