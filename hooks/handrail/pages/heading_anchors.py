"""Headings that can be shared: beside each stands a link to it, so that its own words stay as they were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

_HEADING = re.compile(r'<(?P<tag>h[2-6]) id="(?P<id>[^"]+)">(?P<words>.*?)</(?P=tag)>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def linked(page: str, name: Callable[[str], str]) -> str:
    """The HTML `page` with a link beside each heading below the title that has an id.

    `name` says what the link to a heading is called. Search leaves out what has the class of these links.
    """

    def replace(heading: re.Match[str]) -> str:
        label = escape(name(unescape(_TAG.sub("", heading["words"]))))
        link = f'<a class="headerlink" href="#{heading["id"]}" aria-label="{label}">#</a>'
        return f'<div class="heading">{heading[0]}{link}</div>'

    return _HEADING.sub(replace, page)
