"""Light and dark: as the device has it, until the reader says otherwise in the menu."""

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


def choose(page, theme):
    """Chooses `auto`, `light` or `dark` in the menu, and leaves the menu open."""
    if page.locator(SWITCH).is_hidden():
        page.locator(".header__menu summary").last.click()
    page.locator(SWITCH).get_by_role("button", name=theme, exact=True).click()


def is_dark(page):
    red, green, blue = (int(part) for part in page.evaluate(GROUND)[4:-1].split(","))
    return red + green + blue < 3 * 128


@pytest.mark.parametrize("javascript", [True, False])
def test_the_colours_follow_the_system(site, visitor, javascript):
    page = visitor(color_scheme="light", java_script_enabled=javascript).page
    for begin, other in (("light", "dark"), ("dark", "light")):
        page.emulate_media(color_scheme=begin)
        page.goto(f"{site.url}en/")
        assert is_dark(page) == (begin == "dark"), f"opened in {begin}"
        page.emulate_media(color_scheme=other)
        assert is_dark(page) == (other == "dark"), f"turned to {other}"


COLOURS = """Object.fromEntries(
  [...document.querySelectorAll('[name="theme-color"]')].map(({ media, content }) => [media, content]),
)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_choice_turns_the_colours_says_which_it_is_and_leaves_them_to_the_device_again(site, visitor, scheme):
    """The page's and those of the bar of the browser; here, and on every page before anything is painted."""
    reader = visitor(color_scheme=scheme)
    reader.context.add_init_script(AT_BODY)
    page = reader.page
    page.goto(f"{site.url}en/")
    page.locator(".header__menu summary").last.click()
    pressed = page.locator(f'{SWITCH} [aria-pressed="true"]')
    expect(page.locator(SWITCH)).to_have_accessible_name("Colours")
    expect(pressed).to_have_text("Auto")
    by_system = page.evaluate(COLOURS)
    assert len(set(by_system.values())) == 2
    other = {"light": "dark", "dark": "light"}[scheme]
    in_bar = next(colour for media, colour in by_system.items() if other in media)
    for theme in (scheme, other):
        choose(page, theme.title())
        expect(pressed).to_have_text(theme.title())
        assert is_dark(page) == (theme == "dark")
    assert page.evaluate(COLOURS) == dict.fromkeys(by_system, in_bar)
    for path in ("zh/", site.article_with("<table>", "en"), "", "404.html", "zh/support/"):
        page.goto(f"{site.url}{path}")
        assert page.evaluate("window.themeAtBody") == other, path
        assert is_dark(page) == (other == "dark"), path
    expect(page.locator(SWITCH)).not_to_have_attribute("hidden", "")
    assert page.evaluate(COLOURS) == dict.fromkeys(by_system, in_bar), "the bar on the next page"
    choose(page, "自动")
    expect(pressed).to_have_text("自动")
    assert is_dark(page) == (scheme == "dark")
    assert page.evaluate(COLOURS) == by_system


def test_a_choice_that_cannot_be_kept_holds_for_the_page(site, visitor):
    reader = visitor(color_scheme="light")
    denied = "get() { throw new DOMException('denied', 'SecurityError'); }"
    reader.context.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ {denied} }});")
    reader.page.goto(f"{site.url}en/")
    choose(reader.page, "Dark")
    assert is_dark(reader.page)
    assert not reader.problems


def test_without_javascript_there_is_no_switch_that_does_nothing(site, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{site.url}en/")
    page.locator(".header__menu summary").last.click()
    expect(page.locator(".header__menu nav")).to_be_visible()
    expect(page.locator(SWITCH)).to_be_hidden()
