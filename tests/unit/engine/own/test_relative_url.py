"""Links between files of a site, held against those of MkDocs."""

from __future__ import annotations

from itertools import product

from mkdocs.utils import get_relative_url

from handrail.engine.own.relative_url import relative_url

ADDRESSES = ("", ".", "./", "a/", "a/b/", "a/b/c.png", "a/x.html", "404.html", "b/a/", "../up/", "/a/b/", "a.b/c/")


def test_a_link_is_the_one_of_mkdocs() -> None:
    for url, page in product(ADDRESSES, ADDRESSES):
        assert relative_url(url, page) == get_relative_url(url, page), (url, page)
