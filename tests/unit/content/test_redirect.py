"""Redirects are read from the articles and from a file, and whatever is wrong with them is named."""

from __future__ import annotations

import pytest
from factories import markdown_file

from handrail.content.help_id import HelpId
from handrail.content.redirect import read
from handrail.schema.source import Source

HEAD = "---\nid: {}\nstatus: {}\nredirect_from: {}\n---\nText.\n"
PAGES = {"en/": "en/index.md", "en/start/": "en/start/index.md", "en/start/lost-lamp/": "en/start/lost-lamp.md"}


def article(olds: str = "[]", status: str = "published", language: str = "en", id: str = "lost-lamp"):
    path = f"{language}/start/{id}.md"
    return markdown_file(HEAD.format(id, status, olds), path, language)


def test_it_leads_to_an_article_by_id_or_to_any_page_by_address() -> None:
    source = Source("redirects.yml", "- {old: en/a/, new: lost-lamp}\n- {old: en/b.html, new: en/start/}\n")
    found, problems = read(source, [article("[en/c/]")], PAGES, ["en"])
    assert problems == []
    assert {each.old: each.url for each in found.values()} == {
        "en/a/": "en/start/lost-lamp/",
        "en/b.html": "en/start/",
        "en/c/": "en/start/lost-lamp/",
    }
    assert {path: each.file for path, each in found.items()} == {
        "en/a/index.md": "en/a/index.html",
        "en/b.html.md": "en/b.html",
        "en/c/index.md": "en/c/index.html",
    }


def test_it_leads_to_the_article_in_the_language_of_the_old_address() -> None:
    source = Source("redirects.yml", "- {old: fr/a/, new: lost-lamp}\n- {old: a/, new: lost-lamp}\n")
    found, _ = read(source, [article(), article(language="fr")], PAGES, ["en", "fr"])
    assert [each.url for each in found.values()] == ["fr/start/lost-lamp/", "en/start/lost-lamp/"]


def test_a_help_id_leads_in_each_language_to_its_section() -> None:
    screens = [(HelpId(id="lamp", article="lost-lamp", section="steps"), Source("help_ids.yml", "- id: lamp\n"))]
    pages = {**PAGES, "fr/help-id/lamp/": "fr/help-id/lamp.md"}
    found, problems = read(None, [article(), article(language="fr")], PAGES, ["en", "fr"], screens)
    assert problems == []
    assert {each.old: each.url for each in found.values()} == {
        "en/help-id/lamp/": "en/start/lost-lamp/#steps",
        "fr/help-id/lamp/": "fr/start/lost-lamp/#steps",
    }
    _, problems = read(None, [article(), article(language="fr")], pages, ["en", "fr"], screens)
    assert [problem.place for problem in problems] == ["help_ids.yml:1"]


def test_a_draft_has_no_old_addresses_and_nothing_leads_to_it() -> None:
    source = Source("redirects.yml", "- {old: en/a/, new: lost-lamp}\n")
    found, problems = read(source, [article("[en/b/]", status="draft")], {}, ["en"])
    assert found == {}
    assert [problem.message for problem in problems] == ["'en/a/' redirects to 'lost-lamp', which does not exist"]


@pytest.mark.parametrize("count", [2, 3, 10])
def test_a_circle_is_named_however_long_it_is(count: int) -> None:
    lines = [f"- {{old: en/{n}/, new: en/{(n + 1) % count}/}}\n" for n in range(count)]
    found, problems = read(Source("redirects.yml", "".join(lines)), [], PAGES, ["en"])
    assert found == {}
    assert len(problems) == count
    assert all("redirects in a circle" in problem.message for problem in problems)


def test_a_way_into_a_circle_ends() -> None:
    text = "- {old: en/a/, new: en/b/}\n- {old: en/b/, new: en/c/}\n- {old: en/c/, new: en/b/}\n"
    _, problems = read(Source("redirects.yml", text), [], PAGES, ["en"])
    assert [problem.line for problem in problems] == [1, 2, 3]


@pytest.mark.parametrize("text", ["", "[]", "null", "7", "- a", "- {old: [a]}", "- {old: 7, new: 7}", "{old: a}"])
def test_no_content_of_the_file_surprises(text: str) -> None:
    found, problems = read(Source("redirects.yml", text), [article("[7, [a], null]")], PAGES, ["en"])
    assert found == {}
    assert problems or text == "[]"


@pytest.mark.parametrize("old", ["en/index.html", "en/start/lost-lamp/index.html", "EN/Start/", "en/start/lost-lamp/"])
def test_no_redirect_takes_the_place_of_a_page_however_its_address_is_written(old: str) -> None:
    found, problems = read(None, [article(f"[{old}]")], PAGES, ["en"])
    assert found == {}
    assert [problem.message for problem in problems] == [f"'{old}' is the address of a page"]


@pytest.mark.parametrize("old", ["404.html", "assets/x.html", "search/en/", "en/feed.xml/", "llms.txt", "robots.txt"])
def test_no_redirect_takes_the_place_of_a_file_of_the_build(old: str) -> None:
    found, problems = read(None, [article(f"[{old}]")], PAGES, ["en"])
    assert found == {}
    assert [problem.message for problem in problems] == [f"'{old}' is where the build writes a file of its own"]


def test_two_old_addresses_that_a_host_takes_for_one_are_one() -> None:
    _, problems = read(None, [article("[en/a/, en/A/index.html]")], PAGES, ["en"])
    assert len(problems) == 1
    assert "is redirected twice" in problems[0].message


@pytest.mark.parametrize("old", ["en/an old name/", "en/an%20old%20name/"])
def test_an_old_address_may_have_a_space_as_a_file_or_as_a_browser_writes_it(old: str) -> None:
    found, problems = read(None, [article(f"[{old}]")], PAGES, ["en"])
    assert problems == []
    assert [redirect.file for redirect in found.values()] == ["en/an old name/index.html"]
