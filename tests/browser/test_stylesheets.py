"""Pages look with the joined sheets as with all of the theme's and ours: what was left out styled nothing."""

import re

import pytest
from built_site import ROOT, theme_folder
from waiting import settled

OVERRIDES = ROOT / "overrides"
LINK = re.compile(r"'(assets/[^']+\.css)' \| url")
# How each kind of element that is seen looks; two are of a kind where they and all around them have the same names.
LOOKS = """() => {
  document.documentElement.style.width = "50%"; // else margins may be those from before the last layout
  document.body.getBoundingClientRect();
  document.documentElement.style.width = "";
  const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));
  const looks = {};
  const look = (one, path) => {
    path = `${path} ${one.localName}.${one.className.baseVal ?? one.className}`;
    if (!one.checkVisibility()) return;
    for (const part of path in looks ? [] : ["", "::before", "::after"]) {
      const style = getComputedStyle(one, part);
      const isThere = !part || !["none", "normal"].includes(style.content);
      const said = isThere ? names : ["content"]; // what has no content is not seen, whatever else is said of it
      looks[path + part] = said.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
    }
    for (const child of one.children) look(child, path);
  };
  look(document.body, "");
  return looks;
}"""
# The kinds that look different from how they did when this was asked before, and how; and how many kinds there are.
COMPARE = f"""() => {{
  const [before, now] = [window.looks, ({LOOKS})()];
  window.looks = before ? undefined : now;
  const kinds = Object.keys(before ?? now);
  const parts = (look) => (look ?? "").split("; ");
  const others = (one, other) => parts(one).filter((part) => !parts(other).includes(part));
  const all = before ? Object.keys({{ ...before, ...now }}) : [];
  const different = all.filter((kind) => before[kind] !== now[kind]);
  const found = different.map((kind) => [kind, [others(before[kind], now[kind]), others(now[kind], before[kind])]]);
  return [kinds.length, Object.fromEntries(found)];
}}"""
STILL = "* { transition: none !important; animation: none !important }"
DISABLE = "off => document.querySelectorAll('link[rel=stylesheet]').forEach((link) => { link.disabled = off; })"
# The rules that are made of the configuration.
CONFIGURED = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .map((rule) => rule.cssText).filter((text) => /--(accent-light|fonts): /.test(text)).join("")"""
RESULTS = "assets/searchbox/results.css"
"""Comes with the first search."""


def whole(page, template) -> str:
    """The theme's whole sheet and those of ours that the template names, as people wrote them."""
    [theme] = (theme_folder() / "assets/stylesheets").glob("main.*.css")
    named = [path for name in ("base.html", template) for path in LINK.findall((OVERRIDES / name).read_text("utf-8"))]
    named += [RESULTS] if page.locator(".search input").count() else []
    files = [theme, *(OVERRIDES / path for path in named if not path.endswith("/colours.css"))]
    return "\n".join([*(file.read_text("utf-8") for file in files), page.evaluate(CONFIGURED), STILL])


def assert_same_with(page, template):
    css = whole(page, template)
    kinds, _ = page.evaluate(COMPARE)
    assert kinds > 30
    page.evaluate(DISABLE, True)
    style = page.add_style_tag(content=css)
    _, different = page.evaluate(COMPARE)
    style.evaluate("style => style.remove()")
    page.evaluate(DISABLE, False)
    assert different == {}


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("", "chooser.html"),
        ("en/", "home.html"),
        ("zh/contact/", "category.html"),
        ("en/security/phrase-stolen/", "article.html"),
        ("zh/contact/phone-support/", "article.html"),
        ("zh/search/#q=pin", "search.html"),
        ("404.html", "404.html"),
    ],
)
def test_a_page_looks_as_with_the_whole_sheets(site, visitor, path, template):
    page = visitor(viewport={"width": 1280, "height": 800}, bypass_csp=True).page
    page.goto(site.url + path)
    page.add_style_tag(content=STILL)
    if box := page.locator(".search input").all():
        box[0].fill("pin")
        page.locator(".search__more").first.wait_for()
        settled(page)
    assert_same_with(page, template)
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    page.evaluate("document.activeElement.blur()")
    assert_same_with(page, template)
