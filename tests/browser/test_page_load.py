"""A page is there at once and stays as it is: no font to wait for, nothing that moves, text that is painted first."""

import pytest
from waiting import settled

KINDS = (
    "",
    "{}/gone",
    "{}/",
    "{}/contact/",
    "{}/security/phrase-stolen/",
    "{}/search/",
    "{}/search/#q=pin",
    "{}/support/",
)
PATHS = sorted({kind.format(code) for kind in KINDS for code in ("zh", "en")})
WATCH = """window.seen = { shift: [], largest: "" };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) seen.shift.push(...entry.sources.map(({ node }) => `${entry.value} ${node?.nodeName}`));
  }
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const { element } of list.getEntries()) seen.largest = element?.localName ?? "";
}).observe({ type: "largest-contentful-paint", buffered: true });"""
BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.name)"""
TEXT = {"h1", "h2", "p", "a", "li", "span", "strong", "td", "dd", "legend", "label"}
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length"


@pytest.fixture
def reader(visitor):
    """Somebody who watches what moves, by the width of the screen."""

    def make(width):
        reader = visitor(viewport={"width": width, "height": 800}, color_scheme="light")
        reader.context.add_init_script(WATCH)
        return reader

    return make


def open_late(page, url):
    """Open a page whose scripts come late, when it is painted already, and wait until nothing more comes."""
    late = []
    page.route("**/*.js", lambda route: late.append(route))
    page.goto("about:blank")  # from there, an address that differs behind the # alone is a new page too
    page.goto(url, wait_until="commit")
    page.wait_for_function(PAINTED)
    for script in late:  # and those that these ask for meanwhile
        script.continue_()
    page.unroute("**/*.js")
    settled(page)
    assert late


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_no_font_is_fetched_text_is_painted_first_and_only_style_sheets_are_waited_for(
    site, reader, width
):
    page, fonts = reader(width).page, []
    page.on("request", lambda request: request.resource_type == "font" and fonts.append(request.url))
    for path in PATHS:
        open_late(page, f"{site.url}{path}")
        seen = page.evaluate("window.seen")
        assert seen["shift"] == [], f"{path} moves"
        assert seen["largest"] in TEXT, path
        assert fonts == [], path
        assert page.evaluate("document.fonts.size") == 0, path
        blocking = page.evaluate(BLOCKING)
        assert 1 <= len(blocking) <= 2, path
        assert all(url.startswith(f"{site.url}assets/") and url.endswith(".css") for url in blocking), path


def test_the_search_that_comes_with_the_first_key_moves_nothing(site, reader):
    page = reader(390).page
    open_late(page, f"{site.url}en/security/phrase-stolen/")
    page.locator(".search input").click()
    page.keyboard.type("phone")
    page.locator("[role=option]").first.wait_for()
    assert page.evaluate("window.seen.shift") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_of_the_browser_goes_on_from_the_top_of_the_page(site, visitor, scheme):
    page = visitor(color_scheme=scheme).page
    page.goto(f"{site.url}en/")
    named = page.locator(f'meta[name="theme-color"][media*="{scheme}"]').get_attribute("content")
    painted = page.locator(".disclaimer").evaluate("one => getComputedStyle(one).backgroundColor")
    assert painted == f"rgb({', '.join(str(int(named[at : at + 2], 16)) for at in (1, 3, 5))})"
