"""The layout on every width: nothing beside the screen, nothing cut off, everything big enough to hit."""

import pytest
from playwright.sync_api import expect

KINDS = ("chooser", "home", "category", "article", "search", "lost")
CONTROLS = ".header :is(a, button, summary), .button, .breadcrumbs a, .sidebar a, .task a, .chips a"

# Text that ends beside the screen or beside a box that hides it; what scrolls in its own box is not lost.
LOST_TEXT = """() => {
  const lost = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility() || parent.closest("script, .skip-link")) continue;
    if (getComputedStyle(parent).clipPath !== "none") continue; // meant for the ear alone
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const frames = [{ left: 0, right: innerWidth, top: -Infinity, bottom: Infinity }];
    for (let around = parent; around !== document.body; around = around.parentElement) {
      const overflow = getComputedStyle(around).overflow;
      if (overflow === "auto" || overflow === "scroll") { frames.length = 0; break; }
      if (overflow !== "visible") frames.push(around.getBoundingClientRect());
    }
    const inside = (frame) => box.left >= frame.left - 1 && box.right <= frame.right + 1
      && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    if (!frames.every(inside)) lost.push(text.data.trim());
  }
  return lost;
}"""

# WCAG 2.2, 1.4.12
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""

SMALL = """controls => controls.filter((one) => {
  const box = one.getBoundingClientRect();
  return Math.min(box.width, box.height) < 24;
}).map((one) => one.textContent.trim())"""

OVERLAPS = """boxes => boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}).map((other) => `${one.textContent.trim()} / ${other.textContent.trim()}`))"""


@pytest.fixture(scope="module")
def kinds(site):
    """One address of each kind of page in each language."""
    found = {("chooser", "all"): "", ("lost", "all"): "gone"}
    for code in ("zh", "en"):
        article = site.article_with("<table>", code)
        addresses = (f"{code}/", f"{article.rsplit('/', 2)[0]}/", article, f"{code}/search/", f"{code}/gone/")
        found |= {(kind, code): path for kind, path in zip(KINDS[1:], addresses, strict=True)}
    return {f"{kind} {code}": f"{site.url}{path}" for (kind, code), path in found.items()}


@pytest.fixture
def restyled(visitor):
    """A page that the reader's own styles may change: a browser puts them in past the policy of the page."""
    return visitor(bypass_csp=True).page


PHONE = {"width": 390, "height": 664}
READERS = {
    "nothing of their own": ("* {}", (320, 390, 768, 1280)),  # 320 are also what a screen of 1280 shows at 400 %
    "text spaced out": (SPACING, (320, 1280)),
    "letters twice as large": ("html { font-size: 200% !important }", (640,)),
}
"""Styles that readers bring, and the widths at which they are tried."""


def test_every_kind_of_page_fits_its_screen_and_its_readers(kinds, restyled):
    """Each is opened once, for all that must hold there. What changes it comes last."""
    for kind, address in kinds.items():
        restyled.goto(address)
        for sentence in HOLDS[kind.split()[0]]:
            sentence(restyled, kind)


def nothing_scrolls_sideways_or_is_cut_off_however_wide_spaced_out_or_large(page, kind):
    for reader, (style, widths) in READERS.items():
        sheet = page.add_style_tag(content=style)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            where = f"{kind} at {width} pixels, {reader}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, where
            assert page.evaluate(LOST_TEXT) == [], where
            assert page.locator(".header > *:visible").evaluate_all(OVERLAPS) == [], where
        sheet.evaluate("sheet => sheet.remove()")


def a_table_wider_than_the_screen_scrolls_in_its_own_box(page, kind):
    page.set_viewport_size({"width": 320, "height": 800})
    table = page.locator("article table").first
    assert table.bounding_box()["width"] > 200, kind
    cell = table.locator("tr").last.locator("td").last
    cell.scroll_into_view_if_needed()
    expect(cell, kind).to_be_in_viewport(ratio=0.9)


def every_control_is_big_enough_to_hit(page, kind):
    page.locator(".header details").evaluate_all("all => all.forEach((menu) => { menu.open = true; })")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        controls = page.locator(CONTROLS).locator("visible=true")
        assert controls.count() >= 1, kind
        assert controls.evaluate_all(SMALL) == [], f"{kind} at {width} pixels: controls that are too small"


def the_header_takes_at_most_two_rows_on_the_narrowest_phone(page, kind):
    page.set_viewport_size({"width": 320, "height": 640})
    parts = page.locator(".header > *:visible")
    tops = parts.evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().top))")
    assert len(set(tops)) <= 2, f"{kind}: rows of the header"
    assert page.locator(".header").bounding_box()["height"] <= 112, f"{kind}: the header's height"


def a_line_of_text_is_no_longer_than_is_good_to_read(page, kind):
    page.set_viewport_size({"width": 1600, "height": 800})
    text = page.locator("article > p").first
    width = text.evaluate("p => p.getBoundingClientRect().width / parseFloat(getComputedStyle(p).fontSize)")
    assert 25 <= width <= 42, kind  # em; a Chinese character is one wide, a letter about half


def the_first_screen_on_a_phone_shows_the_way_in_an_emergency(page, kind):
    page.set_viewport_size(PHONE)
    expect(page.locator(".task--emergency"), kind).to_be_in_viewport(ratio=1)


def who_runs_the_site_is_said_at_the_top(page, kind):
    page.set_viewport_size(PHONE)
    expect(page.locator(".disclaimer"), kind).to_be_in_viewport(ratio=1)


def who_runs_the_site_is_said_in_each_language(page, kind):
    page.set_viewport_size(PHONE)
    for code in ("zh", "en") if kind.endswith("all") else (kind.split()[1],):
        disclaimer = page.locator(f'.language-card[lang|="{code}"] .language-card__disclaimer')
        expect(disclaimer, f"{kind}, {code}").to_be_visible()


TOP = (the_header_takes_at_most_two_rows_on_the_narrowest_phone, who_runs_the_site_is_said_at_the_top)
HOLDS = {
    "chooser": (who_runs_the_site_is_said_in_each_language,),
    "home": (the_first_screen_on_a_phone_shows_the_way_in_an_emergency, *TOP),
    "category": TOP,
    "article": (
        *TOP,
        a_line_of_text_is_no_longer_than_is_good_to_read,
        a_table_wider_than_the_screen_scrolls_in_its_own_box,
    ),
    "search": (),
    "lost": (who_runs_the_site_is_said_in_each_language,),
}
FIRST, LAST = (
    nothing_scrolls_sideways_or_is_cut_off_however_wide_spaced_out_or_large,
    every_control_is_big_enough_to_hit,
)
HOLDS = {kind: (FIRST, *sentences, LAST) for kind, sentences in HOLDS.items()}
"""By the kind of page: the sentences that are true of it."""
