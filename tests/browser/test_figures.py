"""Pictures in articles: whole in every language and scheme, and larger for who wants to look closer."""

import json

from playwright.sync_api import expect

ARTICLE = "contact/in-app-support/"
CLIPPED = """() => [...document.querySelectorAll("svg")].flatMap((drawing) => {
  const { right, left } = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll("text")]
    .filter((text) => text.getBoundingClientRect().right > right - 8 || text.getBoundingClientRect().left < left + 8)
    .map((text) => text.textContent);
})"""


def test_a_figure_shows_one_version_by_the_scheme_and_opens_and_closes_by_keyboard(site, visitor):
    page = visitor(color_scheme="light", viewport={"width": 360, "height": 640}).page
    page.goto(f"{site.url}en/{ARTICLE}")
    link, dialog = page.locator(".figure__link"), page.get_by_role("dialog")
    light, dark = link.locator(".figure__light"), link.locator(".figure__dark")
    for theme, shown, hidden in (("", light, dark), ("dark", dark, light), ("light", light, dark)):
        page.evaluate(f"document.documentElement.dataset.theme = {json.dumps(theme)}")
        expect(shown).to_be_visible()
        expect(hidden).to_be_hidden()
    page.emulate_media(color_scheme="dark")
    expect(light, "the reader's choice comes before the device's").to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    expect(dialog).to_have_accessible_name(light.get_attribute("alt"))
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    enlarged = dialog.get_by_role("img")
    expect(enlarged).to_have_count(1)
    assert enlarged.bounding_box()["width"] > 1.2 * light.bounding_box()["width"]
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_without_javascript_a_picture_links_to_its_file(site, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(f"{site.url}zh/{ARTICLE}")
    page.locator(".figure__link").click()
    assert page.url == f"{site.url}zh/images/way-to-feedback.svg"


def test_no_words_run_out_of_a_drawing(site, visitor):
    page = visitor().page
    drawings = sorted(site.folder.glob("*/images/*.svg"))
    assert drawings
    page.set_content("".join(f"<div>{drawing.read_text('utf-8')}</div>" for drawing in drawings))
    assert page.evaluate(CLIPPED) == []
