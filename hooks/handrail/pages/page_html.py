"""The HTML of a page's content as readers get it: the last steps after Markdown, in their order."""

from __future__ import annotations

from handrail.center.help_center import HelpCenter
from handrail.channels import channel_links
from handrail.pages import heading_anchors, language_spans, print_links, table_alignment


def finished(html: str, center: HelpCenter, path: str, url: str | None) -> str:
    """`html`, as Markdown made it, of the page at `path` below the docs folder. `url` is its whole address."""
    edition = center.edition_of(path) or center.default_edition
    code = edition.language.code
    html = language_spans.marked(html, edition.language, center.settings.languages)
    html = channel_links.render_links(html, center.registry.statuses, center.caveat(code))
    html = print_links.addressed(html, url)
    html = heading_anchors.linked(html, lambda title: center.ui_strings.say(code, "article.section", title=title))
    return table_alignment.without_inline_styles(html)
