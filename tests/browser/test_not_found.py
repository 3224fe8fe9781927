"""The 404 page: in the language of the address, wherever the site is deployed."""

import pytest
from playwright.sync_api import expect
from waiting import settled


@pytest.fixture(scope="module", params=["/", "/sub/folder/"], ids=["at the root", "below a folder"])
def anywhere(request, serve):
    return serve("bitpie", request.param)


def offered(page, language):
    section = page.locator(f'[data-home][lang|="{language}"]')
    expect(section.get_by_role("status")).not_to_be_empty()
    return section.locator("ol a")


ARTICLES = {
    "en/transfers/transfr-not-arived/": "en/transfers/transfer-not-arrived/",
    "en/old/help/LostPhone.html": "en/access/lost-phone/",
    "zh/articles/360012-lost-phone": "zh/access/lost-phone/",
    "zh/手机丢了/": "zh/access/lost-phone/",
    "zh/%E6%89%8B%E6%9C%BA%E4%B8%A2%E4%BA%86": "zh/access/lost-phone/",
    "zh/shouji diu le/": "zh/access/lost-phone/",
    "zh/gone/": None,
    "zh/contact/gone/deeper": None,
    "en/gone.html": None,
    "en/contact/x/?a=b#c": None,
}
"""By a broken address, where its words lead, if they lead anywhere."""


def test_a_broken_address_is_answered_in_its_language_with_the_articles_that_its_words_mean(anywhere, page):
    found = set()
    for path, article in ARTICLES.items():
        language = path[:2]
        answer = page.goto(f"{anywhere.url}{path}")
        assert answer.status == 404, path
        expect(page.locator("h1:visible"), path).to_have_count(1)
        expect(page.locator(f"html[lang|={language}]"), path).to_be_visible()
        shown = page.locator(f'[data-home][lang|="{language}"]')
        expect(shown, path).to_be_visible()
        expect(page, path).to_have_title(f"404 - {shown.locator('h1').text_content()}")
        expect(page.locator('meta[name="robots"]'), "it asks not to be found").to_have_attribute("content", "noindex")
        if article:
            links = offered(page, language).evaluate_all("links => links.map(link => link.href)")
            assert f"{anywhere.url}{article}" in links, path
            found |= {*links}
    assert [link for link in found if not page.request.get(link).ok] == []


def test_a_broken_address_in_no_language_is_answered_in_all(anywhere, page):
    for path in ("gone", "index.php", "english/", "zhuang/page", "help/lost-phone.php"):
        assert page.goto(f"{anywhere.url}{path}").status == 404, path
        expect(page.locator("[data-home]:visible"), path).to_have_count(2)
    for language in ("zh", "en"):
        links = offered(page, language).evaluate_all("links => links.map(link => link.href)")
        assert f"{anywhere.url}{language}/access/lost-phone/" in links, "every language looks for the words"


def test_without_javascript_a_broken_address_is_answered_in_all_languages_with_links_to_pages(anywhere, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{anywhere.url}zh/gone/deeper/still")
    assert page.locator("[data-home]:visible").evaluate_all("all => all.map(one => one.lang)") == ["zh-Hans", "en"]
    assert page.locator("main").evaluate("main => getComputedStyle(main).boxSizing") == "border-box"
    links = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) >= 4
    assert [link for link in links if not page.request.get(link).ok] == []


def test_a_site_below_a_folder_links_only_below_that_folder(serve, page):
    below = serve("bitpie", "/sub/folder/")
    for path in ("", "zh/", "en/", below.article_with("<table>", "en"), "404.html"):
        page.goto(f"{below.url}{path}")
        links = page.locator("a[href], link[href], script[src]")
        addresses = links.evaluate_all("all => all.map(one => one.href || one.src)")
        assert addresses
        elsewhere = [url for url in addresses if not url.startswith((below.url, "https://"))]
        assert elsewhere == []


def test_the_words_of_an_address_are_sent_nowhere_and_shown_nowhere(anywhere, visitor):
    """Whoever makes up an address must not make this site say something."""
    reader = visitor()
    reader.page.goto(f"{anywhere.url}en/lost-phone-call-now-5550100/")
    expect(offered(reader.page, "en").first).to_be_visible()
    settled(reader.page)
    assert len(reader.requests) > 3
    assert [url for url in reader.requests[1:] if "5550100" in url or "call" in url] == []
    assert "call" not in reader.page.locator("body").inner_text().lower()
    assert "5550100" not in reader.page.content()


def test_an_address_that_says_nothing_is_answered_with_what_there_is(site, visitor):
    reader = visitor()
    for path in ("en/1234/x", "en/%zz/%", "en/index.html/x.php", "en/" + "a-" * 99, "en/qqxxzzjj"):
        reader.page.goto(f"{site.url}{path}")
        settled(reader.page)
        expect(reader.page.locator("h1:visible"), path).to_have_count(1)
        expect(reader.page.locator('[data-home][lang="en"] ul a').first, path).to_be_visible()
        assert [problem for problem in reader.problems if "404" not in problem] == [], path


@pytest.mark.parametrize("missing", ["**/engine.*.js", "**/search/**"])
def test_without_search_a_broken_address_is_answered_with_what_there_is(site, visitor, missing):
    reader = visitor()
    reader.context.route(missing, lambda route: route.abort())
    reader.page.goto(f"{site.url}en/lost-phone")
    settled(reader.page)
    expect(reader.page.locator("h1:visible")).to_have_count(1)
    expect(reader.page.locator('[data-home][lang="en"] ul a').first).to_be_visible()
    expect(reader.page.locator('[data-home][lang="en"] [role="status"]')).to_be_empty()
    assert [problem for problem in reader.problems if "error: " in problem] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_articles_come(site, visitor, width):
    page = visitor(viewport={"width": width, "height": 800}).page
    held = []
    page.route("**/engine.*.js", lambda route: held.append(route))
    page.goto(f"{site.url}en/lost-phone", wait_until="domcontentloaded")
    expect(page.locator('[data-home][lang="zh-Hans"]')).to_be_hidden()
    topics = page.locator('[data-home][lang="en"] ul')
    before = topics.bounding_box()
    held[0].continue_()
    expect(offered(page, "en")).to_have_count(3)
    assert topics.bounding_box() == before
