"""From an article's HTML to its sections."""

from __future__ import annotations

import re

import pytest
from built_site import ROOT
from markdown import markdown

from handrail.checks import built_page
from handrail.search.document import Section
from handrail.search.html_sections import sections


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


ODD = {
    "attributes": "<h2 class=x id='a'>A</h2><p title=\"1 > 0\">b</p><img alt='c d' src=e /><img alt=f>",
    "signs": "<p>1 < 2 &gt; 0 && &amp;amp; <b>c</b></p>",
    "remarks": "<p>a<!-- <p>b</p> -->c</p><!DOCTYPE html><?php d ?><p>e</p>",
    "raw": "<style>p > a {}</style><script>if (a<b) c('</p>')</script><p>d</p>",
    "capitals": "<P>a<BR>b</P><SCRIPT>c</SCRIPT>",
}


def words(html: str) -> list[str]:
    return "".join(f" {each.heading} {each.text}" for each in sections(html)).split()


@pytest.mark.parametrize("html", [html for name, html in ODD.items() if name != "attributes"], ids=str)
def test_odd_pages_are_read_as_the_library_reads_them(html: str) -> None:
    assert "".join(words(html)) == "".join(built_page.read(html).text.split())


def test_attributes_are_read_with_any_quotes() -> None:
    assert sections(ODD["attributes"]) == (Section(2, "A", "a", "b c d f"),)


@pytest.mark.parametrize(
    "file", sorted((ROOT / "docs").glob("*/*/*.md")), ids=lambda file: f"{file.parts[-3]}-{file.stem}"
)
def test_every_article_is_read_as_the_library_reads_it(file) -> None:  # type: ignore[no-untyped-def]
    html = markdown(file.read_text("utf-8").split("---\n", 2)[2], extensions=["tables", "admonition", "attr_list"])
    html = re.sub(r"<img[^>]*>", "", html)  # the library reads no alternative texts
    assert "".join(words(html)) == "".join(built_page.read(html).text.split())
