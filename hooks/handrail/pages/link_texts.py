"""What articles call each other: search finds an article by the texts of links in others that lead to it, too."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from html import unescape

_LINK = re.compile(r"<a\b[^>]*?\shref=\"([^\"#?:]+)(?:[#?][^\"]*)?\"[^>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
MAX_TARGETS = 3
"""A text that leads to more articles than this says nothing of any: "here", "read more"."""
MAX_TEXTS = 20
"""Of one article: the most frequent ones."""

Link = tuple[str, str]
"""The address where it leads, from the site's root, and its text."""


def links(address: str, html: str) -> tuple[Link, ...]:
    """The links to other pages of the site in the content of the one at this address."""
    found = ((_absolute(address, target), _plain(content)) for target, content in _LINK.findall(html))
    return tuple((target, text) for target, text in found if text and target != address)


def by_target(links: Iterable[Link]) -> Mapping[str, tuple[str, ...]]:
    """The texts that lead to each address, the most frequent first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    targets: dict[str, set[str]] = defaultdict(set)
    for target, text in links:
        counts[target][text] += 1
        targets[text].add(target)
    return {
        target: tuple(text for text, _ in texts.most_common() if len(targets[text]) <= MAX_TARGETS)[:MAX_TEXTS]
        for target, texts in counts.items()
    }


def _absolute(address: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(address, unescape(target))) + "/"


def _plain(content: str) -> str:
    return " ".join(unescape(_TAG.sub("", content)).split())
