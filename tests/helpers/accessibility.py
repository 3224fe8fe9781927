"""Asks axe what keeps people from using a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    # Not asked for: what is right, selectors, and the style sheets taken apart, which none of these rules reads.
    "reporter": "no-passes",
    "selectors": False,
    "preload": {"assets": ["media"]},
}
RUN = """async ([within, options]) => {
  const { violations } = await axe.run(within ?? document, options);
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}"""
SETTLED = """async () => {
  const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changes.map(({ finished }) => finished));
  window.scrollTo({ top: 0, behavior: "instant" });
}"""
"""No colour is on its way to another one, and no link below the header, on its way to the place it scrolls to."""
SCRIPT = Axe().axe_script


def faults(page: Page | Frame, within: str | None = None) -> dict[str, list[str]]:
    """By the id of axe's rule, the HTML of the elements that break it.

    `within` is a selector: only what lies there is looked at, where the rest is looked at elsewhere.
    """
    if not page.evaluate("Boolean(window.axe)"):  # a document that is looked at again has it already
        page.evaluate(SCRIPT)
    page.evaluate(SETTLED)
    return dict(page.evaluate(RUN, [within, OPTIONS]))


def faults_by_look(page: Page, looks: Iterable[tuple[int, str]], within: str | None = None) -> dict[str, Any]:
    """What `faults` finds in each of some looks of the page as it is, by look; those with none are left out.

    A look is a width in pixels and a colour scheme: a document takes on one after the other without being loaded anew.
    """
    found = {}
    for width, scheme in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found[f"{width} {scheme}"] = faults(page, within)
    return {look: fault for look, fault in found.items() if fault}
