"""What a browser needs to put a help center on a home screen (Web Application Manifest), one file a language."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handrail.content.settings import Language, Settings


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
