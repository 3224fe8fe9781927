"""A link beside each heading, and the heading itself untouched."""

from __future__ import annotations

from handrail.pages import heading_anchors
from handrail.search.html_sections import sections

NAMED = "Link to “{}”".format


def test_a_heading_gets_a_link_to_itself_beside_it() -> None:
    assert heading_anchors.linked('<h2 id="first">First</h2>\n<p>Text.</p>', NAMED) == (
        '<div class="heading"><h2 id="first">First</h2>'
        '<a class="headerlink" href="#first" aria-label="Link to “First”">#</a></div>\n<p>Text.</p>'
    )


def test_the_link_is_named_by_the_words_of_the_heading_alone() -> None:
    linked = heading_anchors.linked('<h3 id="a">Say "no" to <strong>&lt;b&gt;</strong> &amp; go</h3>', NAMED)
    assert 'aria-label="Link to “Say &quot;no&quot; to &lt;b&gt; &amp; go”"' in linked


def test_the_title_and_headings_without_an_id_get_none() -> None:
    page = '<h1 id="title">Title</h1><h2>Loose</h2><h2 class="x" id="y">Styled</h2>'
    assert heading_anchors.linked(page, NAMED) == page


def test_search_reads_the_same_with_the_links_and_without() -> None:
    page = '<p>Lead.</p><h2 id="a">One</h2><p>Text.</p><h3 id="b">Two</h3><ul><li>Item</li></ul>'
    assert sections(heading_anchors.linked(page, NAMED)) == sections(page)
