"""On paper nobody can press a link: those to other pages of the site carry their whole address, which print spells out.

The style sheet for paper cannot make it of `href`, which is relative, so that the site works below any path.
"""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin

_LINK = re.compile(r'<a (?P<before>[^>]*?)href="(?P<href>[^"#:][^":]*)"')
"""A link to another page of the site: no place in the same page, no scheme."""


def addressed(page: str, url: str | None) -> str:
    """The HTML of the page at `url` with the addresses of its links to other pages; unchanged without `url`."""
    if not url:
        return page

    def replace(link: re.Match[str]) -> str:
        address = escape(urljoin(url, unescape(link["href"])))
        return f'<a {link["before"]}data-address="{address}" href="{link["href"]}"'

    return _LINK.sub(replace, page)
