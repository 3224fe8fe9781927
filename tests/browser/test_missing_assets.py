"""A page whose style, script, index or picture does not arrive is still a page to read, and to get help from."""

import re

import pytest
from playwright.sync_api import expect

SETTINGS = re.compile(r'(<script type="application/json" id="search-settings">)(.*?)(</script>)', re.DOTALL)
BOX = '[data-component="search"]'


@pytest.fixture(scope="module")
def assets(site, browser):
    """Everything that some kind of page loads beside itself, or that searching loads, below the site's address."""
    context = browser.new_context(locale="fr")
    page = context.new_page()
    loaded = set()
    page.on("request", lambda request: loaded.add(request.url.removeprefix(site.url)))
    article = site.article_with("<table>", "en")
    for path in (
        "",
        "gone",
        "en/lost-phone",
        "en/",
        "en/contact/",
        article,
        "en/search/#q=phone",
        "en/support/",
        "en/verify/",
    ):
        page.goto(f"{site.url}{path}", wait_until="networkidle")
    context.close()
    return sorted(url for url in loaded if url.startswith(("assets/", "search/")))


def assert_readable(page, site):
    page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    expect(page.locator("main h1")).to_be_visible()
    parts = page.locator("article :is(p, li, td)")
    expect(parts.locator("visible=true")).to_have_count(parts.count())
    expect(page.get_by_role("link", name="简体中文")).to_be_visible()
    expect(page.locator(".breadcrumbs").get_by_role("link", name="Home")).to_be_visible()
    page.goto(site.url)
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{site.url}en/")


def assert_helps(page, site):
    """The ways on: the menu, an answer to whether it helped, every article, the way to support, a broken address."""
    page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    page.locator(".header__menu summary").first.click()
    expect(page.locator(".header__menu nav a").first).to_be_visible()
    page.locator(".feedback summary").last.click()
    expect(page.locator(".feedback a.button")).to_be_visible()
    page.goto(f"{site.url}en/search/")
    assert page.locator("[data-all-articles] a:visible").count() > 30
    page.goto(f"{site.url}en/support/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".step:visible, [data-fallback]:visible").first).to_be_visible()
    page.goto(f"{site.url}en/lost-phone")
    assert page.locator('[data-home][lang="en"] a:visible').count() > 5


def test_what_the_pages_load_is_all_looked_at(assets):
    kinds = (
        "main",
        "not_found",
        "language_chooser",
        "contact_page",
        "engine",
        "lazy_entry",
        "article",
        "home",
        "en",
        "en.words",
    )
    for kind in kinds:
        assert [path for path in assets if f"/{kind}." in path], kind


def test_the_pages_help_whichever_one_file_does_not_arrive(site, visitor, assets):
    reader = visitor()
    for missing in assets:
        reader.context.route(f"{site.url}{missing}", lambda route: route.abort())
        assert_readable(reader.page, site)
        assert_helps(reader.page, site)
        reader.context.unroute(f"{site.url}{missing}")


@pytest.mark.parametrize("kind", ["css", "js", "{bin,json}", "{css,js,svg,png,bin,json}"])
def test_the_pages_help_without_any_file_of_a_kind(site, visitor, kind):
    reader = visitor()
    reader.context.route(f"**/*.{kind}", lambda route: route.abort())
    assert_readable(reader.page, site)
    assert_helps(reader.page, site)


@pytest.mark.parametrize(
    ("path", "instead"), [("en/support/", "[data-fallback]"), ("en/search/#q=phone", "[data-all-articles]")]
)
def test_who_wants_no_motion_does_not_wait_for_ever_for_a_script_that_fails(site, visitor, path, instead):
    page = visitor(reduced_motion="reduce").page
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{site.url}{path}")
    expect(page.locator(instead).first).to_be_visible()


def test_the_pages_help_without_javascript(site, visitor):
    page = visitor(java_script_enabled=False).page
    assert_readable(page, site)
    assert_helps(page, site)


@pytest.mark.parametrize("settings", ["", "{", "{}", "null", '{"strings": {}}'])
def test_a_page_whose_settings_are_damaged_keeps_a_way_to_every_article(site, visitor, settings):
    page = visitor().page

    def damage(route):
        answer = route.fetch()
        html, found = SETTINGS.subn(rf"\g<1>{settings}\g<3>", answer.text())
        assert found == 1
        route.fulfill(response=answer, body=html)

    page.route(f"{site.url}en/", damage)
    page.goto(f"{site.url}en/")
    page.locator(".header__menu summary").first.click()
    expect(page.locator(".header__menu nav a").first).to_be_visible()
    expect(page.locator(".header__theme")).to_be_visible()
    link = page.locator(f"{BOX} a")
    if link.count():
        link.click()
        expect(page).to_have_url(f"{site.url}en/search/")
    else:
        page.locator(f"{BOX} input").focus()
        expect(page.locator(f"{BOX} button")).to_be_visible()


@pytest.mark.parametrize("missing", ["engine.*.js", "lazy_entry.*.js", "search/en.**.bin", "search/en.**.json"])
def test_a_box_that_cannot_answer_says_so_and_tries_again(site, visitor, missing):
    reader = visitor()
    reader.context.route(f"**/{missing}", lambda route: route.abort())
    reader.page.goto(f"{site.url}en/")
    box = reader.page.locator(f"{BOX} input")
    box.fill("phone")
    expect(reader.page.get_by_role("status").filter(has_text="The search could not be loaded.")).to_be_visible()
    reader.context.unroute(f"**/{missing}")
    reader.page.get_by_role("button", name="Try again").click()
    expect(reader.page.get_by_role("option").first).to_be_visible()
