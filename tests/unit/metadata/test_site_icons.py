"""Icons and the picture: their kinds, their sizes, their colours."""

from __future__ import annotations

import struct

from handrail.content import logo
from handrail.content.settings import Colours
from handrail.metadata import robots_txt, site_icons

COLOURS = Colours(light="#12605f", dark="#79c9c2")
PNG = b"\x89PNG\r\n\x1a\n"


def drawn() -> logo.Mark:
    found, _ = logo.read(None)
    assert found
    return found


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(PNG)
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_every_icon_has_the_size_that_its_place_wants() -> None:
    files = site_icons.files(drawn(), COLOURS)
    assert size(files["touch"][1]) == (180, 180)
    assert size(files["installed-192"][1]) == (192, 192)
    assert size(files["installed-512"][1]) == (512, 512)
    assert size(files["picture"][1]) == (1200, 630)


def test_the_names_change_with_the_colours_but_for_the_one_that_browsers_know() -> None:
    one = site_icons.files(drawn(), COLOURS)
    other = site_icons.files(drawn(), Colours(light="#123456", dark="#79c9c2"))
    assert {name for name in one if one[name][0] == other[name][0]} == {"favicon"}
    assert one["favicon"][0] == "favicon.ico"
    assert one["favicon"][1] != other["favicon"][1]


def test_the_same_input_gives_the_same_bytes() -> None:
    assert site_icons.files(drawn(), COLOURS) == site_icons.files(drawn(), COLOURS)


def test_the_favicon_is_an_ico_file_with_one_picture() -> None:
    data = site_icons.favicon(drawn(), COLOURS)
    reserved, kind, count = struct.unpack("<HHH", data[:6])
    side, _, _, _, _, bits, length, start = struct.unpack("<BBBBHHII", data[6:22])
    assert (reserved, kind, count, side, bits) == (0, 1, 1, 32, 32)
    assert size(data[start : start + length]) == (32, 32)
    assert start + length == len(data)


def test_the_icon_of_a_tab_follows_the_scheme_of_the_browser() -> None:
    text = site_icons.scalable(drawn(), COLOURS)
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "svg{color:#12605f}" in text
    assert "@media(prefers-color-scheme:dark){svg{color:#79c9c2}}" in text


def test_robots_are_told_where_the_pages_are_listed() -> None:
    assert robots_txt.text("https://help.example/a/").endswith("\nSitemap: https://help.example/a/sitemap.xml\n")
    assert "Sitemap" not in robots_txt.text("")
