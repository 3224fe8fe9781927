"""Announcements: each page is told which ones it carries."""

import os
from typing import Any

from helpcenter import announcement, interval
from helpcenter.center import HelpCenter


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    center: HelpCenter = config.extra["center"]
    place = center.article_at(page.file.src_uri), center.category_at(page.file.src_uri)
    ids = [each.id for each in place if each] + [each.head.category for each in place[:1] if each]
    now = interval.now(os.environ)
    context["announcements"] = announcement.shown(center.announcements, page.file.url, ids, now)
    return context
