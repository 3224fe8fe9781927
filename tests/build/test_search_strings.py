"""What a page says of search: little, as the rest is in a file that all pages of a language share."""

from __future__ import annotations

import json

from built_site import Site

from handrail.content import plural_forms


def test_pages_of_a_language_share_the_words_of_search(site: Site) -> None:
    for code in site.written.codes:
        told = [
            json.loads(page.soup.select_one("#search-settings").string)
            for page in site.in_a_language
            if page.language == code and page.soup.select_one("#search-settings")
        ]
        assert len({one["data"] for one in told}) == 1
        assert max(len(json.dumps(one, ensure_ascii=False)) for one in told) < 800


def test_the_words_of_search_are_those_of_the_language(site: Site) -> None:
    for code in site.written.codes:
        page = site.pages[f"{code}/"]
        settings = json.loads(page.soup.select_one("#search-settings").string)
        words = json.loads((site.folder / settings["data"]).read_text("utf-8"))
        for name in ("none", "near", "via", "more", "recent", "forget"):
            assert words["strings"][name] == site.written.ui_strings[f"search.{name}"][code]
        assert words["count"] == plural_forms.forms(site.written.ui_strings["search.count"][code])
        assert settings["strings"]["retry"] == site.written.ui_strings["search.retry"][code]
        assert f"{words['page']}" == f"{code}/search/"
        asked = [
            id
            for id in site.written.settings.get("home", {}).get("popular_articles", [])
            if id in site.article_pages(code)
        ]
        assert [one["url"] for one in words["popular"]] == [site.article_pages(code)[id].url for id in asked]
