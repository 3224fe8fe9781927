"""For readers who hear the page, steer it by key, or need its contrast: each kind of page."""

import re
from itertools import product

import pytest
from accessibility import SETTLED, faults_by_look
from playwright.sync_api import expect

ACCENTED = (
    ".md-typeset a, .article-list a, .breadcrumbs a, .button, .category-card__count, .article-meta *, "
    ".disclaimer, .footer p, .footer a, .task :is(h2, p), .hero :is(h1, p, a), .channel p, .contact-prompt p"
)

# The colour of an element's letters and of the first opaque ground below them, as [r, g, b] each.
COLOURS = """one => {
  const scale = (colour) => colour.startsWith("color(") ? [255, 255, 255, 1] : [1, 1, 1, 1];
  const parts = (colour) => colour.match(/[\\d.]+/g).map((part, at) => part * scale(colour)[at]);
  let ground = one;
  while (ground && parts(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
  const below = ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)";
  return [getComputedStyle(one).color, below].map((colour) => parts(colour).slice(0, 3));
}"""


def contrast(letters, ground):
    """WCAG 2.2, definition of contrast ratio."""

    def luminance(colour):
        parts = [part / 255 for part in colour]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(letters), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def paths(site, language):
    article = site.article_with("<table>", language)
    category = article.rsplit("/", 2)[0]
    return (f"{language}/", f"{category}/", article, f"{language}/search/", f"{language}/gone/")


def more_paths(language):
    """Pages that have more to show once their scripts have run, and where that is seen."""
    query = {"zh": "手机丢了", "en": "lost phone"}.get(language, "")
    return {
        f"{language}/search/#q={query}": ".results .result",
        f"{language}/search/#q=qqzzxxy": ".results__failed-searches",
        f"{language}/lost-phone/": "[data-suggestions] a:visible",
        f"{language}/support/": "[data-step]:visible",
        f"{language}/verify/": "main h1",
    }


ANSWERED = {
    "": "[role=option]",
    "lost phone": "[role=option] mark",
    "qqzzxxy": ".search [role=status]:has-text('qqzzxxy')",
}
"""By what the search box is asked: what shows once it has answered that, and not what was asked before."""

# Everything that opens, opened.
OPEN = """() => {
  for (const one of document.querySelectorAll("main details")) {
    one.removeAttribute("name");
    one.open = true;
  }
}"""


LOOKS = {
    "zh": ((320, "light"), (1280, "dark")),
    "en": ((390, "dark"), (768, "light"), (1280, "light")),
}
"""Every width, and every pair of layout (the sidebar comes at 992 pixels), colour scheme and language: what axe finds
hangs on what shows, on its colours, on its words, or on two of these."""
OPENED = {"zh": ((320, "light"), (1280, "dark")), "en": ((320, "dark"), (1280, "light"))}
"""Every pair of width, colour scheme and language."""


@pytest.mark.parametrize("language", LOOKS)
def test_axe_finds_nothing_on_any_kind_of_page_nor_where_everything_on_it_is_open(site, page, language):
    article, support = site.article_with("<table>", language), f"{language}/support/"
    for path in (*paths(site, language), *(["", "gone"] if language == "zh" else [])):
        page.goto(f"{site.url}{path}")
        assert faults_by_look(page, LOOKS[language]) == {}, path
        if path == article:
            assert_fine_open(page, language)
    for path, shown in more_paths(language).items():
        page.goto("about:blank")
        page.goto(f"{site.url}{path}")
        expect(page.locator(shown).first).to_be_visible()
        within = None if path in (support, f"{language}/verify/") else "main"  # whose rest is as it was above
        assert faults_by_look(page, LOOKS[language], within) == {}, path
        if path == support:
            assert_fine_open(page, language)
    page.goto(f"{site.url}{site.article_with('<pre', language)}")
    assert_fine_open(page, language)


def assert_fine_open(page, language):
    page.evaluate(OPEN)
    assert faults_by_look(page, OPENED[language], within="main") == {}, f"open: {page.url}"


def test_axe_finds_nothing_while_the_search_box_answers(site, page):
    """Every pair of what is asked, width and colour scheme. The rest of the page is as it was."""
    page.goto(f"{site.url}en/")
    box = page.locator(".search input")
    for query, looks in {
        "": ((320, "light"), (1280, "dark")),
        "lost phone": ((320, "dark"), (1280, "light")),
        "qqzzxxy": ((320, "light"), (1280, "dark")),
    }.items():
        box.fill(query)
        box.focus()
        expect(page.locator(ANSWERED[query]).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        assert faults_by_look(page, looks, within=".search") == {}, query
        expect(page.get_by_role("option").first).to_be_visible()


def test_axe_finds_nothing_while_the_menu_is_open(site, page):
    """Every pair of width and colour scheme. The rest of the page is as it was."""
    page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    page.locator(".header__menu summary").first.click()
    expect(page.locator(".header__menu nav").first).to_be_visible()
    assert faults_by_look(page, product((390, 1280), ("light", "dark")), within=".header") == {}
    expect(page.locator(".header__menu nav").first).to_be_visible()


def test_text_stands_out_from_its_ground(site, page):
    for path in paths(site, "en")[:3]:
        page.goto(f"{site.url}{path}")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(SETTLED)
            pairs = page.locator(ACCENTED).locator("visible=true").evaluate_all(f"all => all.map({COLOURS})")
            assert len(pairs) > 5, path
            faint = [pair for pair in pairs if contrast(*pair) < 7]
            assert faint == [], f"WCAG 2.2, 1.4.6: {path} in the {scheme} scheme"


def test_the_accent_colours_are_those_of_the_configuration(site, page):
    accents = {}
    page.goto(f"{site.url}en/")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        accents[scheme] = page.locator(".article-list a").first.evaluate("link => getComputedStyle(link).color")
        name = f"--accent-{scheme}"
        value = page.evaluate("name => getComputedStyle(document.body).getPropertyValue(name)", name)
        red, green, blue = (int(value.strip()[at : at + 2], 16) for at in (1, 3, 5))
        assert accents[scheme] == f"rgb({red}, {green}, {blue})"
    assert accents["light"] != accents["dark"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_skip_link_comes_first_and_leads_past_the_header(site, page, language):
    for path in paths(site, language)[:3]:
        page.goto(f"{site.url}{path}")
        page.keyboard.press("Tab")
        skip = page.locator(".skip-link")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(page.locator("main :focus")).to_have_count(1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_article_names_each_landmark_and_the_language_of_words_in_another(site, page, language):
    page.goto(f"{site.url}{site.article_with('<table>', language)}")
    for landmark in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(landmark)).to_have_count(1)
    tree = page.locator("body").aria_snapshot()
    names = re.findall(r'^ *- navigation "([^"]+)"', tree, re.MULTILINE)
    assert len(names) == len(re.findall(r"^ *- navigation\b", tree, re.MULTILINE)) >= 4
    assert len(names) == len(set(names))
    tags = {"zh": "zh-Hans", "en": "en"}
    expect(page.locator("html")).to_have_attribute("lang", tags.pop(language))
    foreign = page.locator(f'a[hreflang]:not([hreflang="{language}"])')
    assert foreign.evaluate_all("links => links.map((link) => link.lang)") == [*tags.values()] * 3


def test_whatever_has_the_focus_can_be_seen_and_shows_it(site, page):
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
        stops = page.locator("main :is(a, button, summary), .sidebar a").locator("visible=true").count()
        for _ in range(min(stops, 40)):
            page.keyboard.press("Tab")
            focused = page.locator(":focus")
            expect(focused).to_be_in_viewport()
            assert focused.evaluate("one => getComputedStyle(one).outlineStyle") != "none", width
