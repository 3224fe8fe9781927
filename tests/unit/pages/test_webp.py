"""Smaller copies of pictures: what a browser may choose from, and when there is nothing to choose."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from handrail.pages import webp


def at_once(name: str, make: Callable[[], bytes]) -> bytes:
    return make()


@pytest.fixture
def photograph() -> Image.Image:
    image = Image.frombytes("RGB", (60, 40), random.Random(1).randbytes(60 * 40 * 3))
    return image.resize((1200, 800), Image.Resampling.BICUBIC)


@pytest.mark.parametrize("name", ["a.png", "a.JPG"])
def test_copies_have_the_widths_of_screens_and_the_own_one(name: str, photograph: Image.Image, tmp_path: Path) -> None:
    photograph.save(tmp_path / name)
    copies = webp.copies(tmp_path / name, at_once)
    assert list(copies) == [480, 960, 1200]
    assert len(copies[480]) < len(copies[960]) < len(copies[1200]) < (tmp_path / name).stat().st_size
    for width, content in copies.items():
        assert Image.open(io.BytesIO(content)).size == (width, round(width * 2 / 3))


def test_a_picture_of_few_colours_keeps_each_of_them(tmp_path: Path) -> None:
    image = Image.new("RGBA", (40, 20), "#12345600")
    image.paste("#ff0001", (3, 3, 9, 9))
    image.save(tmp_path / "a.png", compress_level=0)
    (copy,) = webp.copies(tmp_path / "a.png", at_once).values()
    assert Image.open(io.BytesIO(copy)).convert("RGBA").getpixel((5, 5)) == (255, 0, 1, 255)
    assert Image.open(io.BytesIO(copy)).convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_a_photograph_lies_as_browsers_turn_it(photograph: Image.Image, tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # a quarter to the right
    photograph.save(tmp_path / "a.jpg", exif=turned)
    copies = webp.copies(tmp_path / "a.jpg", at_once)
    assert Image.open(io.BytesIO(copies[480])).size == (480, 720)


def test_what_was_made_once_is_kept_under_a_name_that_the_file_and_the_width_decide(
    photograph: Image.Image, tmp_path: Path
) -> None:
    names: list[str] = []

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        names.append(name)
        return b"kept"

    for image in (photograph, photograph, photograph.rotate(180)):
        image.save(tmp_path / "a.png")
        assert set(webp.copies(tmp_path / "a.png", keep).values()) == {b"kept"}
    assert names[:3] == names[3:6]
    assert len(set(names)) == 6


@pytest.mark.parametrize(
    ("name", "content"), [("a.png", b"\x89PNG no more"), ("a.svg", b"<svg/>"), ("a.webp", b""), ("a.gif", b"GIF89a")]
)
def test_other_files_have_none(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert webp.copies(tmp_path / name, at_once) == {}


def test_a_copy_that_loads_no_faster_is_left_out(photograph: Image.Image, tmp_path: Path) -> None:
    photograph.save(tmp_path / "a.png")
    sizes = {480: 9, 960: 5, 1200: 7}
    found = webp.copies(tmp_path / "a.png", lambda name, make: bytes(sizes[int(name.split("-")[1].split(".")[0])]))
    assert list(found) == [960, 1200]
    assert webp.copies(tmp_path / "a.png", lambda name, make: bytes(10**7)) == {}
