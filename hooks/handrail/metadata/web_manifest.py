"""What a browser needs to put a help center on a home screen (Web Application Manifest), one file a language."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handrail.assets.fingerprint import named
from handrail.center.help_center import HelpCenter
from handrail.center.routes import ASSETS
from handrail.content.language import Language
from handrail.content.settings import Settings
from handrail.metadata import site_icons


def files(center: HelpCenter, directions: Mapping[str, str], icons: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The path and the text of the manifest of each language, by its code.

    `directions` say which way each language is written; `icons` are the paths of those that installed pages want.
    """
    sizes = {side: icons[f"installed-{side}"].removeprefix(ASSETS) for side in site_icons.INSTALLED}
    made = {}
    for code, edition in center.editions.items():
        text = manifest(center.settings, edition.language, directions[code], f"../{edition.home}", sizes)
        made[code] = named(f"{ASSETS}{code}.webmanifest", text), text
    return made


def manifest(settings: Settings, language: Language, direction: str, home: str, icons: Mapping[int, str]) -> str:
    """`home` and `icons`, the latter by pixels, are addresses relative to the manifest."""
    code = language.code
    pictures = [
        {"src": address, "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
        for side, address in icons.items()
        for purpose in ("any", "maskable")
    ]
    said = {
        "name": settings.site_name[code],
        "description": settings.description[code],
        "lang": code,
        "dir": direction,
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "background_color": settings.colours.light,
        "theme_color": settings.colours.light,
        "icons": pictures,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
