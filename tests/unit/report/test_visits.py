"""What a host's log says about what readers open, and what of it is never written."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path

import pytest

from handrail.report.visits import Count, LogError, visits

SITE = "https://help.example/guide/"
PEOPLE = "Mozilla/5.0 (Android 15; Mobile)"
ADDRESS = "203.0.113.77"


def combined(path: str, status: int = 200, referrer: str = "-", agent: str = PEOPLE, day: str = "27/Nov/2026") -> str:
    return f'{ADDRESS} - - [{day}:10:00:00 +0000] "GET /guide/{path} HTTP/1.1" {status} 99 "{referrer}" "{agent}"\n'


def caddy(path: str, status: int = 200) -> str:
    headers = {"User-Agent": [PEOPLE]}
    request = {"remote_ip": ADDRESS, "method": "GET", "uri": f"/guide/{path}", "headers": headers}
    return json.dumps({"ts": 1795773600.5, "request": request, "status": status}) + "\n"


def log(folder: Path, *lines: str, name: str = "access.log") -> Path:
    file = folder / name
    file.write_text("".join(lines), "utf-8")
    return file


def test_pages_entries_and_ends_at_contact_are_counted_without_queries(tmp_path: Path) -> None:
    lines = [
        *[combined("en/a/", referrer="https://search.example/?q=secret")] * 12,
        *[combined("en/a/?from=mail", 304, referrer=f"{SITE}en/")] * 3,
        *[combined("en/support/")] * 11,
        combined("en/b/", day="25/Nov/2026"),
        *[combined("assets/main.0123456789ab.js")] * 20,
    ]
    counted = visits([log(tmp_path, *lines)], SITE, ["en", "zh"])
    assert (counted.since, counted.until) == (datetime.date(2026, 11, 25), datetime.date(2026, 11, 27))
    assert counted.pages == [Count(path="en/a/", visits=15), Count(path="en/support/", visits=11)]
    assert counted.entries == {"en": 24}
    assert counted.contact == 11


def test_what_ten_or_fewer_asked_for_and_every_reader_s_address_stay_out(tmp_path: Path) -> None:
    lines = [combined("en/a/")] * 10 + [combined("en/lost", 404)] * 10 + [combined("en/support/")] * 10
    counted = visits([log(tmp_path, *lines)], SITE, ["en"])
    assert (counted.pages, counted.missing, counted.contact) == ([], [], 0)
    assert ADDRESS not in counted.model_dump_json()


def test_missing_addresses_are_listed_unless_a_secret_stands_in_them(tmp_path: Path) -> None:
    phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow".replace(" ", "%20")
    lines = [combined("en/old-page", 404)] * 12 + [combined(f"en/{phrase}", 404)] * 12 + [combined("en/")]
    assert visits([log(tmp_path, *lines)], SITE, ["en"]).missing == [Count(path="en/old-page", visits=12)]


def test_robots_and_other_sites_of_the_host_do_not_count(tmp_path: Path) -> None:
    lines = [combined("en/a/", agent="Examplebot/2.1")] * 20 + [combined("en/")]
    lines += [combined("en/a/").replace("/guide/", "/shop/")] * 20
    assert visits([log(tmp_path, *lines)], SITE, ["en"]).pages == []


def test_every_format_is_read_compressed_too(tmp_path: Path) -> None:
    common = combined("zh/a/").rsplit(' "', 2)[0] + "\n"
    compressed = tmp_path / "access.log.2.gz"
    compressed.write_bytes(gzip.compress(combined("zh/a/").encode() * 4))
    logs = [log(tmp_path, *[common] * 4), log(tmp_path, *[caddy("zh/a/")] * 4, name="caddy.log"), compressed]
    counted = visits(logs, SITE, ["zh"])
    assert counted.pages == [Count(path="zh/a/", visits=12)]
    assert counted.entries == {}, "the common format keeps no referrers: eight are known"


@pytest.mark.parametrize("line", ['[today] "GET /guide/en/ HTTP/1.1" ok\n', '{"request": "GET /"}"GET \n', ""])
def test_what_is_no_log_of_the_site_is_an_error(tmp_path: Path, line: str) -> None:
    with pytest.raises(LogError, match=r"format|right host"):
        visits([log(tmp_path, line)], SITE, ["en"])


def test_what_anybody_may_send_to_a_host_stops_nothing(tmp_path: Path) -> None:
    """Addresses that are none, times that no clock has, JSON of other shapes, lines without an end."""
    request = {"method": "GET", "uri": 7, "headers": {}}
    odd = [
        combined("en/a/", referrer="http://[none"),
        combined("en/a/").replace("/guide/", "//[none"),
        combined("en/<script>\x1b[31m/"),
        json.dumps({"ts": 10**400, "request": request, "status": 200}) + "\n",
        json.dumps({"ts": 1e300, "request": request, "status": 200}) + "\n",
        json.dumps({"ts": 1, "request": request, "status": 200}) + "\n",
        json.dumps({"ts": 1, "request": {**request, "headers": {"Referer": []}}, "status": 200}) + "\n",
        '{"a":' + "[" * 100_000 + "\n",
        "x" * 1_000_000 + "\n",
    ]
    counted = visits([log(tmp_path, *odd, *[caddy("en/a/")] * 11)], SITE, ["en"])
    assert counted.pages == [Count(path="en/a/", visits=12)]


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(combined("en/").encode() * 99)[:-20]])
def test_a_compressed_log_that_is_damaged_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "access.log.gz").write_bytes(content)
    with pytest.raises(LogError, match="cut off, or not compressed"):
        visits([tmp_path / "access.log.gz"], SITE, ["en"])
