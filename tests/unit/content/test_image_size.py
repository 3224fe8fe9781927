"""The size of a picture is what a browser would show it in."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from handrail.content.image_size import image_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 640, 480, 8, 2, 0, 0, 0) + b"\0\0\0\0"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}/>'


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.png", PNG, (640, 480)),
        ("a.png", b"no picture", None),
        ("a.svg", SVG.format('viewBox="0 0 24 12.4"'), (24, 12)),
        ("a.SVG", SVG.format('width="30px" height="20.5" viewBox="0 0 1 1"'), (30, 20)),
        ("a.svg", SVG.format('width="100%" viewBox="0 0 24 12"'), (24, 12)),
        ("a.svg", SVG.format(""), None),
        ("a.svg", SVG.format('viewBox="a b c d"'), None),
        ("a.svg", "<svg", None),
    ],
)
def test_a_picture_has_the_size(tmp_path: Path, name: str, content: bytes | str, size: tuple[int, int] | None) -> None:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert image_size(file) == size


def test_a_file_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert image_size(tmp_path / "gone.png") is None
    assert image_size(tmp_path) is None
