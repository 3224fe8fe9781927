"""The words of the interface: all of them, in every language, with the right blanks."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
import yaml
from built_site import ROOT

from handrail.content import plural_forms, ui_strings
from handrail.content.ui_string_keys import NEEDED
from handrail.content.ui_strings import UIStrings
from handrail.schema.source import Source

LANGUAGES = ("en", "fr")
FILES = sorted(ui_strings.FOLDER.glob("*.yml"))
SECRETS = {"secret.recovery-phrase", "secret.private-key"}
"""The texts that name what only some readers hold."""
TRADE = re.compile(
    r"wallet|\bcoins?\b|recovery phrase|seed phrase|mnemonic|private key|bitcoin|ethereum"
    r"|钱包|币|助记词|私钥|錢包|幣|助記詞"
    r"|ウォレット|지갑|cartera|billetera|carteira|portefeuille|кошел|محفظة|ví điện tử|dompet|กระเป๋า",
    re.I,
)


def read(**changes: object) -> tuple[UIStrings, list[str]]:
    """A site's own texts."""
    data = {key.replace("__", "."): value for key, value in changes.items()}
    texts, problems = ui_strings.read(Source("ui_strings.yml", yaml.safe_dump(data, sort_keys=False)), data, LANGUAGES)
    return ui_strings.complete(texts or {}, LANGUAGES), [problem.message for problem in problems]


def test_a_phrase_is_said_with_its_blanks_filled() -> None:
    found, problems = read(category__count={"en": "Articles: {count}", "fr": "{count} articles, {{sic}}"})
    assert problems == []
    assert found.say("en", "category.count", count=3) == "Articles: 3"
    assert found.say("fr", "category.count", count=3) == "3 articles, {sic}"


def test_a_phrase_may_leave_a_blank_out() -> None:
    assert read(article__reviewed={"en": "Reviewed lately", "fr": "Relu"})[1] == []


def test_a_site_changes_single_texts_in_any_of_its_languages() -> None:
    found, problems = read(home={"en": "Start"}, menu={"fr": "Sujets"})
    assert problems == []
    built_in = ui_strings.built_in("en")
    assert [found.say(code, key) for key in ("home", "menu") for code in LANGUAGES] == [
        "Start",
        ui_strings.built_in("fr")["home"],
        built_in["menu"],
        "Sujets",
    ]


def test_texts_that_nothing_shows_are_named_with_the_nearest_that_something_does() -> None:
    source = Source("ui_strings.yml", "home: {en: Start}\nhoem: {en: Start}\n")
    (problem,) = ui_strings.unknown(source, {"home": {"en": "Start"}, "hoem": {"en": "Start"}})
    assert str(problem) == "ui_strings.yml:2: unknown UI string 'hoem'. Did you mean 'home'?"
    assert ui_strings.unknown(source, None) == []


def test_a_language_without_built_in_texts_shows_english_ones_and_says_so() -> None:
    own = {"home": {"eo": "Hejmo", "en": "Home"}}
    (problem,) = ui_strings.untranslated("ui_strings.yml", own, ("eo", "en"))
    assert problem.message == f"{len(NEEDED) - 1} UI strings are not built in for 'eo' and shown in English"
    found = ui_strings.complete(own, ("eo",))
    assert (found.say("eo", "home"), found.say("eo", "menu")) == ("Hejmo", ui_strings.built_in("en")["menu"])
    assert ui_strings.untranslated("ui_strings.yml", {key: {"eo": "vorto"} for key in NEEDED}, ("eo",)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_built_in_texts_are_whole_have_the_right_placeholders_and_speak_of_no_trade(file: Path) -> None:
    texts = yaml.safe_load(file.read_text("utf-8"))
    assert texts.keys() == NEEDED.keys()
    english = ui_strings.built_in("en")
    for key, text in texts.items():
        placeholders = [re.findall(r"{\w+}", plural_forms.plain(each)) for each in (text, english[key])]
        assert sorted(placeholders[0]) == sorted(placeholders[1]), key
        assert key in SECRETS or not TRADE.search(text), (key, text)


def test_placeholders_of_every_text_stand_for_the_vendor_and_the_secrets_of_the_readers() -> None:
    found, problems = read(menu={"en": "{vendor}: never {secrets}", "fr": "Menu"})
    assert problems == []
    named = ui_strings.with_names(found, {"en": "Lamp Works", "fr": "Lampes"}, ["password", "card", "phone"])
    assert named.say("en", "menu") == "Lamp Works: never a password, a bank card number, or a telephone number"


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
    assert '"ownership.{' in used
    unused = [key for key in NEEDED if f'"{key}"' not in used and f"'{key}'" not in used]
    assert [key for key in unused if not key.startswith(("ownership.", "secret."))] == []


def test_a_date_among_letters_that_run_from_right_to_left_keeps_its_order() -> None:
    ui_strings = UIStrings({"article.reviewed": {"en": "Reviewed {date}", "ar": "مراجعة {date}"}})
    day = datetime.date(2026, 11, 1)
    assert ui_strings.say("en", "article.reviewed", date=day) == "Reviewed 2026-11-01"
    assert ui_strings.say("ar", "article.reviewed", date=day) == "مراجعة \u20682026-11-01\u2069"
