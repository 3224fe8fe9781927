"""A slow phone: Chromium without a cache, a processor four times slower, a line of 1.6 Mbit/s that takes 150 ms.

These are the throttling figures that Lighthouse took over from a survey of mobile networks. What it measures:
bytes and requests until the page is quiet, when something and when the largest part of it is painted, how far things
moved meanwhile, how long the main thread was busy, and how long a reader waits for the first result of a search.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Any, Self

from playwright.sync_api import CDPSession, Page, sync_playwright

import chromium

LINE = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8, "offline": False}
SLOWER = 4
VIEW = {"width": 390, "height": 844}

PAINTS = """() => new Promise((done) => {
  const seen = { first: 0, largest: 0, shift: 0 };
  const look = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({ type, buffered: true });
  look("paint", (entry) => { if (entry.name === "first-contentful-paint") seen.first = entry.startTime; });
  look("largest-contentful-paint", (entry) => { seen.largest = entry.startTime; });
  look("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  setTimeout(() => done(seen), 200);
})"""
RESULT = """(selector) => {
  window.answered = new Promise((done) => {
    addEventListener("keydown", () => {
      const start = performance.now();
      const look = () => {
        const found = document.querySelector(selector);
        const waited = performance.now() - start;
        if (found?.checkVisibility()) done(waited);
        else if (waited > 30000) done(null);
        else requestAnimationFrame(look);
      };
      look();
    }, { once: true, capture: true });
  });
}"""
"""Waits, from the first key on, for something that the selector finds."""


@dataclass(frozen=True)
class Visit:
    """What one visit of a page took: bytes over the wire, seconds, milliseconds."""

    size: int
    requests: int
    first_paint: float
    largest_paint: float
    shift: float
    busy: float
    """Milliseconds of the main thread."""
    answer: float | None = None
    """Seconds from the first key to the first result, where the page has a search box."""


@dataclass(frozen=True)
class Box:
    """A search box: where to press, where to type, what a result looks like."""

    open: str
    field: str
    result: str


OWN = Box('[data-component="search"] input', '[data-component="search"] input', "[role=option].result__title")
MATERIAL = Box('.md-header__button[for="__search"]', ".md-search__input", ".md-search-result__item a")


class Phone:
    def __enter__(self) -> Self:
        self._playwright = sync_playwright().start()
        root = sys.platform != "win32" and os.geteuid() == 0  # whom its sandbox refuses
        arguments = ["--no-sandbox"] if root else []
        self._browser = self._playwright.chromium.launch(executable_path=chromium.ensure(), args=arguments)
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()

    @property
    def version(self) -> str:
        return self._browser.version

    def visit(self, url: str, box: Box | None = None, words: str = "") -> Visit:
        """Open a page for the first time, wait until it is quiet, then ask its search box."""
        context = self._browser.new_context(viewport={"width": VIEW["width"], "height": VIEW["height"]}, locale="fr")
        page = context.new_page()
        page.set_default_timeout(60_000)
        session = context.new_cdp_session(page)
        sizes: list[int] = []
        for domain in ("Network", "Performance"):
            session.send(f"{domain}.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
        page.goto(url, wait_until="networkidle")
        seen, busy = page.evaluate(PAINTS), _busy(session)
        size, requests = sum(sizes), len(sizes)
        answer = _ask(page, box, words) if box and page.locator(box.open).first.is_visible() else None
        context.close()
        return Visit(
            size=size,
            requests=requests,
            first_paint=seen["first"] / 1000,
            largest_paint=seen["largest"] / 1000,
            shift=seen["shift"],
            busy=busy,
            answer=answer,
        )


def _busy(session: CDPSession) -> float:
    metrics: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")


def _ask(page: Page, box: Box, words: str) -> float | None:
    """The seconds from the first key to the first result, by a reader who types at once; None after half a minute."""
    page.evaluate(RESULT, box.result)
    page.locator(box.open).first.click()
    field = page.locator(box.field).first
    field.press(words[0]) if words[0].isascii() else page.keyboard.press("Shift")
    field.fill(words)
    waited: float | None = page.evaluate("window.answered")
    return None if waited is None else waited / 1000
