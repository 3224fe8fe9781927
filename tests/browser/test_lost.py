"""The 404 page: in the language of the address, wherever the site is deployed."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="module", params=["/", "/sub/folder/"], ids=["at the root", "below a folder"])
def anywhere(request, build_site, site):
    return site if request.param == "/" else build_site(prefix=request.param)


@pytest.mark.parametrize("path", ["zh/gone/", "zh/contact/gone/deeper", "en/gone.html", "en/contact/x/?a=b#c"])
def test_a_broken_address_is_answered_in_its_own_language(anywhere, page, path):
    language = path[:2]
    answer = page.goto(f"{anywhere.url}{path}")
    assert answer.status == 404
    expect(page.locator("h1:visible")).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", language)
    shown = page.locator(f'[data-home][lang="{language}"]')
    expect(shown).to_be_visible()
    expect(page).to_have_title(f"404 - {shown.locator('h1').text_content()}")


@pytest.mark.parametrize("path", ["gone", "index.php", "english/", "zhuang/page"])
def test_a_broken_address_in_no_language_is_answered_in_all(anywhere, page, path):
    assert page.goto(f"{anywhere.url}{path}").status == 404
    expect(page.locator("[data-home]:visible")).to_have_count(2)


def test_without_javascript_a_broken_address_is_answered_in_all_languages(anywhere, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{anywhere.url}zh/gone/deeper/")
    assert page.locator("[data-home]:visible").evaluate_all("all => all.map(one => one.lang)") == ["zh", "en"]
    assert page.locator("main").evaluate("main => getComputedStyle(main).boxSizing") == "border-box"


def test_every_link_of_the_404_page_leads_to_a_page(anywhere, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{anywhere.url}en/gone/deeper/still")
    links = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) >= 4
    assert [link for link in links if not page.request.get(link).ok] == []


def test_the_404_page_asks_not_to_be_found(anywhere, page):
    page.goto(f"{anywhere.url}404.html")
    expect(page.locator('meta[name="robots"]')).to_have_attribute("content", "noindex")


def test_a_site_below_a_folder_links_only_below_that_folder(build_site, page):
    below = build_site(prefix="/other/")
    for path in ("", "zh/", "en/", below.article_with("<table>", "en"), "404.html"):
        page.goto(f"{below.url}{path}")
        links = page.locator("a[href], link[href], script[src]")
        addresses = links.evaluate_all("all => all.map(one => one.href || one.src)")
        assert addresses
        elsewhere = [url for url in addresses if not url.startswith((below.url, "https://"))]
        assert elsewhere == []
