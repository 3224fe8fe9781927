"""Announcements: each page is told which ones it carries."""

import os
from typing import Any

from handrail.center.help_center import HelpCenter
from handrail.content import announcement
from handrail.schema import dates


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    center: HelpCenter = config.extra["center"]
    place = center.article_at(page.file.src_uri), center.category_at(page.file.src_uri)
    ids = [each.id for each in place if each] + [each.front_matter.category for each in place[:1] if each]
    now = dates.now(os.environ)
    every = announcement.shown(center.announcements, page.file.url, ids, now)
    context["announcements"] = every if center.edition_of(page.file.src_uri) else announcement.urgent(every)
    return context


def on_template_context(context: Any, *, template_name: str, config: Any) -> Any:
    center: HelpCenter = config.extra["center"]
    every = announcement.shown(center.announcements, template_name, (), dates.now(os.environ))
    context["announcements"] = announcement.urgent(every)
    return context
