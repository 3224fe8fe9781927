"""The page that leads to support, as it is built: what it loads, what its script holds, what can be read of it."""

from __future__ import annotations

import gzip
import re

import pytest
from built_site import Page, Site, attributes

LIMIT = 51_000
"""Bytes of the scripts on the wire, the word lists of recovery phrases included."""
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'none'",
    "form-action": "'none'",
    "base-uri": "'none'",
}
LOADS = "await import(new URL(failures?`${url}#${failures}`:url,document.URL).href)"
"""How the page loads the rest of its own script. The policy lets it come from this site alone; the addresses stand in
the page."""
READS = 'readStored(FAILED_SEARCHES,"sessionStorage")'
"""How it learns which searches found nothing. It writes nothing there."""
QUIET = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off", "translate": "no"}

# What a page could do that its policy does not stop, or that would keep what was typed.
FORBIDDEN = {
    "navigation by script": r"\b(?:location|navigation|opener|frames)\b|\b(?:top|parent|self)\.|\bopen\(",
    "pressing by script": r"\.(?:click|submit|requestSubmit|dispatchEvent)\(",
    "refreshing, framing, preloading": r"http-equiv|iframe|srcdoc|pre(?:fetch|load|connect|render)|speculationrules",
    "WebRTC and its kin": r"RTC|WebTransport|PeerConnection|dataChannel",
    "requests": r"\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|EventSource|\bimport\(|\b(?:Image|Audio)\(",
    "other contexts": r"Worker|importScripts|worklet|postMessage|BroadcastChannel|MessageChannel|\bcaches\b",
    "storage": r"sessionStorage|indexedDB|\bcookie|openDatabase|showSaveFilePicker|StorageManager",
    "HTML from text": r"innerHTML|outerHTML|insertAdjacent|document\.write|DOMParser|createContextualFragment|setHTML",
    "code from text": r"\beval\b|\bFunction\(|javascript:|setTimeout\(['\"]",
    "handing on": r"navigator\.(?!clipboard\.writeText|userAgent\.includes)|PaymentRequest|Notification|\.ping\b",
    "another window": r"\btarget ?[=:] ?(?!\"_blank\"|=)",
    "names that are put together": r"(?:window|document|globalThis)\[(?!store\])",
}


def support(site: Site) -> list[Page]:
    return [site.pages[f"{code}/support/"] for code in site.written.codes]


@pytest.fixture(scope="module")
def script(built) -> str:
    """Both scripts of the page: the one that shows its first step, and the one that this loads when it is used."""
    assets = built("bitpie").folder / "assets"
    (first,), (journey,) = assets.glob("contact_page.*.js"), assets.glob("contact_form.*.js")
    return f"{first.read_text('utf-8')}\n{journey.read_text('utf-8')}"


def test_the_script_is_small_with_all_its_word_lists(script: str) -> None:
    assert len(gzip.compress(script.encode(), 9)) < LIMIT
    assert "Made at build time" not in script, "comments do not travel"
    assert re.search(r"^const english=", script, re.MULTILINE), "the lists do"


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_the_script_holds_no_way_out_that_a_policy_cannot_stop(script: str, kind: str) -> None:
    code = "\n".join(line for line in script.splitlines() if not line.startswith(("const rules", "const packed")))
    for known in (LOADS, READS):
        assert code.count(known) == 1
        code = code.replace(known, "")
    assert re.findall(rf".{{0,30}}(?:{FORBIDDEN[kind]}).{{0,30}}", code) == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("navigation by script", "location = url"),
        ("navigation by script", "window.location.assign(url)"),
        ("navigation by script", 'open("https://x.example")'),
        ("pressing by script", "link.click()"),
        ("refreshing, framing, preloading", 'meta.setAttribute("http-equiv", "refresh")'),
        ("WebRTC and its kin", "new RTCPeerConnection()"),
        ("requests", "navigator.sendBeacon(url)"),
        ("other contexts", "new SharedWorker(url)"),
        ("storage", "document.cookie = text"),
        ("HTML from text", "box.innerHTML = text"),
        ("code from text", 'setTimeout("x()")'),
        ("handing on", "navigator.share(text)"),
        ("another window", 'element("a", { target: "_self" })'),
        ("names that are put together", 'window["loc" + "ation"]'),
    ],
)
def test_those_ways_would_be_found(kind: str, code: str) -> None:
    assert re.search(FORBIDDEN[kind], code)


def test_the_history_takes_a_number_and_an_address_without_words(script: str) -> None:
    calls = re.findall(r"history\.(?:pushState|replaceState)\((.*?)\);", script)
    assert sorted(set(calls)) == [
        '{step:0},"",document.URL.split("#")[0]',
        '{step:this.#position},""',
    ]
    assert len(re.findall(r"\bhistory\.", script)) == len(calls) + script.count("history.back()")


def test_what_is_kept_on_the_device_is_a_choice_of_colours_or_language(script: str) -> None:
    kept = re.findall(r"(?<!function )\bwriteStored\(([^)]*)\)", script)
    assert set(kept) == {'"theme",page.dataset.theme', '"language",link.dataset.language'}
    assert re.findall(r"localStorage", script) == ["localStorage"] * 4, "the store's name in storage.js, in each script"


def test_what_is_made_is_of_harmless_kinds(script: str) -> None:
    assert script.count("createElement(") == 2, "that of dom.js, in each script"
    code = re.sub(r"`[^`]*`", "text", script)
    made = re.findall(r'(?<!function )\belement\("(\w+)",\{([^{}]*)\}', code)
    assert len(made) == len(re.findall(r"(?<!function )\belement\(", code)), "each names what it makes"
    assert {tag for tag, _ in made} == {"a", "h3", "li", "p", "small", "ul"}
    given = {name for _, attributes in made for name in re.findall(r"(?:^|,)\s*([\w-]+)", attributes)}
    assert given == {"class", "href", "id", "rel", "target"}
    named = re.findall(r'\b(?:set|toggle|remove)Attribute\("([\w-]+)"', script)
    aria = {"aria-invalid", "aria-label", "aria-labelledby", "aria-pressed", "aria-required"}
    assert {*named} <= {*aria, "href", "role"}
    assert script.count("Attribute(") == len(named) + 2, "each names what it sets, but that of dom.js, in each script"


def test_its_policy_lets_it_reach_nothing(site: Site) -> None:
    for page in support(site):
        (policy,) = page.soup.select('meta[http-equiv="Content-Security-Policy"]')
        found = dict(part.split(" ", 1) for part in str(policy["content"]).split("; "))
        assert re.fullmatch(r"'self'( 'sha256-[\w+/=]+')*", found.pop("script-src"))
        assert found == POLICY
        assert page.soup.select_one("meta[name=referrer]")["content"] == "no-referrer"


def test_it_loads_its_own_script_and_none_of_the_other_pages(site: Site) -> None:
    for page in support(site):
        (form,) = page.soup.select("[data-component=contact-form]")
        loaded = [
            *(str(tag["src"]) for tag in page.soup.select("script[src]")),
            *(str(form[f"data-{name}"]) for name in ("module", "articles")),
        ]
        assert [re.sub(r"\.\w{12}", "", address) for address in loaded] == [
            *(["../../assets/offline_notice.js"] if site.written.settings.get("offline") else []),
            "../../assets/contact_page.js",
            "../../assets/contact_form.js",
            f"../../assets/known.{page.language}.js",
        ]


def test_it_has_no_form_and_nothing_that_takes_a_file_or_a_password(site: Site) -> None:
    for page in support(site):
        assert page.soup.select("form, iframe, object, embed, [formaction], [action], [contenteditable]") == []
        assert {str(tag.get("type")) for tag in page.soup.select("main input")} <= {
            "text",
            "datetime-local",
            "radio",
            "checkbox",
        }
        assert page.soup.select("main input[type=text][name], main textarea[name], main select[name]") == []


def test_every_field_asks_the_browser_to_keep_and_to_send_nothing(site: Site) -> None:
    for page in support(site):
        fields = page.soup.select(".field :is(input, textarea, select)")
        assert fields
        for field in fields:
            assert QUIET.items() <= field.attrs.items(), field


def test_every_field_has_a_label_and_an_error_that_it_names(site: Site) -> None:
    for page in support(site):
        for field in page.soup.select(".field :is(input, textarea, select)"):
            assert page.soup.select_one(f'label[for="{field["id"]}"]').get_text(strip=True)
            assert f"{field['id']}-error" in attributes(field, "aria-describedby")
            assert all(page.soup.find(id=id) for id in str(field["aria-describedby"]).split())


def test_without_a_script_it_shows_the_warning_the_channels_and_messages_to_fill_in(site: Site) -> None:
    for page in support(site):
        code, written = page.language, site.written
        for channel in written.data("channels"):
            (name,) = page.soup.select(f"#channel-{channel['id']}")
            assert channel["name"][code] in name.get_text()
        templates = page.soup.select("details.message-template")
        types = written.data("issue_types")
        assert [tag.summary.get_text(strip=True) for tag in templates] == [one["title"][code] for one in types]
        details = {one["id"]: one for one in written.data("details")}
        for tag, issue_type in zip(templates, types, strict=True):
            text = tag.pre.get_text()
            for id in [*issue_type.get("required", []), *issue_type.get("optional", [])]:
                assert details[id]["title"][code] in text
        emergency = written.settings.get("home", {}).get("emergency")
        if emergency:
            assert page.soup.select_one(".contact-form > a.emergency-banner")
        assert page.soup.select_one(".contact-form > [data-fallback]:not([hidden])")


def test_a_channel_without_a_link_says_how_to_find_it(bitpie: Site) -> None:
    for page in support(bitpie):
        for way in page.soup.select("[data-channel]"):
            if not way.select("a, code"):
                assert way.select_one("[data-expired]:not([hidden])").get_text(strip=True)


def test_no_address_stands_in_a_way_out_whose_channel_is_not_confirmed(site: Site) -> None:
    confirmed = {"verified", "documented"}
    for page in support(site):
        for channel in site.written.data("channels"):
            if channel["status"] in confirmed:
                continue
            for way in page.soup.select(f'[data-channel="{channel["id"]}"]'):
                assert [str(tag["href"]) for tag in way.select("a")] in ([], ["mailto:"])
                for secret in (channel.get("url"), channel.get("address"), channel.get("handle")):
                    assert not secret or secret not in str(way)


def test_every_page_leads_there_from_its_header(site: Site) -> None:
    for page in site.in_a_language:
        link = page.soup.select_one(".header__contact")
        if link:
            assert page.resolve(str(link["href"])).endswith(f"/{page.language}/support/"), page.url


def test_an_article_that_did_not_help_says_which_one_it_was_behind_the_hash(bitpie: Site) -> None:
    for code in bitpie.written.codes:
        for id, page in bitpie.article_pages(code).items():
            found = page.links(".contact-prompt")
            assert found
            assert all(link.endswith(f"/{code}/support/#article={id}") for link in found)


def test_pictures_of_accounts_are_made_at_build_time(lamplight: Site) -> None:
    for page in support(lamplight):
        (picture,) = page.soup.select('[data-channel="wechat"] img')
        assert "lamplight-works" in str(picture["alt"])
        address = page.resolve(str(picture["src"]))
        assert lamplight.missing(address) == ""
