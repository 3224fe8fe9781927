"""The main journeys by key alone, and what the accessibility tree says at each step of them."""

import re

import pytest
from playwright.sync_api import expect

ANSWER = "DisclosureTriangleGrouped"  # what Chromium calls the summary of one of several, of which one is open
WORDS = {
    "en": {
        "query": "lost phone",
        "no": "Not yet",
        "contact": "Contact support",
        "menu": "Menu",
        "other": "简体中文",
    },
    "zh": {"query": "手机丢了", "no": "没帮助", "contact": "联系客服", "menu": "菜单", "other": "English"},
}


@pytest.fixture
def tree(visitor):
    """A reader's page, and what assistive technology is told of what has the focus: role, name, states."""
    page = visitor(viewport={"width": 1280, "height": 800}, reduced_motion="reduce").page
    session = page.context.new_cdp_session(page)

    def focused():
        one = session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
        told = {"objectId": one["objectId"], "fetchRelatives": False}
        [node] = session.send("Accessibility.getPartialAXTree", told)["nodes"]
        if node["ignored"] or node["role"]["value"] == "RootWebArea":
            return "", "", {}
        states = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        assert states["focused"], "assistive technology is told of another one"
        return node["role"]["value"], node["name"]["value"], states

    return page, focused


def tab_to(page, focused, role, name, most=60):
    """Goes on by the Tab key until something of this role and name has the focus. Everything on the way has a name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = focused()
        assert found[1], (
            f"something without a name has the focus: {page.locator(':focus').evaluate('one => one.outerHTML')}"
        )
        if found[:2] == (role, name):
            return found[2]
    raise AssertionError(f"no {role} '{name}' in {most} steps")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_from_the_home_page_over_search_and_an_article_to_support(site, tree, language):
    page, focused = tree
    words = WORDS[language]
    page.goto(f"{site.url}{language}/")

    page.keyboard.press("Control+k")
    role, name, states = focused()
    assert role.lower() == "combobox"
    assert name == page.locator(".search input").get_attribute("aria-label")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.type(words["query"])
    option = page.get_by_role("option").first
    expect(option).to_have_attribute("href", re.compile("/access/lost-phone/$"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    role, name, states = focused()
    assert states["expanded"] is True
    assert page.locator(".search input").get_attribute("aria-activedescendant") == page.get_by_role(
        "option", selected=True
    ).get_attribute("id")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{site.url}{language}/access/lost-phone/")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the header
    assert tab_to(page, focused, ANSWER, words["no"])["expanded"] is False
    page.keyboard.press("Enter")
    role, name, states = focused()
    assert (role, name, states["expanded"]) == (ANSWER, words["no"], True)
    for _ in range(4):
        page.keyboard.press("Tab")
        assert focused()[0] == "link"
    assert focused()[:2] == ("link", words["contact"])
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(f"^{re.escape(site.url)}{language}/support/"))
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    issue_type = page.locator("[data-about]").first
    tab_to(page, focused, "button", issue_type.inner_text())
    page.keyboard.press("Enter")
    heading = page.locator('[data-step="details"] h2')
    expect(heading).to_be_focused()
    assert focused()[:2] == ("heading", heading.inner_text())
    page.keyboard.press("Tab")
    assert focused()[0] == "link"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_over_the_menu_to_a_topic_and_from_there_to_the_same_page_in_the_other_language(site, tree, language):
    page, focused = tree
    words = WORDS[language]
    page.goto(f"{site.url}{language}/")
    assert tab_to(page, focused, "DisclosureTriangle", words["menu"])["expanded"] is False
    page.keyboard.press("Enter")
    assert focused()[2]["expanded"] is True
    topic = page.locator(".header__menu nav ul").nth(1).locator("a").first.text_content().strip()
    tab_to(page, focused, "link", topic)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(topic)
    path = page.url.removeprefix(f"{site.url}{language}/")
    tab_to(page, focused, "link", words["other"])
    assert page.locator(":focus").get_attribute("lang") != language
    page.keyboard.press("Enter")
    other = {"en": "zh", "zh": "en"}[language]
    expect(page).to_have_url(f"{site.url}{other}/{path}")
    expect(page.locator(f"html[lang|={other}]")).to_be_visible()


def test_what_the_reader_presses_for_thanks_is_told_as_a_status(site, tree):
    page, focused = tree
    page.goto(f"{site.url}{site.article_with('<table>', 'en')}")
    tab_to(page, focused, ANSWER, "Yes", most=80)
    page.keyboard.press("Space")
    assert focused()[2]["expanded"] is True
    expect(page.get_by_role("status").filter(has_text="nothing was sent")).to_have_count(1)


def test_a_reader_who_wants_no_motion_gets_none(site, visitor):
    moves = """() => [...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, part || undefined);
      const still = transitionDuration.split(", ").every((time) => parseFloat(time) === 0) && animationName === "none";
      return still && scrollBehavior === "auto" ? "" : `${one.tagName}${part} ${one.className}`;
    }).filter(Boolean))"""
    page = visitor(reduced_motion="reduce").page
    for path in ("", "en/", site.article_with("<table>", "en"), "en/search/", "en/support/", "gone"):
        page.goto(f"{site.url}{path}")
        assert page.evaluate(moves) == [], path
