"""Links that articles make to channels by id: what the effective status of each channel lets readers have of them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from handrail.channels.status import EffectiveStatus

_ANCHOR = re.compile(
    r"""<a\s(?P<before>[^>]*?)href=(?P<quote>["']?)channel:(?P<id>[^"'\s>]*)(?P=quote)(?P<after>[^>]*)>(?P<text>.*?)</a>""",
    re.DOTALL | re.IGNORECASE,
)


def render_links(page: str, statuses: Mapping[str, EffectiveStatus], caveat: Callable[[EffectiveStatus], str]) -> str:
    """The HTML `page` with each link to a channel made what its effective status allows. Where it leads always shows.

    `caveat` says of a channel that is not verified where its link leads, and that nobody opened it. A link carries the
    day on which its status ends: from then on the browser takes it away.
    """

    def replace(match: re.Match[str]) -> str:
        effective_status, text = statuses.get(match["id"]), match["text"]
        if effective_status is None or effective_status.href is None:
            return text
        note = effective_status.place if effective_status.status == "verified" else caveat(effective_status)
        return (
            f'<span data-until="{effective_status.until}">'
            f'<a {match["before"]}href="{html.escape(effective_status.href)}" rel="noopener noreferrer"'
            f' referrerpolicy="no-referrer"{match["after"]}>{text}</a>'
            f' <small class="host">({html.escape(note)})</small></span>'
        )

    return _ANCHOR.sub(replace, page)
