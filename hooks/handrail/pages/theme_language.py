"""The language that the theme speaks while it renders one page.

The theme reads its language, the site's name and the alternates from the engine's configuration; `speak` is the one
place that sets them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urljoin

from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter


def speak(config: Any, center: HelpCenter, edition: Edition | None, counterparts: Mapping[str, str]) -> dict[str, Any]:
    """Set the theme to the language of `edition`, or to the default one; return what the templates need of it.

    `counterparts` are the addresses of this page in the languages that have it.
    """
    edition = edition or center.default_edition
    code = edition.language.code
    config.theme["language"] = edition.language.theme_name
    config.site_name = center.settings.site_name[code]
    config.site_description = center.settings.description[code]
    config.extra["alternate"] = [
        {"lang": language, "link": urljoin(config.site_url or "", url) or "."}
        for language, url in center.alternates(counterparts).items()
    ]
    return {
        "center": center,
        "settings": center.settings,
        "edition": edition,
        "language": edition.language,
        "counterparts": counterparts,
        "t": partial(center.ui_strings.say, code),
    }


def directions(env: Any, center: HelpCenter) -> dict[str, str]:
    """Which way each language is written, `ltr` or `rtl`, by its code: the theme knows it."""
    by_language = {}
    for language in center.settings.languages:
        words = env.get_template(f"partials/languages/{language.theme_name}.html").module
        by_language[language.code] = words.t("direction") or "ltr"
    return by_language
