"""Every link leads somewhere, and no page asks another host for anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import pytest
from built_site import ROOT, URL, Site, addresses, attributes

NAMED = {
    ".css": re.compile(r"""(?:url\(|@import)\s*["']?([^\s"')]+)"""),
    ".js": re.compile(r"""(?<!["'])\b(?:import|export)\b(?:[\w\s{},*$]*\bfrom)?\s*\(?\s*["']([^"']+)["']"""),
}
"""What a style sheet or a script names: pictures, and other files of its kind."""


def allowed(site: Site) -> set[str]:
    """The addresses of other hosts that a page may link to."""
    found = {str(site.written.settings.get("verification_url"))}
    footer = site.written.settings.get("footer", {})
    found.add(footer.get("licence", {}).get("url", ""))
    found |= {address for key in ("privacy", "terms") for address in footer.get(key, {}).values()}
    for channel in site.written.data("channels"):
        prefill = channel.get("prefill", {})
        found.add(channel.get("url", ""))
        match channel["kind"], prefill.get("method"):
            case "email", _:
                found.add(f"mailto:{channel.get('address', '')}")
            case "phone", _ if "address" in channel:
                found.add("tel:" + re.sub(r"[^+0-9]", "", channel["address"]))
            case _, "x_dm":
                found.add(f"https://x.com/messages/compose?recipient_id={prefill['recipient_id']}")
            case _, "telegram":
                found.add(f"https://t.me/{channel['handle']}")
            case _, "github_issue":
                found.add(f"https://github.com/{prefill['repository']}/issues/new")
    return found


def test_every_link_leads_to_a_page_and_to_a_place_in_it(site: Site) -> None:
    wrong = [
        f"{page.url}: {address}: {site.missing(address)}"
        for page in site.pages.values()
        for _, address in addresses(page)
        if address.startswith(URL) and site.missing(address)
    ]
    assert wrong == []


def test_the_check_of_links_finds_a_broken_one(minimal: Site) -> None:
    home = f"{URL}en/"
    assert minimal.missing(home) == minimal.missing(f"{home}#content") == ""
    assert minimal.missing(f"{home}nowhere/") == "no file en/nowhere/"
    assert minimal.missing(f"{home}#nowhere") == "no #nowhere in en/"
    assert minimal.missing(URL + "en") == "no file en", "a host would answer with a detour"


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    for page in site.pages.values():
        assert sorted(page.ids) == sorted(set(page.ids)), page.url


def test_no_page_loads_anything_from_another_host(site: Site) -> None:
    for page in site.pages.values():
        for tag, address in addresses(page):
            if tag.name != "a":
                assert address.startswith((URL, "data:")), f"{page.url}: {tag}"
        for style in page.soup.select("[style], style"):
            assert "url(" not in str(style)


def test_links_to_other_hosts_are_those_of_the_channels_and_tell_the_host_nothing(site: Site) -> None:
    for page in site.pages.values():
        for tag, address in addresses(page):
            if tag.name == "a" and not address.startswith(URL):
                assert address in allowed(site), f"{page.url}: {address}"
                assert attributes(tag, "rel") >= {"noopener", "noreferrer"}, f"{page.url}: {tag}"


def test_style_sheets_and_scripts_name_only_files_of_the_site(site: Site) -> None:
    for file in [*site.folder.rglob("*.css"), *site.folder.rglob("*.js")]:
        text = file.read_text("utf-8")
        base = URL + file.relative_to(site.folder).as_posix()
        for name in NAMED[file.suffix].findall(text):
            if name.startswith("data:"):
                continue
            assert site.missing(urljoin(base, name)) == "", f"{file.name}: {name}"


def test_what_names_a_file_is_found_in_style_sheets_and_scripts() -> None:
    assert NAMED[".css"].findall("a{b:url(x.svg)} @import 'y.css'; c{d:url( \"z.png\" )}") == [
        "x.svg",
        "y.css",
        "z.png",
    ]
    script = """import a from './a.js';import('b.js');import"c.js";export {d} from "d.js"; const from = "e.js" """
    assert NAMED[".js"].findall(script) == ["./a.js", "b.js", "c.js", "d.js"]
    assert NAMED[".js"].findall('["import","restore"]') == [], "a word among others"


def test_our_own_scripts_and_style_sheets_hold_no_whole_address() -> None:
    """But in comments, which may say where a rule comes from; an address made of what readers paste is none of ours."""
    for file in (ROOT / "overrides/assets").rglob("*"):
        if file.suffix in {".css", ".js"}:
            code = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", file.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
            assert re.findall(r"https?://(?!www\.w3\.org/|\$\{)[^\s\"')]+", code) == [], file


def test_pages_ask_the_browser_for_nothing_in_advance(site: Site) -> None:
    for page in site.pages.values():
        hints = page.soup.select(
            "link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch], base, iframe,"
            'meta[http-equiv]:not([http-equiv="Content-Security-Policy"])'
        )
        harmless = {"Content-Security-Policy", "x-dns-prefetch-control"}
        assert [hint for hint in hints if hint.get("http-equiv") not in harmless] == [], page.url


def test_a_site_below_a_path_works_as_one_at_the_root(built: Callable[..., Site]) -> None:
    """Links between pages are relative; those of the page for broken addresses begin with the path."""
    below, at_root = built("lamplight", f"{URL}help/").folder, built("lamplight").folder
    for file in sorted(below.rglob("*.html")):
        path = file.relative_to(below)
        ours = file.read_text("utf-8").replace(f"{URL}help/", URL)
        root = (at_root / path).read_text("utf-8")
        assert ours == root if path.name != "404.html" else ours.replace("/help/", "/") == root
    hrefs = re.findall(r'(?:href|src)="([^"#]*)', (below / "404.html").read_text("utf-8"))
    assert hrefs
    assert all(urlsplit(href).path.startswith("/help/") for href in hrefs if href), hrefs


@pytest.fixture
def minimal(built) -> Site:
    return built("minimal")


def test_every_page_leads_to_the_same_emergency(lamplight: Site) -> None:
    """The menu is rendered once a folder, also where the article itself is in that folder."""
    links = {
        (page.language, page.resolve(str(link["href"])))
        for page in lamplight.pages.values()
        for link in page.soup.select(".header__emergency")
    }
    assert links == {(code, f"{URL}{code}/light/lamp-gets-hot/") for code in ("en", "zh-Hant")}
