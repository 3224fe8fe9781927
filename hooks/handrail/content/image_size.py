"""How wide and high a picture is, so that a page leaves room for it before it arrives."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import imagesize

from handrail.content import svg


def image_size(file: Path) -> tuple[int, int] | None:
    """Width and height in CSS pixels, as a browser would show the whole picture; None where the file does not say."""
    try:
        width, height = _drawing_size(file) if file.suffix.lower() == ".svg" else imagesize.get(file)
    except (OSError, ValueError, ElementTree.ParseError):
        return None
    return (round(width), round(height)) if width >= 1 and height >= 1 else None


def _drawing_size(file: Path) -> tuple[float, float]:
    """That of an SVG: its own, or else that of its coordinates. Raises ValueError where it has neither."""
    root = svg.parse(file.read_text("utf-8-sig"))
    own = [(root.get(name) or "").removesuffix("px") for name in ("width", "height")]
    *_, width, height = own if all(_is_number(text) for text in own) else (root.get("viewBox") or "").split()
    return float(width), float(height)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()
