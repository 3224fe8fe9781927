"""Runs rules over what was read, and drops the findings that authors suppressed with a reason."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from handrail.cache import parallel
from handrail.checks.context import Context
from handrail.checks.renamed_rules import current
from handrail.checks.rule import Finding, OnPages, Rule
from handrail.checks.source_page import Page
from handrail.content.settings import KEY
from handrail.markdown.suppressions import Suppression, in_markdown, in_yaml
from handrail.schema import progress
from handrail.schema.problem import Problem, one_of
from handrail.schema.renamed import FIX

_ALL = "RULES.md lists all rules."


def run(context: Context, rules: Sequence[Rule], selected: Sequence[Rule] | None = None) -> list[Finding]:
    """Every finding, each once, the worst first. `rules` are all that exist; if some are `selected`, only these run.

    A rule that crashes is reported in any case.
    """
    disabled, written = list(_disabled(context)), list(_suppressions(context))
    off = {current(entry.rule) for entry in disabled}
    active = [rule for rule in selected or rules if not (rule.id in off and rule.can_be_suppressed)]
    running = [rule for rule in active if rule.applies(context)]
    suppressions = [replace(suppression, rule=current(suppression.rule)) for suppression in written]
    covering = defaultdict(list)
    for suppression in suppressions:
        covering[suppression.path, suppression.covers, suppression.rule].append(suppression)
    suppressible = {rule.id for rule in running if rule.can_be_suppressed}
    _look_at_pages(context, running)
    used: set[Suppression] = set()
    findings: list[Finding] = []
    for finding in (finding for rule in running for finding in _findings(context, rule)):
        matching = covering[finding.problem.path, finding.problem.line, finding.rule]
        if finding.rule in suppressible and any(suppression.reason for suppression in matching):
            used.update(matching)
        else:
            findings.append(finding)
    own = [
        *_check_suppressions(suppressions, used, rules, running),
        *_check_disabled(disabled, rules),
        *_hints([*written, *disabled]),
    ]
    findings += [finding for finding in own if not selected or finding.rule in {rule.id for rule in selected}]
    return sorted(set(findings), key=lambda finding: finding.rank)


def _look_at_pages(context: Context, rules: Sequence[Rule]) -> None:
    """Find out what the rules ask of each page, page by page: what all of them consist of takes much memory.

    What fails here fails again in its rule, which says so.
    """
    asked: list[Callable[[Page], Any]] = [attrgetter(name) for name in {fact for rule in rules for fact in rule.facts}]
    for rule in rules:
        with suppress(Exception):
            asked += [rule.find.ready(context)] if isinstance(rule.find, OnPages) else []
    new = [page for page in context.pages if page.known.is_empty]
    for page, facts in zip(new, parallel.each(partial(_facts, asked), new), strict=False):
        known, halves = pickle.loads(facts)
        page.known.learn(known)
        if page.convert.halves:
            page.convert.halves.learn(halves)
        progress.step("Checking pages", len(new))
    for page in context.pages:
        _ask(asked, page)


def _facts(asked: Iterable[Callable[[Page], Any]], page: Page) -> bytes:
    """All that is asked of a page, as it is kept, and what its conversion leaves."""
    _ask(asked, page)
    return pickle.dumps((page.known.content(), page.convert.halves.taken() if page.convert.halves else {}))


def _ask(asked: Iterable[Callable[[Page], Any]], page: Page) -> None:
    for ask in asked:
        with suppress(Exception):
            ask(page)
    page.forget()


def _findings(context: Context, rule: Rule) -> Iterator[Finding]:
    severity = rule.severity_in(context)
    progress.step(f"Checking {rule.family}")
    try:
        for problem in set(rule.find(context)):
            yield Finding(rule.id, severity, problem)
    except Exception as error:  # a rule that crashes must not hide the findings of the others
        message = f"the rule {rule.id} crashed: {type(error).__name__}: {error}"
        problem = Problem(context.loaded.configuration.path, 0, message, "Report it with the text that it checked.")
        yield Finding(BROKEN.id, BROKEN.severity, problem)


def _suppressions(context: Context) -> Iterator[Suppression]:
    for page in context.pages:
        content, front_matter = page.markdown_file.content, page.markdown_file.front_matter
        if "check:" in content.text:
            yield from in_markdown(content.path, page.lines, content.first_line)
        if front_matter is not content and "check:" in front_matter.text:
            yield from in_yaml(front_matter.path, front_matter.text.split("\n"), front_matter.first_line)
    for source in (context.loaded.configuration, *context.data):
        if "check:" in source.text:
            yield from in_yaml(source.path, source.text.split("\n"), source.first_line)


def _disabled(context: Context) -> Iterator[Suppression]:
    """The rules that the settings disable, each as a suppression at its line."""
    configuration = context.loaded.configuration
    for id, reason in (context.loaded.settings.disabled_rules if context.loaded.settings else {}).items():
        line = configuration.line_of((*KEY, "disabled_rules", id))
        yield Suppression(configuration.path, line, line, id, reason)


def _check_disabled(disabled: Iterable[Suppression], rules: Iterable[Rule]) -> Iterator[Finding]:
    known = {rule.id: rule for rule in rules}
    for entry in disabled:
        rule = known.get(current(entry.rule))
        if rule is None:
            message = f"disabled_rules: there is no rule '{entry.rule}'"
            yield _finding(UNKNOWN, entry, message, one_of(entry.rule, known, _ALL))
        elif not rule.can_be_suppressed:
            yield _finding(REFUSED, entry, f"disabled_rules: {rule.id} cannot be disabled", "Delete this entry.")


def _check_suppressions(
    suppressions: Iterable[Suppression], used: set[Suppression], rules: Iterable[Rule], running: Iterable[Rule]
) -> Iterator[Finding]:
    known = {rule.id: rule for rule in rules}
    ran = {rule.id for rule in running}
    for suppression in suppressions:
        rule = known.get(suppression.rule)
        if rule is None:
            message = f"suppression of '{suppression.rule}', but there is no such rule"
            yield _finding(UNKNOWN, suppression, message, one_of(suppression.rule, known, _ALL))
        elif not rule.can_be_suppressed:
            message = f"{rule.id} cannot be suppressed"
            yield _finding(REFUSED, suppression, message, "Delete the comment, and fix what the rule reports.")
        elif not suppression.reason:
            message = f"suppression of {rule.id} without a reason"
            yield _finding(UNREASONED, suppression, message, "Add it after a colon, as in ': a decoration'.")
        elif suppression not in used and rule.id in ran:
            yield _finding(UNUSED, suppression, f"unused suppression of {rule.id}", "Delete it.")


def _hints(suppressions: Iterable[Suppression]) -> Iterator[Finding]:
    for suppression in suppressions:
        id = current(suppression.rule)
        if id != suppression.rule:
            yield _finding(RENAMED, suppression, f"'{suppression.rule}' is now called '{id}'", FIX)


def _finding(rule: Rule, suppression: Suppression, message: str, fix: str) -> Finding:
    return Finding(rule.id, rule.severity, Problem(suppression.path, suppression.line, message, fix))


def _nothing(context: Context) -> Iterable[Problem]:
    """The runner itself finds these, while the other rules run."""
    return ()


UNKNOWN = Rule("suppression/unknown", "error", "A suppression names an existing rule.", _nothing, False)
REFUSED = Rule("suppression/refused", "error", "A suppression names a rule that can be suppressed.", _nothing, False)
UNREASONED = Rule("suppression/reason", "error", "A suppression gives its reason.", _nothing, False)
UNUSED = Rule("suppression/unused", "warning", "A suppression suppresses something.", _nothing, False)
RENAMED = Rule("suppression/renamed", "warning", "A suppression uses the current id of its rule.", _nothing, False)
BROKEN = Rule("check/broken-rule", "error", "No rule crashes, whatever authors write.", _nothing, False)
RULES = (UNKNOWN, REFUSED, UNREASONED, UNUSED, RENAMED, BROKEN)
