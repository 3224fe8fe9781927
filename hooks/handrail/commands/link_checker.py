"""Requests the addresses of other sites that content links to, gently, and keeps the answers for a day.

One request to a host at a time, a second apart; what fails in passing is tried again, after longer and longer waits.
"""

from __future__ import annotations

import http.client
import json
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from handrail.cache import sealed_file

AGENT = "Handrail link check (one request a second)"
FRESH = 24 * 60 * 60
"""Seconds for which an answer is taken as it was."""
PATIENCE = 10.0
PASSING = {408, 425, 429, 500, 502, 503, 504}
"""Answers that may be another one soon."""
NO_HEAD = {403, 404, 405, 501}
"""Answers of servers that do not know how to say what they would send."""


class LinkChecker:
    """What is wrong with each address; empty where nothing is."""

    def __init__(self, cache: Path, pause: float = 1.0, tries: int = 3) -> None:
        self.cache, self.pause, self.tries = cache, pause, tries
        self._last: dict[str, float] = {}

    def __call__(self, addresses: Iterable[str]) -> Mapping[str, str]:
        kept, now = self._kept(), time.time()
        for address in sorted({address.partition("#")[0] for address in addresses}):
            if now - float(kept.get(address, (0, ""))[0]) > FRESH:
                kept[address] = (now, self._visit(address))
        sealed_file.write(self.cache, json.dumps(kept).encode())
        return {address: wrong for address, (_, wrong) in kept.items()}

    def _kept(self) -> dict[str, tuple[float, str]]:
        content = sealed_file.read(self.cache)
        return {key: (at, wrong) for key, (at, wrong) in json.loads(content).items()} if content else {}

    def _visit(self, address: str) -> str:
        wrong = ""
        for attempt in range(self.tries):
            time.sleep(self.pause * (2**attempt - 1))
            wrong, may_pass = self._ask(address)
            if not may_pass:
                break
        return wrong

    def _ask(self, address: str) -> tuple[str, bool]:
        """What is wrong now, and whether it may be another thing soon."""
        status, wrong = self._request(address, "HEAD")
        if status in NO_HEAD:
            status, wrong = self._request(address, "GET")
        return wrong, status in PASSING or (bool(wrong) and status == 0)

    def _request(self, address: str, method: str) -> tuple[int, str]:
        """The answer's status, 0 where there was none, and what is wrong with it."""
        self._wait(urlsplit(address).netloc)
        try:
            request = urllib.request.Request(address, method=method, headers={"User-Agent": AGENT})
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                elsewhere = urlsplit(answer.url).netloc != urlsplit(address).netloc
                return answer.status, f"it leads on to {answer.url}" if elsewhere else ""
        except urllib.error.HTTPError as error:
            error.close()
            return error.code, f"it answers {error.code} {error.reason}"
        except (OSError, http.client.HTTPException, ssl.SSLError, ValueError) as error:
            return 0, f"it does not answer: {getattr(error, 'reason', None) or error}"

    def _wait(self, host: str) -> None:
        """Let a host rest between two requests."""
        wait = self._last.get(host, 0.0) + self.pause - time.monotonic()
        if host in self._last and wait > 0:
            time.sleep(wait)
        self._last[host] = time.monotonic()
