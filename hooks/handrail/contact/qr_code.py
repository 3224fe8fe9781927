"""A text as a picture that a phone's camera reads: a QR code, made at build time, so that no other host is asked."""

from __future__ import annotations

import segno

BORDER = 4
"""Modules of quiet ground around it, which the standard wants (ISO/IEC 18004)."""


def svg(text: str) -> str:
    """The QR code of a text, black on white whatever the page's colours: cameras want it so."""
    code = segno.make_qr(text, error="m")
    drawn: str = code.svg_inline(border=BORDER, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) + "\n"
