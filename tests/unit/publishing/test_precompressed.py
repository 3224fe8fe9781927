"""Texts are compressed once, next to themselves, always to the same bytes."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

from handrail.publishing import precompressed

TEXT = b"<p>Reach support on the website.</p>\n" * 99


def test_longer_texts_get_a_gzip_and_a_brotli_file_of_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in ("en/index.html", "assets/a.css", "assets/a.png", "sitemap.xml.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "short.txt").write_bytes(b"short")
    precompressed.write(tmp_path)
    first = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.suffix in (".gz", ".br")}
    assert {path.relative_to(tmp_path).as_posix() for path in first} == {
        *("en/index.html.gz", "en/index.html.br", "assets/a.css.gz", "assets/a.css.br", "sitemap.xml.gz")
    }
    assert gzip.decompress(first[tmp_path / "en/index.html.gz"]) == TEXT
    assert brotli.decompress(first[tmp_path / "en/index.html.br"]) == TEXT
    precompressed.write(tmp_path)
    assert {path: path.read_bytes() for path in first} == first
