"""The navigation of the site as an engine takes it: each language holds its home page and its categories."""

from __future__ import annotations

from typing import Any

from handrail.center import routes
from handrail.center.help_center import HelpCenter


def navigation(center: HelpCenter) -> list[Any]:
    """The engine's `nav`: a list of paths below the docs folder, and of `{title: list}` for what holds others."""
    languages: list[Any] = []
    for code, edition in center.editions.items():
        items: list[Any] = [routes.source_path(edition.home)]
        for id, articles in edition.by_category.items():
            pages = [routes.source_path(routes.category(code, id)), *(article.path for article in articles)]
            items.append({center.categories[id].title[code]: pages})
        languages.append({center.ui_strings.say(code, "home"): items})
    return languages
