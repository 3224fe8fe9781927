"""The help center as a whole: what it makes of a folder, and how pages find their counterparts."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from built_site import ROOT, SITES, theme_folder
from factories import help_center as read
from factories import theme

from handrail.center.help_center import HelpCenter
from handrail.center.theme_resources import MARKER, Theme
from handrail.schema.problem import ContentError

TODAY = datetime.date(2026, 11, 24)
THEME = Theme((ROOT / "overrides", theme_folder()))


@pytest.fixture(scope="module")
def lamplight() -> HelpCenter:
    return read(SITES / "lamplight")


@pytest.fixture(scope="module")
def three() -> HelpCenter:
    return read(SITES / "three_languages")


@pytest.mark.parametrize(
    ("path", "counterparts"),
    [
        ("en/start/pair-the-lamp.md", {"en": "en/start/pair-the-lamp/", "zh-Hant": "zh-Hant/start/pair-the-lamp/"}),
        ("en/repair/spare-parts.md", {"en": "en/repair/spare-parts/"}),
        ("en/index.md", {"en": "en/", "zh-Hant": "zh-Hant/"}),
        ("zh-Hant/about.md", {"en": "en/about/", "zh-Hant": "zh-Hant/about/"}),
        ("en/light/index.md", {"en": "en/light/", "zh-Hant": "zh-Hant/light/"}),
        ("en/account/index.md", {"en": "en/account/", "zh-Hant": "zh-Hant/account/"}),
        ("index.md", {"en": "en/", "zh-Hant": "zh-Hant/"}),
        ("en/nowhere.md", {}),
    ],
)
def test_a_page_has_its_twins_in_the_languages_that_have_it(
    lamplight: HelpCenter, path: str, counterparts: dict[str, str]
) -> None:
    assert lamplight.counterparts(path) == counterparts


def test_twins_are_paired_by_id_wherever_their_files_stand(tmp_path: Path) -> None:
    shutil.copytree(SITES / "minimal", tmp_path / "site")
    folder = tmp_path / "site/docs/fr/start"
    (folder / "reach-support.md").rename(folder / "joindre.md")
    assert read(tmp_path / "site").counterparts("en/start/reach-support.md") == {
        "en": "en/start/reach-support/",
        "fr": "fr/start/joindre/",
    }


def test_everybody_else_is_led_to_the_choice_from_home_pages_and_to_the_first_language_elsewhere(
    three: HelpCenter,
) -> None:
    def default(path: str) -> str:
        return three.alternates(three.counterparts(path))["x-default"]

    assert default("ar/index.md") == default("index.md") == ""
    assert default("ar/stamps/fold-a-stamp.md") == "ja/stamps/fold-a-stamp/"
    assert three.alternates({"en-GB": "en-GB/a/", "ar": "ar/a/"})["x-default"] == "en-GB/a/"
    assert three.alternates({}) == {}


def test_a_draft_is_a_document_and_stands_in_no_edition(lamplight: HelpCenter) -> None:
    assert not lamplight.content_pages["en/light/voice-control.md"].published
    assert "voice-control" not in lamplight.editions["en"].articles


def test_a_path_belongs_to_the_language_whose_folder_it_is_in(three: HelpCenter) -> None:
    assert three.edition_of("ar/index.md") is three.editions["ar"]
    for path in ("index.md", "arabic/index.md", "en/index.md", "404.html", ""):
        assert three.edition_of(path) is None


def test_category_pages_are_made_for_each_language_and_named_by_it(lamplight: HelpCenter) -> None:
    meta = lamplight.meta("zh-Hant/repair/index.md")
    assert (meta["title"], meta["template"]) == ("維修與退換", "category.html")
    assert lamplight.category_at("zh-Hant/repair/index.md") is lamplight.categories["repair"]
    assert lamplight.category_at("repair/index.md") is None
    assert lamplight.category_at("en/nowhere/index.md") is None
    assert lamplight.meta("en/nowhere/index.md") == {}


def test_warnings_name_what_is_missing_and_stop_nothing(three: HelpCenter) -> None:
    assert [warning.path for warning in three.warnings] == ["docs/en-GB/letters/letter-lost.md"]


OLD_NAMES = {
    "mkdocs.yml": {
        "ownership:": "relation:",
        "verification_url:": "proof:",
        "contact_article:": "contact:",
        "feedback_channel:": "feedback:",
        "popular_articles": "most_asked",
    },
    "docs/data/channels.yml": {"accepts_messages:": "takes_messages:", "method:": "way:"},
    "docs/data/ui_strings.yml": {
        "ownership.verification:": "relation.proof:",
        "ownership.": "relation.",
        "home.popular_articles:": "home.most_asked:",
    },
}


def test_names_of_the_last_release_go_on_working_with_a_hint(lamplight: HelpCenter, tmp_path: Path) -> None:
    shutil.copytree(SITES / "lamplight", tmp_path, dirs_exist_ok=True)
    for path, names in OLD_NAMES.items():
        file = tmp_path / path
        text = file.read_text("utf-8")
        for new, old in names.items():
            assert new in text
            text = text.replace(new, old)
        file.write_text(text, "utf-8")
    (tmp_path / "docs/data/ui_strings.yml").rename(tmp_path / "docs/data/phrases.yml")
    center = read(tmp_path)
    assert (center.settings, center.registry) == (lamplight.settings, lamplight.registry)
    assert center.ui_strings == lamplight.ui_strings
    hints = {str(hint) for hint in center.warnings} - {str(hint) for hint in lamplight.warnings}
    fix = "Rename it: the old name stops working with the next release."
    assert {
        f"mkdocs.yml:17: 'relation' is now called 'ownership'. {fix}",
        f"mkdocs.yml:29: 'most_asked' is now called 'popular_articles'. {fix}",
        f"docs/data/channels.yml:25: 'takes_messages' is now called 'accepts_messages'. {fix}",
        f"docs/data/channels.yml:79: 'way' is now called 'method'. {fix}",
        f"docs/data/phrases.yml: phrases.yml is now called ui_strings.yml. {fix}",
    } <= hints


def test_all_problems_of_all_files_are_raised_as_one_in_order(tmp_path: Path) -> None:
    shutil.copytree(SITES / "minimal", tmp_path / "site")
    docs = tmp_path / "site/docs"
    for path in ("en/start/reach-support.md", "fr/start/reach-support.md"):
        file = docs / path
        file.write_text(file.read_text("utf-8").replace("category: start", "category: strat"), "utf-8")
    (docs / "data/channels.yml").unlink()
    with pytest.raises(ContentError) as raised:
        read(tmp_path / "site")
    assert [problem.path for problem in raised.value.problems] == [
        "docs/data/channels.yml",
        "docs/en/start/reach-support.md",
        "docs/fr/start/reach-support.md",
    ]
    assert str(raised.value).count("\n") == 2


def test_a_theme_tells_its_languages_its_icons_and_the_templates_of_the_project(tmp_path: Path) -> None:
    made = theme(tmp_path / "own", languages="xx", icons="own/lamp", templates="home.html article.html 404.html")
    theme(tmp_path / "base", languages="en", icons="material/help", templates="blog.html")
    (tmp_path / "own" / MARKER).touch()
    both = Theme((tmp_path / "own", tmp_path / "base"))
    assert both.languages == {"xx", "en"}
    assert set(both.templates) == set(made.templates) == {"home.html"}, "articles are laid out by the build itself"
    assert set(both.icons) == {"own/lamp", "material/help"}
    assert [both.has_icon(name) for name in ("own/lamp", "material/help", "help", "material")] == [
        True,
        True,
        False,
        False,
    ]
