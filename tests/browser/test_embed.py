"""Pages of the product show the search box and the articles of help ids; those of anybody else show a link."""

import re
from fnmatch import fnmatch
from urllib.parse import urlsplit

import pytest
from accessibility import faults
from playwright.sync_api import expect

from handrail.preview.static_server import CONTENT_TYPES

HELP = "https://help.larkwave.example/"
PRODUCT, STRANGER = "https://app.larkwave.example/", "https://app.larkwave.example.stranger.example/"
PHRASE = "abandon ability able about above absent absorb abstract absurd abuse access accident"
CRYPTO = {"mkdocs.yml": ("secrets: [", "secrets: [recovery-phrase, ")}
ALLOWED = """async ([origins, protocol]) => {
  const { areAllowed } = await import("/embed/ancestors.js");
  const hosts = ["app.larkwave.example", "*.shop.larkwave.example", "localhost:5173"];
  return origins.filter((ancestors) => areAllowed(ancestors, hosts, protocol));
}"""


@pytest.fixture(params=["with headers", "without headers"])
def embed(request, shared_builds, visitor):
    """Opens a page of somebody with these elements and the script in it. The host of the help center sends the headers
    that the build wrote for it, or none."""
    folder = shared_builds("router", changes=CRYPTO).folder
    blocks = (block.splitlines() for block in (folder / "_headers").read_text("utf-8").split("\n\n"))
    rules = {place: dict(line.strip().split(": ", 1) for line in lines) for place, *lines in blocks}

    def answer(route):
        path = urlsplit(route.request.url).path
        file = folder / f"{path[1:]}{'index.html' * path.endswith('/')}"
        fitting = [headers for place, headers in rules.items() if fnmatch(path, place)]
        headers = {"content-type": CONTENT_TYPES.get(file.suffix, "application/octet-stream")}
        for sent in fitting if request.param == "with headers" else []:
            assert not sent.keys() & headers.keys(), "hosts join the values of all rules that fit"
            headers |= sent
        if not file.is_file():
            return route.fulfill(status=404, body="")
        return route.fulfill(body=file.read_bytes(), headers=headers)

    def open_page(elements, url=PRODUCT, **options):
        reader = visitor(**options)
        body = f'<!doctype html><html lang="en-GB"><title>App</title>{elements}<script src="{HELP}embed.js"></script>'
        reader.context.route(url, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
        reader.context.route(f"{HELP}**", answer)
        reader.page.goto(url)
        return reader

    return open_page


def shown_height(page, number=0):
    """The height of a frame once it is shown."""
    frame = page.locator("help-center iframe").nth(number)
    expect(frame).to_be_visible()
    return frame.bounding_box()["height"]


def test_only_pages_of_the_hosts_may_be_around_and_only_with_the_encryption_of_the_help_center(modules):
    right = [
        ["https://app.larkwave.example"],
        ["https://de.shop.larkwave.example", "https://app.larkwave.example"],
        ["https://localhost:5173"],
    ]
    wrong = [
        [],
        ["null"],
        ["https://stranger.example"],
        ["https://app.larkwave.example", "https://stranger.example"],
        ["https://app.larkwave.example.stranger.example"],
        ["https://badapp.larkwave.example"],
        ["https://shop.larkwave.example"],
        ["https://app.larkwave.example:8443"],
        ["http://app.larkwave.example"],
        ["https://localhost"],
    ]
    assert modules.evaluate(ALLOWED, [right + wrong, "https:"]) == right
    assert modules.evaluate(ALLOWED, [[["http://localhost:5173"]], "http:"]) == [["http://localhost:5173"]]


@pytest.mark.parametrize(
    ("embed", "scheme"), [("with headers", "light"), ("without headers", "dark")], indirect=["embed"]
)
def test_a_page_of_the_product_shows_the_article_of_a_screen_as_tall_as_it_is(embed, scheme):
    elements = """<help-center help-id="forgotten-password"></help-center>
        <help-center help-id="wifi-password" lang="ja" theme="light"><b>後で</b></help-center>"""
    reader = embed(elements, color_scheme=scheme)
    page = reader.page
    frames = page.locator("help-center iframe")
    section = frames.nth(0).content_frame
    expect(section.get_by_role("heading", name="You forgot it")).to_be_visible()
    expect(section.get_by_role("heading", name="Visitors")).to_be_hidden()
    expect(section.locator("ol")).to_be_hidden()
    expect(section.locator(".disclaimer")).to_contain_text("run by Larkwave")
    whole = frames.nth(1).content_frame
    expect(whole.locator("html")).to_have_attribute("lang", "ja")
    expect(whole.locator("h2")).to_have_count(3)
    expect(page.get_by_text("後で")).to_be_hidden()
    assert 100 < shown_height(page) < shown_height(page, 1)
    for frame in (section, whole):
        assert frame.locator("html").evaluate("page => page.scrollHeight <= innerHeight"), "nothing is cut off"
    background = "body => getComputedStyle(body).backgroundColor"
    first, second = (frame.locator("body").evaluate(background) for frame in (section, whole))
    assert (first == second) is (scheme == "light"), "the product may say which"
    assert [faults(frame) for frame in page.frames[1:]] == [{}, {}]
    with page.context.expect_page() as opened:
        section.get_by_role("link", name="Change the Wi-Fi password").first.click()
    expect(opened.value).to_have_url(re.compile(f"^{HELP}en/wifi/change-wifi-password/$"))
    assert opened.value.evaluate("window.opener") is None
    page.locator("help-center").first.evaluate("element => element.setAttribute('help-id', 'status-light')")
    expect(section.get_by_role("heading", name="The light stays red")).to_be_visible()
    page.locator("help-center").last.evaluate("element => element.setAttribute('theme', 'dark')")
    expect(whole.locator("html")).to_have_attribute("data-theme", "dark")
    assert shown_height(page, 1) > 100
    assert reader.problems == []


def test_the_search_box_is_used_by_keyboard_its_list_makes_room_and_links_open_outside(embed):
    reader = embed("<a href='#'>before</a><help-center></help-center>")
    page = reader.page
    expect(page.locator("help-center iframe")).to_have_attribute("title", "Larkwave Help")
    before = shown_height(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    frame = page.locator("help-center iframe").content_frame
    expect(frame.get_by_role("combobox")).to_be_focused()
    frame.get_by_role("combobox").fill(PHRASE)
    page.keyboard.press("Enter")
    expect(frame.get_by_role("status")).to_contain_text("Stop: this looks like")
    assert frame.get_by_role("combobox").input_value() == ""
    assert len(page.context.pages) == 1, "a secret is taken nowhere"
    frame.get_by_role("combobox").fill("slow wifi")
    expect(frame.get_by_role("option").first).to_be_visible()
    page.wait_for_function("before => document.querySelector('help-center').offsetHeight > before", arg=before)
    assert frame.locator("html").evaluate("page => page.scrollHeight <= innerHeight"), "nothing is cut off"
    assert faults(page.frames[1]) == {}
    page.keyboard.press("ArrowDown")
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    expect(opened.value).to_have_url(re.compile("/en/wifi/slow-wifi/"))
    assert reader.problems == []


def test_a_page_of_anybody_else_shows_a_link_and_nothing_of_the_help_center(embed):
    elements = """<help-center help-id="status-light"></help-center><help-center><b>ask us</b></help-center>
        <help-center help-id="../../en/support"><b>write</b></help-center>"""
    page = embed(elements, STRANGER).page
    page.wait_for_load_state("load")
    expect(page.locator("help-center iframe").nth(2)).to_have_attribute("src", re.compile("/embed/en/[^/]*/#theme=$"))
    for number in (0, 1):
        frame = page.locator("help-center iframe").nth(number)
        expect(frame).to_be_hidden()
        expect(frame.content_frame.locator("main:visible")).to_have_count(0)
    link = page.get_by_role("link", name="Larkwave Help")
    expect(link).to_have_attribute("href", f"{HELP}en/help-id/status-light/")
    expect(page.get_by_text("ask us")).to_be_visible()


def test_by_itself_a_page_for_frames_leads_to_the_page_that_it_is_a_part_of(serve, page):
    site = serve("router", changes=CRYPTO)
    page.goto(f"{site.url}embed/ja/status-light/")
    expect(page).to_have_url(f"{site.url}ja/setup/set-up-router/")
