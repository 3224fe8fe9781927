"""One build, several languages: before each page is rendered the theme is told which language it speaks.

The theme reads its language, the site's name and the alternates from the configuration while it renders; `_speak`
is the one place that sets them.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urljoin

from handrail.center.edition import Edition


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    center, path = config.extra["center"], page.file.src_uri
    return context | _speak(config, center.edition_of(path), center.counterparts(path))


def on_template_context(context: Any, *, template_name: str, config: Any) -> Any:
    return context | _speak(config, None, {})


def _speak(config: Any, edition: Edition | None, counterparts: Mapping[str, str]) -> dict[str, Any]:
    """Sets the theme to the language of `edition`, or to the default one; returns what the templates need of it.

    `twins` are the addresses of this page in the languages that have it.
    """
    center = config.extra["center"]
    settings = center.settings
    edition = edition or next(iter(center.editions.values()))
    code = edition.language.code
    config.theme["language"] = edition.language.theme_name
    config.site_name = settings.site_name[code]
    config.site_description = settings.description[code]
    config.extra["alternate"] = [
        {"lang": lang, "link": urljoin(config.site_url or "", url) or "."}
        for lang, url in center.alternates(counterparts).items()
    ]
    return {
        "center": center,
        "settings": settings,
        "edition": edition,
        "language": edition.language,
        "counterparts": counterparts,
        "t": partial(center.ui_strings.say, code),
    }
