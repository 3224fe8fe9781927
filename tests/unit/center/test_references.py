"""What files say of one another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from factories import markdown_file, theme

from handrail.center import references
from handrail.center.references import Known
from handrail.center.routes import GENERATED_PAGES, GeneratedPage
from handrail.center.theme_resources import Theme
from handrail.content.markdown_file import MarkdownFile
from handrail.schema.source import Source

CODES = ("en", "fr")
HOMES = ("index.md", "en/index.md", "fr/index.md")


def article(path: str, head: str = "", body: str = "") -> MarkdownFile:
    language = path.split("/")[0]
    return markdown_file(f"---\n{head}\n---\n{body}", path, language if language in CODES else "")


@pytest.fixture
def said(tmp_path: Path):
    """What is said of some articles, where one of each kind of thing is known."""

    def check(articles: Iterable[MarkdownFile], /, **changes: object) -> list[str]:
        articles = list(articles)
        known = {
            "paths": frozenset([*HOMES, *(each.path for each in articles)]),
            "categories": {"start"},
            "channels": {"email"},
            "issue_types": {"other"},
            "articles": {each.id for each in articles} - {""},
            "theme": theme(tmp_path),
        }
        return [str(each) for each in sorted(references.problems(CODES, "docs", articles, Known(**(known | changes))))]

    return check


def test_ids_that_exist_are_right(said) -> None:
    head = "id: a\ncategory: start\nrelated: [b]\nchannels: [email]\nissue_types: [other]"
    assert said([article("en/a.md", head, "[x](channel:email)\n"), article("en/b.md", "id: b")]) == []


def test_every_id_that_does_not_exist_is_named_at_its_line(said) -> None:
    head = "id: a\ncategory: strat\nrelated: [a, c]\nchannels: [fax]\nissue_types: [others]"
    assert said([article("en/a.md", head, "\n[x](channel:fxa)\n")]) == [
        "docs/en/a.md:3: category: there is no 'strat'. Did you mean 'start'?",
        "docs/en/a.md:4: related: there is no 'c'. Use one of: a.",
        "docs/en/a.md:5: channels: there is no 'fax'. Use one of: email.",
        "docs/en/a.md:6: issue_types: there is no 'others'. Did you mean 'other'?",
        "docs/en/a.md:9: broken link: there is no channel 'fxa'. Use one of: email.",
    ]


def test_nothing_is_said_of_ids_whose_file_could_not_be_read(said) -> None:
    head = "id: a\ncategory: x\nrelated: [x]\nchannels: [x]\nissue_types: [x]"
    unread = {"categories": None, "channels": None, "issue_types": None, "articles": None}
    assert said([article("en/a.md", head, "[x](channel:x)\n")], **unread) == []


def test_a_section_is_one_of_those_of_the_category(said) -> None:
    sections = {"start": ["phone", "desk"], "more": ["cable"], "bare": []}

    def of(category: str, section: str) -> list[str]:
        known = {"categories": sections.keys(), "sections": sections}
        return said([article("en/a.md", f"id: a\ncategory: {category}\nsection: {section}")], **known)

    assert of("start", "desk") == []
    assert of("start", "dekc") == ["docs/en/a.md:4: section: the category 'start' has no 'dekc'. Did you mean 'desk'?"]
    assert of("start", "cable") == [
        "docs/en/a.md:4: section: 'cable' belongs to the category 'more', not to 'start'. "
        "Correct the category, or add the section to 'start' too."
    ]
    assert of("bare", "lamp") == [
        "docs/en/a.md:4: section: the category 'bare' has no 'lamp'. Add it in data/categories.yml, or delete this key."
    ]
    [unknown] = of("strat", "desk")
    assert unknown.startswith("docs/en/a.md:3: category: ")


def test_an_id_stands_once_in_a_language_and_may_stand_in_each(said) -> None:
    assert said([article("en/a.md", "id: a"), article("fr/a.md", "id: a")]) == []
    assert said([article("en/a.md", "id: a"), article("en/b.md", "id: a")]) == [
        "docs/en/b.md:2: duplicate id 'a': docs/en/a.md has it too. Rename one of them."
    ]


def test_files_without_an_id_are_not_said_to_share_one(said) -> None:
    assert said([article("en/a.md", "title: a"), article("en/b.md", "title: b")]) == []


def test_a_page_names_a_template_of_the_project(said) -> None:
    assert said([article("en/index.md", "template: home.html")]) == []
    assert said([article("en/index.md", "template: hom.html")]) == [
        "docs/en/index.md:2: template: 'hom.html' is not a template for pages. Did you mean 'home.html'?"
    ]


@pytest.mark.parametrize("page", GENERATED_PAGES, ids=lambda page: page.id)
def test_the_template_of_a_generated_page_is_not_for_other_pages(page: GeneratedPage, said, tmp_path: Path) -> None:
    pages = theme(tmp_path, templates=f"home.html {page.template}")
    [problem] = said([article("en/about.md", f"template: {page.template}")], theme=pages)
    assert problem.startswith(f"docs/en/about.md:2: template: '{page.template}' is not a template for pages. ")


def test_each_language_has_a_home_page_and_the_site_has_a_first_page(said) -> None:
    assert said([], paths=frozenset({"en/index.md"})) == [
        "docs/fr/index.md: the home page in 'fr' is missing. "
        "Add it, with 'template: home.html', a title and a summary in its front matter.",
        "docs/index.md: the page that offers the languages is missing. "
        "Add it, with 'template: chooser.html', a title and a summary in its front matter.",
    ]


def test_no_two_files_are_read_at_one_address(said) -> None:
    paths = frozenset([*HOMES, "en/start.md", "fr/start/index.md", "en/a.md", "en/a/index.md", "en/search.md"])
    messages = said([], paths=paths)
    assert [message.split(":")[0] for message in messages] == [
        "docs/en/a/index.md",
        "docs/en/search.md",
        "docs/en/start.md",
        "docs/fr/start/index.md",
    ]
    assert "its address, en/a/, is that of docs/en/a.md" in messages[0]


def test_a_readme_is_the_index_of_its_folder_and_capitals_make_no_other_address(said) -> None:
    paths = frozenset([*HOMES, "en/start/README.md", "en/a.md", "en/A.md"])
    assert [message.split(", is that of ")[0] for message in said([], paths=paths)] == [
        "docs/en/a.md: its address, en/a/",
        "docs/en/start/README.md: its address, en/start/",
    ]


def test_an_article_stands_in_the_folder_of_a_language(said) -> None:
    assert said([article("de/a.md", "id: a")]) == [
        "docs/de/a.md:1: an article outside the folders of the languages. Move it into docs/en or docs/fr."
    ]
    assert said([article("loose.md", "template: home.html")]) == []


def settings(published: set[str], **named: object) -> list[str]:
    text = "extra:\n  help_center:\n    contact_article: a\n    home:\n      popular_articles: [b]\n"
    text += "    feedback_channel: form\n"
    known = Known(frozenset(), None, {"form"}, None, {"a", "b"}, Theme(()))
    found = references.settings_problems(named, Source("mkdocs.yml", text), known, published)
    return [str(each) for each in found]


def test_the_settings_name_published_articles() -> None:
    assert settings({"a", "b"}, contact_article="a", home={"emergency": "b", "popular_articles": ["a", "b"]}) == []
    assert settings({"a"}, contact_article="aa", home={"popular_articles": ["a", "b"]}) == [
        "mkdocs.yml:3: contact_article: there is no article 'aa'. Did you mean 'a'?",
        "mkdocs.yml:5: home.popular_articles: the article 'b' is a draft. Publish it, or name another one.",
    ]


def test_the_settings_name_a_channel_for_feedback() -> None:
    assert settings(set(), feedback_channel="form") == []
    assert settings(set(), feedback_channel="from") == [
        "mkdocs.yml:6: feedback_channel: there is no channel 'from'. Did you mean 'form'?"
    ]


@pytest.mark.parametrize(
    "wrong", [{"contact_article": 7}, {"home": ["a"]}, {"home": {"popular_articles": {"a": 1}}}, {"home": None}]
)
def test_settings_of_the_wrong_kind_are_left_to_the_model(wrong: dict[str, object]) -> None:
    assert settings(set(), **wrong) == []


def test_an_icon_that_the_theme_lacks_is_named_with_the_nearest(tmp_path: Path) -> None:
    data = [
        {"id": "a", "icon": "material/lamp"},
        {"icon": "material/lmap"},
        {"id": "c", "icon": "zzz"},
        "d",
        {"icon": 7},
    ]
    source = Source("c.yml", "- {id: a, icon: x}\n- {icon: x}\n- {id: c, icon: x}\n")
    found = references.icon_problems(source, data, theme(tmp_path, icons="material/lamp"))
    assert [str(each) for each in found] == [
        "c.yml:2: there is no icon 'material/lmap'. Did you mean 'material/lamp'?",
        "c.yml:3: 'c': there is no icon 'zzz'. Name a file below the theme's folder .icons, as in 'material/help'.",
    ]
    assert list(references.icon_problems(source, {"not": "a list"}, theme(tmp_path))) == []
