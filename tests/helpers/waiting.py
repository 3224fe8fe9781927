"""Waits for what will be, never for a time: a test goes on the moment that it is."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

PATIENCE = 90_000
"""Milliseconds until a test gives up; what is there sooner is not waited for."""


def painted(page: Page) -> None:
    """Wait until a page shows what was done to it, and its observers know."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def settled(page: Page) -> None:
    """Wait until a page is loaded and, for ten frames, has got nothing more."""
    page.evaluate("""async () => {
      let [frames, before] = [0, 0];
      while (frames < 10) {
        await new Promise(requestAnimationFrame);
        const now = performance.getEntriesByType("resource").length;
        frames = document.readyState === "complete" && now === before ? frames + 1 : 0;
        before = now;
      }
    }""")
    painted(page)


def eventually(page: Page, promise: str, arg: Any = None) -> None:
    """Wait until what a function of the page promises is true; Playwright's own wait takes any promise for true."""
    until = f"""async (arg) => {{
      for (const end = Date.now() + {PATIENCE}; Date.now() < end; await new Promise(requestAnimationFrame)) {{
        if (await ({promise})(arg)) return true;
      }}
    }}"""
    assert page.evaluate(until, arg), f"not within a minute and a half: {promise}"
