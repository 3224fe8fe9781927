"""Runs rules over what was read: findings, the worst first, less those that an author allowed with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from handrail.checks.context import Context
from handrail.checks.rule import Finding, Rule
from handrail.content.settings import KEY
from handrail.markdown.suppressions import Silence, in_markdown, in_yaml
from handrail.schema.problem import Problem, one_of

_ALL = "RULES.md lists them all."


def inspect(context: Context, rules: Sequence[Rule]) -> list[Finding]:
    """Everything that is wrong, each thing once. `rules` are all there are, or some of them."""
    off = _off(context)
    running = [rule for rule in rules if rule.applies(context) and not (rule.id in off and rule.may_be_silenced)]
    found = [finding for rule in running for finding in _found(context, rule)]
    silences = list(_silences(context))
    covered = defaultdict(list)
    for silence in silences:
        covered[silence.path, silence.covers, silence.rule].append(silence)
    may_be_silenced = {rule.id for rule in running if rule.may_be_silenced}
    used: set[Silence] = set()
    kept = []
    for finding in found:
        holding = covered[finding.problem.path, finding.problem.line, finding.rule]
        if finding.rule in may_be_silenced and any(silence.reason for silence in holding):
            used.update(holding)
        else:
            kept.append(finding)
    kept += _of_silences(silences, used, rules, running)
    kept += _of_settings(context, off, rules)
    return sorted(set(kept), key=lambda finding: finding.rank)


def _found(context: Context, rule: Rule) -> Iterator[Finding]:
    severity = rule.severity_in(context)
    try:
        for problem in set(rule.find(context)):
            yield Finding(rule.id, severity, problem)
    except Exception as error:  # whatever one rule stumbles over, the author hears of the others
        message = f"the rule {rule.id} broke: {type(error).__name__}: {error}"
        problem = Problem(context.loaded.configuration.path, 0, message, "Report it with the text that it reads.")
        yield Finding(BROKEN.id, BROKEN.severity, problem)


def _silences(context: Context) -> Iterator[Silence]:
    for page in context.pages:
        body, head = page.markdown_file.content, page.markdown_file.front_matter
        if "check:" in body.text:
            yield from in_markdown(body.path, page.lines, body.first_line)
        if head is not body and "check:" in head.text:
            yield from in_yaml(head.path, head.text.split("\n"), head.first_line)
    for source in (context.loaded.configuration, *context.data):
        if "check:" in source.text:
            yield from in_yaml(source.path, source.text.split("\n"), source.first_line)


def _off(context: Context) -> Mapping[str, str]:
    """The rules that the settings switch off, with the reasons."""
    return context.loaded.settings.rules_off if context.loaded.settings else {}


def _of_settings(context: Context, off: Iterable[str], rules: Iterable[Rule]) -> Iterator[Finding]:
    """What is wrong with the rules that the settings switch off."""
    known = {rule.id: rule for rule in rules}
    for id in off:
        at = context.loaded.configuration.line_of((*KEY, "rules_off", id))
        here = Silence(context.loaded.configuration.path, at, at, id, "")
        if id not in known:
            yield _finding(UNKNOWN, here, f"rules_off: '{id}' is no rule", one_of(id, known, _ALL))
        elif not known[id].may_be_silenced:
            yield _finding(REFUSED, here, f"rules_off: {id} cannot be switched off", "Delete it.")


def _of_silences(
    silences: Iterable[Silence], used: set[Silence], rules: Iterable[Rule], running: Iterable[Rule]
) -> Iterator[Finding]:
    """What is wrong with the silences themselves."""
    known = {rule.id: rule for rule in rules}
    ran = {rule.id for rule in running}
    for silence in silences:
        rule = known.get(silence.rule)
        if rule is None:
            message = f"a silence for '{silence.rule}', which is no rule"
            yield _finding(UNKNOWN, silence, message, one_of(silence.rule, known, _ALL))
        elif not rule.may_be_silenced:
            message = f"a silence for {silence.rule}, which cannot be silenced"
            yield _finding(REFUSED, silence, message, "Delete it, and mend what the rule names.")
        elif not silence.reason:
            message = f"a silence for {silence.rule} without a reason"
            yield _finding(UNREASONED, silence, message, "Say why after a colon, as in ': a decoration'.")
        elif silence not in used and rule.id in ran:
            message = f"a silence for {silence.rule} where nothing breaks it"
            yield _finding(UNUSED, silence, message, "Delete it.")


def _finding(rule: Rule, silence: Silence, message: str, fix: str) -> Finding:
    return Finding(rule.id, rule.severity, Problem(silence.path, silence.line, message, fix))


def _nowhere(context: Context) -> Iterable[Problem]:
    """These are found while the others run."""
    return ()


UNKNOWN = Rule("check/silence-unknown", "error", "A silence names a rule that there is.", _nowhere, False)
REFUSED = Rule("check/silence-refused", "error", "No silence names a rule that cannot be silenced.", _nowhere, False)
UNREASONED = Rule("check/silence-reason", "error", "A silence says why.", _nowhere, False)
UNUSED = Rule("check/silence-unused", "warning", "A silence stands where it is needed.", _nowhere, False)
BROKEN = Rule("check/broken-rule", "error", "No rule breaks on what people write.", _nowhere, False)
RULES = (UNKNOWN, REFUSED, UNREASONED, UNUSED, BROKEN)
