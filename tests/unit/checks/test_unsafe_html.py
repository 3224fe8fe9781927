"""A page has the HTML that is listed, and nothing else."""

from __future__ import annotations

import pytest

from handrail.checks.unsafe_html import require_safe, unsafe_html
from handrail.markdown import parser
from handrail.markdown.rendered import elements
from handrail.schema.problem import ContentError


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<script>1</script>", "the HTML tag <script>"),
        ("<iframe src=x></iframe>", "the HTML tag <iframe>"),
        ("<form action=//evil.example>", "the HTML tag <form>"),
        ("<base href=//evil.example>", "the HTML tag <base>"),
        ("<meta http-equiv=refresh content=0>", "the HTML tag <meta>"),
        ("<template><b>x</b></template>", "the HTML tag <template>"),
        ("<svg><a href=x>y</a></svg>", "the HTML tag <svg>"),
        ("<my-element>x</my-element>", "the HTML tag <my-element>"),
        ("<b onclick=x>y</b>", "the attribute onclick"),
        ("<p hidden>y</p>", "the attribute hidden"),
        ("<p style='position:fixed'>y</p>", "the attribute style"),
        ("<td style='position:fixed'>", None),
        ("<table><tr><td style='position:fixed'>y</table>", "the attribute style with 'position:fixed'"),
        (
            "<div class='channel channel--verified'>y</div>",
            "the attribute class with 'channel channel--verified'",
        ),
        ("<span class='channel__status'>y</span>", "the attribute class with 'channel__status'"),
        ("<input type=password>", "the attribute type with 'password'"),
        ("<input type=text>", "the attribute type with 'text'"),
        ("<a href=x target=_blank>y</a>", "the attribute target"),
    ],
)
def test_what_is_not_listed_is_named(html: str, what: str | None) -> None:
    assert [found for _, found in unsafe_html(elements(html))][:1] == ([f"{what} is not allowed"] if what else [])


def test_what_markdown_makes_is_allowed() -> None:
    html = """
    <h2 id="a">A</h2><p>x <em>y</em> <code>z</code><br></p><ol start="2"><li>x</li></ol>
    <div class="admonition warning"><p class="admonition-title">w</p></div>
    <div class="language-python highlight"><pre><span></span><code><span class="nb">print</span></code></pre></div>
    <table><thead><tr><th style="text-align: center;">a</th></tr></thead></table>
    <ul class="task-list"><li class="task-list-item"><input type="checkbox" disabled checked> x</li></ul>
    <sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup><kbd>Ctrl</kbd>
    """
    assert list(unsafe_html(elements(html))) == []
    require_safe(html, "a.md")


def test_what_is_typed_is_named_on_its_line_behind_a_comment_too() -> None:
    text = "Words.\n\n<!-- a\nnote --><script>1</script>\n"
    assert list(unsafe_html(parser.parse(text))) == [(4, "the HTML tag <script> is not allowed")]


def test_what_markdown_may_make_an_author_may_not_type() -> None:
    assert [what for _, what in unsafe_html(parser.parse("<div>x</div>\n\nWords <a href='x'>y</a>."))] == [
        "the HTML tag <div> is not allowed",
        "the HTML tag <a> is not allowed",
    ]


def test_a_build_refuses_what_no_page_may_have_and_allows_what_the_site_adds() -> None:
    link = '<a class="headerlink" href="#a" aria-label="A">#</a>'
    require_safe(f'<div class="heading"><h2 id="a">A</h2>{link}</div>', "a.md")
    with pytest.raises(ContentError, match=r"a\.md: the HTML tag <script> is not allowed"):
        require_safe("<p>Words</p><script>1</script>", "a.md")
    with pytest.raises(ContentError, match=r"the attribute class with 'channel--verified' is not"):
        require_safe('<p class="channel--verified">Words</p>', "a.md")
