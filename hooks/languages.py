"""One build, several languages: before each page is rendered the theme is told which language it speaks."""

from typing import Any

from handrail.pages import theme_language
from handrail.pages.site_context import SiteContext


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    site = SiteContext.of(config)
    view = site.view(page)
    return context | theme_language.speak(config, site.center, view.edition, view.counterparts)


def on_template_context(context: Any, *, template_name: str, config: Any) -> Any:
    return context | theme_language.speak(config, SiteContext.of(config).center, None, {})
