"""Asks axe what keeps people from using a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def faults(page: Page | Frame, within: str | None = None) -> dict[str, list[str]]:
    """By the id of axe's rule, the HTML of the elements that break it.

    `within` is a selector: only what lies there is looked at, where the rest is looked at elsewhere.
    """
    violations = Axe().run(page, context=within, options=OPTIONS).response["violations"]
    return {fault["id"]: [node["html"] for node in fault["nodes"]] for fault in violations}
