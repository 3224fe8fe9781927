"""Announcements: each page is told which ones it carries."""

from typing import Any

from handrail.content import announcement
from handrail.pages.site_context import SiteContext
from handrail.schema import dates


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    site = SiteContext.of(config)
    view, now = site.view(page), dates.now()
    shown = announcement.shown(site.center.announcements, page.file.url, view.ids, now)
    context["announcements"] = shown if view.edition else announcement.urgent(shown)
    return context


def on_template_context(context: Any, *, template_name: str, config: Any) -> Any:
    announcements = SiteContext.of(config).center.announcements
    shown = announcement.shown(announcements, template_name, (), dates.now())
    context["announcements"] = announcement.urgent(shown)
    return context
