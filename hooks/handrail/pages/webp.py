"""Smaller copies of photographs and screenshots, in the widths of screens; a browser loads the one that it needs."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import PIL
from PIL import Image, ImageOps

WIDTHS = (480, 960, 1440)
KINDS = (".jpeg", ".jpg", ".png")
_QUALITY = 82
_FEW_COLOURS = 4096
"""A picture with no more is drawn rather than taken, and kept without loss: letters stay sharp, and it is smaller."""


def copies(file: Path, keep: Callable[[str, Callable[[], bytes]], bytes]) -> dict[int, bytes]:
    """The WebP copies of a file by width in pixels, its own width among them.

    Those that load no faster than a wider one, or than the file, are left out; a file that is no photograph or cannot
    be read has none. `keep` makes the bytes of a name.
    """
    if file.suffix.lower() not in KINDS:
        return {}
    data = file.read_bytes()
    key = hashlib.sha256(f"{PIL.__version__} {_QUALITY} {_FEW_COLOURS} ".encode() + data).hexdigest()[:32]
    try:
        image = Image.open(io.BytesIO(data))
        whole = ImageOps.exif_transpose(image).width
        widths = [*(width for width in WIDTHS if width < whole), whole]
        made = {width: keep(f"{key}-{width}.webp", partial(_copy, data, width)) for width in widths}
    except (OSError, Image.DecompressionBombError):
        return {}
    return {width: copy for width, copy in made.items() if len(copy) <= len(made[whole]) < len(data)}


def _copy(data: bytes, width: int) -> bytes:
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))  # as a browser turns it
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    is_lossless = image.getcolors(_FEW_COLOURS) is not None
    image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    image.save(target, "WEBP", quality=_QUALITY, lossless=is_lossless, method=6)
    return target.getvalue()
