"""Words in another script than a page's own say which language they are, so that a screen reader speaks them right.

WCAG 2.2, 3.1.2. Only what is certain is marked: Han characters on a page in letters, where the site has exactly one
language that is written with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from handrail.content.settings import Language

_WORDS = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff]+(?:[\u3001\u3002\u300a-\u300f\uff01-\uff1f]+[\u3400-\u4dbf\u4e00-\u9fff]+)*"
)
_TAG = re.compile(r"(<[^>]*>)")


def marked(page: str, language: Language, languages: Iterable[Language]) -> str:
    """The HTML of an article in `language`, with what is in another of the site's `languages` marked as such."""
    others = [other.code for other in languages if other.script == "ideographic"]
    if language.script == "ideographic" or len(others) != 1:
        return page
    parts = _TAG.split(page)  # texts and tags by turns
    parts[::2] = [_WORDS.sub(rf'<span lang="{others[0]}">\g<0></span>', text) for text in parts[::2]]
    return "".join(parts)
