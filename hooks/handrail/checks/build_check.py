"""What a build refuses to publish: every error of the rules of safety, of links, of guides and of help ids.

`check` runs the same rules, and many more. `--unchecked` builds what they refuse, for a look.
"""

from __future__ import annotations

from handrail.center.help_center import HelpCenter
from handrail.checks.context import Context
from handrail.checks.rules import RULES, guides, help_ids, links, safety
from handrail.checks.runner import run
from handrail.schema.problem import ContentError

_FAMILIES = (*safety.RULES, *links.RULES, *guides.RULES, *help_ids.RULES)
REFUSED = tuple(rule for rule in _FAMILIES if rule.severity == "error")
"""Warnings are for `check`: a build shows none, so it looks for none."""


def center_to_publish(context: Context, unchecked: bool) -> HelpCenter:
    """The help center, where no rule finds an error in what it publishes; where `unchecked`, in any case.

    Raises ContentError with everything that is wrong.
    """
    if context.center is None:
        raise ContentError(context.build_errors)
    if unchecked:
        return context.center
    drafts = {page.file for page in context.pages if page.is_draft}
    findings = run(context, RULES, REFUSED)
    context.cache.save()
    refused = [finding.problem for finding in findings if finding.problem.path not in drafts]
    if refused:
        raise ContentError(refused)
    return context.center
