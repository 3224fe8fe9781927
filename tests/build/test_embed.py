"""Pages for frames: whole where they stand, known to no search, and none of them where no host is named."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup
from built_site import URL
from site_builds import SharedBuilds

LIMIT = 4096
"""Bytes of the script that runs in pages of the product."""


def test_every_help_id_has_a_page_for_frames_whose_links_and_files_are_there(shared_builds: SharedBuilds) -> None:
    site = shared_builds("router").folder
    ids = ("", "forgotten-password/", "status-light/", "wifi-password/")
    paths = [f"embed/{code}/{id}" for code in ("en", "ja") for id in ids]
    assert {file.relative_to(site).as_posix() for file in site.glob("embed/**/*.html")} == {
        f"{path}index.html" for path in paths
    }
    for path in paths:
        page = BeautifulSoup((site / path / "index.html").read_text("utf-8"), "html.parser")
        addresses = [str(tag.get("href") or tag.get("src")) for tag in page.select("[href], [src]")]
        inner = [urldefrag(urljoin(URL + path, address))[0].removeprefix(URL) for address in addresses]
        own = [address for address in inner if "://" not in address]
        assert len(own) > 3
        for address in own:
            assert (site / address / ("index.html" if address.endswith("/") else "")).is_file(), (path, address)
        assert page.select_one("base[target=_blank]")
        assert page.select_one(".disclaimer")
        main = page.select_one("main")
        assert main
        assert main.has_attr("hidden"), "nothing shows before the script has seen where the page is"


def test_they_are_found_by_nobody_and_the_script_for_them_is_small(shared_builds: SharedBuilds) -> None:
    site = shared_builds("router").folder
    for file in site.glob("embed/**/*.html"):
        assert '<meta name="robots" content="noindex">' in file.read_text("utf-8")
    for text in (site / "sitemap.xml", site / "llms.txt", *site.glob("search/**/*.json")):
        assert "embed/" not in text.read_text("utf-8")
    assert len((site / "embed.js").read_bytes()) < LIMIT


def test_a_site_that_names_no_host_has_nothing_for_frames(shared_builds: SharedBuilds) -> None:
    site = shared_builds("clinic").folder
    assert list(site.rglob("*embed*")) == []
    for file in (site / "_headers", site / ".hosting/nginx.conf", site / ".hosting/Caddyfile"):
        assert "embed" not in file.read_text("utf-8")
