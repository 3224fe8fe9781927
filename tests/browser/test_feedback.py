"""\"Did this help?\": what each answer opens, what is said aloud, and that nobody is told."""

import pytest
from playwright.sync_api import expect
from waiting import settled

ANSWERS = ".feedback details"


@pytest.fixture
def article(site):
    return f"{site.url}{site.article_with('<table>', 'en')}"


def summary(page, name):
    return page.locator(".feedback summary").filter(has_text=name)


def test_the_thanks_are_seen_and_said_aloud_for_a_while_and_the_focus_stays(article, visitor):
    page = visitor().page
    page.clock.install()
    page.goto(article)
    said = page.get_by_role("status").filter(has_text="nothing was sent")
    thanks = page.locator(".feedback").get_by_text("nothing was sent")
    expect(said).to_have_count(0)
    expect(thanks).to_be_hidden()
    yes = summary(page, "Yes")
    yes.focus()
    page.keyboard.press("Enter")
    expect(thanks).to_be_visible()
    expect(said).to_have_count(1)
    expect(yes).to_be_focused()
    page.clock.fast_forward(6000)
    expect(said).to_have_count(0)


def test_without_javascript_a_reader_whom_the_article_helped_is_thanked(article, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(article)
    thanks = page.locator(".feedback").get_by_text("nothing was sent")
    expect(thanks).to_be_hidden()
    summary(page, "Yes").click()
    expect(thanks).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_whom_it_did_not_help_is_told_of_three_articles_and_support_below(site, visitor, javascript):
    page = visitor(java_script_enabled=javascript).page
    for language in ("zh", "en"):
        page.goto(f"{site.url}{site.article_with('<table>', language)}")
        no = page.locator(ANSWERS).last
        expect(no.locator("p"), language).to_be_hidden()
        no.locator("summary").click()
        expect(no.locator("p"), language).to_be_visible()
        tail = page.locator(".feedback ~ * a")
        expect(page.locator(".related-articles a:visible"), language).to_have_count(3)
        expect(tail.locator("visible=true"), language).to_have_count(4)
        assert len(set(tail.evaluate_all("links => links.map(link => link.href)"))) == 4, "no link stands there twice"
        assert page.request.get(page.locator(".contact-prompt a").evaluate("link => link.href")).ok, language


def test_an_answer_closes_the_other_moves_nothing_above_or_next_to_it_and_leads_nowhere_away(article, page):
    """Where no vendor takes feedback."""
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(article)
        assert page.locator(".feedback a").evaluate_all("links => links.map(link => link.href)") == []
        summary(page, "Not yet").scroll_into_view_if_needed()
        before = [summary(page, name).bounding_box() for name in ("Yes", "Not yet")]
        summary(page, "Not yet").click()
        assert [summary(page, name).bounding_box() for name in ("Yes", "Not yet")] == before, f"moved at {width} pixels"
        for opened, closed in (("Yes", "Not yet"), ("Not yet", "Yes")):
            summary(page, opened).click()
            assert summary(page, opened).evaluate("one => one.parentElement.open"), opened
            assert not summary(page, closed).evaluate("one => one.parentElement.open"), closed


def test_an_answer_asks_nobody_for_anything_and_keeps_nothing(article, visitor):
    reader = visitor()
    reader.context.clock.install()
    reader.page.goto(article)
    settled(reader.page)
    before = len(reader.requests)
    assert before > 1
    for name in ("Yes", "Not yet", "Yes"):
        summary(reader.page, name).click()
    reader.page.clock.run_for(60_000)  # what a timer would send or keep
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.href]"
    assert reader.page.evaluate(kept) == [0, 0, "", article]
    assert reader.requests[before:] == []


def test_a_vendor_who_takes_feedback_gets_a_plain_link_that_says_nothing_of_the_reader(lamplight, visitor):
    page = visitor().page
    page.goto(f"{lamplight.url}en/light/light-flickers/")
    page.locator(".feedback summary").last.click()
    link = page.locator(".feedback a").filter(has_text="Tell Lamplight Works what is missing")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", "https://desk.lamplight.example/hc/requests/new")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_attribute("referrerpolicy", "no-referrer")
    expect(page.locator(".feedback small")).to_have_text("(desk.lamplight.example)")
