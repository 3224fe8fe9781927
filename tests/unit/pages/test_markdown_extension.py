"""What readers of a help center get of Markdown, beside what Markdown itself makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from built_site import SITES
from factories import help_center
from markdown import Markdown

from handrail.center.help_center import HelpCenter
from handrail.content.language import Language
from handrail.pages.markdown_extension import ReaderMarkup
from handrail.search.html_sections import sections

URL = "https://lamp.example/help/en/light/dim/"
PAGE, HAN_PAGE = "en/light/dim.md", "zh-Hant/light/dim.md"
JA = Language(code="ja", name="日本語", script="ideographic")


@pytest.fixture(scope="module")
def center() -> HelpCenter:
    return help_center(SITES / "lamplight")


def made(center: HelpCenter, text: str, path: str = PAGE, url: str | None = URL) -> str:
    markup = ReaderMarkup(center, Path("docs"))
    converter = Markdown(extensions=["attr_list", "tables", "toc", markup])
    markup.begin(path, url)
    return converter.convert(text)


def han(words: str) -> str:
    return f'<span lang="zh-Hant">{words}</span>'


def test_a_heading_gets_a_link_to_itself_beside_it(center: HelpCenter) -> None:
    html = made(center, "## First { #first }\n\nText.")
    link = html.removeprefix('<div class="heading"><h2 id="first">First</h2>').removesuffix("</div>\n<p>Text.</p>")
    label = center.ui_strings.say("en", "article.section", title="First")
    assert link == f'<a aria-label="{label}" class="headerlink" href="#first">#</a>'


def test_the_link_is_named_by_the_words_of_the_heading_alone(center: HelpCenter) -> None:
    html = made(center, '### Say "no" to **&lt;b&gt;** & `<go>` { #a }')
    assert (
        "Say &quot;no&quot; to &lt;b&gt; &amp; &lt;go&gt;" in html.partition('aria-label="')[2].partition('" class')[0]
    )


def test_a_heading_with_a_class_gets_a_link_too_and_the_title_none(center: HelpCenter) -> None:
    assert made(center, "# Title { #t }\n\n## Styled { #s .x }").count("headerlink") == 1


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Look for 用户反馈 (feedback).", f"<p>Look for {han('用户反馈')} (feedback).</p>"),
        ("**反馈、工单** or 验证", f"<p><strong>{han('反馈、工单')}</strong> or {han('验证')}</p>"),
        ("a *b* 反馈 c *d* 工单", f"<p>a <em>b</em> {han('反馈')} c <em>d</em> {han('工单')}</p>"),
        ("`反馈 <a>`", f"<p><code>{han('反馈')} &lt;a&gt;</code></p>"),
        ("a ![反馈](a.png)", '<p>a <img alt="反馈" src="a.png" /></p>'),
    ],
)
def test_words_of_another_script_say_their_language_where_they_are_text(
    center: HelpCenter, text: str, html: str
) -> None:
    assert made(center, text) == html


def test_no_language_is_said_of_words_in_that_of_the_page_or_perhaps_in_one_of_two(center: HelpCenter) -> None:
    assert made(center, "反馈", HAN_PAGE) == "<p>反馈</p>"
    languages = [*center.settings.languages, JA]
    other = replace(center, settings=center.settings.model_copy(update={"languages": languages}))
    assert made(other, "反馈") == "<p>反馈</p>"


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("../hot/", "https://lamp.example/help/en/light/hot/"),
        ("../../start/#plug", "https://lamp.example/help/en/start/#plug"),
        ("../a&b/", "https://lamp.example/help/en/light/a&amp;b/"),
    ],
)
def test_a_link_to_another_page_has_its_whole_address_for_paper(center: HelpCenter, address: str, whole: str) -> None:
    assert f'<a data-address="{whole}" href=' in made(center, f"[x]({address})")
    assert "data-address" not in made(center, f"[x]({address})", url=None)


@pytest.mark.parametrize("address", ["#plug", "https://x.example/", "mailto:a@b.example", "channel:website"])
def test_all_other_links_have_none(center: HelpCenter, address: str) -> None:
    assert "data-address" not in made(center, f"[x]({address})")


@pytest.mark.parametrize("link", ["[x](channel:{})", "[x](<channel:{}>)", "[x][y]\n\n[y]: channel:{}"])
def test_a_link_to_a_channel_is_what_its_status_allows(center: HelpCenter, link: str) -> None:
    leads = next(id for id, status in center.registry.statuses.items() if status.url)
    assert f'href="{center.registry.statuses[leads].url}"' in made(center, link.format(leads))
    plain = next(id for id, status in center.registry.statuses.items() if not status.href)
    assert made(center, link.format(plain)) == "<p>x</p>"


def test_the_alignment_of_a_cell_is_a_class(center: HelpCenter) -> None:
    html = made(center, "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 { .sum } | 2 | 3 | 4 |\n")
    assert "style=" not in html
    assert '<td class="align-start sum">1</td>' in html
    assert '<td class="align-center">2</td>' in html
    assert '<td class="align-end">3</td>' in html
    assert "<td>4</td>" in html


def test_search_reads_the_same_with_the_extension_and_without(center: HelpCenter) -> None:
    text = "Lead.\n\n## Find 反馈 { #a }\n\nIn 用户反馈, say.\n\n### Three { #b }\n\n* Item\n"
    assert sections(made(center, text)) == sections(Markdown(extensions=["attr_list", "toc"]).convert(text))


def test_a_converter_makes_each_page_in_its_own_language(center: HelpCenter) -> None:
    markup = ReaderMarkup(center, Path("docs"))
    converter = Markdown(extensions=["toc", markup])
    pages = []
    for path in (PAGE, HAN_PAGE, PAGE):
        markup.begin(path, URL)
        pages.append(converter.reset().convert("## 反馈"))
    assert pages[0] == pages[2] != pages[1]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("甲乙\n丙丁", "<p>甲乙丙丁</p>"),
        ("甲乙，\n「丙丁」", "<p>甲乙，「丙丁」</p>"),
        ("かな\nカナ", "<p>かなカナ</p>"),
        ("甲乙\nwords", "<p>甲乙\nwords</p>"),
        ("words\nwords", "<p>words\nwords</p>"),
        ("**甲**\n乙\n丙", "<p><strong>甲</strong>\n乙丙</p>"),
        ("`甲\n乙`", "<p><code>甲\n乙</code></p>"),
    ],
)
def test_lines_wrapped_between_wide_characters_join_without_a_gap(center: HelpCenter, text: str, html: str) -> None:
    assert made(center, text, HAN_PAGE) == html


def test_an_admonition_without_a_title_is_named_in_the_language_of_the_page(center: HelpCenter) -> None:
    markup = ReaderMarkup(center, Path("docs"))
    converter = Markdown(
        extensions=["admonition", "pymdownx.quotes", markup], extension_configs={"pymdownx.quotes": {"callouts": True}}
    )
    for path, word in ((PAGE, "Warning"), (HAN_PAGE, "緊急")):
        markup.begin(path, None)
        for text in ("> [!WARNING]\n> Words.", "!!! danger\n    Words."):
            assert f'<p class="admonition-title">{word}</p>' in converter.reset().convert(text)
        assert '<p class="admonition-title">Own</p>' in converter.reset().convert('!!! danger "Own"\n    Words.')
