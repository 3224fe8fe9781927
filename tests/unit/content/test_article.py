"""Heads and bodies: what stands between the fences, and what the rest links to."""

from __future__ import annotations

import pytest
from factories import article, markdown_file

from handrail.content.article import Article, ContentPage, url_of
from handrail.content.markdown_file import read
from handrail.schema.source import Source

HEAD = """\
id: lost-lamp
title: Lost lamp
summary: Look under the bed.
type: howto
category: start
order: 10
questions: [where is my lamp]
owner: works
reviewed_on: 2026-11-23
review_every: 6 months
status: published
"""


def test_a_file_is_a_head_and_a_body() -> None:
    found = markdown_file(f"---\n{HEAD}---\n\nUnder the *bed*.\n")
    assert (found.content.text, found.content.first_line) == ("\nUnder the *bed*.\n", 14)
    content_page, problems = found.content_page()
    assert problems == []
    assert isinstance(content_page, Article)
    assert (content_page.id, content_page.title, content_page.url) == ("lost-lamp", "Lost lamp", "en/start/lost-lamp/")
    assert content_page.meta == {"title": "Lost lamp", "description": "Look under the bed.", "template": "article.html"}


def test_a_head_with_a_template_is_that_of_a_page() -> None:
    content_page, problems = markdown_file(
        "---\ntemplate: home.html\ntitle: Home\nsummary: All of it.\n---\n"
    ).content_page()
    assert problems == []
    assert not isinstance(content_page, Article)
    assert isinstance(content_page, ContentPage)
    assert content_page.meta == {"title": "Home", "description": "All of it.", "template": "home.html"}


@pytest.mark.parametrize(
    "text", ["---\na: 1\n---", "---\na: 1\n--- \nb", "--- \t\na: 1\n---\n", "---\na: 1\n---\n---\n"]
)
def test_fences_may_have_spaces_after_them_and_end_the_file(text: str) -> None:
    assert markdown_file(text).data == {"a": 1}


@pytest.mark.parametrize("text", ["---\na: |\n  ---\n---\n", "---\na: '\n\n ---'\n---\n"])
def test_a_fence_stands_at_the_start_of_its_line(text: str) -> None:
    assert "---" in markdown_file(text).data["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no front matter"),
        ("# Title\n", "no front matter"),
        ("\n---\na: 1\n---\n", "no front matter"),
        ("----\na: 1\n----\n", "no front matter"),
        ("---\na: 1\n", "the front matter is not closed"),
        ("---", "the front matter is not closed"),
        ("---\n---\n", "the front matter holds no keys"),
        ("---\n- a\n---\n", "the front matter holds no keys"),
    ],
)
def test_a_head_that_cannot_be_read_is_one_problem(text: str, message: str) -> None:
    found, problems = read(Source("docs/a.md", text), "a.md", "")
    assert found is None
    assert [problem.message for problem in problems] == [message]


def test_problems_of_a_head_have_the_lines_of_the_file() -> None:
    _, problems = markdown_file(f"---\n{HEAD.replace('howto', 'how')}colour: red\n---\n").content_page()
    assert [(problem.line, problem.message) for problem in sorted(problems)] == [
        (5, "type: 'how' is not known"),
        (13, "unknown key 'colour'"),
    ]


def test_the_shape_of_a_query_is_a_regular_expression() -> None:
    _, problems = markdown_file(f"---\n{HEAD}query_shapes: ['0x[0-9a-f]{{64}}', '(0x']\n---\n").content_page()
    [problem] = problems
    assert (problem.line, "'(0x' is not a regular expression" in problem.message) == (13, True), problem


def test_a_wrong_head_still_says_what_it_names() -> None:
    found = markdown_file("---\nid: a\nrelated: [b, 7, c]\nchannels: email\ncategory: [d]\nstatus: dratf\n---\n")
    assert found.content_page()[0] is None
    assert (found.id, found.named("related"), found.named("channels")) == ("a", ["b", "c"], ["email"])
    assert found.published is False
    assert markdown_file("---\ntitle: no id\n---\n").id == ""


@pytest.mark.parametrize(
    "link",
    [
        "[a](channel:email)",
        '[a](channel:email "at any time")',
        "[a](<channel:email>)",
        "[a]: channel:email",
        "[a](channel:email){ .button }",
    ],
)
def test_a_link_to_a_channel_is_found_however_it_is_written(link: str) -> None:
    found = markdown_file(f"---\nid: a\n---\n\n{link}\n").channel_links()
    assert found == [("email", 5)]


def test_words_about_channels_are_no_links() -> None:
    assert markdown_file("---\nid: a\n---\nThe channel: email. (channel:email)\n").channel_links() == []


def test_lines_of_links_are_not_confused_by_odd_characters() -> None:
    assert markdown_file("---\nid: a\n---\nx\u2028y\x0cz\n[a](channel:b)\n").channel_links() == [("b", 5)]


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", ""),
        ("en/index.md", "en/"),
        ("en/a/b.md", "en/a/b/"),
        ("en/a/index.md", "en/a/"),
        ("en/my-index.md", "en/my-index/"),
        ("zh/忘记 密码.md", "zh/%E5%BF%98%E8%AE%B0%20%E5%AF%86%E7%A0%81/"),
    ],
)
def test_the_address_of_a_page_follows_from_its_path(path: str, url: str) -> None:
    assert url_of(path) == url


def test_a_draft_is_not_published() -> None:
    assert article().published
    assert not article(status="draft").published


@pytest.mark.parametrize(
    "link",
    [
        '<a class="button" href="channel:website" title="now">x</a>',
        "<a href='channel:website'>x</a>",
        "<a href=channel:website>x</a>",
        '<A HREF = "channel:website">x</A>',
        '<a\nhref="channel:website">x\ny</a>',
    ],
)
def test_however_a_link_to_a_channel_is_written_in_html_it_is_found(link: str) -> None:
    assert markdown_file(f"---\nid: a\n---\nText.\n{link}\n").html_channel_links() == [5]


def test_links_in_markdown_and_words_about_channels_are_no_links_in_html() -> None:
    text = "---\nid: a\n---\n[a](channel:b) <a href='../channel/'>c</a> channel:b `href=channel:b`\n"
    assert markdown_file(text).html_channel_links() == []
