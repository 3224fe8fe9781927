"""The sections of a category, as readers get to them."""

from accessibility import faults
from playwright.sync_api import expect


def test_menu_breadcrumbs_and_search_lead_to_a_section(serve, page):
    site = serve("router")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site.url}en/wifi/guest-wifi/")
    page.locator(".header__menu summary").click()
    page.locator(".header__menu ul ul a", has_text="Who may connect").click()
    heading = page.locator("#section-access")
    expect(page).to_have_url(f"{site.url}en/wifi/#section-access")
    expect(heading).to_be_in_viewport(ratio=1)
    assert heading.bounding_box()["y"] >= page.locator(".header").evaluate("el => el.getBoundingClientRect().bottom")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults(page) == {}
    page.locator('[data-component="search"] input').fill("guest network")
    expect(page.locator(".result__category").first).to_have_text("Wi-Fi › Who may connect")
