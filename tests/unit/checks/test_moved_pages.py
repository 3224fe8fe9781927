"""A page that moves keeps its old address: what git knows of moves is compared with the redirects."""

from __future__ import annotations

from pathlib import Path

from check_contexts import context_of, git
from planted_mistakes import valid

from handrail.checks.rules import RULES
from handrail.checks.runner import run

OLD, NEW = "docs/en/pay/money-missing.md", "docs/en/pay/no-money.md"


def moved(folder: Path, head: str = "") -> list[str]:
    """What is found of pages that moved once one of them was renamed, with these lines in its front matter."""
    context_of(folder, valid())
    for command in (["init"], ["add", "."], ["commit", "-m", "a"], ["mv", OLD, NEW]):
        git(folder, *command)
    files = {path: text for path, text in valid().items() if path != OLD}
    files[NEW] = valid()[OLD].replace("owner: ", f"{head}owner: ", 1)
    found = [finding for finding in run(context_of(folder, files), RULES) if finding.rule == "links/moved"]
    git(folder, "commit", "-am", "b")
    again = [finding for finding in run(context_of(folder, files), RULES) if finding.rule == "links/moved"]
    assert found == again, "it is the same before the commit and after"
    return [str(finding.problem) for finding in found]


def test_a_page_that_moved_without_a_redirect_is_named_with_its_old_address(tmp_path: Path) -> None:
    assert moved(tmp_path) == [
        f"{NEW}:2: moved from en/pay/money-missing.md without a redirect. "
        "Keep its old address: redirect_from: [en/pay/money-missing/]."
    ]


def test_a_link_to_a_page_that_moved_says_where_it_is_now(tmp_path: Path) -> None:
    context_of(tmp_path, valid())
    for command in (["init"], ["add", "."], ["commit", "-m", "a"], ["mv", OLD, NEW]):
        git(tmp_path, *command)
    files = {path: text for path, text in valid().items() if path != OLD} | {NEW: valid()[OLD]}
    found = [finding for finding in run(context_of(tmp_path, files), RULES) if finding.rule == "links/broken"]
    assert [finding.problem.fix for finding in found] == ["It has moved: link to en/pay/no-money.md."]


def test_a_page_that_keeps_its_old_address_is_right(tmp_path: Path) -> None:
    assert moved(tmp_path, "redirect_from: [en/pay/money-missing/]\n") == []
