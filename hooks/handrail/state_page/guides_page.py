"""The page of the preview that shows authors their guides as graphs, each box with a link to its page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from handrail.report.guide_graph import Guide
from handrail.state_page.graph import draw
from handrail.state_page.html import element
from handrail.state_page.page import STYLE

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Guides</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>Guides</h1>
<p class="lead">Point at a box to see its words and the answers that lead to it; click it to see its page. Dotted lines
are those of readers who do not know.</p>
{guides}
</main>
</body>
</html>
"""


def render(guides: Sequence[Guide]) -> str:
    """The whole page. Links lead to the site at the root of this host."""
    sections = [
        element("section", element("h2", " / ".join(guide.titles.values())), draw(guide, has_links=True))
        for guide in guides
    ]
    return Markup(_PAGE).format(style=Markup(STYLE), guides=Markup("\n").join(sections))
