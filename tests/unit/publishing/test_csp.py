"""A policy allows the inline scripts that stand in a page, by their hashes, and nothing else that is inline."""

from __future__ import annotations

import pytest

from handrail.publishing.csp import (
    POLICIES,
    PolicyError,
    enforce,
    inline_scripts,
    inline_styles,
    text,
)

PLACE = '<meta http-equiv="Content-Security-Policy" content="{}">'
# printf 'let a = 1' | openssl dgst -sha256 -binary | base64
LET_A = "'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='"


def page(rest: str = "", policy: str = "page", before: str = "") -> str:
    return f'<!doctype html><head><meta charset="utf-8">{before}{PLACE.format(policy)}</head><body>{rest}</body>'


def policy_of(html: str) -> dict[str, str]:
    _, _, rest = html.partition('Content-Security-Policy" content="')
    directives = rest.partition('"')[0].split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


def test_the_script_of_a_page_is_allowed_by_its_hash() -> None:
    directives = policy_of(enforce(page("<script>let a = 1</script>")))
    assert directives["script-src"] == f"'self' {LET_A}"


@pytest.mark.parametrize("start", ["<script>", "<SCRIPT>", '<script type="module">', '<script type="text/javascript">'])
def test_an_inline_script_counts_however_it_is_written(start: str) -> None:
    assert inline_scripts(f"<p>{start}let a = 1</script>") == {LET_A}


def test_scripts_in_files_and_blocks_of_data_need_no_hash() -> None:
    html = """<script src="a.js"></script><script type="module" src=b.js></script>
      <script type="application/json">{}</script><script type='application/ld+json'>{}</script>"""
    assert inline_scripts(html) == set()
    assert policy_of(enforce(page(html)))["script-src"] == "'self'"


def test_each_script_has_a_hash_of_its_own_and_the_order_is_always_the_same() -> None:
    one, other = "<script>let b</script>", "<script>let a = 1</script>"
    policy = policy_of(enforce(page(one + other)))["script-src"]
    assert policy == policy_of(enforce(page(other + one)))["script-src"]
    assert policy.count("sha256-") == 2


@pytest.mark.parametrize("name", POLICIES)
def test_no_policy_allows_what_is_inline_or_comes_from_elsewhere(name: str) -> None:
    policy = text(POLICIES[name])
    assert policy.startswith("default-src 'none'; ")
    for word in ("unsafe", "*", "http", "blob:"):
        assert word not in policy
    assert {"form-action 'none'", "base-uri 'none'"} <= set(policy.split("; "))


def test_a_sealed_page_reaches_nothing() -> None:
    html = enforce(page(policy="sealed"))
    directives = policy_of(html)
    assert directives["connect-src"] == "'none'"
    assert "data:" not in html
    assert not {"worker-src", "font-src", "manifest-src", "frame-src"} & directives.keys()
    assert '<meta name="referrer" content="no-referrer">' in html


SERVER = "https://search.vendor.example"


@pytest.mark.parametrize("served", [False, True])
def test_only_a_page_with_a_search_box_may_ask_the_search_server(served: bool) -> None:
    asking = {name: policy_of(enforce(page(policy=name), None, served, SERVER))["connect-src"] for name in POLICIES}
    assert asking["search"] == f"'self' {SERVER}"
    assert SERVER not in asking["page"] + asking["sealed"]
    assert enforce(page(policy="search")) == enforce(page())


def test_the_rest_of_the_page_stays_as_it_is() -> None:
    html = page("<p>Text.</p>")
    before, after = html.split(PLACE.format("page"))
    made = enforce(html)
    assert made.startswith(before)
    assert made.endswith(after)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<head></head>", "no policy"),
        (page(policy="none"), "no policy 'none'. Use one of: page, search, sealed"),
        (page(before="<script>let a</script>"), "before the policy"),
        (page(before='<link rel="stylesheet" href="a.css">'), "before the policy"),
    ],
)
def test_a_template_that_leaves_the_policy_out_is_named(html: str, words: str) -> None:
    with pytest.raises(PolicyError, match=words):
        enforce(html)


def test_the_styles_of_a_picture_have_hashes() -> None:
    assert inline_styles("<svg><style>let a = 1</style></svg>") == {LET_A}
    assert text({"style-src": "'self'"}, styles=[LET_A]) == f"style-src 'self' {LET_A}"
