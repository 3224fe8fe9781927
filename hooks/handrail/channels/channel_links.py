"""Links that articles make to channels by id: what the effective status of each channel lets readers have of them."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from handrail.channels.status import EffectiveStatus

SCHEME = "channel:"


def resolve(root: Element, statuses: Mapping[str, EffectiveStatus], caveat: Callable[[EffectiveStatus], str]) -> None:
    """Make each link to a channel below `root` what its effective status allows. Where it leads always shows.

    `root` is a tree of Python-Markdown, whose serializer takes `&` for the beginning of an entity where it is one.
    `caveat` says of a channel that is not verified where its link leads, and that nobody opened it. A link carries the
    day on which its status ends: from then on the browser takes it away.
    """
    for parent in list(root.iter()):
        for position, link in reversed(list(enumerate(parent))):
            address = link.get("href", "")
            if link.tag != "a" or address[: len(SCHEME)].lower() != SCHEME:
                continue
            status = statuses.get(address[len(SCHEME) :])
            if status is None or status.href is None:
                _unwrap(parent, position)
            else:
                note = status.place if status.status == "verified" else caveat(status)
                parent[position] = _with_place(link, status.href, str(status.until), note)


def _with_place(link: Element, address: str, until: str, note: str) -> Element:
    link.attrib |= {"href": html.escape(address), "rel": "noopener noreferrer", "referrerpolicy": "no-referrer"}
    whole = Element("span", {"data-until": until})
    whole.tail, link.tail = link.tail, " "
    whole.append(link)
    SubElement(whole, "small", {"class": "host"}).text = f"({html.escape(note, quote=False)})"
    return whole


def _unwrap(parent: Element, position: int) -> None:
    """Put what a link holds in its place."""
    link = parent[position]
    parent[position : position + 1] = list(link)
    _append(parent, position, link.text)
    _append(parent, position + len(link), link.tail)


def _append(parent: Element, position: int, text: str | None) -> None:
    """Put a text before the child at a position."""
    if position:
        before = parent[position - 1]
        before.tail = (before.tail or "") + (text or "")
    else:
        parent.text = (parent.text or "") + (text or "")
