"""Links to style sheets, joined."""

from __future__ import annotations

import pytest

from handrail.assets.css import read
from handrail.assets.css_bundle import BundleError, Bundles

LINKS = '\n  <link rel="stylesheet" href="../assets/a/a.css">\n  <link rel="stylesheet" href="../assets/b.css">\n'


@pytest.fixture
def bundles() -> Bundles:
    return Bundles({"assets/a/a.css": read("a { x: y }"), "assets/b.css": read("b { x: y }")})


def test_one_link_stands_for_several(bundles: Bundles) -> None:
    link = bundles.join(LINKS)
    [(path, text)] = bundles.files.items()
    assert link == f'<link rel="stylesheet" href="../{path}">'
    assert text == "a{x:y}b{x:y}"


def test_the_name_of_a_bundle_changes_with_its_content(bundles: Bundles) -> None:
    other = Bundles({"assets/a/a.css": read("a { x: y }"), "assets/b.css": read("b { x: z }")})
    bundles.join(LINKS)
    other.join(LINKS)
    assert bundles.files.keys().isdisjoint(other.files)
    assert all(path.startswith("assets/a.") for path in [*bundles.files, *other.files])


def test_pages_at_any_depth_share_a_bundle(bundles: Bundles) -> None:
    bundles.join(LINKS)
    assert 'href="/help/assets/a.' in bundles.join(LINKS.replace("../", "/help/"))
    assert len(bundles.files) == 1


def test_a_page_without_sheets_of_its_own_gets_no_link(bundles: Bundles) -> None:
    assert bundles.join("\n  ") == ""


def test_what_else_stands_there_stays(bundles: Bundles) -> None:
    assert bundles.join(f'<meta name="a">{LINKS}').startswith(
        '<meta name="a"><link rel="stylesheet" href="../assets/a.'
    )


@pytest.mark.parametrize(
    ("links", "message"),
    [
        ('<link rel="stylesheet" href="assets/c.css">', r"no style sheet 'assets/c\.css'\. Correct its path"),
        ('<link rel="stylesheet" media="print" href="assets/b.css">', "can be joined, not <link"),
    ],
)
def test_what_cannot_be_joined_is_named(bundles: Bundles, links: str, message: str) -> None:
    with pytest.raises(BundleError, match=message):
        bundles.join(links)
