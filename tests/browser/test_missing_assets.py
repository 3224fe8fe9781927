"""A page whose style, script, index or picture does not arrive is still a page to read, and to get help from."""

import re

import pytest
from playwright.sync_api import expect

SETTINGS = re.compile(r'(<script type="application/json" id="search-settings">)(.*?)(</script>)', re.DOTALL)
BOX = '[data-component="search"]'


def any_page(page):
    expect(page.locator("h1:visible")).to_have_count(1)


def chooser(page):
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile("/en/$"))


def article(page):
    """All its text, its other language, the way home, the menu, and an answer to whether it helped."""
    expect(page.locator("main h1")).to_be_visible()
    parts = page.locator("article :is(p, li, td)")
    expect(parts.locator("visible=true")).to_have_count(parts.count())
    expect(page.get_by_role("contentinfo").get_by_role("link", name="简体中文")).to_be_visible()
    expect(page.locator(".breadcrumbs").get_by_role("link", name="Home")).to_be_visible()
    page.locator(".header__menu summary").first.click()
    expect(page.locator(".header__menu nav a").first).to_be_visible()
    page.locator(".feedback summary").last.click()
    expect(page.locator(".feedback p").last).to_be_visible()
    expect(page.locator(".contact-prompt a")).to_be_visible()


def results(page):
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("[data-all-articles] a").count() > 30 or page.locator(".result").count() > 2
    expect(page.locator("[data-all-articles] a, .result a").locator("visible=true").first).to_be_visible()


def contact(page):
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".step:visible, [data-fallback]:visible").first).to_be_visible()


def not_found(page):
    assert page.locator('[data-home][lang="en"] a:visible').count() > 5


@pytest.fixture(scope="module")
def helps(site):
    """By the path of a page of each kind: what must hold there, whatever does not arrive."""
    return {
        "": chooser,
        "en/": any_page,
        "en/contact/": any_page,
        site.article_with("<table>", "en"): article,
        "en/search/": results,
        "en/search/#q=phone": results,
        "en/support/": contact,
        "en/verify/": any_page,
        "en/lost-phone": not_found,
    }


def loaded(site, reader, helps):
    """By its path below the site's address: on which of the pages something is loaded, or loaded for a search."""
    pages = {}
    for path in helps:
        page = reader.context.new_page()
        page.on(
            "request", lambda request, path=path: pages.setdefault(request.url.removeprefix(site.url), []).append(path)
        )
        page.goto(f"{site.url}{path}")
        if "#q=" in path:
            page.locator(".result").first.wait_for()
        page.close()
    return {url: paths for url, paths in pages.items() if url.startswith(("assets/", "search/"))}


KINDS = (
    *("main", "not_found", "language_chooser", "contact_page", "engine", "lazy_entry", "article", "home"),
    *("en", "en.words"),
)
"""Files that are among those, or not all are looked at."""


def visit(page, url):
    """Load a page, which to a browser is loaded already where only what is behind the # differs."""
    if "#" in url:
        page.goto("about:blank")
    page.goto(url)


@pytest.fixture
def withheld(visitor):
    """A reader, and what keeps files from them whose addresses have a form in which `*` is anything."""
    reader = visitor()
    session = reader.context.new_cdp_session(reader.page)
    session.send("Network.enable")
    return reader, lambda *forms: session.send("Network.setBlockedURLs", {"urls": list(forms)})


def test_the_pages_help_whichever_one_file_does_not_arrive(site, visitor, withheld, helps):
    assets = loaded(site, visitor(), helps)
    for kind in KINDS:
        assert [path for path in assets if f"/{kind}." in path], kind
    reader, withhold = withheld
    for missing, paths in assets.items():
        withhold(f"{site.url}{missing}")
        reader.problems.clear()
        for path in paths:
            visit(reader.page, f"{site.url}{path}")
            helps[path](reader.page)
        assert [problem for problem in reader.problems if missing in problem], f"{missing} arrived"


@pytest.mark.parametrize(
    "forms", [("*.css",), ("*.js",), ("*.bin", "*.json"), ("*.css", "*.js", "*.svg", "*.png", "*.bin", "*.json")]
)
def test_the_pages_help_without_any_file_of_a_kind(site, withheld, helps, forms):
    reader, withhold = withheld
    withhold(*forms)
    for path, helpful in helps.items():
        visit(reader.page, f"{site.url}{path}")
        helpful(reader.page)
    assert {problem.split(": ")[0] for problem in reader.problems} >= {"failed"}, "every file arrived"


def test_the_pages_help_without_javascript(site, visitor, helps):
    page = visitor(java_script_enabled=False).page
    for path, helpful in helps.items():
        visit(page, f"{site.url}{path}")
        helpful(page)


@pytest.mark.parametrize(
    ("path", "instead"), [("en/support/", "[data-fallback]"), ("en/search/#q=phone", "[data-all-articles]")]
)
def test_who_wants_no_motion_does_not_wait_for_ever_for_a_script_that_fails(site, visitor, path, instead):
    page = visitor(reduced_motion="reduce").page
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{site.url}{path}")
    expect(page.locator(instead).first).to_be_visible()


def test_a_page_whose_settings_are_damaged_keeps_a_way_to_every_article(site, visitor):
    page = visitor().page
    whole = (site.folder / "en/index.html").read_text("utf-8")
    pages = []
    page.route(f"{site.url}en/", lambda route: route.fulfill(body=pages[-1], content_type="text/html"))
    for settings in ("", "{", "{}", "null", '{"strings": {}}'):
        html, found = SETTINGS.subn(rf"\g<1>{settings}\g<3>", whole)
        assert found == 1
        pages.append(html)
        page.goto(f"{site.url}en/")
        assert page.locator("#search-settings").text_content() == settings
        page.locator(".header__menu summary").first.click()
        expect(page.locator(".header__menu nav a").first, settings).to_be_visible()
        expect(page.locator(".header__theme"), settings).to_be_visible()
        link = page.locator(f"{BOX} a")
        if link.count():
            link.click()
            expect(page, settings).to_have_url(f"{site.url}en/search/")
        else:
            page.locator(f"{BOX} input").focus()
            expect(page.locator(f"{BOX} button:not(.search__clear)"), settings).to_be_visible()


def test_a_box_that_cannot_answer_says_so_and_tries_again(site, visitor):
    reader = visitor()
    for missing in ("engine.*.js", "lazy_entry.*.js", "search/en.bin", "search/en.**.json"):
        reader.context.route(f"**/{missing}", lambda route: route.abort())
        reader.page.goto(f"{site.url}en/")
        box = reader.page.locator(f"{BOX} input")
        box.fill("phone")
        said = reader.page.get_by_role("status").filter(has_text="The search could not be loaded.")
        expect(said, missing).to_be_visible()
        reader.context.unroute(f"**/{missing}")
        reader.page.get_by_role("button", name="Try again").click()
        expect(reader.page.get_by_role("option").first, missing).to_be_visible()
