"""Pictures in articles: their version for the reader, their size, and a figure for each that stands alone.

Without a script the picture of a figure is a link to its file; overrides/assets/figure/zoom.js opens it on the page.
"""

from __future__ import annotations

import posixpath
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

from handrail.pages.pictures import Pictures, Shown, overlay

_SIZES = "min(100vw, 42rem)"
"""How wide a figure is shown: as wide as the column of text."""


def show(root: Element, pictures: Pictures, folder: str, code: str) -> None:
    """Show the pictures below `root` in the language `code`.

    Their addresses are relative to `folder`, where the page's own address would be below the docs folder. What is no
    file there stays as it is.
    """
    images = [(parent, image) for parent in root.iter() for image in parent if image.tag == "img"]
    for number, (parent, image) in enumerate(images):
        address = urlsplit(image.get("src", ""))
        path = posixpath.normpath(posixpath.join(folder, unquote(address.path)))
        shown = pictures.shown(path, code) if not address.scheme and path in pictures.paths else Shown("")
        if shown.light:
            image.set("src", _address(shown.light, folder))
        if shown.size:
            image.set("width", str(shown.size[0]))
            image.set("height", str(shown.size[1]))
        if number or shown.dark:  # the first may be in sight at once; of two, a browser is to load one
            image.set("loading", "lazy")
            image.set("decoding", "async")
        if parent.tag == "p" and len(parent) == 1 and not f"{parent.text or ''}{image.tail or ''}".strip():
            _make_figure(parent, image, pictures, shown, folder)
            if shown.callouts:
                _add_callouts(parent, _address(overlay(path), folder), shown.callouts)


def _address(path: str, folder: str) -> str:
    return quote(posixpath.relpath(path, folder or "."))


def _make_figure(paragraph: Element, image: Element, pictures: Pictures, shown: Shown, folder: str) -> None:
    """Make a figure of the paragraph that holds nothing but the image."""
    caption = image.attrib.pop("title", "")
    paragraph.remove(image)
    paragraph.tag, paragraph.text = "figure", None
    paragraph.set("class", "figure")
    link = SubElement(paragraph, "a", {"class": "figure__link", "href": image.get("src", "")})
    versions = {"figure__light": shown.light, "figure__dark": shown.dark} if shown.dark else {"": shown.light}
    for name, path in versions.items():
        parent = _with_copies(link, pictures, path, folder)
        version = SubElement(parent, "img", image.attrib | ({"class": name} if name else {}))
        if name:
            version.set("src", _address(path, folder))
    if caption:
        SubElement(paragraph, "figcaption").text = caption


def _with_copies(link: Element, pictures: Pictures, path: str, folder: str) -> Element:
    """What the image goes into: a `<picture>` where there are smaller copies of it to choose from."""
    copies = pictures.copies.get(path)
    if not copies:
        return link
    picture = SubElement(link, "picture")
    srcset = ", ".join(f"{_address(copy, folder)} {width}w" for width, copy in copies.items())
    SubElement(picture, "source", {"type": "image/webp", "srcset": srcset, "sizes": _SIZES})
    return picture


def _add_callouts(figure: Element, address: str, texts: tuple[str, ...]) -> None:
    """Put the numbers on the picture, and the list of what they stand for below it."""
    attributes = {"class": "figure__callouts", "alt": "", "loading": "lazy", "src": address}
    SubElement(figure[0], "img", attributes)
    words = Element("ol")
    figure.insert(1, words)
    for text in texts:
        SubElement(words, "li").text = text
