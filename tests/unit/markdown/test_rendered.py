"""The HTML of a page is read as a browser reads it."""

from __future__ import annotations

from handrail.markdown.nodes import Admonition, Bullets, Code, Heading, Image, Link, Steps, Table, Tag
from handrail.markdown.rendered import elements


def kinds(html: str) -> list[object]:
    return [element for element in elements(html) if not isinstance(element, Tag)]


def test_everything_that_rules_ask_for_is_read_in_the_order_of_the_page() -> None:
    html = """
    <h2 id="a">A &amp; b</h2><ol start="3"><li>x</li><li><a href="b.md">y <img alt="z" src="z.png"></a></li></ol>
    <ul><li>x</li></ul><div class="admonition warning">w</div><details class="note"><summary>s</summary></details>
    <table><tr><th>1</th></tr><tr><td>2</td></tr></table><pre><code>c &lt; d</code></pre>
    """
    assert kinds(html) == [
        Heading(0, 2, "A & b", "a"),
        Steps(0, 2, 3),
        Image(0, "z", "z.png"),
        Link(0, "y z", "b.md"),
        Bullets(0, 1),
        Admonition(0, "warning"),
        Admonition(0, "note"),
        Table(0, 2, 2),
        Code(0, "", "c < d"),
    ]


def test_links_that_the_converter_makes_for_footnotes_are_none_of_the_authors() -> None:
    assert (
        kinds('<sup><a class="footnote-ref" href="#fn:1">1</a></sup><a class="footnote-backref" href="#x">↩</a>') == []
    )


def test_every_element_and_attribute_stands_in_it_however_it_is_written() -> None:
    tags = {
        element.name: dict(element.attributes)
        for element in elements("<SVG/onload=x><script>1</script>")
        if isinstance(element, Tag)
    }
    assert tags == {"svg": {"onload": "x"}, "script": {}}


def test_what_an_article_would_give_to_the_page_itself_is_seen() -> None:
    assert Tag(0, "body", (("onload", "x"),)) in elements("<p>Words</p><body onload=x>")


def test_elements_nested_without_end_are_cut_off() -> None:
    assert elements("<b>" * 5000)[-1] == Tag(0, "b below 100 others")
