"""Every page of every site is used as readers use it, and no page tries what its policy forbids."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from built_site import CONFIGS, REFRESH

LISTEN = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
"""
OPEN_ALL = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const part of document.querySelectorAll("[hidden]")) part.hidden = false;
}"""
POLICY = """() => ({
  places: document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length,
  before: [...document.querySelectorAll("script, link, style, img")].filter((part) => part.compareDocumentPosition(
    document.querySelector('meta[http-equiv="Content-Security-Policy"]')) & Node.DOCUMENT_POSITION_FOLLOWING).length,
  inline: document.querySelectorAll("[style]").length,
})"""


@pytest.fixture(scope="module", params=CONFIGS)
def any_site(request, serve):
    return serve(request.param)


@pytest.fixture(scope="module")
def seen(any_site, browser):
    """What was forbidden on each page, and what its policy is like. Each is seen in both schemes: one after another
    begins in the light or in the dark, and is switched to the other there."""
    context = browser.new_context(locale="fr", viewport={"width": 1280, "height": 800})
    context.add_init_script(LISTEN)
    page = context.new_page()
    problems, policies = [], {}
    page.on("console", lambda message: problems.append((page.url, message.text)))
    page.on("pageerror", lambda error: problems.append((page.url, str(error))))
    for number, path in enumerate([*any_site.paths, "404.html", "gone/"]):
        page.emulate_media(color_scheme=("light", "dark")[number % 2])
        page.goto(urljoin(any_site.url, path))
        file = any_site.folder / path / "index.html" if path.endswith("/") or not path else any_site.folder / path
        if file.is_file() and REFRESH in file.read_text("utf-8"):
            page.wait_for_function("() => !document.querySelector('meta[http-equiv=refresh]')")
            continue  # it led to another page
        policies[path] = page.evaluate(POLICY)
        for switch in page.locator('[data-component~="theme-switch"]:visible').all():
            switch.click()
        for box in page.locator('[data-component~="search"] input:visible').all() if number % 6 == 0 else ():
            box.fill("ab")
            page.locator('[data-component~="search"]').get_by_role("option").first.wait_for()
        page.evaluate(OPEN_ALL)
        page.wait_for_function("() => document.readyState === 'complete'")
        problems += [(path, violation) for violation in page.evaluate("window.violations")]
    context.close()
    return problems, policies


def test_no_page_tries_what_its_policy_forbids(seen):
    problems, policies = seen
    assert len(policies) > 5
    assert [problem for problem in problems if "404 (Not Found)" not in problem[1]] == []


def test_every_page_has_one_policy_before_all_that_it_governs(seen):
    _, policies = seen
    for path, policy in policies.items():
        assert policy == {"places": 1, "before": 0, "inline": 0}, path


def test_a_script_that_gets_into_a_page_does_not_run(site, visitor):
    """What a policy is for: shown on the pages of this site, not on one made for the test."""
    reader = visitor()
    reader.context.add_init_script(LISTEN)
    for path in ("en/", site.article_with("<table>", "en"), "gone/"):
        reader.page.route(urljoin(site.url, path), lambda route: route.fulfill(body=injected(route.fetch())))
        reader.page.goto(urljoin(site.url, path))
        reader.page.evaluate("document.getElementById('bait').click()")
        assert reader.page.evaluate("window.stolen") is None
        said = sorted(violation.split(":")[0] for violation in reader.page.evaluate("window.violations"))
        assert said == ["img-src", "script-src-attr", "script-src-elem", "script-src-elem"], path


def injected(response) -> str:
    attack = (
        "<script>window.stolen = 1</script><p id=bait onclick='window.stolen = 2'>x</p>"
        "<script src='data:text/javascript,window.stolen=3'></script><img src='https://thief.example/?phrase'>"
    )
    return response.text().replace("</body>", f"{attack}</body>")
