"""Type: lines of a good length in each script, wherever there is room for them; and readers who need more of it."""

import pytest

# How many characters stand in each whole line of an article's paragraphs.
LINES = """() => [...document.querySelectorAll("article > p")].flatMap((paragraph) => {
  const lines = new Map();
  const range = document.createRange();
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    for (let at = 0; at < text.length; at += 1) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { width, bottom } = range.getBoundingClientRect();
      if (width) lines.set(Math.round(bottom / 8), (lines.get(Math.round(bottom / 8)) ?? 0) + 1);
    }
  }
  return [...lines.values()].slice(0, -1);
})"""
GOOD = {"zh": (35, 42), "en": (60, 75)}


@pytest.mark.parametrize("language", GOOD)
def test_a_line_holds_as_many_characters_as_are_good_to_read(site, page, language):
    found = {width: [] for width in (1024, 1280, 1920)}
    for path in [path for path in site.paths if path.startswith(f"{language}/contact/") and path.count("/") == 3]:
        page.goto(f"{site.url}{path}")
        for width, lines in found.items():
            page.set_viewport_size({"width": width, "height": 800})
            lines += page.evaluate(LINES)
    least, most = GOOD[language]
    for width, lines in found.items():
        assert len(lines) > 10, width
        lines.sort()
        # Of many lines, as one with a long word at its end is shorter, and one with narrow letters longer.
        assert least <= lines[len(lines) // 2] <= most, width
        assert lines[len(lines) * 9 // 10] <= most + 4, width


def test_a_reader_who_wants_more_contrast_gets_it_in_every_line_of_text(site, visitor):
    reader = visitor(contrast="more")
    for path in ("en/", "en/contact/", "zh/security/phrase-stolen/"):
        reader.page.goto(f"{site.url}{path}")
        assert reader.page.evaluate("matchMedia('(prefers-contrast: more)').matches")
        ink = reader.page.evaluate("getComputedStyle(document.body).color")
        for selector in (".article-list p", "article p", ".breadcrumbs a", ".review-date", ".footer p"):
            for part in reader.page.locator(selector).all()[:2]:
                assert part.evaluate("one => getComputedStyle(one).color") == ink, selector
        links = reader.page.locator(".article-list a")
        assert all(
            "underline" in link.evaluate("one => getComputedStyle(one).textDecorationLine") for link in links.all()
        )


def test_a_reader_who_wants_less_motion_is_taken_to_a_heading_at_once(site, visitor):
    page = visitor(reduced_motion="reduce").page
    page.goto(f"{site.url}en/security/phrase-stolen/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_warning_is_told_by_its_words_and_its_sign_as_well_as_by_its_colour(site, visitor):
    page = visitor(forced_colors="active").page
    page.goto(site.url + site.article_with('class="admonition danger"', "en"))
    title = page.locator(".admonition.danger > .admonition-title").first
    assert title.inner_text().strip()
    sign = title.evaluate(
        "one => { const { width, backgroundColor, maskImage } = getComputedStyle(one, '::before');"
        " return [parseFloat(width) > 10, backgroundColor, maskImage.startsWith('url')]; }"
    )
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sign[0]
    assert sign[1] != ground
    assert sign[2]
