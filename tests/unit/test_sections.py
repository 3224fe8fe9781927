"""From the HTML of an article to its sections."""

from __future__ import annotations

import pytest

from helpcenter.entry import Section
from helpcenter.sections import sections


def test_each_heading_has_the_text_up_to_the_next() -> None:
    page = (
        '<p>Lead.</p><h2 id="one">One</h2><p>First.</p><p>Second.</p><h3 id="two">Two</h3><ul><li>a</li><li>b</li></ul>'
    )
    assert sections(page) == (
        Section(1, "", "", "Lead."),
        Section(2, "One", "one", "First. Second."),
        Section(3, "Two", "two", "a b"),
    )


def test_the_title_is_no_heading_and_what_it_says_is_the_lead() -> None:
    assert sections('<h1 id="t">Title</h1><p>Lead.</p>') == (Section(1, "", "", "Lead."),)


def test_a_heading_without_text_stays_and_one_with_nothing_at_all_goes() -> None:
    assert sections('<h2 id="a">A</h2><h2 id="b"></h2>') == (Section(2, "A", "a", ""),)


@pytest.mark.parametrize("tag", ["script", "style", "svg", "template", "noscript"])
def test_what_nobody_reads_is_left_out(tag: str) -> None:
    assert sections(f"<p>a <{tag}>unread</{tag}>b</p>")[0].text == "a b"


def test_what_nobody_reads_is_left_out_with_all_inside_it() -> None:
    page = "<p>a <svg><g><svg><title>x</title></svg><text>y</text></g></svg> b</p>"
    assert sections(page)[0].text == "a b"


def test_a_permalink_is_no_part_of_its_heading() -> None:
    page = '<h2 id="a">A <em>b</em><a class="headerlink" href="#a" title="Link">¶</a></h2><p>Text.</p>'
    assert sections(page) == (Section(2, "A b", "a", "Text."),)


def test_inline_elements_do_not_part_words_and_blocks_do() -> None:
    page = (
        "<p>un<b>bro</b>ken <code>co</code>de</p><p>next</p>line<br>break<table><tr><td>1</td><td>2</td></tr></table>"
    )
    assert sections(page)[0].text == "unbroken code next line break 1 2"


def test_chinese_in_inline_elements_stays_one_run() -> None:
    assert sections("<p>备份<strong>助记词</strong>。</p>")[0].text == "备份助记词。"


def test_images_are_read_by_their_alternative_text() -> None:
    assert (
        sections('<p>See<img src="a.png" alt="the red lamp">here<img src="b.png"></p>')[0].text
        == "See the red lamp here"
    )


def test_references_are_characters() -> None:
    assert sections("<p>a &amp; b &lt;c&gt; &#38065;&nbsp;x</p>")[0].text == "a & b <c> 钱\u00a0x"


def test_white_space_is_one_space() -> None:
    assert sections("<p>  a\n\t b  </p>\n\n<p> c </p>")[0].text == "a b c"


@pytest.mark.parametrize("page", ["", "   \n", "<p></p>", "<script>x</script>"])
def test_nothing_has_no_sections(page: str) -> None:
    assert sections(page) == ()


@pytest.mark.parametrize(
    "page", ["<p>a", "a</p>", "<h2>a", "</h2>a", "<p>a<b>", "a<", "<svg>x", "<!-- a", "<h2><h3>a</h3>"]
)
def test_broken_html_is_read_as_far_as_it_goes(page: str) -> None:
    assert all(isinstance(section, Section) for section in sections(page))
