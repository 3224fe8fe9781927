"""The words of the interface: all of them, in every language, with the right blanks."""

from __future__ import annotations

import datetime

import pytest
import yaml
from built_site import ROOT

from handrail.content import ui_strings
from handrail.content.ui_string_keys import NEEDED
from handrail.content.ui_strings import UIStrings
from handrail.schema.source import Source

LANGUAGES = ("en", "fr")


def read(**changes: object) -> tuple[UIStrings | None, list[str]]:
    """Every phrase there must be, but for the changes; None takes one away."""
    texts = {key: {"en": "word", "fr": "mot"} for key in NEEDED} | {
        key.replace("__", "."): value for key, value in changes.items()
    }
    data = {key: value for key, value in texts.items() if value is not None}
    source = Source("ui_strings.yml", yaml.safe_dump(data, sort_keys=False))
    found, problems = ui_strings.read(source, data, LANGUAGES)
    return found, [problem.message for problem in problems]


def test_a_phrase_is_said_with_its_blanks_filled() -> None:
    found, problems = read(category__count={"en": "Articles: {count}", "fr": "{count} articles, {{sic}}"})
    assert problems == []
    assert found is not None
    assert found.say("en", "category.count", count=3) == "Articles: 3"
    assert found.say("fr", "category.count", count=3) == "3 articles, {sic}"


def test_a_phrase_may_leave_a_blank_out() -> None:
    assert read(article__reviewed={"en": "Reviewed lately", "fr": "Relu"})[1] == []


def test_what_is_missing_unknown_and_unspoken_is_named_in_one_run() -> None:
    found, problems = read(home=None, hoem={"en": "Home", "fr": "Accueil"}, menu={"en": "Menu"})
    assert found is None
    assert sorted(problems) == ["menu has no text in 'fr'", "missing UI string 'home'", "unknown UI string 'hoem'"]


@pytest.mark.parametrize(
    "text",
    ["{", "}", "{}", "{0}", "{number}", "{count.real}", "{count[0]}", "{count!r}", "{count:>9}", "{count", "{{count}"],
)
def test_braces_hold_the_name_of_a_blank_and_nothing_else(text: str) -> None:
    _, problems = read(category__count={"en": text, "fr": "{count}"})
    assert problems == ["category.count.en has an unknown placeholder"]


def test_every_phrase_that_a_template_or_a_hook_says_is_needed_and_the_other_way_round() -> None:
    """Each key stands in quotes where it is used; those of ownership are put together."""
    used = ""
    for pattern in (
        "overrides/**/*.html",
        "overrides/**/*.xml",
        "overrides/**/*.js",
        "hooks/*.py",
        "hooks/handrail/center/help_center.py",
        "hooks/handrail/contact/contact_form.py",
        "hooks/handrail/contact/message.py",
        "hooks/handrail/pages/*.py",
        "hooks/handrail/center/routes.py",
    ):
        used += "".join(file.read_text("utf-8") for file in sorted(ROOT.glob(pattern)))
    assert '"ownership."' in used
    unused = [key for key in NEEDED if f'"{key}"' not in used and f"'{key}'" not in used]
    assert [key for key in unused if not key.startswith("ownership.")] == []


def test_a_date_among_letters_that_run_from_right_to_left_keeps_its_order() -> None:
    ui_strings = UIStrings({"article.reviewed": {"en": "Reviewed {date}", "ar": "مراجعة {date}"}})
    day = datetime.date(2026, 11, 1)
    assert ui_strings.say("en", "article.reviewed", date=day) == "Reviewed 2026-11-01"
    assert ui_strings.say("ar", "article.reviewed", date=day) == "مراجعة \u20682026-11-01\u2069"
