"""What the journey's modules say by themselves: addresses, looks, ways out, what stays out of public messages."""

from __future__ import annotations

import json
import re
from random import Random
from urllib.parse import parse_qs, unquote, urlsplit

import phrase_disguises
import pytest
from nearest_articles import NEAR

from bench import guard_keys

ADDRESSES = json.loads((phrase_disguises.VECTORS / "addresses.json").read_text("utf-8"))
LOOKS = json.loads((phrase_disguises.VECTORS / "looks.json").read_text("utf-8"))
HASH = "ab" * 32
BITCOIN, ETHEREUM, TRON = (
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
)
CALL = """async ([module, name, args]) => (await import(`/contact/${module}.js`))[name](...args)"""
MAP = """async ([module, name, all]) => {
  const { [name]: one } = await import(`/contact/${module}.js`);
  return all.map((args) => one(...args));
}"""
FILL = """async ([handoff, message]) => {
  const { fillLink } = await import("/contact/handoff.js");
  return fillLink(handoff, { ...message, answers: new Map(message.answers ?? []) });
}"""
KECCAK = """async (texts) => {
  const { keccak256 } = await import("/contact/keccak.js");
  const hex = (byte) => byte.toString(16).padStart(2, "0");
  return texts.map((text) => Array.from(keccak256(new TextEncoder().encode(text)), hex).join(""));
}"""
WRITTEN = """async () => {
  const { formatTime } = await import("/contact/field_checks.js");
  const at = (offset) => {
    const now = new Date(2026, 0, 5, 7, 9);
    now.getTimezoneOffset = () => offset;
    return formatTime(now);
  };
  return [-480, 0, 210, -345].map(at);
}"""


@pytest.fixture
def call(modules):
    return lambda module, name, *args: modules.evaluate(CALL, [module, name, list(args)])


@pytest.fixture
def many(modules):
    return lambda module, name, all: modules.evaluate(MAP, [module, name, all])


@pytest.fixture
def fill(modules):
    """The link of a handoff with a message in it, and the note on it."""

    def filled(method="mailto", base="mailto:help@vendor.example", limit=1800, fields=(), **message):
        message = {"subject": "A transfer", "text": "It is gone.", "short": "Pasted below:", **message}
        found = modules.evaluate(FILL, [{"method": method, "base": base, "limit": limit, "fields": fields}, message])
        return found["href"], found["note"]

    return filled


# The first two are published; the others, around the length of a block, were made with PyCryptodome.
HASHES = {
    "": "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
    "abc": "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
    "a" * 135: "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446",
    "a" * 136: "a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e",
    "a" * 137: "d869f639c7046b4929fc92a4d988a8b22c55fbadb802c0c66ebcd484f1915f39",
}


def test_keccak_is_right_whatever_the_length(modules):
    assert modules.evaluate(KECCAK, list(HASHES)) == list(HASHES.values())


def test_published_addresses_belong_to_their_network_and_are_right(many):
    right = [address for address, _ in ADDRESSES["right"]]
    assert many("wallet_address", "networkOf", [[one] for one in right]) == [
        network for _, network in ADDRESSES["right"]
    ]
    assert many("wallet_checksum", "hasValidChecksum", [[one] for one in right]) == [True] * len(right)


def test_addresses_with_a_wrong_character_are_seen_to_be_wrong(many):
    wrong = ADDRESSES["wrong"]
    found = many("wallet_checksum", "hasValidChecksum", [[one] for one in wrong])
    assert [one for one, is_right in zip(wrong, found, strict=True) if is_right] == []


def test_any_one_wrong_character_is_noticed_where_the_address_has_a_check(many):
    letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    for address in (TRON, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"):
        changed = [
            address[:at] + letters[(letters.index(address[at]) + 7) % 58] + address[at + 1 :]
            for at in range(1, len(address))
        ]
        assert many("wallet_checksum", "hasValidChecksum", [[one] for one in changed]) == [False] * len(changed)
    changed = [BITCOIN[:at] + ("q" if BITCOIN[at] != "q" else "p") + BITCOIN[at + 1 :] for at in range(4, len(BITCOIN))]
    assert many("wallet_checksum", "hasValidChecksum", [[one] for one in changed]) == [False] * len(changed)


def test_what_has_not_the_shape_of_an_address_belongs_to_no_network(many):
    assert many("wallet_address", "networkOf", [[one] for one in ADDRESSES["none"]]) == [None] * len(ADDRESSES["none"])


def test_what_looks_wrong_is_explained_and_what_may_be_right_is_let_be(many):
    found = many("field_checks", "findProblem", [look[:3] for look in LOOKS])
    assert [(look, says) for look, says in zip(LOOKS, found, strict=True) if look[3] != says] == []


def test_a_time_is_written_with_the_offset_of_the_readers_clock(modules):
    assert modules.evaluate(WRITTEN) == [
        "2026-01-05 07:09 UTC+8",
        "2026-01-05 07:09 UTC+0",
        "2026-01-05 07:09 UTC-3:30",
        "2026-01-05 07:09 UTC+5:45",
    ]


def test_a_draft_is_written_as_rfc_6068_asks(fill):
    href, says = fill(subject="账 & it?", text="one two\nthree=3&4\r\nfive+5%", limit=1800)
    assert says == "draft"
    assert href.startswith("mailto:help@vendor.example?subject=%E8%B4%A6%20%26%20it%3F&body=one%20two%0D%0Athree")
    assert href.endswith("%3D3%264%0D%0Afive%2B5%25")
    assert "+" not in href.partition("?")[2]


@pytest.mark.parametrize("letter", ["a", "账", "😀"])
def test_a_draft_never_gets_longer_than_1800_characters(fill, letter):
    room = 1800 - len(fill(text="")[0])
    size = len(fill(text=letter)[0]) - len(fill(text="")[0])
    href, says = fill(text=letter * (room // size))
    assert (len(href) <= 1800, says) == (True, "draft")
    href, says = fill(text=letter * (room // size + 1))
    assert (len(href) <= 1800, says) == (True, "short")
    assert "Pasted%20below" in href


def test_where_not_even_the_short_form_fits_the_link_is_bare(fill):
    assert fill(subject="x" * 3000) == ("mailto:help@vendor.example", "paste")


def test_a_draft_without_an_address_has_no_recipient(fill):
    assert fill(base="mailto:")[0].startswith("mailto:?subject=")


@pytest.mark.parametrize("method", ["x_dm", "telegram"])
def test_a_direct_message_holds_the_text_and_stops_at_its_limit(fill, method):
    base = "https://messages.example/compose?recipient_id=42"
    href, says = fill(method=method, base=base, limit=2000, text="a b&c")
    assert (href, says) == (f"{base}&text=a%20b%26c", "filled")
    href, says = fill(method=method, base=base, limit=2000, text="账" * 300)
    assert (len(href) <= 2000, says) == (True, "short")


def test_a_new_issue_has_title_and_body_within_its_limit(fill):
    base = "https://code.example/vendor/app/issues/new"
    href, says = fill(method="github_issue", base=base, limit=8000, text="It is gone.\nNow.")
    assert parse_qs(urlsplit(href).query) == {"title": ["A transfer"], "body": ["It is gone.\nNow."]}
    assert says == "filled"
    href, says = fill(method="github_issue", base=base, limit=8000, text="x" * 8000)
    assert (len(href) <= 8000, says) == (True, "short")


@pytest.mark.parametrize("trace", [BITCOIN, ETHEREUM, TRON, HASH, f"https://explorer.example/tx/0x{HASH}"])
def test_a_new_issue_is_refused_with_an_address_or_a_hash_in_it(fill, trace):
    base = "https://code.example/vendor/app/issues/new"
    assert fill(method="github_issue", base=base, limit=8000, text=f"It is {trace}.") == (base, "paste")


def test_a_form_takes_details_into_its_own_fields_within_2048_characters(fill):
    base, fields = "https://desk.example/requests/new", [["serial", "36001"], ["colour", "36002"]]
    form = {"method": "zendesk_form", "base": base, "limit": 2048, "fields": fields}
    href, says = fill(**form, answers=[["serial", "A 1"]])
    query = parse_qs(urlsplit(href).query, keep_blank_values=True)
    assert query == {
        "tf_subject": ["A transfer"],
        "tf_description": ["It is gone."],
        "tf_36001": ["A 1"],
        "tf_36002": [""],
    }
    assert says == "filled"
    href, says = fill(**form, text="账" * 300)
    assert (len(href) <= 2048, says) == (True, "short")


def test_a_link_that_cannot_be_filled_stays_as_it_is(fill):
    assert fill(method="", base="https://chat.example/start?from=help", limit=0) == (
        "https://chat.example/start?from=help",
        "paste",
    )
    assert fill(method="wechat", base="", limit=0) == ("", "paste")


def test_half_a_character_breaks_no_link(fill):
    """A text cut in the middle of an emoji, which `encodeURIComponent` refuses."""
    href, says = fill(text="a\ud83d")
    assert (unquote(href).endswith("a?"), says) == (True, "draft")


def test_no_way_has_a_space_a_line_end_or_a_quote_in_its_link(fill):
    for method in ("mailto", "x_dm", "telegram", "github_issue", "zendesk_form"):
        href, _ = fill(method=method, base="https://host.example/", limit=5000, text="'\"<>()! *\n\t")
        assert set(href.partition("?")[2]) <= set(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%=&_.-~"
        )


def test_what_leads_to_a_wallet_is_hidden_where_strangers_read(call):
    text = (
        f"从 {TRON} 到{ETHEREUM}，哈希0x{HASH}。See https://explorer.example/tx/{HASH}, not ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )
    assert call("message", "withoutTraces", text) == (
        "从 ••• 到•••，哈希•••。See https://explorer.example/tx/•••, not ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )


WORDS = {"about": "About", "ruledOut": "Ruled out", "read": "Read", "omitted": "(left out)"}
TOLD = {
    "about": "A transfer",
    "said": ["Does it light? No"],
    "ruledOut": "the bulb is new",
    "searched": "",
    "read": "Not arrived (not-arrived)",
    "answers": [
        {"id": "a", "label": "What happened", "text": f"Sent to {TRON}.\nGone.", "isPrivate": False, "isLong": True},
        {"id": "b", "label": "Hash", "text": HASH, "isPrivate": True, "isLong": False},
        {"id": "c", "label": "Device", "text": "", "isPrivate": False, "isLong": False},
        {"id": "d", "label": "Time", "text": "now", "isPrivate": False, "isLong": False},
    ],
}


def test_a_message_has_every_answer_under_its_label_and_none_that_is_empty(call):
    assert call("message", "compose", TOLD, WORDS, False).splitlines() == [
        "About: A transfer",
        "Does it light? No",
        "Ruled out: the bulb is new",
        "Read: Not arrived (not-arrived)",
        "What happened:",
        f"Sent to {TRON}.",
        "Gone.",
        f"Hash: {HASH}",
        "Time: now",
    ]


def test_a_message_for_strangers_holds_no_address_and_no_hash(call):
    assert call("message", "compose", TOLD, WORDS, True).splitlines() == [
        "About: A transfer",
        "Does it light? No",
        "Ruled out: the bulb is new",
        "Read: Not arrived (not-arrived)",
        "What happened:",
        "Sent to •••.",
        "Gone.",
        "Hash: (left out)",
        "Time: now",
    ]


@pytest.mark.parametrize(
    ("address", "brought"),
    [
        ("https://h.example/en/support/", {}),
        ("https://h.example/en/support/#article=lost-phone", {"article": "lost-phone"}),
        ("https://h.example/en/support/#q=%E5%B8%81%20%26%20lost%0A%0Aphone", {"query": "币 & lost phone"}),
        ("https://h.example/en/support/#article=../x&q=a", {"query": "a"}),
        ("https://h.example/en/support/?q=never#content", {}),
        ("https://h.example/en/support/#q=" + "x" * 999, {"query": "x" * 300}),
        ("https://h.example/en/support/#q=%E5%B8", {"query": "\ufffd"}),
        ("https://h.example/en/support/#guide=lamp~light.1", {"guide": "lamp~light.1"}),
    ],
)
def test_what_a_reader_brings_is_read_from_behind_the_hash_alone(call, address, brought):
    nothing = {"article": "", "query": "", "guide": ""}
    assert call("url_parameters", "readParameters", address) == nothing | brought


GUIDES = {
    "lamp": {
        "light": [{"said": {"en": "Does it light? No"}}, {"ruledOut": {"en": "the bulb is new"}}],
        "plug": [{"type": "transfer", "details": {"network": "tron"}}, {"said": {"en": "Is it in? No"}}],
    }
}


@pytest.mark.parametrize(
    ("way", "said", "ruled_out"),
    [
        ("lamp~light.0~light.1~plug.0", ["Does it light? No"], "the bulb is new"),
        ("lamp~light.1~light.1~plug.0", [], "the bulb is new; the bulb is new"),
        ("lamp~light.0~plug.1", [], ""),  # leads to no support
        ("lamp~light.7~plug.0", [], ""),
        ("lamp~constructor.0~plug.0", [], ""),
        ("constructor~light.0~plug.0", [], ""),
        ("", [], ""),
    ],
)
def test_the_way_through_a_guide_becomes_what_it_says_and_rules_out(call, way, said, ruled_out):
    answers = call("guide_answers", "answersOf", GUIDES, way)
    assert call("guide_answers", "inWords", answers, "en") == {"said": said, "ruledOut": ruled_out}


TRACES = """async ([text]) => (await import("/contact/wallet_address.js")).findTraces(text)"""
SPLIT = """async ([texts]) => (await import("/contact/secret_check.js")).splitSecrets(texts)"""


def test_a_phrase_in_two_answers_is_found_when_they_are_read_together(modules):
    words = phrase_disguises.vectors("guard-bip39")["english"][1][1].split()
    half, rest, other = " ".join(words[:6]), " ".join(words[6:]), "我的转账还没有到账，请帮忙查一下。"
    assert modules.evaluate(SPLIT, [[other, half, rest, other]]) == [1, 2]
    assert modules.evaluate(SPLIT, [[other, half, other]]) == []


def test_a_key_in_two_answers_is_found_when_they_are_read_together(modules):
    half, rest = "4d3c2b1a0f9e8d7c6b5a49382716f5e4", "d3c2b1a0f9e8d7c6b5a4938271605f4e"
    assert modules.evaluate(SPLIT, [["It is gone.", half, rest]]) == [1, 2]
    assert modules.evaluate(SPLIT, [["It is gone.", half + rest, "120 USDT"]]) == []


@pytest.mark.parametrize(
    "name", [name for name in guard_keys.PUBLIC if re.search("address|operation|signature$", name)]
)
def test_addresses_of_all_networks_are_traces(modules, name):
    address = guard_keys.PUBLIC[name](Random(name))
    assert modules.evaluate(TRACES, [f"It is {address}, see there."]) == [[6, 6 + len(address)]]


@pytest.mark.parametrize("text", ["It has not arrived.", "Donaudampfschifffahrtsgesellschaft", "版本 8.14.2"])
def test_words_and_amounts_are_no_traces(modules, text):
    assert modules.evaluate(TRACES, [text]) == []


def test_nothing_is_suggested_for_nothing(modules):
    articles = [{"id": "a", "title": "Lamp", "url": "", "types": [], "summary": "", "questions": []}]
    assert modules.evaluate(NEAR, [articles, [], ["", " ", "!?", "entirely different words"]]) == [[], [], [], []]
