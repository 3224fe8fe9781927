"""Hosts are read as browsers read them."""

from __future__ import annotations

import pytest

from handrail.channels.hosts import host_of, leads_nowhere, registered

THIEF = "thief.icu"


@pytest.mark.parametrize(
    "url",
    [
        "https://thief.icu/x",
        "https://vendor.com'@thief.icu",
        "https://vendor.com:443@thief.icu/",
        "https://vendor.com%40x@thief.icu",
        "https://thief。icu",
        "https://thief．icu",
        "https://ｔｈｉｅｆ.icu",
        "https://th%69ef.icu",
        "https://thief.icu./",
        "https:thief.icu",
        "https:/thief.icu",
        r"https:\\thief.icu\@vendor.com",
        "//thief.icu",
        r"\\thief.icu",
        r"/\thief.icu",
        "ht\ntps://thi\tef.icu",
        " \x01https://thief.icu",
        "HTTPS://THIEF.ICU",
        "app://thief.icu",
    ],
)
def test_a_url_leads_to_the_host_that_a_browser_goes_to(url: str) -> None:
    assert host_of(url) == THIEF


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (r"https://vendor.com\@thief.icu", "vendor.com"),
        ("https://0x7f.1/", "127.0.0.1"),
        ("https://[::1]/", "[::1]"),
        ("https://vеndor.com", "xn--vndor-zwe.com"),
        ("guide.md#top", ""),
        ("/absolute/", ""),
        ("channel:ticket", ""),
        ("mailto:help@vendor.com", ""),
        ("javascript:alert(1)", ""),
        ("brave://adblock", ""),
        ("https://", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_others(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.lamp.co.uk", "lamp.co.uk"),
        ("lamp.icu", "lamp.icu"),
        ("lamp.github.io", "github.io"),
        ("co.uk", ""),
        ("lamp.example", ""),
        ("lamp.xn--fiqs8s", "lamp.xn--fiqs8s"),
    ],
)
def test_somebody_registered_the_name(host: str, name: str) -> None:
    assert registered(host) == name


def test_some_hosts_lead_nowhere() -> None:
    nowhere = ["localhost", "arduino.local", "www.example.net", "192.168.1.1", "[::1]", "router.home.arpa"]
    assert [host for host in nowhere if not leads_nowhere(host)] == []
    assert [host for host in ("local.icu", "example.icu", "8.8.8.8") if leads_nowhere(host)] == []
