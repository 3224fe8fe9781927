"""Foreign words say which language they are; nothing else is touched."""

from __future__ import annotations

import pytest

from handrail.content.settings import Language
from handrail.pages import language_spans
from handrail.search.html_sections import sections

ZH = Language(code="zh", name="中文", script="ideographic")
JA = Language(code="ja", name="日本語", script="ideographic")
EN = Language(code="en", name="English")
FR = Language(code="fr", name="Français")


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("<p>Look for 用户反馈 (feedback).</p>", '<p>Look for <span lang="zh">用户反馈</span> (feedback).</p>'),
        ("<b>反馈、工单</b> or 验证", '<b><span lang="zh">反馈、工单</span></b> or <span lang="zh">验证</span>'),
        ('<img alt="反馈"> feedback', '<img alt="反馈"> feedback'),
        ("<p>No such words.</p>", "<p>No such words.</p>"),
    ],
)
def test_words_of_another_script_are_marked_where_they_are_text(page: str, marked: str) -> None:
    assert language_spans.marked(page, EN, [ZH, EN]) == marked


@pytest.mark.parametrize(
    ("language", "languages"), [(ZH, [ZH, EN]), (EN, [EN, FR]), (EN, [EN, ZH, JA])], ids=["own", "none", "two"]
)
def test_what_is_not_certain_is_left_alone(language: Language, languages: list[Language]) -> None:
    assert language_spans.marked("<p>反馈</p>", language, languages) == "<p>反馈</p>"


def test_search_reads_the_same_with_the_marks_and_without() -> None:
    page = '<h2 id="a">Find 反馈</h2><p>In 用户反馈, say.</p>'
    assert sections(language_spans.marked(page, EN, [ZH, EN])) == sections(page)
