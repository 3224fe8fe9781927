"""No address that may not be published is in any file of the help center, whatever the file.

What may not be named is not named here either: words are compared by their hashes.
"""

from __future__ import annotations

import hashlib
import re

import pytest
from built_site import Site

from handrail.center.routes import THIRD_PARTY

WITHHELD = {
    "0ec11d03397cdfcc",
    "f9d2e2c90e29abc1",
    "ecd5d742ffe561a3",
}
"""Accounts, groups and addresses that old sources name and nobody could confirm."""
HOSTS = {"bitpie.com", "docs.bitpie.com"}
"""The hosts of the vendor that are documented well enough to be linked."""
PLATFORMS = (
    r"t\.me|telegram\.me|x\.com|twitter\.com|facebook\.com|fb\.com|weibo\.c(?:om|n)|reddit\.com"
    r"|u\.wechat\.com|discord\.gg|wa\.me"
)
WORDS = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*(?:@[A-Za-z0-9.-]+)?")


def digest(word: str) -> str:
    return hashlib.sha256(word.lower().encode()).hexdigest()[:16]


@pytest.fixture
def texts(bitpie: Site) -> dict[str, str]:
    """Every file of the built site that is text."""
    binary = {".png", ".ico", ".bin", ".gz", ".woff2"}
    files = (file for file in bitpie.folder.rglob("*") if file.is_file() and file.suffix not in binary)
    found = {file.relative_to(bitpie.folder).as_posix(): file.read_text("utf-8") for file in files}
    assert len(found) > 80
    return found


def test_no_file_names_what_is_withheld(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        words = {word.rstrip(".") for word in WORDS.findall(text)}
        words |= {part for word in words for part in re.split(r"[@/.]", word)}
        assert [word for word in words if digest(word) in WITHHELD] == [], path


def test_what_is_withheld_would_be_found() -> None:
    assert digest("Example") == digest("example") == "50d858e0985ecc7f"


def test_no_page_leads_to_an_account_anywhere(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        if path.endswith((".html", ".json", ".xml", ".txt", ".md")) and path != THIRD_PARTY:  # licences name authors
            assert re.findall(rf"(?<![\w.-])(?:{PLATFORMS})/\w+", text) == [], path
            assert re.findall(r"(?:mailto|tel|sms|tg|weixin):[\w+]", text) == [], path
            assert re.findall(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", text.replace("@media", "")) == [], path


def test_every_host_of_the_vendor_is_one_that_is_documented(texts: dict[str, str]) -> None:
    hosts = {
        host.lower() for text in texts.values() for host in re.findall(r"(?:[\w-]+\.)*bitpie\.[a-z]{2,}", text, re.I)
    }
    assert hosts == HOSTS


def test_the_statuses_are_those_that_the_evidence_allows(bitpie: Site) -> None:
    """Nobody opened the live sites, so nothing is verified; the registry says for each what is known."""
    assert {one["id"]: one["status"] for one in bitpie.written.data("channels")} == {
        "website": "documented",
        "docs-site": "documented",
        "in-app-ticket": "documented",
        "in-app-verification": "documented",
        "email": "unconfirmed",
        "x": "unconfirmed",
        "reddit": "unconfirmed",
        "facebook": "unconfirmed",
        "wechat": "unconfirmed",
        "weibo": "unconfirmed",
        "telegram": "unconfirmed",
        "phone": "not_used",
    }
    assert [one["id"] for one in bitpie.written.data("channels") if {"url", "address", "handle"} & set(one)] == [
        "website",
        "docs-site",
    ]


def test_no_warning_says_that_a_channel_is_worth_less_than_written(bitpie: Site) -> None:
    assert "is shown as" not in bitpie.stderr
