"""On paper: the article and who wrote it, without what only works on a screen."""

import io
import re
import unicodedata

import pytest
from built_site import URL
from playwright.sync_api import expect
from pypdf import PdfReader

ON_SCREEN_ONLY = (
    ".header",
    ".skip-link",
    ".article-meta button",
    ".contact-prompt",
    ".sidebar",
    ".related-articles",
    ".feedback",
    ".breadcrumbs",
)


def plain(text):
    """A text without its spaces, which a line's end may or may not have, and without ligatures."""
    return re.sub(r"\s", "", re.sub("[\ufb00-\ufb06]", lambda both: unicodedata.normalize("NFKC", both[0]), text))


def printed(page):
    """The text of each sheet of paper."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    return [plain(sheet.extract_text()) for sheet in sheets]


def worded(sheets):
    """The same without the addresses that follow the words of links."""
    return [re.sub(r"<https?://[^>]*>", "", sheet) for sheet in sheets]


def holds(sheet, text):
    """Whether a text stands on a sheet. Some fonts draw a character and the radical that looks like it by one sign."""
    return re.search("".join(f"[{re.escape(each)}\u2e80-\u2fdf]" for each in plain(text)), sheet) is not None


@pytest.fixture
def paper(site, visitor):
    """A dark-minded reader's article, printed. It has every part that an article can have."""
    reader = visitor(color_scheme="dark")
    reader.context.add_init_script("localStorage.setItem('theme', 'dark')")
    reader.page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    for part in ON_SCREEN_ONLY[2:]:
        expect(reader.page.locator(part).first).to_be_visible()
    reader.page.emulate_media(media="print", color_scheme="light")  # what every browser prints in
    return reader.page


def test_print_leaves_out_what_only_works_on_a_screen_keeps_the_rest_and_is_dark_on_light(paper):
    """The date and who runs the site are kept; for readers of the dark theme it is dark on light too."""
    for part in ON_SCREEN_ONLY:
        expect(paper.locator(part).locator("visible=true"), part).to_have_count(0)
    for part in ("h1", "article", "article table", ".review-date", ".disclaimer"):
        expect(paper.locator(part).first, part).to_be_visible()
    ink = paper.locator("article p").first.evaluate("p => getComputedStyle(p).color")
    assert sum(int(part) for part in ink[4:-1].split(",")) < 3 * 100, "dark ink"


def test_an_article_takes_a_page_or_two_in_each_language(site, visitor):
    page = visitor().page
    for language in ("zh", "en"):
        page.goto(f"{site.url}{site.article_with('<table>', language)}")
        assert len(printed(page)) <= 2


def test_paper_holds_every_word_of_the_article_and_none_of_what_cannot_be_pressed(site, visitor):
    page = visitor().page
    for language in ("zh", "en"):
        page.goto(f"{site.url}{site.article_with('<pre', language)}")
        text = "".join(worded(printed(page)))
        words = page.locator("article :is(h1, h2, p, li, pre)").all_inner_texts()
        assert len(words) > 10
        for some in words:
            assert holds(text, some), some
        left_out = page.locator(":is(.feedback, .contact-prompt, .related-articles, .sidebar) h2").all_inner_texts()
        assert len(left_out) > 3
        assert [words for words in [*left_out, "#"] if plain(words) in text] == []


def test_addresses_are_spelled_out_on_paper_the_article_s_own_too(site, visitor):
    page = visitor().page
    for language in ("zh", "en"):
        path = site.article_with('<a href="https://', language)
        page.goto(f"{site.url}{path}")
        text = "".join(printed(page))
        outward = page.locator('article a[href^="https://"]').evaluate_all("links => links.map(link => link.href)")
        assert outward
        inward = page.locator(
            "article a:not([href^='#'], [href^='http'], .article-guide a, .figure__link)"
        ).evaluate_all("all => all.map(one => one.href)")
        assert inward
        for address in outward + inward:
            assert f"<{address.replace(site.url, URL)}>" in text, "the address that the site is built for"
        assert f"{URL}{path}" in text


def test_a_step_or_a_warning_is_not_torn_apart_between_two_pages(site, visitor):
    page = visitor().page
    path = next(path for path in site.paths if path.startswith("en/") and path.endswith("recognise-fake-support/"))
    page.goto(f"{site.url}{path}")
    sheets = worded(printed(page))
    assert len(sheets) > 1
    parts = page.locator("article :is(li, .admonition)").evaluate_all(
        "all => all.map(one => one.matches('li') ? [one.innerText] : [...one.children].map(part => part.innerText))"
    )
    assert len(parts) > 10
    for texts in parts:
        assert any(all(holds(sheet, text) for text in texts) for sheet in sheets), texts


def test_what_is_folded_on_the_screen_is_open_on_paper(site, visitor):
    page = visitor().page
    page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    page.locator("article").evaluate("""article => {
      const folded = document.createElement("details");
      folded.innerHTML = "<summary>More</summary><p>Folded away.</p>";
      article.append(folded);
    }""")
    assert "Foldedaway." in "".join(printed(page))
