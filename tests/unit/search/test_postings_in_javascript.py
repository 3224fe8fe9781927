"""The browser reads of an index what the build wrote: every term, its articles, how often, and its short fields."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random
from typing import Any, Literal

import pytest
from js_modules import Modules
from search_documents import article

from handrail.search import index_files, inverted_index, pruning, shards
from handrail.search.document import Document
from handrail.search.inverted_index import InvertedIndex

READ = """async ({ index }) => {
  const { InvertedIndex } = await import("/search/inverted_index.js");
  const opened = await InvertedIndex.open(index, (address) => fetch(address));
  const shards = [...opened.manifest.characterShards, ...opened.manifest.wordShards].length;
  const found = {};
  for (let shard = 0; shard < shards; shard++) {
    await opened.load([shard]);
    for (const [key, { articles, counts, shortFields, kinds, frequency, shortFrequency }] of opened.loaded.get(shard)) {
      const term = opened.term(key);
      const here = opened.key(term) === key && opened.get(key) !== undefined;
      const again = (found[term]?.again ?? -1) + 1;
      found[term] = { articles, counts, shortFields, kinds, frequency, shortFrequency, here, again };
    }
  }
  return found;
}"""
CHARACTERS = (
    "的一是不了在人有我他这上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学"
)
WORDS = ("wallet", "keys", "0x3f", "gas", "Überweisung", "𠮷", "イ")


@cache
def entries(count: int) -> list[Document]:
    """Articles of every length; some characters are in most of them, others in one."""
    random = Random(count)
    rare = [chr(point) for point in range(0x4E00, 0x5600)]

    def text(length: int) -> str:
        made = []
        for _ in range(random.randint(0, length)):
            made.append(
                random.choice((*CHARACTERS[: random.randint(1, len(CHARACTERS))], random.choice(rare), " ", "。"))
            )
            if random.random() < 0.05:
                made.append(f" {random.choice(WORDS)} ")
        return "".join(made)

    return [
        replace(
            article(
                "zh",
                f"a{number}",
                text(12),
                {},
                questions=[text(9) for _ in range(random.randint(0, 3))],
                sections=[(text(8) if random.random() < 0.5 else "", text(300)) for _ in range(random.randint(0, 4))],
            ),
            link_texts=tuple(text(6) for _ in range(random.randint(0, 2))),
        )
        for number in range(count)
    ]


def expected(built: InvertedIndex) -> dict[str, dict[str, Any]]:
    left_out = pruning.frequent_characters(built)
    found = {}
    for term, postings in built.terms.items():
        fields = [built.short_fields[number] for number in postings.short_fields]
        found[term] = {
            "articles": [] if term in left_out else list(postings.articles),
            "counts": [] if term in left_out else list(postings.counts),
            "shortFields": [field.article * 256 + field.position for field in fields],
            "kinds": [field.kind for field in fields],
            "shortFrequency": len({field.article for field in fields}),
            "here": True,
        }
        if term not in left_out:
            found[term]["frequency"] = built.frequency(term)
    return found


@pytest.mark.parametrize(
    ("count", "form", "size"),
    [(1, "small", 4096), (3, "small", 4096), (60, "small", 4096), (260, "small", 4096), (260, "large", 200)],
)
def test_everything_is_read_as_it_was_written(
    modules: Modules, monkeypatch: pytest.MonkeyPatch, count: int, form: Literal["small", "large"], size: int
) -> None:
    monkeypatch.setattr(shards, "SIZE", size)
    made = entries(count)
    found = modules.evaluate(READ, {"index": modules.put_index(index_files.build("zh", made, [], form))})
    built = inverted_index.build(made)
    built = inverted_index.with_initials(built) if form == "large" else built
    wanted = expected(built)
    assert found.keys() == wanted.keys()
    wrong = [
        (term, wanted[term], read)
        for term, read in found.items()
        if any(read[key] != value for key, value in wanted[term].items())
    ]
    assert not wrong, f"{len(wrong)} of {len(found)} (term, build, browser): {wrong[:3]}"
    assert pruning.frequent_characters(built) or count < pruning.MIN_ARTICLES
    split = [term for term, read in found.items() if read["again"]]  # an owner stands in each of its pieces
    assert all(len(term) == 1 for term in split)
    assert bool(split) == (size < 4096)
