"""A script that gets into a page does not run: that no page of ours tries is seen in test_every_page.py."""

from __future__ import annotations

from urllib.parse import urljoin

LISTEN = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
"""


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
