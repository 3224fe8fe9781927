"""Asks nginx and Caddy for a site at a steady rate, with the settings that the build writes for them.

Readers come when they come: a request waits for no other while a reader is free, and its time counts from when it was
due. Each reader keeps a connection, as browsers do.
"""

from __future__ import annotations

import argparse
import http.client
import statistics
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import environment
from bench import web_servers
from handrail.commands import terminal
from handrail.engine import build

URL = "https://help.example/"
KINDS = ("**/index.html", "assets/*.css", "assets/*.js", "search/*", "**/index.md", "*.png")
"""What readers ask for, by pattern: three files of each, and an address that leads nowhere."""
MISSING = "no/such/page/"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=int, default=500, metavar="N", help="requests a second; default: 500")
    parser.add_argument("--seconds", type=int, default=10, metavar="N", help="default: 10")
    parser.add_argument("--readers", type=int, default=50, metavar="N", help="connections; default: 50")
    options = parser.parse_args(argv)
    with TemporaryDirectory(prefix="handrail-bench-") as name:
        site = Path(name, "site")
        try:
            build.build("mkdocs", environment.ROOT / "mkdocs.yml", site, URL, False)
        except build.BuildFailed as failure:
            return terminal.fail(failure)
        paths = [MISSING, *_paths(site)]
        failed = 0
        for server in filter(web_servers.program, web_servers.SERVERS):
            (work := Path(name, f"{server}-work")).mkdir()
            with web_servers.running(server, site, "/", work) as address:
                times = measure(address, paths, options.rate, options.seconds, options.readers)
            failed += times.count(None)
            _print(server, times, options.seconds)
    return int(bool(failed))


def measure(address: str, paths: Sequence[str], rate: int, seconds: int, readers: int) -> list[float | None]:
    """The seconds that each answer took, from when its request was due; None where it was wrong or none came."""
    start = time.monotonic() + 0.5

    def read(reader: int) -> list[float | None]:
        parts = urlsplit(address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
        times = []
        for number in range(reader, rate * seconds, readers):
            due = start + number / rate
            time.sleep(max(0, due - time.monotonic()))
            right = _ask(connection, paths[number % len(paths)])
            times.append(time.monotonic() - due if right else None)
        connection.close()
        return times

    with ThreadPoolExecutor(readers) as pool:
        return [answer for answers in pool.map(read, range(readers)) for answer in answers]


def _ask(connection: http.client.HTTPConnection, path: str) -> bool:
    try:
        connection.request("GET", f"/{path}", headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        connection.close()  # the next request opens it anew
        return False
    return answer.status == (404 if path == MISSING else 200)


def _paths(site: Path) -> Iterator[str]:
    for pattern in KINDS:
        for file in sorted(path for path in site.glob(pattern) if path.is_file())[:3]:
            yield file.relative_to(site).as_posix().removesuffix("index.html")


def _print(server: str, times: Sequence[float | None], seconds: int) -> None:
    right = sorted(answer for answer in times if answer is not None)
    median, slow = statistics.median(right), right[int(len(right) * 0.99)]
    print(
        f"{server}: {len(times)} requests, {len(times) / seconds:.0f} a second, {len(times) - len(right)} errors; "
        f"median {median * 1000:.1f} ms, 99 % below {slow * 1000:.1f} ms, worst {right[-1] * 1000:.1f} ms"
    )
