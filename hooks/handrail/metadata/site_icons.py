"""The icons of a site and its picture for other sites to show: all made of the logo and the configured colours.

No text is drawn: it would look different, or be missing, on a machine without the fonts of a language. So the same
input gives the same bytes anywhere.
"""

from __future__ import annotations

import struct

import resvg_py

from handrail.assets.fingerprint import named
from handrail.cache.in_process import kept
from handrail.center.routes import ASSETS
from handrail.content.logo import Logo
from handrail.content.settings import Colours

BARS = {"light": "#1e2528", "dark": "#2b363a"}
"""The ground of the line at the top of every page, which the browser's own bar continues; page.css has it too."""
WHITE = "#ffffff"
TOUCH = 180
"""Pixels, as Apple's home screens want it."""
INSTALLED = (192, 512)
"""Pixels, as installed pages want it."""
PICTURE = (1200, 630)
"""Pixels, as networks that show links want it."""
_NAMESPACE = "http://www.w3.org/2000/svg"


def files(logo: Logo, colours: Colours) -> dict[str, tuple[str, bytes]]:
    """The path and the content of each, by what it is for. All but the favicon are among the assets."""
    sides = {f"installed-{side}": tile(logo, colours, side, side) for side in INSTALLED}
    made = {
        "tab.svg": scalable(logo, colours).encode(),
        "touch.png": tile(logo, colours, TOUCH, TOUCH),
        "picture.png": tile(logo, colours, *PICTURE),
        **{f"{name}.png": data for name, data in sides.items()},
    }
    icons = {name.partition(".")[0]: (named(ASSETS + name, data), data) for name, data in made.items()}
    return {**icons, "favicon": ("favicon.ico", favicon(logo, colours))}


def scalable(logo: Logo, colours: Colours) -> str:
    """The icon of a tab, in the colour that fits the browser's own scheme."""
    style = f"svg{{color:{colours.light}}}@media(prefers-color-scheme:dark){{svg{{color:{colours.dark}}}}}"
    whole = logo.inside(("xmlns", _NAMESPACE))
    start, end, rest = whole.partition(">")
    return f"{start}{end}<style>{style}</style>{rest}"


def tile(logo: Logo, colours: Colours, width: int, height: int, share: float = 0.56) -> bytes:
    """A PNG of the logo in white, in the middle of a ground in the accent colour.

    It takes `share` of the height, so little that nothing of it is lost where a system cuts the tile to its own shape.
    """
    side = height * share
    place = (("x", (width - side) / 2), ("y", (height - side) / 2), ("width", side), ("height", side))
    ground = f'<rect width="{width}" height="{height}" fill="{colours.light}"/>'
    return _drawn(ground + logo.inside(*place, ("color", WHITE)), width, height)


def favicon(logo: Logo, colours: Colours) -> bytes:
    """An ICO file with one picture, for what asks for /favicon.ico without looking at a page."""
    side = 32
    picture = _drawn(logo.inside(("width", side), ("height", side), ("color", colours.light)), side, side)
    head = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), len(head) + 16)
    return head + entry + picture


@kept
def _drawn(content: str, width: int, height: int) -> bytes:
    svg = f'<svg xmlns="{_NAMESPACE}" width="{width}" height="{height}">{content}</svg>'
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))
