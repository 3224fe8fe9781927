"""Help centers of other trades, begun with `handrail new`: nothing of the wallet's help center is left in them."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from built_site import NEW_SITES
from commands import run
from site_builds import SharedBuilds

FOREIGN = re.compile(
    r"bitpie|比特派|crypto|wallet|\bcoins?\b|bitcoin|ethereum|usdt|blockchain|recovery phrase|seed phrase|private key"
    r"|钱包|助记词|私钥|加密货币|ウォレット|秘密鍵|仮想通貨|محفظة|المفتاح الخاص|عبارة الاسترداد",
    re.IGNORECASE,
)
READ = {".html", ".json", ".md", ".svg", ".txt", ".webmanifest", ".xml"}
"""What has words for somebody to read. The guard's rules, which name what they look for, stand in scripts."""


@pytest.mark.parametrize("name", NEW_SITES)
def test_a_new_site_is_clean_and_speaks_of_its_own_trade_alone(name: str, shared_builds: SharedBuilds) -> None:
    done = run("check", "--config", str(NEW_SITES[name]), "--fail-on", "warning")
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")
    build = shared_builds(name)
    assert build.status == 0, build.stderr
    readable = [file for file in build.folder.rglob("*") if file.suffix in READ and file.name != "third-party.txt"]
    assert len(readable) > 30
    foreign = {file.name: FOREIGN.findall(file.read_text("utf-8")) for file in readable}
    assert {file: words for file, words in foreign.items() if words} == {}


def test_a_site_leaves_the_verify_page_out_with_every_link_to_it(shared_builds: SharedBuilds) -> None:
    pages = list(shared_builds("router").folder.rglob("*.html"))
    assert pages
    assert [page for page in pages if "verify" in page.read_text("utf-8") or page.parent.name == "verify"] == []


def test_a_site_without_anything_urgent_or_private_keys_has_no_word_of_them(shared_builds: SharedBuilds) -> None:
    parts = (".emergency-banner", ".header__emergency", "[data-template=key-question]")
    for name, has_them in {"router": False, "bitpie": True}.items():
        support = BeautifulSoup(
            (shared_builds(name).folder / "en/support/index.html").read_text("utf-8"), "html.parser"
        )
        assert [bool(support.select(part)) for part in parts] == [has_them] * len(parts), name


def test_the_foot_of_a_page_has_what_the_law_asks_for_where_the_site_is(shared_builds: SharedBuilds) -> None:
    registries = {
        "https://beian.miit.gov.cn/": "京ICP备12345678号-1",
        "https://beian.mps.gov.cn/#/query/webSearch?code=11010502030143": "京公网安备11010502030143号",
    }
    here, elsewhere = shared_builds("clinic", "https://help.chunhe-clinic.example/"), shared_builds("clinic")
    for build, expected in ((here, registries), (elsewhere, {})):
        for code, folder in (("zh-Hans", ""), ("en", "en/")):
            home = BeautifulSoup((build.folder / code / "index.html").read_text("utf-8"), "html.parser")
            links = {str(link["href"]): link.get_text(strip=True) for link in home.select(".footer a[href*='//']")}
            clinic = f"https://www.chunhe-clinic.example/{folder}"
            assert {f"{clinic}privacy", f"{clinic}terms"} <= links.keys()
            assert {url: text for url, text in links.items() if "beian" in url} == expected


def test_a_help_id_leads_in_every_language_to_the_section_it_stands_for(shared_builds: SharedBuilds) -> None:
    site = shared_builds("router").folder
    for code in ("en", "ja"):
        page = BeautifulSoup((site / code / "help-id/forgotten-password/index.html").read_text("utf-8"), "html.parser")
        (link,) = page.select("h1 a")
        target = urljoin(f"/{code}/help-id/forgotten-password/", str(link["href"]))
        assert target == f"/{code}/wifi/change-wifi-password/#forgot"
        assert page.select_one("noscript meta[http-equiv=refresh]")
        canonical = page.select_one("link[rel=canonical]")
        assert canonical
        assert str(canonical["href"]).endswith(f"/{code}/wifi/change-wifi-password/")
