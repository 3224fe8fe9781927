"""An old address leads to where its page stands now, without a server that would know of it."""

from __future__ import annotations

from urllib.parse import urljoin

from built_site import URL, Page, Site

WHERE = {
    "en/setup/pairing/": "en/start/pair-the-lamp/",
    "en/repair/parts/": "en/repair/spare-parts/",
    "en/faq/heat.html": "en/light/lamp-gets-hot/",
    "zh-Hant/faq/": "zh-Hant/light/",
}


def refresh(page: Page) -> str:
    """Where a browser goes on to, and at once."""
    seconds, _, target = str(page.soup.select_one('meta[http-equiv="refresh"]')["content"]).partition("; url=")
    assert seconds == "0"
    return urljoin(URL + page.url, target)


def test_each_old_address_leads_to_its_page(lamplight: Site, bitpie: Site) -> None:
    assert {url: refresh(page) for url, page in lamplight.redirects.items()} == {
        old: URL + new for old, new in WHERE.items()
    }
    assert bitpie.redirects == {}


def test_it_leads_on_by_a_link_too_and_says_so_in_the_language_of_the_page(
    lamplight: Site, three_languages: Site
) -> None:
    for site in (lamplight, three_languages):
        assert site.redirects
        for page in site.redirects.values():
            target = site.pages[refresh(page).removeprefix(URL)]
            assert page.links("main") == [URL + target.url]
            assert page.texts("main a") == target.texts("h1")
            assert page.soup.html["lang"] == target.soup.html["lang"]
            assert page.texts("main p") == [site.written.ui_strings["redirect.moved"][target.language]]
            assert page.texts(".disclaimer")[0].startswith(site.written.ownership(target.language))


def test_machines_are_told_the_new_address_alone(lamplight: Site, three_languages: Site) -> None:
    for site in (lamplight, three_languages):
        sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
        indexes = b"".join(file.read_bytes() for file in site.folder.glob("search/**/*.json"))
        for url, page in site.redirects.items():
            assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"
            assert [link["href"] for link in page.soup.select("link[rel=canonical]")] == [refresh(page)]
            assert page.alternates == {}
            assert f"{URL}{url}" not in sitemap
            assert f'"{url}"'.encode() not in indexes


def test_a_script_alone_leads_on_where_there_are_scripts_and_the_policy_of_every_page_holds(lamplight: Site) -> None:
    for page in lamplight.redirects.values():
        assert page.soup.select("noscript meta[http-equiv=refresh]") == page.soup.select("meta[http-equiv=refresh]")
        assert len(page.soup.select('script[src*="/assets/moved."]')) == 1
        (policy,) = page.soup.select('meta[http-equiv="Content-Security-Policy"]')
        assert "default-src 'none'" in policy["content"]
        assert "unsafe" not in policy["content"]


def test_an_address_outside_of_the_languages_leads_to_the_first_one_that_has_the_article(three_languages: Site) -> None:
    assert {url: refresh(page) for url, page in three_languages.redirects.items()} == {
        "contact.html": f"{URL}ja/letters/write-to-us/",
        "ar/letters/lost/": f"{URL}ja/letters/letter-lost/",
    }


def test_all_its_links_hold(lamplight: Site, three_languages: Site) -> None:
    for site in (lamplight, three_languages):
        for page in site.redirects.values():
            for tag in page.soup.select("[href]"):
                address = page.resolve(str(tag["href"]))
                assert not address.startswith(URL) or site.missing(address) == "", f"{page.url}: {address}"
