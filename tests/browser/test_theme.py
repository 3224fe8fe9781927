"""Light and dark: as the system has it, until the reader says otherwise."""

import pytest
from playwright.sync_api import expect

SWITCH = '[data-component="theme-switch"]'
GROUND = "getComputedStyle(document.body).backgroundColor"
# The theme in force when the body begins, which is before anything is painted.
AT_BODY = """new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.themeAtBody = document.documentElement.dataset.theme;
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });"""


def is_dark(page):
    red, green, blue = (int(part) for part in page.evaluate(GROUND)[4:-1].split(","))
    return red + green + blue < 3 * 128


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("javascript", [True, False])
def test_the_colours_follow_the_system(site, visitor, scheme, javascript):
    page = visitor(color_scheme=scheme, java_script_enabled=javascript).page
    page.goto(f"{site.url}en/")
    assert is_dark(page) == (scheme == "dark")
    page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    assert is_dark(page) == (scheme == "light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_switch_turns_the_colours_and_says_what_it_will_do_next(site, visitor, scheme):
    page = visitor(color_scheme=scheme).page
    page.goto(f"{site.url}en/")
    switch = page.locator(SWITCH)
    expect(switch).to_be_visible()
    names = {"light": "Switch to dark colours", "dark": "Switch to light colours"}
    expect(switch).to_have_accessible_name(names.pop(scheme))
    switch.click()
    assert is_dark(page) == (scheme == "light")
    expect(switch).to_have_accessible_name(*names.values())
    switch.click()
    assert is_dark(page) == (scheme == "dark")


def test_the_name_of_the_switch_follows_the_system_too(site, visitor):
    page = visitor(color_scheme="light").page
    page.goto(f"{site.url}zh/")
    expect(page.locator(SWITCH)).to_have_accessible_name("切换到深色")
    page.emulate_media(color_scheme="dark")
    expect(page.locator(SWITCH)).to_have_accessible_name("切换到浅色")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_choice_is_in_force_on_every_page_before_anything_is_painted(site, visitor, scheme):
    reader = visitor(color_scheme=scheme)
    reader.context.add_init_script(AT_BODY)
    reader.page.goto(f"{site.url}en/")
    reader.page.locator(SWITCH).click()
    chosen = "light" if scheme == "dark" else "dark"
    for path in ("zh/", site.article_with("<table>", "en"), "", "404.html"):
        reader.page.goto(f"{site.url}{path}")
        assert reader.page.evaluate("window.themeAtBody") == chosen
        assert is_dark(reader.page) == (chosen == "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_of_the_browser_has_the_colour_of_the_choice_here_and_on_the_next_page(site, visitor, scheme):
    page = visitor(color_scheme=scheme).page
    page.goto(f"{site.url}en/")
    colours = """Object.fromEntries(
      [...document.querySelectorAll('[name="theme-color"]')].map(({ media, content }) => [media, content]),
    )"""
    by_system = page.evaluate(colours)
    assert len(set(by_system.values())) == 2
    page.locator(SWITCH).click()
    chosen = next(colour for media, colour in by_system.items() if scheme not in media)
    assert page.evaluate(colours) == dict.fromkeys(by_system, chosen)
    page.goto(f"{site.url}zh/support/")
    expect(page.locator(SWITCH)).to_be_visible()
    assert page.evaluate(colours) == dict.fromkeys(by_system, chosen)


def test_a_choice_that_cannot_be_kept_holds_for_the_page(site, visitor):
    reader = visitor(color_scheme="light")
    denied = "get() { throw new DOMException('denied', 'SecurityError'); }"
    reader.context.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ {denied} }});")
    reader.page.goto(f"{site.url}en/")
    reader.page.locator(SWITCH).click()
    assert is_dark(reader.page)
    assert not reader.problems


def test_without_javascript_there_is_no_switch_that_does_nothing(site, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{site.url}en/")
    expect(page.locator(SWITCH)).to_have_count(1)
    expect(page.locator(SWITCH)).to_be_hidden()
