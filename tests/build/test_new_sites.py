"""Help centers of other trades, begun with `handrail new`: nothing of the wallet's help center is left in them."""

from __future__ import annotations

import re

import pytest
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
