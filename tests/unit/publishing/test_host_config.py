"""What hosts are told: the same headers in the words of each, and which files they may keep for ever."""

from __future__ import annotations

import re

import pytest

from handrail.publishing.host_config import files
from handrail.publishing.host_headers import AT_ONCE, FOR_EVER, HASHED, HEADERS

PATHS = [
    "index.html",
    "en/index.html",
    "assets/page.676239fc82d9.js",
    "assets/stylesheets/main.57a0d79d.min.css",
    "assets/page/page.css",
    "search/en.bin",
    "search/en.676239fc82d9.words.json",
    "search/en.cf9096f7ff02/0.json",
    "search/zh.bin",
    "search/zh.e3c54a626df8/0.bin",
    "search/zh.e3c54a626df8/0.json",
    "search/en.xml",
    "en/pictures/receipt.20261123.png",
]
SCRIPT, STYLE = "'sha256-c2NyaXB0'", "'sha256-c3R5bGU='"


@pytest.fixture
def made() -> dict[str, str]:
    return files(PATHS, {SCRIPT}, {STYLE}, "/")


def test_every_host_is_told_every_header(made: dict[str, str]) -> None:
    assert set(made) == {".nojekyll", "_headers", ".hosting/nginx.conf", ".hosting/Caddyfile"}
    for path in set(made) - {".nojekyll"}:
        text = made[path]
        for name, value in HEADERS.items():
            assert name in text, path
            assert value in text, path
        policy = re.search(r"""Content-Security-Policy:? "?(default-src [^"\n]*)""", text)
        assert policy, path
        assert "frame-ancestors 'none'" in policy[1]
        assert f"script-src 'self' {SCRIPT};" in policy[1]
        assert f"style-src 'self' {STYLE};" in policy[1]


def rules(text: str) -> dict[str, list[str]]:
    """Each place of a `_headers` file with its headers."""
    blocks = [block.splitlines() for block in text.split("\n\n")]
    return {block[0]: [line.strip() for line in block[1:]] for block in blocks}


def test_only_files_named_by_their_content_are_kept_for_ever(made: dict[str, str]) -> None:
    kept = {place for place, headers in rules(made["_headers"]).items() if f"Cache-Control: {FOR_EVER}" in headers}
    assert kept == {
        "/assets/page.676239fc82d9.*",
        "/assets/stylesheets/main.57a0d79d.*",
        "/search/en.676239fc82d9.*",
        "/search/en.cf9096f7ff02/*",
        "/search/zh.e3c54a626df8/*",
    }
    fit = {path for path in PATHS if re.search(HASHED, f"/below/{path}")}
    assert fit == {path for path in PATHS if any(f"/{path}".startswith(place[:-1]) for place in kept)}


def test_no_place_is_given_a_header_twice(made: dict[str, str]) -> None:
    """Hosts join the values of all rules that fit."""
    everywhere, *others = rules(made["_headers"]).values()
    names = {header.split(":")[0] for header in everywhere}
    for headers in others:
        assert not names & {header.split(":")[0] for header in headers}


def test_the_lines_and_rules_of_headers_stay_within_what_hosts_read() -> None:
    """Cloudflare Pages reads 100 rules, and 2,000 characters a line."""
    many = [f"search/en.cf9096f7ff02/{number}.bin" for number in range(5000)]
    text = files(PATHS + many, {SCRIPT}, {STYLE}, "/")["_headers"]
    assert len(rules(text)) < 20
    assert max(map(len, text.splitlines())) < 2000


def test_other_files_are_asked_for_anew(made: dict[str, str]) -> None:
    assert f'add_header Cache-Control "{AT_ONCE}";' in made[".hosting/nginx.conf"]
    assert f'header @new Cache-Control "{AT_ONCE}"' in made[".hosting/Caddyfile"]


def test_a_location_of_nginx_repeats_all_headers(made: dict[str, str]) -> None:
    """It forgets those around it as soon as it has one of its own."""
    outside, _, inside = made[".hosting/nginx.conf"].partition("\nlocation ")
    for line in outside.splitlines():
        if line.startswith("add_header") and "Cache-Control" not in line:
            assert f"    {line}" in inside.splitlines()


def test_below_a_path_the_page_for_broken_addresses_is_found(made: dict[str, str]) -> None:
    below = files(PATHS, (), (), "/help/")
    assert "error_page 404 /help/404.html;" in below[".hosting/nginx.conf"]
    assert "rewrite * /help/404.html" in below[".hosting/Caddyfile"]
    assert "error_page 404 /404.html;" in made[".hosting/nginx.conf"]


def test_below_a_path_the_rest_of_the_host_is_left_as_it_was() -> None:
    below = files(PATHS, (), (), "/help/")
    for name, first, last in (("nginx.conf", "location ^~ /help/ {", "}"), ("Caddyfile", "handle /help/* {", "}")):
        lines = [line for line in below[f".hosting/{name}"].splitlines() if line and not line.startswith("#")]
        outermost = [line for line in lines if not line.startswith((" ", "\t"))]
        assert (outermost[0], outermost[-1]) == (first, last)
        assert set(outermost) <= {first, "handle_errors {", last}, name


def test_only_the_list_of_channels_may_be_read_by_scripts_of_other_sites(made: dict[str, str]) -> None:
    shared = {
        place for place, headers in rules(made["_headers"]).items() if "Access-Control-Allow-Origin: *" in headers
    }
    assert shared == {"/.well-known/support-channels.json"}
    for text in (made[".hosting/nginx.conf"], made[".hosting/Caddyfile"]):
        assert text.count("Access-Control-Allow-Origin") == 1


def test_what_the_build_compressed_is_sent_only_where_it_did() -> None:
    for path, directive in (
        (".hosting/nginx.conf", "gzip_static on;"),
        (".hosting/Caddyfile", "precompressed br gzip"),
    ):
        assert directive in files([*PATHS, "index.html.br"], {SCRIPT}, {STYLE}, "/")[path]
        assert directive not in files(PATHS, {SCRIPT}, {STYLE}, "/")[path]


EMBEDDING = [*PATHS, "embed/en/index.html", "embed.js"]


def test_the_pages_for_frames_may_be_framed_by_the_named_hosts_and_no_other_page_by_any() -> None:
    texts = files(EMBEDDING, {SCRIPT}, {STYLE}, "/help/", None, ["app.example", "*.shop.example"])
    places = rules(texts["_headers"])
    framed = {place: ancestors(" ".join(headers)) for place, headers in places.items()}
    folders = ("/", "/assets/*", "/embed.js", "/en/*", "/index.html", "/search/*")
    assert {place: found for place, found in framed.items() if found} == {
        **dict.fromkeys(folders, "'none'"),
        "/embed/*": "app.example *.shop.example",
    }
    script = next(header for header in places["/embed.js"] if "Cross-Origin-Resource-Policy" in header)
    assert script.endswith(": cross-origin")
    everywhere = {header.split(":")[0] for header in places["/*"]}
    assert not any(everywhere & {header.split(":")[0] for header in places[place]} for place in framed if place != "/*")
    for name in ("nginx.conf", "Caddyfile"):
        assert texts[f".hosting/{name}"].count("frame-ancestors app.example *.shop.example") == 1, name
        assert texts[f".hosting/{name}"].count('Cross-Origin-Resource-Policy "cross-origin"') == 1, name


def ancestors(text: str) -> str:
    found = re.search(r"frame-ancestors ([^;]*?)(?: Cross-|$)", text)
    return found[1] if found else ""
