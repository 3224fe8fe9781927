"""The journey for readers who hear the page, steer it by key, or see a small part of it: at every step."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from accessibility import faults, faults_by_look
from contact_walk import ORDINARY, REQUIRED, STEPS, Walk
from playwright.sync_api import expect

PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"
WIDE = """() => [...document.querySelectorAll("main *")].filter((one) => {
  const { right, left, width } = one.getBoundingClientRect();
  return width > 1 && (right > innerWidth + 1 || left < -1) && getComputedStyle(one).position !== "absolute";
}).map((one) => `${one.tagName}.${one.className}`)"""


SMALL = {"width": 320, "height": 256}
NAMELESS = r"^ *- (?:button|link|textbox|combobox|radio|radiogroup)(?: \[[^\]]*\])*:?$"
"""A control without a name, in the tree that assistive technology is given."""


def states(one: Walk) -> Iterator[str]:
    """The journey in every state that a reader can see, one after the other."""
    yield "about"
    one.to_details()
    one.next()
    yield "details, with errors"
    one.page.locator("[data-optional-fields] summary").click()
    one.fill({"description": "wrong address, wrong network, the code is 482913", "tried": "3b" * 32})
    one.fill({"screenshots": PHRASE, "app-version": "the newest there is today"})
    one.field("app-version").press("Tab")
    expect(one.note("app-version").locator("p")).to_have_count(1)
    yield "details, with a warning, a question and explanations"
    one.part("[data-hash]").click()
    one.fill(ORDINARY)
    one.next()
    yield "send"
    one.choose("email")
    yield "send, by e-mail"


@pytest.mark.parametrize(
    ("language", "looks"), [("zh", ((390, "light"), (1280, "dark"))), ("en", ((390, "dark"), (1280, "light")))]
)
def test_at_every_step_axe_finds_nothing_each_control_has_a_name_and_nothing_scrolls_sideways(
    site, page, language, looks
):
    """Walked on 320 pixels, which is 400 percent, and looked at in every pair of width, colour scheme and language."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(SMALL)
    page.goto(f"{site.url}{language}/support/")
    seen = []
    for state in states(Walk(page)):
        seen.append(state)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, state
        assert page.evaluate(WIDE) == [], state
        assert re.findall(NAMELESS, page.locator("main").aria_snapshot(), re.MULTILINE) == [], state
        for group in page.locator("[role=group]:visible").all():
            assert group.get_attribute("aria-label") or group.get_attribute("aria-labelledby"), state
        assert faults_by_look(page, looks, within="main") == {}, state
        page.set_viewport_size(SMALL)
    assert len(seen) == 5


def test_the_page_to_read_without_a_script_does_not_scroll_sideways_either(site, visitor):
    page = visitor(java_script_enabled=False, viewport={"width": 320, "height": 640}).page
    page.goto(f"{site.url}zh/support/")
    for summary in page.locator("main summary").locator("visible=true").all():
        summary.click()
    box = page.locator("main").bounding_box()
    assert box["width"] <= 320
    for part in page.locator("main .message-template pre").all():
        assert part.bounding_box()["width"] <= 320


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_whole_journey_can_be_walked_by_keyboard_alone(site, visitor, language):
    one = Walk(visitor(permissions=["clipboard-read", "clipboard-write"]).page)
    one.page.goto(f"{site.url}{language}/support/")
    press = one.page.keyboard.press

    def tab_to(selector: str, key: str = "Tab") -> None:
        """Press a key until the focus is there."""
        for _ in range(60):
            if one.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            press(key)
        pytest.fail(f"the focus never came to {selector}")

    seen = [one.step]
    tab_to('[data-about="transfer"]')
    press("Enter")
    seen.append(one.step)
    for id in REQUIRED:
        tab_to(f"#detail-{id}")
        one.page.keyboard.insert_text(ORDINARY[id])
    tab_to("[data-optional-fields] summary")
    press("Enter")
    tab_to("#detail-network")
    for _ in range(3):
        press("ArrowDown")
    expect(one.field("network")).to_have_value("tron")
    tab_to('[data-step="details"] [data-next]')
    press("Enter")
    seen.append(one.step)
    assert tuple(seen) == STEPS
    tab_to("[data-copy]")
    press("Enter")
    expect(one.page.locator("[data-copy-status]")).not_to_be_empty()
    expect(one.page.locator("[data-copy]")).to_be_focused()
    tab_to("#to-in-app-ticket")
    tab_to(".handoffs summary")
    press("Enter")
    tab_to("#to-in-app-ticket", "Shift+Tab")
    press("ArrowDown")
    expect(one.page.locator("#to-email")).to_be_checked()
    tab_to("[data-open]")
    assert one.page.evaluate("document.activeElement.href").startswith("mailto:?subject=")
    tab_to('[data-step="send"] [data-back]')
    press("Enter")
    expect(one.page.locator('[data-step="send"]')).to_be_hidden()
    assert one.step == "details"
    expect(one.field("description")).to_have_value(ORDINARY["description"])


def test_a_field_tells_who_hears_it_its_help_and_its_error(site, page):
    page.goto(f"{site.url}en/support/")
    one = Walk(page)
    one.to_details()
    one.next()
    described = page.locator("#detail-transaction-hash").evaluate(
        """one => one.getAttribute("aria-describedby").split(" ")
          .map((id) => document.getElementById(id).textContent).join(" ")"""
    )
    assert "Copy it from the transaction details" in described
    assert "Fill in “Transaction hash”" in described
    expect(page.locator("#detail-transaction-hash")).to_have_attribute("aria-required", "true")
    expect(page.locator("#detail-amount")).not_to_have_attribute("aria-required", "true")
    expect(one.note("amount")).to_have_attribute("role", "status")
    expect(page.locator("[data-copy-status]")).to_have_attribute("role", "status")


def test_a_page_written_from_right_to_left_is_laid_out_so(three_languages, page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{three_languages.url}ar/support/")
    one = Walk(page)
    one.to_details("delivery")
    button, heading = one.part("[data-next]").bounding_box(), one.part("h2").bounding_box()
    assert button["x"] + button["width"] == pytest.approx(heading["x"] + heading["width"], abs=2)
    one.fill({"description": "لم تصل الرسالة"})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert faults(page) == {}
