"""A rule and what it finds. A rule is plain data around one pure function.

The function gets the Context, everything that was read, and yields a Problem for each place that breaks the rule. The
problem knows its place and its fix, the rule knows the rest. `handrail/checks/rules/` explains how to add a rule.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from handrail.checks.context import Context
from handrail.checks.source_page import Page
from handrail.schema.problem import Problem

Severity = Literal["error", "warning"]


def always(context: Context) -> bool:
    return True


def never(context: Context) -> bool:
    return False


def nothing(context: Context) -> Any:
    return ()


@dataclass(frozen=True)
class OnPages:
    """Finds what is wrong with each page by itself: it is kept, and looked for again where the page changes."""

    find: Callable[[Page, Any], Iterable[Problem]]
    """From a page, and what is `given`, to problems in the file of the page."""
    given: Callable[[Context], Any] = nothing
    """What else it looks at, whose `repr` says all of it."""
    elsewhere: Callable[[Context], Iterable[Problem]] = nothing
    """Finds the same in data."""

    def __call__(self, context: Context) -> Iterator[Problem]:
        on_page = self.ready(context)
        for page in context.pages:
            yield from (page.problem(*found) for found in on_page(page))
        yield from self.elsewhere(context)

    def ready(self, context: Context) -> Callable[[Page], tuple[tuple[int, str, str], ...]]:
        """From a page to line, message and fix of each problem."""
        given = self.given(context)
        digest = hashlib.blake2b(repr(given).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        name = f"{self.find.__module__}.{self.find.__qualname__} {digest}"

        def found(page: Page) -> tuple[tuple[int, str, str], ...]:
            return tuple((problem.line, problem.message, problem.fix) for problem in self.find(page, given))

        return lambda page: page.known(name, lambda: found(page))


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
    facts: tuple[str, ...] = ()
    """What it asks pages for, but for their text and their front matter."""

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
