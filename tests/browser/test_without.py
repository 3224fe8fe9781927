"""A page whose style, script or picture does not arrive is still a page to read."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def assets(site, browser):
    """Everything that some kind of page loads beside itself, below the site's address."""
    context = browser.new_context(locale="fr")
    page = context.new_page()
    loaded = set()
    page.on("request", lambda request: loaded.add(request.url.removeprefix(site.url)))
    for path in ("", "gone", "en/", "en/contact/", site.article_with("<table>", "en")):
        page.goto(f"{site.url}{path}")
    context.close()
    return sorted(url for url in loaded if url.startswith("assets/"))


def assert_readable(page, site):
    page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    expect(page.locator("main h1")).to_be_visible()
    parts = page.locator("article :is(p, li, td)")
    expect(parts.locator("visible=true")).to_have_count(parts.count())
    expect(page.get_by_role("link", name="简体中文")).to_be_visible()
    expect(page.locator(".crumbs").get_by_role("link", name="Home")).to_be_visible()
    page.goto(site.url)
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{site.url}en/")


def test_the_pages_are_readable_whichever_one_file_does_not_arrive(site, visitor, assets):
    assert {path.rpartition(".")[2] for path in assets} >= {"css", "js"}
    reader = visitor()
    for missing in assets:
        reader.context.route(f"{site.url}{missing}", lambda route: route.abort())
        assert_readable(reader.page, site)
        reader.context.unroute(f"{site.url}{missing}")


@pytest.mark.parametrize("kind", ["css", "js", "{css,js,svg}"])
def test_the_pages_are_readable_without_any_file_of_a_kind(site, visitor, kind):
    reader = visitor()
    reader.context.route(f"**/*.{kind}", lambda route: route.abort())
    assert_readable(reader.page, site)


def test_the_pages_are_readable_without_javascript(site, visitor):
    assert_readable(visitor(java_script_enabled=False).page, site)
