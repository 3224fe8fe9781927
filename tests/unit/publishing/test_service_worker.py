"""What a device is told to keep of a site."""

from __future__ import annotations

import json
from typing import Any

import pytest
from built_site import SITES
from factories import help_center

from handrail.center.help_center import HelpCenter
from handrail.publishing import service_worker

FILES = {
    "404.html": b"lost",
    "assets/page.0123456789ab.js": b"page",
    "en/index.html": b"home",
    "search/en.bin": b"index",
    "search/en.0123456789ab/3.bin": b"shard",
    "search/en.words.0123456789ab.json": b"words",
    "search/en.xml": b"for browsers",
    "search/zh-Hant.bin": b"index",
}


@pytest.fixture(scope="module")
def lamplight() -> HelpCenter:
    return help_center(SITES / "lamplight")


def told(center: HelpCenter, files: dict[str, bytes]) -> dict[str, Any]:
    first, _, rest = service_worker.worker("rest();", files, center).partition("\n")
    assert rest == "rest();"
    build: dict[str, Any] = json.loads(first.removeprefix("self.BUILD = ").removesuffix(";"))
    return build


def test_every_reader_gets_the_scripts_and_styles_the_first_page_and_what_stands_in(lamplight: HelpCenter) -> None:
    build = told(lamplight, FILES)
    assert build["common"] == ["assets/page.0123456789ab.js", "", "404.html"]
    assert build["notFound"] == "404.html"


def test_a_language_has_its_ways_in_and_its_index(lamplight: HelpCenter) -> None:
    languages = told(lamplight, FILES)["languages"]
    assert languages["en"][0] == "en/"
    assert {"en/search/", "en/support/", "en/light/lamp-gets-hot/", "en/reach/reach-lamplight/"} <= {*languages["en"]}
    assert "en/light/" not in languages["en"], "topics are kept when they are read"
    assert languages["en"][-3:] == [
        "search/en.0123456789ab/3.bin",
        "search/en.bin",
        "search/en.words.0123456789ab.json",
    ]
    assert languages["zh-Hant"][-1] == "search/zh-Hant.bin"


def test_a_large_index_is_kept_as_it_is_used(lamplight: HelpCenter) -> None:
    files = {**FILES, "search/en.0123456789ab/4.bin": bytes(service_worker.MAX_INDEX)}
    assert told(lamplight, files)["languages"]["en"][-2:] == [
        "search/en.bin",
        "search/en.words.0123456789ab.json",
    ]


@pytest.mark.parametrize(
    "change", [{"en/index.html": b"hone"}, {"en/new/index.html": b""}, {"assets/a.js": b""}, {"404.html": b"l"}]
)
def test_whatever_changes_on_the_site_changes_the_version(lamplight: HelpCenter, change: dict[str, bytes]) -> None:
    same, other = told(lamplight, dict(reversed(FILES.items()))), told(lamplight, FILES | change)
    assert same["version"] == told(lamplight, FILES)["version"] != other["version"]
