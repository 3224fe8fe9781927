"""The way to support, walked: taps, mistakes, what the guard says, the message, the ways out, and Back."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import phrase_disguises
import pytest
from contact_walk import HASH, ORDINARY, REQUIRED, STEPS, TRON, Walk
from playwright.sync_api import expect
from waiting import settled

PHRASE = phrase_disguises.vectors("guard-bip39")["english"][1][1]
KEY = "5KYZdUEo39z3FPrtuX2QbbwGnNP5zTd7yyr2SC1j299sBCnWjss"
STOP = {"zh": "停一下", "en": "Stop:"}
LAMP = {"description": "It flickers.", "serial": "LL-2217"}
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });"
IN_AN_APP = "Mozilla/5.0 (Linux; Android 14) Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50"


@pytest.fixture
def walk(site, page):
    """A walk in a language, from the first step."""

    def begin(language="en", fragment="") -> Walk:
        page.goto("about:blank")
        page.goto(f"{site.url}{language}/support/{fragment}")
        return Walk(page)

    return begin


@pytest.fixture
def lamp(lamplight, visitor):
    """A walk on a site whose channels are of every kind, to its finished message."""

    def begin(**options) -> Walk:
        walk = Walk(visitor(**options).page)
        walk.page.goto(f"{lamplight.url}en/support/")
        walk.to_details("light")
        walk.to_send(LAMP)
        return walk

    return begin


@pytest.mark.parametrize(
    ("language", "other", "about", "other_about"),
    [("zh", "en", "问题类型: 转账或到账", "What it is about: A transfer"), ("en", "zh", "What it is", "问题类型")],
)
def test_a_channel_is_one_tap_away_and_a_copied_message_five_more(site, visitor, language, other, about, other_about):
    someone = visitor(permissions=["clipboard-read", "clipboard-write"], viewport={"width": 390, "height": 844})
    one, taps = Walk(someone.page), []

    def tap(target) -> None:
        target.click()
        taps.append(target)

    def copied() -> str:
        return one.page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")

    one.page.goto(f"{site.url}{language}/")
    tap(one.page.locator(".header__contact"))
    expect(one.page.locator(".first-channels .app-path__label").first).to_contain_text("我的")
    assert one.page.locator(".first-channels .app-path__label").first.inner_text().split() in (
        ["我的", "Me"],
        ["Me", "我的"],
    )
    assert len(taps) <= 3

    taps.clear()
    seen = [one.part(".step__progress").inner_text()]
    tap(one.part('[data-about="transfer"]'))
    expect(one.part("h2")).to_be_focused()
    assert one.page.title().startswith(one.part("h2").inner_text())
    seen.append(one.part(".step__progress").inner_text())
    for id in REQUIRED:
        tap(one.field(id))
        one.page.keyboard.insert_text(ORDINARY[id])
    tap(one.part("[data-next]"))
    expect(one.part("h2")).to_be_focused()
    seen.append(one.part(".step__progress").inner_text())
    tap(one.part("[data-copy]"))
    expect(one.part("[data-copy-status]")).not_to_be_empty()
    assert len(taps) <= 5
    assert copied() == one.message
    assert one.message.startswith(about)
    assert other_about not in one.message
    assert [[int(digit) for digit in text if digit.isdigit()] for text in seen] == [[1, 3], [2, 3], [3, 3]]
    expect(one.page.locator("#to-in-app-ticket")).to_be_checked()
    expect(one.page.locator('[data-channel="in-app-ticket"] .app-path')).to_be_visible()
    expect(one.page.locator("#to-email")).to_be_hidden()
    expect(one.page.locator("#to-reddit")).to_have_count(0)

    one.part(f'input[value="{other}"]').check()
    assert one.message.startswith(other_about)
    assert about not in one.message


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_missing_is_listed_leads_to_each_field_and_gets_less_as_it_is_mended(walk, language):
    one = walk(language)
    one.to_details()
    one.next()
    summary = one.part(".error-summary")
    expect(summary).to_be_focused()
    links = summary.locator("a")
    assert [link.get_attribute("href") for link in links.all()] == [f"#detail-{id}" for id in REQUIRED]
    for place, id in enumerate(REQUIRED):
        links.nth(place).click()
        expect(one.field(id)).to_be_focused()
        expect(one.field(id)).to_have_attribute("aria-invalid", "true")
        expect(one.page.locator(f"#detail-{id}-error")).to_have_text(links.nth(place).inner_text())
    assert "#" not in one.page.url
    one.fill({"description": "It is gone."})
    expect(links).to_have_count(1)
    expect(one.field("description")).to_be_focused()
    one.fill({"transaction-hash": HASH})
    expect(summary).to_be_hidden()
    expect(one.page.locator("[aria-invalid]")).to_have_count(0)
    one.next()
    assert one.step == "send"


def test_answers_are_kept_on_the_way_back_and_a_step_that_is_not_open_any_more_is_left_out(walk):
    """And Enter leads on, from a field of one line alone."""
    one = walk()
    one.to_details()
    one.fill(ORDINARY)
    one.field("transaction-hash").press("Enter")
    assert one.step == "send"
    one.back()
    assert one.step == "details"
    one.page.go_back()
    assert one.step == "about"
    one.page.go_forward()
    assert one.step == "details"
    for id, text in ORDINARY.items():
        expect(one.field(id)).to_have_value(text)
    one.field("description").press("Enter")
    assert one.step == "details"
    one.field("description").fill("")
    one.page.go_forward()
    assert one.step == "details"


def test_an_issue_type_asks_for_its_own_details_and_has_its_own_articles_those_near_the_description_first(walk):
    one = walk()
    one.to_details("theft")
    near = one.page.locator("[data-suggestions] a")
    expect(near).to_have_count(4)
    expect(near.first).to_contain_text("stolen")
    one.field("description").fill("i sent it to the wrong address on the wrong network")
    expect(near.first).to_contain_text("rong address")
    expect(near.first).to_have_attribute("target", "_blank")
    assert near.count() <= 4
    one.back()
    one.to_details("feedback")
    shown = one.page.locator('[data-details="required"] [data-detail]')
    assert shown.evaluate_all("all => all.map(one => one.dataset.detail)") == ["idea"]
    expect(one.field("transaction-hash")).to_be_hidden()


def test_a_secret_empties_its_field_in_each_language_and_is_not_shown_again(walk):
    for language in ("zh", "en"):
        one = walk(language)
        one.to_details()
        for secret in (PHRASE, PHRASE.upper(), KEY):
            one.fill({"tried": f"I tried {secret} ok"})
            expect(one.field("tried"), secret).to_have_value("")
            warning = one.page.get_by_role("alert")
            expect(warning).to_contain_text(STOP[language])
            expect(warning.locator("a")).to_have_attribute("href", "../security/phrase-stolen/")
            assert not set(secret.split()) & set(one.page.locator("main").inner_text().split()) - {
                "ability",
                "able",
                "like",
            }


def test_a_pasted_secret_never_gets_into_the_field_and_a_typed_one_does_not_come_back_by_undo(walk):
    one = walk()
    one.to_details()
    field = one.field("description")
    field.fill("My words: ")
    field.evaluate(
        """(field, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text", text);
          const paste = new ClipboardEvent("paste", { clipboardData, cancelable: true, bubbles: true });
          window.pasted = field.dispatchEvent(paste);
        }""",
        PHRASE,
    )
    assert one.page.evaluate("window.pasted") is False, "the paste was prevented"
    expect(field).to_have_value("")
    expect(one.page.get_by_role("alert")).to_have_count(1)
    one = walk()
    one.to_details()
    field = one.field("description")
    field.press_sequentially(PHRASE)
    expect(one.page.get_by_role("alert")).to_have_count(1)
    assert len(field.input_value()) < len(PHRASE), "noticed while it is typed"
    for _ in range(80):
        one.page.keyboard.press("Control+z")
    assert len(field.input_value().split()) < 12


def test_a_phrase_in_two_fields_is_stopped_before_the_message_is_made(walk):
    one = walk()
    one.to_details()
    words = PHRASE.split()
    one.fill(ORDINARY | {"tried": " ".join(words[:6]), "screenshots": " ".join(words[6:])})
    expect(one.page.get_by_role("alert")).to_have_count(0)
    one.next()
    assert one.step == "details"
    assert one.field("tried").input_value() == one.field("screenshots").input_value() == ""
    expect(one.page.get_by_role("alert")).not_to_have_count(0)
    expect(one.field("description")).to_have_value(ORDINARY["description"])
    assert one.page.locator("#message").input_value() == ""


def test_64_hex_digits_outside_their_field_are_asked_about(walk):
    one = walk()
    one.to_details()
    one.fill(ORDINARY | {"tried": f"see {HASH[::-1]}"})
    one.part("[data-key]").click()
    expect(one.field("tried")).to_have_value("")
    expect(one.page.get_by_role("alert")).to_contain_text(STOP["en"])
    one.fill({"tried": f"see {HASH[::-1]}"})
    expect(one.part(".key-question")).to_be_visible()
    one.next()
    assert one.step == "details"
    expect(one.part(".error-summary a")).to_have_count(1)
    one.part("[data-hash]").click()
    expect(one.part(".key-question")).to_have_count(0)
    expect(one.part(".error-summary")).to_be_hidden()
    one.next()
    assert one.step == "send"


def test_what_looks_wrong_is_explained_and_stops_nobody_and_a_time_gets_its_offset(site, visitor):
    one = Walk(visitor(timezone_id="Asia/Shanghai").page)
    one.page.goto(f"{site.url}en/support/")
    one.to_details()
    one.fill({"network": "ethereum", "address": TRON})
    one.field("address").press("Tab")
    expect(one.note("address")).to_contain_text("TRON")
    one.fill(
        ORDINARY
        | {"transaction-hash": f"0x{HASH}", "app-version": "the newest there is today", "address": TRON[:-1] + "9"}
    )
    one.field("address").press("Tab")
    for id in ("transaction-hash", "app-version", "address"):
        expect(one.note(id).locator("p")).to_have_count(1)
    one.next()
    assert one.step == "send"
    assert ": 2026-11-20 14:05 UTC+8\n" in one.message


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_message_has_every_answer_in_the_order_an_agent_needs_and_hides_codes(walk, language):
    """An e-mail without an address is a draft without recipient, and says where to find it."""
    one = walk(language)
    one.to_details()
    one.fill(ORDINARY | {"amount": "120 USDT", "description": "The code is 482913 and 我的验证码：482913"})
    expect(one.note("description").locator("p")).to_have_count(1)
    one.next()
    assert one.step == "send"
    assert "482913" not in one.message
    places = [one.message.index(text) for text in ("•••", "TRON", "120 USDT", HASH, "2026-11-20 14:05 UTC", "8.1.0")]
    assert places == sorted(places)
    way = one.choose("email")
    href = way.locator("a").get_attribute("href")
    assert href.startswith("mailto:?subject=")
    assert len(href) <= 1800
    expect(way).to_contain_text({"en": "official website", "zh": "官"}[language])


def test_a_link_is_filled_in_as_its_channel_says_an_account_is_copied_and_a_draft_is_the_message_or_says_to_paste_it(
    lamp,
):
    """A link shows where it leads. An account without one can be copied and scanned."""
    one = lamp(permissions=["clipboard-read", "clipboard-write"])
    for channel, start in {
        "x": "https://x.com/messages/compose?recipient_id=1234567890&text=",
        "telegram": "https://t.me/lamplight_works?text=",
        "github": "https://github.com/lamplight-works/firmware/issues/new?title=",
        "ticket": "https://desk.lamplight.example/hc/requests/new?tf_subject=",
    }.items():
        link = one.choose(channel).locator("a")
        href = link.get_attribute("href")
        assert href.startswith(start)
        assert "flickers" in href
        assert urlsplit(href).hostname in link.inner_text()
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert link.get_attribute("referrerpolicy") == "no-referrer"
        is_public = channel == "github"
        assert ("LL-2217" in href) != is_public, "who the reader is stays out of what strangers read"
        assert ("LL-2217" in one.message) != is_public
        assert one.page.locator(".step__public").is_visible() == is_public
        expect(one.choose(channel).locator("[data-link-note]")).to_contain_text(urlsplit(href).hostname)
    assert parse_qs(urlsplit(href).query)["tf_360001234567"] == ["LL-2217"]
    way = one.choose("wechat")
    expect(way.locator("code")).to_have_text("lamplight-works")
    picture = way.locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.complete && img.naturalWidth > 0")
    before = one.message
    way.locator("[data-copy-id]").click()
    expect(one.page.locator("[data-copy-status]")).not_to_be_empty()
    assert one.page.evaluate("navigator.clipboard.readText()") == "lamplight-works"
    assert one.message == before
    link = one.choose("email").locator("a").get_attribute("href")
    assert parse_qs(urlsplit(link).query)["body"][0].replace("\r\n", "\n") == one.message
    one.back()
    one.to_send({"description": "灯" * 900})
    link = one.choose("email").locator("a").get_attribute("href")
    assert len(link) <= 1800
    assert "灯灯" not in unquote(link)
    expect(one.choose("email").locator("[data-link-note]")).to_contain_text("too long")


def test_in_the_browser_of_an_app_an_address_is_copied_and_no_page_leaves_by_itself(lamplight, lamp):
    one = lamp(user_agent=IN_AN_APP)
    way = one.choose("email")
    expect(way.locator("[data-open]")).to_be_hidden()
    expect(way.locator("code")).to_have_text("help@lamplight.example")
    expect(way.locator("[data-link-note]")).to_have_text("Paste the message there.")
    expect(one.choose("ticket").locator("[data-open]")).to_be_visible()
    with one.page.expect_response("**/moved.*.js"):
        one.page.goto(f"{lamplight.url}en/setup/pairing/")
    expect(one.page.locator("h1 a")).to_have_attribute("href", "../../start/pair-the-lamp/")
    assert one.page.url == f"{lamplight.url}en/setup/pairing/"


@pytest.mark.parametrize("javascript", [True, False])
def test_in_any_other_browser_an_old_address_leads_on(lamplight, visitor, javascript):
    page = visitor(java_script_enabled=javascript).page
    page.goto(f"{lamplight.url}en/setup/pairing/", wait_until="commit")
    page.wait_for_url(f"{lamplight.url}en/start/pair-the-lamp/")


def test_a_link_goes_quiet_on_the_day_its_evidence_expires(lamplight, visitor):
    one = Walk(visitor().page)
    one.page.clock.install(time="2031-01-01T12:00:00")
    one.page.goto(f"{lamplight.url}en/support/")
    one.to_details("light")
    one.to_send(LAMP)
    for channel in ("ticket", "telegram", "wechat"):
        way = one.choose(channel)
        expect(way.locator("a, img")).to_have_count(0)
        expect(way.locator("[data-expired]")).to_be_visible()


def test_copying_works_where_pages_have_no_clipboard(site, visitor):
    """As on a page without TLS."""
    someone = visitor(permissions=["clipboard-read"])
    someone.context.add_init_script(NO_CLIPBOARD)
    one = Walk(someone.page)
    one.page.goto(f"{site.url}en/support/")
    one.to_details()
    one.to_send()
    one.page.evaluate("document.addEventListener('copy', () => (window.taken = getSelection().toString() || 'yes'))")
    one.part("[data-copy]").click()
    expect(one.page.locator("[data-copy-status]")).to_have_text("Copied")
    assert one.page.evaluate("window.taken")


def test_where_nothing_copies_the_message_is_left_selected(site, visitor):
    someone = visitor()
    someone.context.add_init_script(f"{NO_CLIPBOARD} Document.prototype.execCommand = () => false;")
    one = Walk(someone.page)
    one.page.goto(f"{site.url}en/support/")
    one.to_details()
    one.to_send()
    one.part("[data-copy]").click()
    expect(one.page.locator("[data-copy-status]")).to_contain_text("Ctrl+C")
    expect(one.page.locator("#message")).to_be_focused()
    chosen = one.page.locator("#message").evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert chosen == one.message


def test_the_message_can_be_saved_and_printed_and_cleared(walk):
    """On paper it stands alone, with who runs the site. Cleared, the page begins again with nothing."""
    one = walk()
    one.page.emulate_media(media="print")
    expect(one.page.locator(".first-channels .app-path").first).to_be_visible()
    expect(one.page.locator("[data-about]").first).to_be_hidden()
    one.page.emulate_media(media="screen")
    one.to_details()
    one.to_send()
    with one.page.expect_download() as download:
        one.part("[data-save]").click()
    assert download.value.suggested_filename == "message.txt"
    assert Path(download.value.path()).read_text("utf-8") == f"{one.message}\n"
    one.page.emulate_media(media="print")
    expect(one.page.locator("[data-print-text]")).to_contain_text(HASH)
    expect(one.page.locator(".disclaimer")).to_be_visible()
    for rest in (".header", ".footer", "h1", ".handoffs", "#message", ".save-options"):
        expect(one.page.locator(rest).first).to_be_hidden()
    one.page.emulate_media(media="screen")
    one.choose("email")
    one.part("[data-restart]").click()
    expect(one.page.locator('[data-step="about"] h2')).to_be_focused()
    assert one.step == "about"
    assert one.page.locator("#message").input_value() == ""
    assert one.page.locator("[data-channel=email] a").get_attribute("href") == "mailto:"
    one.to_details()
    for id in ORDINARY:
        expect(one.field(id)).to_have_value("")


def test_what_a_reader_brings_is_named_or_filled_in_and_a_phrase_is_dropped(site, walk):
    one = walk("en", "#article=send-us-your-phrase")
    one.page.keyboard.press("Tab")
    expect(one.part("[data-source]")).to_be_hidden()
    one = walk("en", "#article=transfer-not-arrived&q=usdt%20did%20not%20arrive")
    assert one.page.url == f"{site.url}en/support/"
    expect(one.part("[data-source]")).to_be_visible()
    one.to_details()
    expect(one.field("description")).to_have_value("usdt did not arrive")
    one.to_send({"transaction-hash": HASH})
    assert "transfer-not-arrived" in one.message.splitlines()[1]
    one = walk("en", f"#q={PHRASE.replace(' ', '%20')}")
    assert one.page.url == f"{site.url}en/support/"
    expect(one.page.get_by_role("alert")).to_contain_text(STOP["en"])
    one.to_details()
    expect(one.field("description")).to_have_value("")


def test_without_a_script_the_page_is_one_to_read(site, visitor):
    page = visitor(java_script_enabled=False).page
    for language in ("zh", "en"):
        page.goto(f"{site.url}{language}/support/")
        expect(page.locator("a.emergency-banner")).to_be_visible()
        expect(page.locator(".first-channels .app-path").first).to_be_visible()
        template = page.locator("details.message-template").first
        template.locator("summary").click()
        expect(template.locator("pre")).to_be_visible()
        expect(page.locator("main :is(input, textarea, select, button)").locator("visible=true")).to_have_count(0)


def test_a_site_of_the_least_content_has_the_form_too(serve, visitor):
    site = serve("minimal")
    one = Walk(visitor().page)
    one.page.goto(f"{site.url}fr/support/")
    assert one.part(".step__progress").inner_text() == f"Étape 1 sur {len(STEPS)}"
    one.to_details("other")
    one.to_send({"description": "Rien ne marche."})
    expect(one.page.locator("#to-website")).to_be_checked()
    assert "Rien ne marche." in one.message


def test_the_steps_come_at_the_first_sign_of_use_and_what_was_pressed_before_is_answered_then(site, page):
    asked: list[str] = []
    held = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.url}en/support/")
    settled(page)
    assert [url for url in asked if "/contact_form." in url or "/known." in url] == []
    with page.expect_request("**/contact_form.*.js"):
        page.keyboard.press("Tab")
    assert Walk(page).step == "about"
    page.route("**/contact_form.*.js", lambda route: held.append(route))
    page.reload()
    with page.expect_request("**/contact_form.*.js"):
        page.locator('[data-about="transfer"]').click()
    expect(page.locator("[aria-busy=true]")).to_have_count(1)
    expect(page.locator('[data-step="about"]')).to_be_visible()
    held[0].continue_()
    assert Walk(page).step == "details"


def test_who_was_in_the_page_to_read_when_the_script_comes_late_is_led_to_the_first_step(site, page):
    held = []
    page.route("**/contact_page.*.js", lambda route: held.append(route))
    page.goto(f"{site.url}en/support/", wait_until="commit")
    expect(page.locator("[data-fallback]").first).to_have_css("animation-name", "show-fallback")  # styles are here
    template = page.locator("[data-fallback] summary").first
    expect(template).to_be_visible()
    template.focus()
    expect(template).to_be_focused()
    held[0].continue_()
    expect(template).to_be_hidden()
    expect(page.locator('[data-step="about"] h2')).to_be_focused()


def test_where_the_steps_do_not_arrive_the_page_to_read_is_back_and_a_button_tries_again(site, page):
    page.route("**/contact_form.*.js", lambda route: route.abort())
    page.goto(f"{site.url}en/support/")
    page.locator('[data-about="transfer"]').click()
    expect(page.locator("[data-fallback]").first).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    page.unroute("**/contact_form.*.js")
    page.locator('[data-about="transfer"]').click()
    assert Walk(page).step == "details"
    expect(page.locator("[data-fallback]:visible")).to_have_count(0)
