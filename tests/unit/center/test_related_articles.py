"""What to read next."""

from __future__ import annotations

import sys
from collections import Counter

from factories import article

from handrail.center.related_articles import related


def test_given_articles_come_as_given_without_those_that_are_not_here() -> None:
    articles = [article("a", related=["c", "gone", "b"]), article("b"), article("c")]
    assert related(articles)["a"] == ("c", "b")


def test_without_given_ones_those_that_share_rare_words_come_nearest_first() -> None:
    articles = [
        article("a", title="Lamp flickers badly", summary="x", questions=["why flicker"]),
        article("b", title="Lamp flickers", summary="y", questions=["bulb badly lit"]),
        article("c", title="Lamp socket", summary="z", questions=["which socket"]),
        article("d", title="Nothing alike", summary="w", questions=["else"]),
    ]
    assert related(articles)["a"] == ("b", "c")
    assert related(articles)["d"] == ()


def test_articles_of_the_same_category_come_first() -> None:
    words = {"title": "Lamp flickers", "summary": "x", "questions": ["q"]}
    articles = [article("a", **words), article("b", **words | {"category": "other"}), article("c", **words)]
    assert related(articles)["a"] == ("c", "b")


def test_articles_of_the_same_section_come_before_those_of_the_same_category() -> None:
    words = {"title": "Lamp flickers", "summary": "x", "questions": ["q"]}
    articles = [article("a", section="bulb", **words), article("b", **words), article("c", section="bulb", **words)]
    assert related(articles)["a"] == ("c", "b")
    assert related(articles)["b"] == ("a", "c")


def test_text_without_spaces_is_compared_by_pairs_of_characters() -> None:
    articles = [
        article("a", title="忘记密码怎么办", summary="x", questions=["一"]),
        article("b", title="密码错误", summary="y", questions=["二"]),
        article("c", title="转账未到账", summary="z", questions=["三"]),
        article("d", title="パスワードを忘れた", summary="w", questions=["四"]),
        article("e", title="パスワード変更", summary="v", questions=["五"]),
    ]
    found = related(articles)
    assert (found["a"], found["c"], found["d"]) == (("b",), (), ("e",))


def test_an_article_is_never_related_to_itself_and_three_are_enough() -> None:
    found = related([article(f"a{number}") for number in range(9)])
    assert all(id not in others and len(others) == 3 for id, others in found.items())


def test_the_answer_does_not_hang_on_the_order_of_the_articles() -> None:
    articles = [article(f"a{number}", title=f"Lamp number {number % 4}", summary="s") for number in range(12)]
    assert related(articles) == related(reversed(articles))


def test_the_work_grows_with_the_articles_not_with_their_square() -> None:
    def calls(count: int) -> int:
        """How often anything is called while so many articles are related to each other."""
        articles = [
            article(f"a{number}", title=f"word{number} word{number // 2}", summary=f"term{number % 97} common")
            for number in range(count)
        ]
        events: Counter[str] = Counter()
        sys.setprofile(lambda frame, event, arg: events.update([event]))
        try:
            related(articles)
        finally:
            sys.setprofile(None)
        return events.total()

    assert calls(4000) < 8 * 1.5 * calls(500)
