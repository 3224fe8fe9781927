"""The files of an index."""

from __future__ import annotations

import gzip
import json
import re
from random import Random

import pytest

from helpcenter import layout, shard
from helpcenter.entry import Entry, Section

LAYOUTS: tuple[layout.Layout, ...] = ("small", "large")
CHARACTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 900)))


def entries(count: int, seed: int = 1) -> list[Entry]:
    random = Random(seed)

    def text(most: int) -> str:
        chinese = "".join(random.choice(CHARACTERS) for _ in range(most))
        return f"{chinese} {''.join(random.choices('abcdefg', k=6))}"

    return [
        Entry(
            id=f"a{number}",
            url=f"zh/a{number}/",
            language="zh",
            title=text(8),
            summary=text(20),
            questions=(text(9),),
            sections=(Section(1, "", "", text(40)), Section(2, text(5), "s", text(150))),
            twins={"en": (f"en/a{number}/", "Title")},
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("kind", LAYOUTS)
def test_the_same_articles_make_the_same_bytes(kind: layout.Layout) -> None:
    assert layout.build("zh", entries(30), [["a", "b"]], kind) == layout.build("zh", entries(30), [["a", "b"]], kind)


@pytest.mark.parametrize("kind", LAYOUTS)
def test_names_change_with_whatever_is_in_the_files(kind: layout.Layout) -> None:
    made = entries(20)
    first = made[0]
    others = [
        Entry(first.id, first.url, "zh", "别的", first.summary, first.questions, first.sections, first.twins),
        Entry(first.id, "zh/b/", "zh", first.title, first.summary, first.questions, first.sections, first.twins),
        Entry(first.id, first.url, "zh", first.title, first.summary, (), first.sections, first.twins),
        Entry(first.id, first.url, "zh", first.title, first.summary, first.questions, (), first.twins),
        Entry(first.id, first.url, "zh", first.title, first.summary, first.questions, first.sections, {}),
    ]
    names = {layout.build("zh", [other, *made[1:]], [], kind).entrance for other in (first, *others)}
    names.add(layout.build("zh", made, [["a", "b"]], kind).entrance)
    names.add(layout.build("en", made, [], kind).entrance)
    assert len(names) == len(others) + 3


def test_a_small_site_has_two_files() -> None:
    built = layout.build("zh", entries(20), [], "small")
    names = [name for name, _ in built.files]
    assert re.fullmatch(r"zh\.[0-9a-f]{12}\.bin", built.entrance)
    assert names == [built.entrance, built.entrance.replace(".bin", ".json")]


def test_a_large_site_has_a_folder_of_them() -> None:
    built = layout.build("zh", entries(20), [], "large")
    folder = re.fullmatch(r"(zh\.[0-9a-f]{12})/index\.bin", built.entrance)
    assert folder
    names = [name for name, _ in built.files]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(rf"{re.escape(folder[1])}/(index\.bin|\d+\.(bin|json))", name) for name in names)
    for suffix in ("bin", "json"):
        numbers = sorted(int(match[1]) for name in names if (match := re.search(rf"/(\d+)\.{suffix}$", name)))
        assert numbers == list(range(len(numbers)))


def test_size_chooses_the_layout() -> None:
    few, many = entries(3), [Entry(f"a{number}", "u", "en", "t") for number in range(layout.LARGE)]
    assert layout.build("zh", few, []).entrance == layout.build("zh", few, [], "small").entrance
    assert layout.build("en", many[1:], []) == layout.build("en", many[1:], [], "small")
    assert layout.build("en", many, []) == layout.build("en", many, [], "large")


def test_both_layouts_hold_the_same_texts() -> None:
    made = entries(30)
    read = {}
    for kind in LAYOUTS:
        files = [(name, data) for name, data in layout.build("zh", made, [], kind).files if name.endswith(".json")]
        files.sort(key=lambda file: int(match[1]) if (match := re.search(r"/(\d+)\.json", file[0])) else 0)
        read[kind] = [record for _, data in files for record in json.loads(data)]
    assert read["small"] == read["large"]
    assert read["small"][0] == [
        "a0",
        "zh/a0/",
        made[0].title,
        made[0].summary,
        [[part.heading, part.anchor, part.text] for part in made[0].sections],
        {"en": ["en/a0/", "Title"]},
    ]


def test_the_pieces_of_a_large_site_are_small() -> None:
    """A reader fetches a few of them for a question."""
    files = dict(layout.build("zh", entries(700), [], "large").files)
    shards = [len(data) for name, data in files.items() if name.endswith(".bin") and not name.endswith("/index.bin")]
    texts = [data for name, data in files.items() if name.endswith(".json")]
    assert len(shards) > 20
    assert max(shards) <= 3 * shard.SIZE
    assert sum(shards) / len(shards) > shard.SIZE / 4
    assert max(len(json.loads(data)) for data in texts) < 50
    assert max(map(len, texts)) <= 8 * layout.TEXTS
    (head,) = (data for name, data in files.items() if name.endswith("/index.bin"))
    assert len(head) < 40_000


def test_an_index_is_far_smaller_than_its_texts() -> None:
    built = dict(layout.build("zh", entries(200), [], "small").files)
    index, texts = (next(data for name, data in built.items() if name.endswith(end)) for end in (".bin", ".json"))
    assert len(gzip.compress(index)) <= len(index) * 1.02  # nothing is left to squeeze out
    assert len(index) < 1.5 * len(texts)


@pytest.mark.parametrize("kind", LAYOUTS)
@pytest.mark.parametrize(
    "made",
    [
        [],
        [Entry("a", "a/", "en", "")],
        [Entry("a", "a/", "en", "!?")],
        [Entry("a", "a/", "en", "x" * 5000)],
        [Entry("a", "a/", "mul", "𠮷 😀 \u0301 が 글 ж")],
        [Entry("a", "a/", "en", "Lamp", sections=tuple(Section(2, "Same", "s", "Same") for _ in range(400)))],
    ],
    ids=["none", "empty", "no word", "long", "odd", "many headings"],
)
def test_odd_articles_have_files_too(made: list[Entry], kind: layout.Layout) -> None:
    built = layout.build("en", made, [], kind)
    assert built.entrance in dict(built.files)
