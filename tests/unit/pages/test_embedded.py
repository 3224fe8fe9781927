"""An article in a frame stands at another address, and its links and pictures are found all the same."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from handrail.pages.embedded import content

PATH, URL = "embed/en/lamp/index.md", "en/light/lamp-gets-hot/"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("#steps", f"{URL}#steps"),
        ("../../start/first/#a", "en/start/first/#a"),
        ("../../../images/lamp.svg", "images/lamp.svg"),
        ("https://lamp.example/a?b=c&amp;d", "https://lamp.example/a?b=c&d"),
        ("mailto:a@lamp.example", "mailto:a@lamp.example"),
    ],
)
def test_a_link_leads_from_there_where_it_leads_from_the_article(address: str, target: str) -> None:
    link = BeautifulSoup(content(f'<p><a class="x" href="{address}">a</a></p>', URL, PATH), "html.parser").a
    assert link
    assert link["class"] == ["x"]
    assert urljoin("https://help.example/below/embed/en/lamp/", str(link["href"])) == urljoin(
        "https://help.example/below/", target
    )


def test_every_size_of_a_picture_is_found_and_text_that_looks_like_a_link_stays() -> None:
    html = '<img src="../a.png" srcset="../a.480.webp 480w, ../a.960.webp 960w"><code>&lt;a href="../b/"&gt;</code>'
    assert content(html, URL, PATH) == (
        '<img src="../../../en/light/a.png" '
        'srcset="../../../en/light/a.480.webp 480w, ../../../en/light/a.960.webp 960w">'
        '<code>&lt;a href="../b/"&gt;</code>'
    )
