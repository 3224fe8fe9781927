"""From an article's HTML to its sections."""

from helpcenter.entry import Section
from helpcenter.sections import sections


def test_what_stands_before_the_first_heading_has_none() -> None:
    page = '<p>Lead.</p><h2 id="a">One</h2><p>Text <b>here</b>.</p><h3 id="b">Two</h3><ul><li>x</li><li>y</li></ul>'
    assert sections(page) == (
        Section(1, "", "", "Lead."),
        Section(2, "One", "a", "Text here."),
        Section(3, "Two", "b", "x y"),
    )


def test_the_title_is_no_heading_and_its_text_is_the_lead() -> None:
    assert sections('<h1 id="t">Title</h1><p>Lead</p>') == (Section(1, "", "", "Lead"),)


def test_blocks_are_apart_and_inline_marks_are_not() -> None:
    assert (
        sections("<p>钱<b>包</b></p><p>转账</p><table><tr><td>a</td><td>b</td></tr></table>")[0].text == "钱包 转账 a b"
    )


def test_permalinks_scripts_and_drawings_are_not_read() -> None:
    page = (
        '<h2 id="a">One<a class="headerlink" href="#a">¶</a></h2><script>x<y</script><svg><text>z</text></svg><p>t</p>'
    )
    assert sections(page) == (Section(2, "One", "a", "t"),)


def test_characters_may_be_written_as_references_and_pictures_have_words() -> None:
    assert sections('<p>a &amp; b &#36716; <img alt="screen" src="x"></p>')[0].text == "a & b 转 screen"


def test_an_empty_section_with_a_heading_stays() -> None:
    assert sections('<h2 id="a">One</h2><h2 id="b">Two</h2>') == (
        Section(2, "One", "a", ""),
        Section(2, "Two", "b", ""),
    )


def test_a_page_without_text_has_no_sections() -> None:
    assert sections("") == ()
