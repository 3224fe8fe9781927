"""Links to other pages of the site carry their whole address, for paper."""

from __future__ import annotations

import pytest

from handrail.pages.print_links import addressed

URL = "https://lamp.example/help/en/light/dim/"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<a href="../hot/">', "https://lamp.example/help/en/light/hot/"),
        ('<a class="x" href="../../start/#plug">', "https://lamp.example/help/en/start/#plug"),
        ('<a href="../a&amp;b/">', "https://lamp.example/help/en/light/a&amp;b/"),
    ],
)
def test_a_link_to_another_page_has_its_whole_address(link: str, address: str) -> None:
    assert addressed(link, URL) == link.replace("href=", f'data-address="{address}" href=')


@pytest.mark.parametrize("link", ['<a href="#plug">', '<a href="https://x.example/">', '<a href="mailto:a@b.example">'])
def test_all_other_links_stay_as_they_are(link: str) -> None:
    assert addressed(link, URL) == link


def test_where_the_address_of_the_site_is_not_known_nothing_is_said() -> None:
    assert addressed('<a href="../hot/">', None) == '<a href="../hot/">'
