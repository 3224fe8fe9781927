"""Every page speaks one language, says which, and leads to itself in the others."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

from built_site import URL, Page, Site, theme_name, theme_word
from site_builds import SharedBuilds

LEADS_ELSEWHERE = {"data-component": re.compile(r"\blanguage-switch\b")}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def word(site: Site, code: str, key: str) -> str:
    """A word of the theme in a language of a site."""
    language = next(each for each in site.written.settings["languages"] if each["code"] == code)
    return theme_word(theme_name(language), key)


def page_at(site: Site, address: str) -> Page:
    return site.pages[address.removeprefix(URL)]


def switch(page: Page) -> dict[str, str]:
    """Where the language switch of a page leads, by language."""
    links = page.soup.select('[data-component~="language-switch"] a[href]')
    return {str(link["hreflang"]): page.resolve(str(link["href"])) for link in links}


def test_every_page_says_which_language_it_is_in(site: Site) -> None:
    default = site.written.codes[0]
    assert site.in_a_language
    for page in site.pages.values():
        code = page.language or default
        assert page.soup.html["lang"] == site.written.tags[code], page.url
        assert page.soup.html["dir"] == word(site, code, "direction"), page.url


def test_a_language_written_from_right_to_left_is(three_languages: Site) -> None:
    assert {page.language for page in three_languages.in_a_language if page.soup.html["dir"] == "rtl"} == {"ar"}
    for url in ("", "404.html"):  # there all languages stand side by side
        parts = three_languages.pages[url].soup.select("[lang=ar]:has(a)")
        assert [part["dir"] for part in parts] == ["rtl"]


def test_every_page_names_itself_and_its_twins_as_alternates_and_they_name_it(site: Site) -> None:
    for page in site.in_a_language:
        assert page.alternates[page.language] == URL + page.url
        assert "x-default" in page.alternates
        for code, address in page.alternates.items():
            counterpart = page_at(site, address)
            assert counterpart.language == (
                "" if address == URL else site.written.codes[0] if code == "x-default" else code
            )
            assert counterpart.alternates == page.alternates, f"{page.url} and {counterpart.url}"


def test_readers_of_any_other_language_are_led_to_the_choice_or_to_the_first_language(site: Site) -> None:
    homes = {f"{code}/" for code in site.written.codes}
    for page in site.in_a_language:
        first = next(code for code in site.written.codes if code in page.alternates)
        assert page.alternates["x-default"] == (URL if page.url in homes else page.alternates[first])
    assert site.pages[""].alternates == {code: f"{URL}{code}/" for code in site.written.codes} | {"x-default": URL}


def test_every_published_article_has_as_many_alternates_as_languages_that_have_it(site: Site) -> None:
    for code in site.written.codes:
        for id, page in site.article_pages(code).items():
            held = [other for other in site.written.codes if id in site.written.articles(other)]
            assert [each for each in page.alternates if each != "x-default"] == held


def test_the_page_for_a_broken_address_has_no_alternates_and_is_not_to_be_indexed(site: Site) -> None:
    lost = site.pages["404.html"]
    assert lost.alternates == {}
    assert lost.soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert not lost.soup.select("link[rel=canonical]")


def test_the_address_of_a_page_is_said_to_be_its_own(site: Site) -> None:
    for page in [site.pages[""], *site.in_a_language]:
        assert [link["href"] for link in page.soup.select("link[rel=canonical]")] == [URL + page.url]


def test_the_sitemap_lists_every_page_that_may_be_indexed_once_with_the_alternates_of_the_page(site: Site) -> None:
    tree = ElementTree.parse(site.folder / "sitemap.xml")
    entries = tree.findall("s:url", SITEMAP)
    addresses = [entry.findtext("s:loc", namespaces=SITEMAP) for entry in entries]
    indexed = [page for page in site.pages.values() if not page.soup.select("meta[name=robots][content=noindex]")]
    assert sorted(map(str, addresses)) == sorted(URL + page.url for page in indexed)
    assert len(indexed) > len(site.written.codes)
    for address, entry in zip(addresses, entries, strict=True):
        links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", SITEMAP)}
        assert links == page_at(site, str(address)).alternates, address


def test_the_sitemap_dates_articles_by_their_review(site: Site) -> None:
    tree = ElementTree.parse(site.folder / "sitemap.xml")
    dates = {
        entry.findtext("s:loc", namespaces=SITEMAP): entry.findtext("s:lastmod", namespaces=SITEMAP)
        for entry in tree.findall("s:url", SITEMAP)
    }
    for code in site.written.codes:
        for id, page in site.article_pages(code).items():
            assert dates.pop(URL + page.url) == str(site.written.articles(code)[id].head["reviewed_on"])
    assert set(dates.values()) == {None}


def test_the_language_switch_leads_to_the_same_page_in_every_other_language(site: Site) -> None:
    for page in site.in_a_language:
        links = switch(page)
        assert list(links) == [code for code in site.written.codes if code != page.language], page.url
        for code, address in links.items():
            if code in page.alternates:
                assert address == page.alternates[code], page.url


def test_the_language_switch_says_each_language_in_its_own_words(site: Site) -> None:
    names = {language["code"]: language["name"] for language in site.written.settings["languages"]}
    for page in site.in_a_language:
        for link in page.soup.select('[data-component~="language-switch"] a'):
            assert link.get_text(strip=True) == names[str(link["hreflang"])]
            assert link["lang"] == site.written.tags[str(link["hreflang"])]


def test_a_page_without_a_twin_leads_to_the_home_page_of_that_language_which_says_so(site: Site) -> None:
    for page in site.in_a_language:
        for code, address in switch(page).items():
            if code not in page.alternates:
                assert address == f"{URL}{code}/#untranslated"
    for code in site.written.codes:
        said = site.pages[f"{code}/"].texts("#untranslated")
        assert said == [site.written.ui_strings["untranslated"][code]]


def test_the_sites_have_articles_without_a_twin_to_show_it_with(lamplight: Site, three_languages: Site) -> None:
    parts = lamplight.pages["en/repair/spare-parts/"]
    assert switch(parts)["zh-Hant"] == f"{URL}zh-Hant/#untranslated"
    lost = three_languages.pages["ja/letters/letter-lost/"]
    assert (switch(lost)["ar"], switch(lost)["en-GB"]) == (
        f"{URL}ar/#untranslated",
        f"{URL}en-GB/letters/letter-lost/",
    )


def test_an_article_without_a_translation_is_named_when_the_site_is_built(
    lamplight: Site, three_languages: Site
) -> None:
    assert [line for line in lamplight.stderr.splitlines() if " translation. " in line] == [
        "WARNING: docs/en/repair/spare-parts.md:2: 'spare-parts' has no 'zh-Hant' translation. "
        "Translate it into docs/zh-Hant/repair/spare-parts.md."
    ]
    assert "'letter-lost' has no 'ar' translation" in three_languages.stderr


def test_all_links_of_a_page_stay_in_its_language_but_those_that_say_otherwise(site: Site) -> None:
    """Menus, breadcrumbs, previous and next, related articles, the list beside an article, and the text.

    The language switch leads to another one, and so does the warning that a translation is behind its original. The
    licences of software are no page.
    """
    for page in site.in_a_language:
        home = f"{URL}{page.language}/"
        for link in page.soup.select("a[href]"):
            if not link.find_parent(attrs=LEADS_ELSEWHERE) and not link.find_parent(class_="outdated-translation"):
                address = page.resolve(str(link["href"]))
                is_ours = address.startswith(URL) and address != f"{URL}third-party.txt"
                assert address.startswith(home) or not is_ours, f"{page.url} leads to {address}"


def test_the_menu_of_every_page_begins_with_what_is_urgent_then_lists_the_categories_then_languages(site: Site) -> None:
    words, settings = site.written.ui_strings, site.written.settings
    emergency = settings.get("home", {}).get("emergency")
    for page in site.in_a_language:
        code = page.language
        urgent = site.written.articles(code).get(emergency)
        assert page.texts(".header__menu:not(.header__languages) nav a") == [
            words["home"][code],
            *([urgent.head["title"]] if urgent else []),
            words["verify.title"][code],
            words["contact.action"][code],
            *(category["title"][code] for category in site.written.data("categories")),
            *(language["name"] for language in settings["languages"] if language["code"] != code),
        ]


def test_breadcrumbs_lead_from_home_through_the_category(site: Site) -> None:
    titles = {category["id"]: category["title"] for category in site.written.data("categories")}
    for code in site.written.codes:
        for id, page in site.article_pages(code).items():
            category = site.written.articles(code)[id].head["category"]
            assert page.texts(".breadcrumbs a") == [site.written.ui_strings["home"][code], titles[category][code]]
            assert page.links(".breadcrumbs") == [f"{URL}{code}/", f"{URL}{code}/{category}/"]


def test_the_words_of_the_theme_are_in_the_language_of_the_page(site: Site) -> None:
    for code in site.written.codes:
        for page in site.article_pages(code).values():
            assert page.soup.select_one(".breadcrumbs")["aria-label"] == word(site, code, "nav")


def test_the_name_of_the_site_and_of_each_category_are_in_the_language_of_the_page(site: Site) -> None:
    settings = site.written.settings
    for page in site.in_a_language:
        assert page.texts(".header__name") == [settings["site_name"][page.language]]
        assert page.texts("title")[0].endswith(settings["site_name"][page.language])
        assert page.texts(".footer p:not(.print-only)") == [
            settings[key][page.language] for key in ("site_name", "description")
        ]
        assert page.texts(".footer p.print-only") == [site.written.ownership(page.language)]
    for category in site.written.data("categories"):
        for code in site.written.codes:
            page = site.pages[f"{code}/{category['id']}/"]
            assert page.texts("h1") == [category["title"][code]]


def test_a_page_in_no_folder_of_a_language_speaks_the_first_one(three_languages: Site) -> None:
    page = three_languages.pages["imprint/"]
    assert page.soup.html["lang"] == "ja"
    assert "資料による" in page.texts("article small")[0], "a channel is what it is everywhere"
    assert switch(page) == {code: f"{URL}{code}/" for code in ("en-GB", "ar")}


def test_the_first_page_offers_every_language_without_any_script(site: Site) -> None:
    page = site.pages[""]
    for code in site.written.codes:
        part = f'li[lang="{site.written.tags[code]}"]'
        assert page.links(part) == [f"{URL}{code}/"]
        assert site.written.ui_strings["chooser.enter"][code] in page.texts(f"{part} a")
    assert page.soup.select("[hidden]") == []


def test_a_broken_address_is_answered_in_every_language_without_any_script(site: Site) -> None:
    page = site.pages["404.html"]
    for code in site.written.codes:
        part = f'section[lang="{site.written.tags[code]}"]'
        assert page.texts(f"{part} h1") == [site.written.ui_strings["not_found.title"][code]]
        assert f"{URL}{code}/" in page.links(part)
        assert all(address.startswith(f"{URL}{code}/") for address in page.links(part))


def test_every_page_says_in_its_language_who_runs_the_site(site: Site) -> None:
    for page in site.pages.values():
        codes = site.written.codes if page.url in {"", "404.html"} else [page.language or site.written.codes[0]]
        for code in codes:
            said = " ".join(page.texts(".disclaimer, .language-card__disclaimer"))
            assert site.written.ownership(code) in said, page.url


def test_an_official_help_center_leads_to_its_proof_and_an_independent_one_claims_none(
    lamplight: Site, three_languages: Site
) -> None:
    for page in lamplight.in_a_language:
        assert page.links(".disclaimer") == [lamplight.written.settings["verification_url"]]
    for page in three_languages.in_a_language:
        assert page.links(".disclaimer") == []


def test_no_page_mixes_the_descriptions_of_languages(site: Site) -> None:
    for page in site.in_a_language:
        description = page.soup.select_one("meta[name=description]")["content"]
        written = site.written.documents[page.language]
        heads = [document.head["summary"] for document in written.values()]
        heads += [category["summary"][page.language] for category in site.written.data("categories")]
        heads += [guide["summary"][page.language] for guide in site.written.guides.values()]
        for question in (question for guide in site.written.guides.values() for question in guide["questions"]):
            answers = " · ".join(answer["text"][page.language] for answer in question["answers"])
            heads.append(f"{question['text'][page.language]} {answers}")
        heads.append(site.written.ui_strings["verify.lead"][page.language])
        heads.append(site.written.settings["description"][page.language])
        contact = re.escape(site.written.ui_strings["contact.text"][page.language])
        contact = contact.replace(re.escape("{secrets}"), ".+")
        assert description in heads or re.fullmatch(contact, description), page.url


def test_links_of_the_page_for_a_broken_address_hold_wherever_it_is_shown(site: Site) -> None:
    page = site.pages["404.html"]
    for tag in page.soup.select("[href], [src]"):
        address = str(tag.get("href") or tag.get("src"))
        assert urlsplit(address).path.startswith("/") or address.startswith("#"), address


def test_a_language_that_a_site_gives_up_is_left_out_with_a_hint_for_each_file_that_still_has_it(
    shared_builds: SharedBuilds,
) -> None:
    build = shared_builds("minimal", changes={"mkdocs.yml": ("      - {code: fr, name: Français}\n", "")})
    assert build.status == 0, build.stderr
    assert not (build.folder / "fr").exists()
    hints = [line for line in build.stderr.splitlines() if "'fr', which this site does not have" in line]
    assert len(hints) == len({line.split()[1] for line in hints}), "once a file"
    assert {line.split()[1].rstrip(":") for line in hints} >= {"mkdocs.yml", "docs/fr", "docs/data/categories.yml"}
