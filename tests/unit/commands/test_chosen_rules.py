"""Rules are chosen by id or by family, and old names of either go on working with a hint."""

from __future__ import annotations

import pytest

from handrail.checks.rules import RULES
from handrail.commands.check import chosen


def test_a_family_less_a_rule_is_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    ids = {rule.id for rule in chosen(["links", "structure/alt-text"], ["links/orphan"])}
    assert ids == {rule.id for rule in RULES if rule.family == "links"} - {"links/orphan"} | {"structure/alt-text"}
    assert capsys.readouterr().err == ""


def test_old_names_choose_the_same_rules_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert chosen(["twins"], ["twins/head"]) == chosen(["translations"], ["translations/front-matter"])
    assert capsys.readouterr().err.splitlines() == [
        "'twins' is now called 'translations'. Rename it: the old name stops working with the next release.",
        "'twins/head' is now called 'translations/front-matter'. "
        "Rename it: the old name stops working with the next release.",
    ]


def test_a_name_that_is_no_rule_is_refused() -> None:
    with pytest.raises(KeyError, match="links/none"):
        chosen(["links/none"])
