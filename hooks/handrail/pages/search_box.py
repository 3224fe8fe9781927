"""What the search box says and leads to. All pages of a language share it as a file, which comes with the first use."""

from __future__ import annotations

import json
from typing import Any

from handrail.assets.fingerprint import named
from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.center.routes import SEARCH_INDEXES
from handrail.content import plural_forms
from handrail.content.article import Article
from handrail.content.guide import SEARCHED_AS

STRINGS = {
    "popular": "home.popular_articles",
    "contact": "contact.action",
    "forget": "search.forget",
    "hash": "support.guard.ask",
    "more": "search.more",
    "near": "search.near",
    "none": "search.none",
    "recent": "search.recent",
    "secret": "support.guard.block",
    "secretGone": "support.guard.gone",
    "secretThen": "support.guard.then",
    "failedSearches": "search.failed_searches",
    "forgetFailedSearches": "search.forget_failed_searches",
    "unhelpful": "search.unhelpful",
    "via": "search.via",
    "weak": "search.weak",
}
"""UI strings by the names that the scripts give them."""


def files(center: HelpCenter, guard: str) -> dict[str, tuple[str, str]]:
    """The path and the text of the file of each language, by its code. `guard` is the path of the guard's script."""
    texts = {
        code: json.dumps(_words(center, edition) | {"guard": guard}, ensure_ascii=False, separators=(",", ":"))
        for code, edition in center.editions.items()
    }
    return {code: (named(f"{SEARCH_INDEXES}{code}.words.json", text), text) for code, text in texts.items()}


def _words(center: HelpCenter, edition: Edition) -> dict[str, Any]:
    code, settings = edition.language.code, center.settings
    categories = {
        category.path(section): category.label(section, code)
        for category in center.categories.values()
        for section in (None, *category.sections)
    }
    if center.guides:
        categories[SEARCHED_AS] = center.ui_strings.say(code, "guide.heading")
    popular = edition.pick(settings.home.popular_articles)
    emergency = edition.articles.get(settings.home.emergency or "")
    kept = {"query": "{query}"}  # what the box fills in itself
    return {
        "page": edition.search_url,
        "contact": edition.support_url,
        "recent": settings.search.recent,
        "categories": categories,
        "popular": [_link(article) for article in popular],
        "emergency": _link(emergency) if emergency else None,
        "count": plural_forms.forms(center.ui_strings.texts["search.count"][code]),
        "strings": {name: center.ui_strings.say(code, key, **kept) for name, key in STRINGS.items()},
    }


def _link(article: Article) -> dict[str, str]:
    return {"title": article.title, "url": article.url}
