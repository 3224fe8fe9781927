"""On paper: the article and who wrote it, without what only works on a screen."""

import pytest
from playwright.sync_api import expect

ON_SCREEN_ONLY = (".masthead", ".skip", ".contact", ".neighbours", ".beside", ".related")


@pytest.fixture
def paper(site, visitor):
    """A dark-minded reader's article, printed. It has every part that an article can have."""
    reader = visitor(color_scheme="dark")
    reader.context.add_init_script("localStorage.setItem('theme', 'dark')")
    reader.page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    for part in ON_SCREEN_ONLY[2:]:
        expect(reader.page.locator(part)).to_be_visible()
    reader.page.emulate_media(media="print", color_scheme="light")  # what every browser prints in
    return reader.page


def test_print_leaves_out_what_only_works_on_a_screen(paper):
    for part in ON_SCREEN_ONLY:
        expect(paper.locator(part)).to_be_hidden()


def test_print_keeps_the_article_its_date_and_who_runs_the_site(paper):
    for part in ("h1", "article", "article table", ".reviewed", ".relation"):
        expect(paper.locator(part).first).to_be_visible()


def test_print_is_dark_on_light_for_readers_of_the_dark_theme_too(paper):
    ink = paper.locator("article p").first.evaluate("p => getComputedStyle(p).color")
    assert sum(int(part) for part in ink[4:-1].split(",")) < 3 * 100
