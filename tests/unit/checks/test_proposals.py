"""What search lacks is proposed by words alone, where it is true: not for texts that only share a subject."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import article

from handrail.checks import proposals
from handrail.content.article import Article
from handrail.schema.source import Source

TEXT = """Turn the lamp off and let it cool for ten minutes. Unscrew the old bulb by hand, against the clock. Buy one
with the same socket and at most sixty watts. Screw it in, not too tightly, and switch on. Where it stays dark, look at
the plug, the fuse and the cord; write to us if none of them is broken, with a picture of the base."""
CHINESE = (
    "先关灯，等十分钟让灯泡冷却。用手逆时针拧下旧灯泡。买同样灯头、最多六十瓦的新灯泡，轻轻拧上再开灯。"
    "还是不亮，就检查插头、保险丝和电线；都没坏，就把底座拍照发给我们。"
)


def written(id: str, title: str, text: str = "", **head: object) -> Article:
    made = article(id, title=title, **{"summary": "s", "questions": [], **head})
    return replace(made, content=Source(f"docs/en/start/{id}.md", text))


OTHERS = [
    written(id, f"Something about {id}", "my lamp", questions=[f"what is a {id}"]) for id in ("cord", "oil", "wick")
]


@pytest.mark.parametrize(
    ("title", "other", "questions", "phrase"),
    [
        ("Lamp too bright: dim it", "Dim it, lamp too bright", [], "Dim it, lamp too bright"),
        ("How do I dim the lamp?", "Brightness", ["how do i dim a lamp", "too bright"], "how do i dim a lamp"),
        ("灯太亮怎么调暗", "亮度", ["灯太亮，怎么调暗？"], "灯太亮，怎么调暗？"),
        ("Dim the lamp", "Dim the lamp", [], ""),
        ("Dim the lamp", "Replace the bulb of the lamp", ["how do i replace the bulb"], ""),
        ("灯太亮怎么调暗", "灯不亮怎么办", ["灯泡怎么换"], ""),
    ],
)
def test_a_title_competes_with_what_asks_for_the_same_elsewhere(
    title: str, other: str, questions: list[str], phrase: str
) -> None:
    """Equal titles are an error of another rule."""
    articles = [written("dim", title), written("bulb", other, questions=questions), *OTHERS]
    found = [(title.article, phrase.text) for title, phrase in proposals.competing(articles)]
    assert found == ([("dim", phrase)] if phrase else [])


@pytest.mark.parametrize("text", [TEXT, CHINESE])
def test_articles_are_near_duplicates_where_most_of_their_words_are_the_same(text: str) -> None:
    half = text[: len(text) // 2]
    copied = [written("bulb", "Bulb", text), written("lamp", "Lamp", text.replace("ten", "five")), *OTHERS]
    assert [(one.id, other.id) for one, other, _ in proposals.near_duplicates(copied)] == [("bulb", "lamp")]
    parted = [written("bulb", "Bulb", text), written("lamp", "Lamp", half + half[::-1]), *OTHERS]
    assert list(proposals.near_duplicates(parted)) == []
    assert list(proposals.near_duplicates([written("a", "A", "Soon."), written("b", "B", "Soon.")])) == []


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("my torch flickers outside", ["torch", "flickers", "outside"]),
        ("Unscrew the bulb", []),
        ("换个灯泡要断电吗", ["换个", "要断电吗"]),
    ],
)
def test_the_words_that_an_article_lacks_are_named_but_not_those_that_many_have(query: str, missing: list[str]) -> None:
    bulb = written("bulb", "Replace the bulb", TEXT, questions=["灯泡怎么装"])
    assert proposals.missing_words(query, bulb, [bulb, *OTHERS]) == missing


@pytest.mark.parametrize(
    ("query", "pair"),
    [
        ("how do i change the torch", ("torch", "lamp")),
        ("how do i change the big old table light", None),
        ("怎么换灯胆", ("胆", "泡")),
        ("something else", None),
        ("how do i change the lamp", None),
        ("how do i change the lantern", None),
    ],
)
def test_words_in_the_place_of_others_are_a_pair_for_the_glossary_unless_they_are_in_it(
    query: str, pair: tuple[str, str] | None
) -> None:
    phrases = list(proposals.phrases(written("lamp", "Lamps", questions=["how do I change the lamp?", "怎么换灯泡"])))
    found = proposals.glossary_pair(query, phrases, [["lamp", "Lantern"]])
    assert (found and found[:2]) == pair
