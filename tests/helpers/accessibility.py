"""Asks axe what keeps people from using a page.

What it finds of colours hangs on the names and the styles of an element and of all around it, which are its kind, and
not on the words; and most of its time goes there. So it looks at these for each kind once: at those that it has not
called good yet, wherever they show.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    # Not asked for: selectors, and the style sheets taken apart, which none of these rules reads.
    "selectors": False,
    "preload": {"assets": ["media"]},
}
good: dict[str, set[str]] = {"color-contrast": set(), "link-in-text-block": set()}
"""The rules of colours: the kinds of elements that axe has called good by each, in this process."""
# What breaks the rules; and by each of the rules of colours, the kinds of what does not, so far as they were not known.
# What an element takes from the one around it, its kind does not say once more.
RUN = """async ([within, options, good]) => {
  const colours = ["color", "backgroundColor", "backgroundImage", "opacity", "filter", "textShadow", "borderBottom"];
  const names = [...colours, "textDecorationLine", "fontSize", "fontWeight", "fontStyle", "fontFamily"];
  const kinds = new Map();
  const look = (one, around, before) => {
    if (!one.checkVisibility()) return;
    const style = getComputedStyle(one);
    const values = names.map((name) => style[name]);
    const own = values.filter((value, at) => value !== before[at]);
    const kind = `${around} ${one.localName}.${one.className.baseVal ?? one.className} ${own.join(" ")}`;
    kinds.set(one, kind);
    for (const child of one.children) look(child, kind, values);
  };
  look(document.documentElement, "", []);
  for (const [id, known] of Object.entries(good)) {
    const [rule, isKnown] = [axe._audit.rules.find((rule) => rule.id === id), new Set(known)];
    const matches = (rule.allMatches ??= rule.matches);
    rule.matches = (one, ...more) => !isKnown.has(kinds.get(one)) && matches.call(rule, one, ...more);
  }
  const results = await axe.run(within ?? document, { ...options, reporter: (found, _, done) => done(found) });
  const told = (id) => results.find((result) => result.id === id)?.passes ?? [];
  const passed = (id) => [...new Set(told(id).map(({ node }) => kinds.get(node.element)))].filter(Boolean);
  return [
    results.filter(({ violations }) => violations.length)
      .map(({ id, violations }) => [id, violations.map(({ node }) => node.source)]),
    Object.fromEntries(Object.keys(good).map((id) => [id, passed(id)])),
  ];
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
    broken, passed = page.evaluate(RUN, [within, OPTIONS, {rule: [*kinds] for rule, kinds in good.items()}])
    found: dict[str, list[str]] = dict(broken)
    for rule, kinds in good.items():
        if rule not in found:
            kinds.update(passed[rule])
    return found


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
