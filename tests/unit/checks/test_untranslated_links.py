"""A link to an article that its language lacks: the fix is a translation, not a link to another language."""

from __future__ import annotations

from pathlib import Path

from check_contexts import context_of
from planted_mistakes import valid

from handrail.checks.rules import links
from handrail.checks.runner import run


def test_a_link_to_an_article_that_is_not_translated_yet_says_so(tmp_path: Path) -> None:
    files = valid()
    del files["docs/zh/pay/send-money.md"]
    found = [finding for finding in run(context_of(tmp_path, files), links.RULES) if finding.rule == "links/broken"]
    fix = "Translate it into 'zh' first, or leave the link out until then."
    assert [(finding.problem.path, finding.problem.fix) for finding in found] == [("docs/zh/pay/money-missing.md", fix)]
