"""Pictures in articles: their version for the reader, their size, and a figure for each that stands alone.

Without a script the picture of a figure is a link to its file; overrides/assets/figure/zoom.js opens it on the page.
"""

from __future__ import annotations

import posixpath
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

from handrail.pages.pictures import Pictures, Shown

_NONE = Shown("", "", None)


def show(root: Element, pictures: Pictures, folder: str, code: str) -> None:
    """Show the pictures below `root` in the language `code`.

    Their addresses are relative to `folder`, where the page's own address would be below the docs folder. What is no
    file there stays as it is.
    """
    images = [(parent, image) for parent in root.iter() for image in parent if image.tag == "img"]
    for number, (parent, image) in enumerate(images):
        address = urlsplit(image.get("src", ""))
        path = posixpath.normpath(posixpath.join(folder, unquote(address.path)))
        shown = pictures.shown(path, code) if not address.scheme and path in pictures.paths else _NONE
        if shown.light:
            image.set("src", _address(shown.light, folder))
        if shown.size:
            image.set("width", str(shown.size[0]))
            image.set("height", str(shown.size[1]))
        if number or shown.dark:  # the first may be in sight at once; of two, a browser is to load one
            image.set("loading", "lazy")
            image.set("decoding", "async")
        if parent.tag == "p" and len(parent) == 1 and not f"{parent.text or ''}{image.tail or ''}".strip():
            _make_figure(parent, image, _address(shown.dark, folder) if shown.dark else "")


def _address(path: str, folder: str) -> str:
    return quote(posixpath.relpath(path, folder or "."))


def _make_figure(paragraph: Element, image: Element, dark: str) -> None:
    """Make a figure of the paragraph that holds nothing but the image. `dark` is the address of its other version."""
    caption = image.attrib.pop("title", "")
    paragraph.remove(image)
    paragraph.tag, paragraph.text, image.tail = "figure", None, None
    paragraph.set("class", "figure")
    link = SubElement(paragraph, "a", {"class": "figure__link", "href": image.get("src", "")})
    link.append(image)
    if dark:
        SubElement(link, "img", image.attrib | {"class": "figure__dark", "src": dark})
        image.set("class", "figure__light")
    if caption:
        SubElement(paragraph, "figcaption").text = caption
