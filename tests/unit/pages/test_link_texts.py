"""The texts of links by which articles call each other."""

from __future__ import annotations

from handrail.pages.link_texts import MAX_TARGETS, MAX_TEXTS, by_target, links

HTML = """<h2 id="a">Fees<a class="headerlink" href="#a">¶</a></h2>
<p>See <a class="x" href="../fees/">what a
<em>fee</em> &amp; gas is</a>, <a href="../../basics/keys/#lost">lost keys</a>, <a href="#a">above</a>,
<a href="https://example.org/fees/">elsewhere</a>, <a href="../send/">here</a> and
<a href="../pin/"><img alt=""></a>.</p>"""


def test_links_are_read_with_where_they_lead() -> None:
    assert links("en/money/send/", HTML) == (
        ("en/money/fees/", "what a fee & gas is"),
        ("en/basics/keys/", "lost keys"),
    )


def test_the_most_frequent_texts_of_a_target_come_first() -> None:
    found = by_target([("a/", "one"), ("a/", "two"), ("b/", "one"), ("a/", "two")])
    assert found == {"a/": ("two", "one"), "b/": ("one",)}


def test_a_text_that_leads_to_many_articles_says_nothing_of_any() -> None:
    found = by_target([*((f"{number}/", "here") for number in range(MAX_TARGETS + 1)), ("0/", "fees")])
    assert {text for texts in found.values() for text in texts} == {"fees"}


def test_an_article_has_only_so_many() -> None:
    assert len(by_target(("a/", f"text {number}") for number in range(99))["a/"]) == MAX_TEXTS
