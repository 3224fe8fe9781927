"""The journey to support, walked: steps, mistakes, what the guard says, the message, the ways out, and Back."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import phrase_disguises
import pytest
from contact_walk import HASH, ORDINARY, STEPS, TRON, Walk
from playwright.sync_api import expect
from waiting import settled

PHRASE = phrase_disguises.vectors("guard-bip39")["english"][1][1]
STOP = {"zh": "停一下", "en": "Stop:"}
LAMP = {"description": "It flickers.", "serial": "LL-2217"}


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
    """A walk on a site whose channels are of every kind, at the choice of one."""
    walk = Walk(visitor().page)
    walk.page.goto(f"{lamplight.url}en/support/")
    walk.to_details("light")
    walk.to_send(LAMP)
    return walk


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_step_shows_at_a_time_and_its_heading_has_the_focus(walk, language):
    one = walk(language)
    seen = [one.step]
    one.part('[data-to="about"]').click()
    for act in (
        lambda: one.page.locator("#about-transfer").check(),
        lambda: None,
        lambda: one.fill(ORDINARY),
        lambda: None,
    ):
        seen.append(one.step)
        expect(one.part("h2")).to_be_focused()
        act()
        one.next()
    seen.append(one.step)
    expect(one.part("h2")).to_be_focused()
    assert tuple(seen) == STEPS


def test_every_step_says_where_it_stands_and_the_title_says_which_it_is(walk):
    one = walk()
    places = [one.part(".step__progress").inner_text()]
    one.to_details()
    places.append(one.part(".step__progress").inner_text())
    assert one.page.title().startswith(one.part("h2").inner_text())
    one.to_send()
    places.append(one.part(".step__progress").inner_text())
    assert places == ["Step 1 of 5", "Step 3 of 5", "Step 5 of 5"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whoever_shared_a_secret_is_led_to_the_emergency_article_and_to_no_form(site, walk, language):
    one = walk(language)
    one.part('[data-to="emergency"]').click()
    assert one.step == "emergency"
    expect(one.part("a.button")).to_have_attribute("href", "../security/phrase-stolen/")
    assert one.part(":is(input, textarea, select)").count() == 0
    one.back()
    assert one.step == "stop"


def test_nothing_chosen_is_said_and_the_message_leads_to_the_choice(walk):
    one = walk()
    one.part('[data-to="about"]').click()
    one.next()
    assert one.step == "about"
    expect(one.part(".error-summary")).to_be_focused()
    one.part(".error-summary a").click()
    expect(one.page.locator("#about-transfer")).to_be_focused()
    assert "#" not in one.page.url


def test_the_articles_of_the_issue_come_before_any_question(walk):
    one = walk()
    one.part('[data-to="about"]').click()
    one.page.locator("#about-theft").check()
    one.next()
    assert one.step == "answers"
    expect(one.part(".article-list a").locator("visible=true").first).to_contain_text("stolen")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_missing_is_listed_takes_the_focus_and_leads_to_each_field(walk, language):
    one = walk(language)
    one.to_details()
    one.next()
    assert one.step == "details"
    summary = one.part(".error-summary")
    expect(summary).to_be_focused()
    links = summary.locator("a")
    assert [link.get_attribute("href") for link in links.all()] == [f"#detail-{id}" for id in ORDINARY]
    for place, id in enumerate(ORDINARY):
        links.nth(place).click()
        expect(one.field(id)).to_be_focused()
        expect(one.field(id)).to_have_attribute("aria-invalid", "true")
        expect(one.page.locator(f"#detail-{id}-error")).to_have_text(links.nth(place).inner_text())
    assert "#" not in one.page.url
    one.fill(ORDINARY)
    expect(one.page.locator("[aria-invalid]")).to_have_count(0)
    one.next()
    assert one.step == "check"


def test_answers_are_kept_on_the_way_back_and_by_the_browsers_own_back(walk):
    one = walk()
    one.to_details()
    one.fill(ORDINARY)
    one.next()
    one.back()
    assert one.step == "details"
    one.page.go_back()
    assert one.step == "answers"
    one.page.go_back()
    assert one.step == "about"
    expect(one.page.locator("#about-transfer")).to_be_checked()
    one.page.go_forward()
    one.page.go_forward()
    assert one.step == "details"
    for id, text in ORDINARY.items():
        expect(one.field(id)).to_have_value(text)


def test_going_forward_into_a_step_that_is_not_open_any_more_leads_to_one_that_is(walk):
    one = walk()
    one.to_details()
    one.fill(ORDINARY)
    one.next()
    one.back()
    one.field("description").fill("")
    one.page.go_forward()
    assert one.step == "details"


def test_change_leads_to_the_field_of_an_answer(walk):
    one = walk()
    one.to_details()
    one.fill(ORDINARY)
    one.next()
    one.part(".answers-summary > div").filter(has_text="Time with its UTC offset").get_by_role("button").click()
    assert one.step == "details"
    expect(one.field("time")).to_be_focused()


def test_change_opens_what_was_folded(walk):
    one = walk()
    one.to_details()
    one.fill(ORDINARY)
    one.next()
    one.part(".answers-summary > div").filter(has_text="Earlier contact").get_by_role("button").click()
    expect(one.field("earlier-contact")).to_be_focused()


def test_an_issue_type_asks_for_its_own_details_and_another_one_for_others(walk):
    one = walk()
    one.to_details("transfer")
    one.fill({"description": "It is gone."})
    one.back()
    one.back()
    one.page.locator("#about-feedback").check()
    one.next()
    one.next()
    shown = one.page.locator('[data-details="required"] [data-detail]').evaluate_all(
        "all => all.map(one => one.dataset.detail)"
    )
    assert shown == ["idea"]
    expect(one.field("transaction-hash")).to_be_hidden()


def test_articles_near_the_description_stand_beside_it_and_open_beside_the_page(walk):
    one = walk()
    one.to_details()
    near = one.page.locator("[data-suggestions]")
    expect(near).to_be_hidden()
    one.field("description").fill("i sent it to the wrong address on the wrong network")
    expect(near.locator("a").first).to_contain_text("ddress")
    expect(near.locator("a").first).to_have_attribute("target", "_blank")
    one.field("description").fill("")
    expect(near).to_be_hidden()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("secret", [PHRASE, PHRASE.upper(), "5KYZdUEo39z3FPrtuX2QbbwGnNP5zTd7yyr2SC1j299sBCnWjss"])
def test_a_secret_empties_its_field_and_is_not_shown_again(walk, language, secret):
    one = walk(language)
    one.to_details()
    one.fill({"tried": f"I tried {secret} ok"})
    expect(one.field("tried")).to_have_value("")
    warning = one.page.get_by_role("alert")
    expect(warning).to_contain_text(STOP[language])
    expect(warning.locator("a")).to_have_attribute("href", "../security/phrase-stolen/")
    assert not set(secret.split()) & set(one.page.locator("main").inner_text().split()) - {"ability", "able", "like"}


def test_a_secret_is_noticed_while_it_is_typed(walk):
    one = walk()
    one.to_details()
    one.field("description").press_sequentially(PHRASE)
    expect(one.page.get_by_role("alert")).to_have_count(1)
    assert len(one.field("description").input_value()) < len(PHRASE)


def test_a_pasted_secret_never_gets_into_the_field(walk):
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


def test_what_was_emptied_does_not_come_back_by_undo(walk):
    one = walk()
    one.to_details()
    one.field("description").press_sequentially(PHRASE)
    for _ in range(80):
        one.page.keyboard.press("Control+z")
    assert len(one.field("description").input_value().split()) < 12


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
    expect(one.part(".key-question")).to_be_visible()
    one.next()
    assert one.step == "details"
    expect(one.part(".error-summary a")).to_have_count(1)
    one.part("[data-hash]").click()
    expect(one.part(".key-question")).to_have_count(0)
    one.next()
    assert one.step == "check"


def test_64_hex_digits_that_may_be_a_key_empty_their_field(walk):
    one = walk()
    one.to_details()
    one.fill({"tried": f"see {HASH[::-1]}"})
    one.part("[data-key]").click()
    expect(one.field("tried")).to_have_value("")
    expect(one.page.get_by_role("alert")).to_contain_text(STOP["en"])


def test_what_looks_wrong_is_explained_and_stops_nobody(walk):
    one = walk()
    one.to_details()
    one.fill(ORDINARY | {"transaction-hash": f"0x{HASH}", "time": "yesterday 2", "address": TRON[:-1] + "9"})
    one.field("address").press("Tab")
    for id in ("transaction-hash", "time", "address"):
        expect(one.note(id).locator("p")).to_have_count(1)
    one.next()
    assert one.step == "check"


def test_an_address_of_another_network_is_said_to_be_one(walk):
    one = walk()
    one.to_details()
    one.fill({"network": "ethereum", "address": TRON})
    one.field("address").press("Tab")
    expect(one.note("address")).to_contain_text("TRON")


def test_the_present_time_can_be_entered_with_its_offset(site, visitor):
    one = Walk(visitor(timezone_id="Asia/Shanghai").page)
    one.page.goto(f"{site.url}en/support/")
    one.to_details()
    one.page.locator("[data-now]").click()
    assert one.field("time").input_value().endswith("UTC+8")
    expect(one.note("time").locator("p")).to_have_count(0)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_codes_are_hidden_in_the_message_and_that_is_said(walk, language):
    one = walk(language)
    one.to_details()
    one.fill({**ORDINARY, "description": "The code is 482913 and 我的验证码：482913"})
    expect(one.note("description").locator("p")).to_have_count(1)
    one.next()
    assert "482913" not in one.part(".answers-summary").inner_text()
    one.next()
    one.choose("in-app-ticket")
    assert "482913" not in one.message
    assert "•••" in one.message


@pytest.mark.parametrize(
    ("language", "first"), [("zh", "问题类型 / What it is about: "), ("en", "What it is about / 问题类型: ")]
)
def test_the_message_has_every_answer_in_the_order_an_agent_needs_with_labels_in_both_languages(walk, language, first):
    one = walk(language)
    one.to_details()
    one.to_send(ORDINARY | {"amount": "120 USDT"})
    one.choose("in-app-ticket")
    lines = one.message.splitlines()
    assert lines[0].startswith(first)
    places = [
        one.message.index(text) for text in (ORDINARY["description"], "120 USDT", HASH, ORDINARY["time"], "8.1.0")
    ]
    assert places == sorted(places)
    assert "TRON" in one.message
    assert {"What happened", "发生了什么"} <= set(lines[1].removesuffix(":").split(" / "))


def test_an_email_without_an_address_is_a_draft_without_recipient_and_says_where_to_find_it(walk):
    one = walk()
    one.to_details()
    one.to_send()
    way = one.choose("email")
    href = way.locator("a").get_attribute("href")
    assert href.startswith("mailto:?subject=")
    assert len(href) <= 1800
    expect(way).to_contain_text("official website")


def test_a_draft_holds_the_message_or_says_that_it_must_be_pasted(lamp):
    way = lamp.choose("email")
    link = way.locator("a").get_attribute("href")
    body = parse_qs(urlsplit(link).query)["body"][0]
    assert body.replace("\r\n", "\n") == lamp.message
    lamp.page.go_back()
    lamp.page.go_back()
    lamp.field("description").fill("灯" * 900)
    lamp.next()
    lamp.next()
    link = lamp.choose("email").locator("a").get_attribute("href")
    assert len(link) <= 1800
    assert "灯灯" not in unquote(link)
    expect(lamp.choose("email").locator("[data-link-note]")).to_contain_text("too long")


@pytest.mark.parametrize(
    ("channel", "start"),
    [
        ("x", "https://x.com/messages/compose?recipient_id=1234567890&text="),
        ("telegram", "https://t.me/lamplight_works?text="),
        ("github", "https://github.com/lamplight-works/firmware/issues/new?title="),
        ("ticket", "https://desk.lamplight.example/hc/requests/new?tf_subject="),
    ],
)
def test_a_link_is_filled_in_as_its_channel_says_and_shows_where_it_leads(lamp, channel, start):
    link = lamp.choose(channel).locator("a")
    href = link.get_attribute("href")
    assert href.startswith(start)
    assert "flickers" in href
    assert urlsplit(href).hostname in link.inner_text()
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("referrerpolicy") == "no-referrer"
    assert ("LL-2217" in href) == (channel != "github"), "who the reader is stays out of what strangers read"
    expect(lamp.choose(channel).locator("[data-link-note]")).to_contain_text(urlsplit(href).hostname)


def test_a_detail_gets_into_its_own_field_of_a_form(lamp):
    href = lamp.choose("ticket").locator("a").get_attribute("href")
    assert parse_qs(urlsplit(href).query)["tf_360001234567"] == ["LL-2217"]


def test_an_account_without_a_link_can_be_copied_and_scanned(lamp):
    way = lamp.choose("wechat")
    expect(way.locator("code")).to_have_text("lamplight-works")
    picture = way.locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.complete && img.naturalWidth > 0")
    before = lamp.message
    lamp.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    way.locator("[data-copy-id]").click()
    expect(lamp.page.locator("[data-copy-status]")).not_to_be_empty()
    assert lamp.page.evaluate("navigator.clipboard.readText()") == "lamplight-works"
    assert lamp.message == before


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


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_copying_works_with_the_permission(site, visitor):
    one = Walk(visitor(permissions=["clipboard-read", "clipboard-write"]).page)
    one.page.goto(f"{site.url}en/support/")
    one.to_details()
    one.to_send()
    one.choose("in-app-ticket")
    one.part("[data-copy]").click()
    expect(one.page.locator("[data-copy-status]")).to_have_text("Copied")
    assert copied(one.page).replace("\r\n", "\n") == one.message


def test_copying_works_where_pages_have_no_clipboard(site, visitor):
    """As on a page without TLS."""
    someone = visitor(permissions=["clipboard-read"])
    someone.context.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    one = Walk(someone.page)
    one.page.goto(f"{site.url}en/support/")
    one.to_details()
    one.to_send()
    one.choose("in-app-ticket")
    one.page.evaluate("document.addEventListener('copy', () => (window.taken = getSelection().toString() || 'yes'))")
    one.part("[data-copy]").click()
    expect(one.page.locator("[data-copy-status]")).to_have_text("Copied")
    assert one.page.evaluate("window.taken")


def test_where_nothing_copies_the_message_is_left_selected(site, visitor):
    someone = visitor()
    someone.context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });"
        "Document.prototype.execCommand = () => false;"
    )
    one = Walk(someone.page)
    one.page.goto(f"{site.url}en/support/")
    one.to_details()
    one.to_send()
    one.choose("in-app-ticket")
    one.part("[data-copy]").click()
    expect(one.page.locator("[data-copy-status]")).to_contain_text("Ctrl+C")
    expect(one.page.locator("#message")).to_be_focused()
    chosen = one.page.locator("#message").evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert chosen == one.message


def test_the_message_can_be_saved_as_text(walk):
    one = walk()
    one.to_details()
    one.to_send()
    one.choose("in-app-ticket")
    with one.page.expect_download() as download:
        one.part("[data-save]").click()
    assert download.value.suggested_filename == "message.txt"
    assert Path(download.value.path()).read_text("utf-8") == f"{one.message}\n"


def test_on_paper_stands_the_message_alone_and_who_runs_the_site(walk):
    one = walk()
    one.to_details()
    one.to_send()
    one.page.emulate_media(media="print")
    expect(one.page.locator(".print-only")).to_be_visible()
    expect(one.page.locator(".print-only")).to_contain_text(HASH)
    expect(one.page.locator(".disclaimer")).to_be_visible()
    for rest in (".header", ".footer", "h1", ".options", "#message", ".save-options"):
        expect(one.page.locator(rest).first).to_be_hidden()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_comes_from_an_article_finds_it_named_and_its_issue_chosen(site, walk, language):
    one = walk(language, "#article=transfer-not-arrived")
    assert one.page.url == f"{site.url}{language}/support/"
    one.part('[data-to="about"]').click()
    expect(one.part("[data-source]")).to_be_visible()
    expect(one.page.locator("#about-transfer")).to_be_checked()
    one.next()
    one.next()
    one.to_send()
    one.choose("in-app-ticket")
    assert "transfer-not-arrived" in one.message.splitlines()[1]


def test_an_article_that_does_not_exist_is_not_named(walk):
    one = walk("en", "#article=send-us-your-phrase")
    one.part('[data-to="about"]').click()
    expect(one.part("[data-source]")).to_be_hidden()


def test_the_words_of_a_search_stand_in_the_description_and_not_in_the_address(site, walk):
    one = walk("en", "#q=usdt%20did%20not%20arrive")
    assert one.page.url == f"{site.url}en/support/"
    one.to_details()
    expect(one.field("description")).to_have_value("usdt did not arrive")


def test_a_phrase_that_was_searched_for_is_dropped_at_once(site, walk):
    one = walk("en", f"#q={PHRASE.replace(' ', '%20')}")
    assert one.page.url == f"{site.url}en/support/"
    expect(one.page.get_by_role("alert")).to_contain_text(STOP["en"])
    one.to_details()
    expect(one.field("description")).to_have_value("")


def test_clearing_begins_again_with_nothing(walk):
    one = walk()
    one.to_details()
    one.to_send()
    one.choose("email")
    one.part("[data-restart]").click()
    expect(one.page.locator('[data-step="stop"]')).to_be_visible()
    assert one.step == "stop"
    expect(one.part("h2")).to_be_focused()
    assert one.page.locator("#message").input_value() == ""
    assert one.page.locator("[data-channel=email] a").get_attribute("href") == "mailto:"
    one.to_details()
    for id in ORDINARY:
        expect(one.field(id)).to_have_value("")


def test_enter_leads_on_from_a_field_of_one_line(walk):
    one = walk()
    one.to_details()
    one.fill(ORDINARY)
    one.field("time").press("Enter")
    assert one.step == "check"
    one.back()
    one.field("description").press("Enter")
    assert one.step == "details"


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


def test_a_site_without_an_emergency_article_begins_with_the_question_what_it_is_about(serve, visitor):
    site = serve("minimal")
    one = Walk(visitor().page)
    one.page.goto(f"{site.url}fr/support/")
    assert one.step == "about"
    assert one.part(".step__progress").inner_text() == "Étape 1 sur 4"
    one.next()
    assert one.step == "details"
    one.fill({"description": "Rien ne marche."})
    one.next()
    one.next()
    one.choose("website")
    assert "Rien ne marche." in one.message


def test_the_steps_come_at_the_first_sign_of_use_and_not_before(site, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.url}en/support/")
    settled(page)
    assert [url for url in asked if "/contact_form." in url or "/known." in url] == []
    page.keyboard.press("Tab")
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/contact_form.'))"
    )
    assert Walk(page).step == "stop"


def test_what_was_pressed_before_the_steps_were_here_is_answered_when_they_are(site, page):
    held = []
    page.route("**/contact_form.*.js", lambda route: held.append(route))
    page.goto(f"{site.url}en/support/")
    with page.expect_request("**/contact_form.*.js"):
        page.locator('[data-to="about"]').click()
    expect(page.locator("[aria-busy=true]")).to_have_count(1)
    expect(page.locator('[data-step="stop"]')).to_be_visible()
    held[0].continue_()
    assert Walk(page).step == "about"


def test_who_was_in_the_page_to_read_when_the_script_comes_late_is_led_to_the_first_step(site, page):
    held = []
    page.route("**/contact_page.*.js", lambda route: held.append(route))
    page.goto(f"{site.url}en/support/", wait_until="commit")
    expect(page.locator("[data-fallback]").first).to_have_css("animation-name", "show-fallback")  # styles are here
    link = page.locator("[data-fallback] summary").first
    expect(link).to_be_visible()
    link.focus()
    expect(link).to_be_focused()
    held[0].continue_()
    expect(link).to_be_hidden()
    expect(page.locator('[data-step="stop"] h2')).to_be_focused()


def test_where_the_steps_do_not_arrive_the_page_to_read_is_back_and_a_button_tries_again(site, page):
    page.route("**/contact_form.*.js", lambda route: route.abort())
    page.goto(f"{site.url}en/support/")
    page.locator('[data-to="about"]').click()
    expect(page.locator("[data-fallback]").first).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    page.unroute("**/contact_form.*.js")
    page.locator('[data-to="about"]').click()
    assert Walk(page).step == "about"
    expect(page.locator("[data-fallback]:visible")).to_have_count(0)
