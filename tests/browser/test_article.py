"""Reading a long article: where one is in it, a link to each part, and what is there to be copied."""

import re

import pytest
from playwright.sync_api import expect
from waiting import painted

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 664}
CONTENTS = {"wide": '.sidebar [data-component="table-of-contents"]', "phone": ".table-of-contents"}
# How far the page moved by itself while it loaded and was scrolled, as browsers count it.
SHIFTS = """window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


def long_article(site, language):
    return site.url + site.article_with('id="toc"', language)


def short_article(site):
    return next(f"{site.url}{path}" for path, text in site.articles("en").items() if 'id="toc"' not in text)


def scroll_to(page, selector):
    page.locator(selector).evaluate("one => one.scrollIntoView({ block: 'start', behavior: 'instant' })")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_contents_of_a_long_article_show_the_section_that_is_being_read(site, page, language):
    page.set_viewport_size(WIDE)
    page.goto(long_article(site, language))
    contents = page.locator(CONTENTS["wide"])
    current = contents.locator("[aria-current]")
    ids = page.locator("article h2").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) > 3
    for id in (ids[1], ids[2], ids[0]):
        scroll_to(page, f"#{id}")
        expect(current).to_have_count(1)
        expect(current).to_have_attribute("href", f"#{id}")
        expect(current).to_have_attribute("aria-current", "location")
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    if page.locator("article h2").first.bounding_box()["y"] > WIDE["height"] * 0.3:
        expect(current).to_have_count(0)


def test_on_a_phone_the_contents_are_folded_stay_at_hand_and_escape_folds_them_and_gives_the_focus_back(site, page):
    page.set_viewport_size(PHONE)
    page.goto(long_article(site, "en"))
    contents = page.locator(CONTENTS["phone"])
    expect(contents.locator("nav")).to_be_hidden()
    third = page.locator("article h2").nth(2)
    scroll_to(page, f"#{third.get_attribute('id')}")
    expect(contents.locator("summary")).to_be_in_viewport(ratio=1)
    expect(contents.locator("summary")).to_have_text(re.compile(re.escape(third.inner_text())))
    below = third.bounding_box()["y"] - contents.locator("summary").bounding_box()["height"]
    assert below >= 0, "the heading is not hidden below the list"
    contents.locator("summary").click()
    first = contents.locator("a").first
    expect(first).to_be_in_viewport(ratio=1)
    first.click()
    expect(contents.locator("nav")).to_be_hidden()
    expect(page.locator("article h2").first).to_be_in_viewport(ratio=1)

    summary = contents.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(contents.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(contents.locator("nav")).to_be_hidden()
    expect(summary).to_be_focused()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_focus_is_never_hidden_below_the_contents(site, visitor, size):
    page = visitor(viewport=size, reduced_motion="reduce").page
    page.goto(long_article(site, "en"))
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    page.locator("main a").last.focus()
    for _ in range(page.locator("main a").count() - 2):
        page.keyboard.press("Shift+Tab")
        covered = page.locator(":focus").evaluate("""one => {
          const { left, top, width, height } = one.getBoundingClientRect();
          const seen = document.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
          return one.checkVisibility() && !(one.contains(seen) || seen?.contains(one)) ? one.outerHTML : "";
        }""")
        assert covered == ""


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_moves_by_itself_while_one_reads(site, visitor, size):
    reader = visitor(viewport=size)
    reader.context.add_init_script(SHIFTS)
    reader.page.goto(long_article(site, "en"))
    for heading in reader.page.locator("article h2").all():
        heading.scroll_into_view_if_needed()
        painted(reader.page)
    assert reader.page.evaluate("window.shift") == 0


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_without_javascript_the_contents_lead_to_each_section(site, visitor, size):
    page = visitor(java_script_enabled=False, viewport=size).page
    page.goto(long_article(site, "en"))
    contents = page.locator(CONTENTS["phone" if size is PHONE else "wide"])
    if size is PHONE:
        contents.locator("summary").click()
    link = contents.locator("a").nth(2)
    link.click()
    expect(page).to_have_url(re.compile(re.escape(link.get_attribute("href"))))
    heading = page.locator("article h2").nth(2)
    expect(heading).to_be_in_viewport(ratio=1)


def test_a_short_article_has_no_list_of_contents(site, page):
    page.goto(short_article(site))
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        expect(page.locator('[data-component~="table-of-contents"]')).to_have_count(0)


@pytest.mark.parametrize(("language", "name"), [("zh", "链接到“{}”这一节"), ("en", "Link to section “{}”")])
def test_every_heading_has_a_link_of_its_own_that_says_where_it_leads(site, page, language, name):
    page.goto(f"{site.url}{site.article_with('<h3', language)}")
    headings = page.locator("article :is(h2, h3)")
    assert headings.count() > 3
    for heading in headings.all():
        title = heading.inner_text()
        link = page.get_by_role("link", name=name.format(title), exact=True)
        expect(link).to_have_attribute("href", f"#{heading.get_attribute('id')}")
        expect(heading).to_have_accessible_name(title)


def test_the_link_to_a_section_shows_to_who_comes_near_by_pointer_or_by_key(site, page):
    page.set_viewport_size(WIDE)
    page.goto(long_article(site, "en"))
    heading = page.locator(".heading").first
    link = heading.locator(".headerlink")
    page.mouse.move(0, 0)
    expect(link).to_have_css("opacity", "0")
    heading.locator("h2").hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    expect(link).to_have_css("opacity", "0")
    link.evaluate("link => link.focus({ focusVisible: true })")
    expect(link).to_be_focused()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{re.escape(link.get_attribute('href'))}$"))


def test_where_nothing_can_hover_the_links_to_sections_do_not_show(site, visitor):
    page = visitor(has_touch=True, is_mobile=True, viewport=PHONE).page
    page.goto(long_article(site, "en"))
    expect(page.locator(".headerlink").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_there_to_be_copied_has_a_button_that_copies_it_and_says_so(site, visitor, language):
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.page
    page.goto(f"{site.url}{site.article_with('<pre', language)}")
    words = {"zh": ("复制", "已复制"), "en": ("Copy", "Copied")}[language]
    button = page.locator("article").get_by_role("button", name=words[0], exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text=words[1])).to_have_count(1)
    expect(page.locator(".copy-button")).to_have_text(words[1])
    expect(page.locator(".copy-button")).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("article pre").inner_text()


def test_a_browser_that_does_not_let_it_copy_says_that(site, visitor):
    reader = visitor()
    denied = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;"
    reader.context.add_init_script(denied)
    reader.page.goto(f"{site.url}{site.article_with('<pre', 'en')}")
    reader.page.locator(".copy-button").click()
    expect(reader.page.get_by_role("status").filter(has_text="Not copied")).to_have_count(1)
    assert reader.page.evaluate("getSelection().toString()") == reader.page.locator("article pre").inner_text().strip()
    assert not reader.problems


def test_the_copy_button_hides_none_of_the_text(site, page):
    page.goto(f"{site.url}{site.article_with('<pre', 'en')}")
    for size in (WIDE, {"width": 320, "height": 640}):
        page.set_viewport_size(size)
        button = page.locator(".copy-button").bounding_box()
        top = page.locator("article pre code").evaluate("""code => {
          const text = document.createRange();
          text.selectNodeContents(code);
          return text.getBoundingClientRect().top;
        }""")
        assert top >= button["y"] + button["height"]


def test_code_that_is_only_indented_has_its_button_on_it(site, page):
    url = f"{site.url}{site.article_with('<pre', 'en')}"
    html = re.sub(
        r'<div class="highlight">(<pre>.*?</pre>)</div>', r"\1", page.request.get(url).text(), flags=re.DOTALL
    )
    assert 'class="highlight"' not in html
    page.route(url, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(url)
    button, code = page.locator(".copy-button").bounding_box(), page.locator("article pre").bounding_box()
    assert code["y"] < button["y"] < code["y"] + code["height"]
