"""Cards of channels can be read by all, on any screen, folded and unfolded."""

import pytest
from accessibility import faults_by_look


@pytest.mark.parametrize(("language", "schemes"), [("en", ("light", "dark")), ("zh-Hant", ("dark", "light"))])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page, lamplight, language, schemes):
    """Every pair of folded or not, language and colour scheme."""
    page.goto(f"{lamplight.url}{language}/reach/every-channel/")
    for is_open, scheme in zip((False, True), schemes, strict=True):
        page.locator(".channel details").evaluate_all("(all, open) => all.forEach((one) => (one.open = open))", is_open)
        assert faults_by_look(page, [(320, scheme)]) == {}
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_details_open_by_key(page, lamplight):
    page.goto(f"{lamplight.url}en/reach/every-channel/")
    card = page.locator("[aria-labelledby=channel-chat]")
    card.locator("summary").focus()
    page.keyboard.press("Enter")
    assert card.get_by_text("Monday to Friday, 9 to 17 h (UTC+8)").is_visible()
    assert card.get_by_text("your Wi-Fi password").is_visible()
