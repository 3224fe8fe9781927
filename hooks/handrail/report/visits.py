"""Counts what readers open, from the log that a web server keeps anyway: nothing is asked of their browsers.

Reads the common and combined formats of nginx, Apache and others, and the JSON of Caddy, plain or compressed with gzip.
Of a line only path, status, referrer's host and program are looked at; addresses of readers are never kept, queries are
cut off, and what fewer than MIN asked for is not written: it could be one reader.
"""

from __future__ import annotations

import datetime
import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import BaseModel

from handrail.center import routes
from handrail.secrets import guard

MIN = 11
"""Counts over ten only."""
LONGEST = 65_536
"""Characters of a line that are looked at together."""
MOST = 50
"""Pages, and missing addresses, that are listed."""

# https://httpd.apache.org/docs/2.4/logs.html#accesslog
_LINE = re.compile(
    r'\S+ \S+ \S+ \[(?P<day>[^:\]]+)[^\]]*\] "GET (?P<path>\S+)[^"]*" (?P<status>\d{3}) \S+'
    r'(?: "(?P<referrer>[^"]*)" "(?P<agent>[^"]*)")?'
)
_ROBOT = re.compile(r"bot\b|crawl|spider|slurp|preview|monitor|curl|wget|python|headless", re.IGNORECASE)
_PAGE = re.compile(r"(?:/|\.html|/[^/.]*)\Z")
"""Addresses of pages, and not of what pages load."""


class LogError(Exception):
    """A file holds no log that is known. The message says what to do."""


class Count(BaseModel):
    path: str
    """Below the site's address, with no slash in front."""
    visits: int


class Visits(BaseModel):
    """What readers opened in some days; programs that call themselves robots apart."""

    since: datetime.date
    until: datetime.date
    pages: list[Count]
    """The most read, the most first."""
    missing: list[Count]
    """Addresses that readers asked for and that there are not."""
    entries: dict[str, int]
    """By language: pages that were reached from elsewhere. Empty where the log keeps no referrers."""
    contact: int
    """How often the pages that lead to support were opened; 0 if not more than ten times."""


@dataclass
class _Request:
    day: datetime.date
    path: str
    status: int
    referrer: str | None
    agent: str


@dataclass
class _Counts:
    days: set[datetime.date] = field(default_factory=set)
    pages: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    entries: Counter[str] = field(default_factory=Counter)


def visits(logs: Iterable[Path], site_url: str, codes: Iterable[str]) -> Visits:
    """What the logs of a host say about the site at `site_url`, whose languages have these codes.

    Raises LogError and OSError.
    """
    languages, counts = set(codes), _Counts()
    for log in logs:
        for request in _requests(log):
            _count(request, urlsplit(site_url), languages, counts)
    if not counts.days:
        raise LogError("No page of the site stands in these logs. Are they of the right host?")
    contact = sum(counts.pages[routes.SUPPORT.url(code)] for code in languages)
    return Visits(
        since=min(counts.days),
        until=max(counts.days),
        pages=_most(counts.pages),
        missing=[one for one in _most(counts.missing) if not guard.inspect(unquote(one.path))],
        entries={code: number for code, number in sorted(counts.entries.items()) if number >= MIN},
        contact=contact if contact >= MIN else 0,
    )


def _most(counter: Counter[str]) -> list[Count]:
    return [Count(path=path, visits=number) for path, number in counter.most_common(MOST) if number >= MIN]


def _count(request: _Request, site: SplitResult, languages: set[str], counts: _Counts) -> None:
    base = site.path.rstrip("/") + "/"
    path = _split(request.path).path
    if not (path.startswith(base) and _PAGE.search(path)) or _ROBOT.search(request.agent):
        return
    path = path.removeprefix(base)
    if request.status == 404:
        counts.missing[path] += 1
    if request.status not in (200, 304):
        return
    counts.days.add(request.day)
    counts.pages[path] += 1
    if request.referrer is not None and _split(request.referrer).netloc != site.netloc:
        language = path.partition("/")[0]
        counts.entries.update({language} & languages)


def _split(address: str) -> SplitResult:
    """The parts of an address; none of them where it is no address, as anybody can send anything."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _requests(log: Path) -> Iterator[_Request]:
    """The requests of a log by people and programs. Raises LogError where most lines are of no known format."""
    read = unread = 0
    opened = gzip.open if log.suffix == ".gz" else open
    with opened(log, "rt", encoding="utf-8", errors="replace") as file:
        for line in _lines(file, log):
            request = _of_json(line) if line.startswith("{") else _of_line(line)
            read += request is not None
            unread += request is None and '"GET ' in line
            if request:
                yield request
    if unread > read:
        raise LogError(
            f"{log}: {unread} lines are of no known format. "
            "Name logs in the common or combined format, or Caddy's JSON."
        )


def _lines(file: IO[str], log: Path) -> Iterator[str]:
    """The lines of a log; one that is longer than any that tells of a request comes in pieces. Raises LogError."""
    try:
        yield from iter(lambda: file.readline(LONGEST), "")
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise LogError(f"{log}: it is cut off, or not compressed with gzip. Fetch it again, or leave it out.") from None


def _of_line(line: str) -> _Request | None:
    match = _LINE.match(line)
    if not match:
        return None
    try:
        day = datetime.datetime.strptime(match["day"], "%d/%b/%Y").date()
    except ValueError:
        return None
    referrer = match["referrer"]
    return _Request(day, match["path"], int(match["status"]), referrer, match["agent"] or "")


def _of_json(line: str) -> _Request | None:
    try:
        entry = json.loads(line)
        request, headers = entry["request"], entry["request"].get("headers", {})
        if request["method"] != "GET":
            return None
        day = datetime.datetime.fromtimestamp(float(entry["ts"]), datetime.UTC).date()
        referrer, agent = (headers.get(name, [""])[0] for name in ("Referer", "User-Agent"))
        path, referrer, agent = map(str, (request["uri"], referrer, agent))
        return _Request(day, path, int(entry["status"]), referrer, agent)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, OSError, RecursionError):
        return None
