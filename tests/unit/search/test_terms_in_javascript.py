"""The browser cuts the shared texts as they should be, finds what exists, stems as the build does, reads its bits."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

from built_site import ROOT
from js_modules import Modules
from search_documents import index_of

from handrail.assets.bitstream import Bits
from handrail.search import analyzer, character_table

CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/vectors/terms.json").read_text("utf-8"))
WORDS = 50_000
PLANES = 0x32400
"""Below it are the characters that are folded to others, or found by them."""

TERMS = """async ({ index, texts }) => {
  const { InvertedIndex } = await import("/search/inverted_index.js");
  const { analyze } = await import("/search/analyzer.js");
  const { manifest } = await InvertedIndex.open(index, (address) => fetch(address));
  return texts.map((text) => analyze(text, manifest.characterTable, true).map(({ term }) => term));
}"""
POINTS = """async ({ index, end }) => {
  const { InvertedIndex } = await import("/search/inverted_index.js");
  const { analyze } = await import("/search/analyzer.js");
  const { manifest } = await InvertedIndex.open(index, (address) => fetch(address));
  const found = [];
  for (let point = 0; point < end; point++) {
    const tokens = analyze(String.fromCodePoint(point), manifest.characterTable);
    found.push(tokens.map(({ term }) => term).join(" "));
  }
  return found;
}"""
STEMS = """async ({ words }) => {
  const { stem } = await import("/search/stemmer.js");
  return words.map(stem);
}"""
NUMBERS = """async ({ plan }) => {
  const { Bits } = await import("/shared/bitstream.js");
  const bits = new Bits(new Uint8Array(await (await fetch("/numbers.bin")).arrayBuffer()));
  return plan.map(([kind, ...rest]) => bits[kind](...rest));
}"""


def articles() -> list[str]:
    """Texts of this help center: the index over them is an ordinary one."""
    files = sorted((ROOT / "docs").glob("*/*/*.md"))
    return [file.read_text("utf-8") for file in files[:: max(1, len(files) // 40)]]


def test_shared_texts_are_cut_as_they_should_be(modules: Modules) -> None:
    index = modules.put_index(index_of([case["text"].encode("utf-8", "ignore").decode() for case in CASES]))
    found = modules.evaluate(TERMS, {"index": index, "texts": [case["text"] for case in CASES]})
    assert dict(zip((case["name"] for case in CASES), found, strict=True)) == {
        case["name"]: case["terms"] for case in CASES
    }


def test_every_character_finds_in_an_ordinary_index_what_the_build_would(modules: Modules) -> None:
    """A character that is folded to one that the index does not hold may stay as it is."""
    texts = articles()
    existing = {term for text in texts for term in analyzer.terms(text)}
    known = {*map(chr, range(0x80)), *(character for term in existing for character in term)}
    found = modules.evaluate(POINTS, {"index": modules.put_index(index_of(texts)), "end": PLANES})
    wrong = []
    for point, terms in enumerate(found):
        folded = character_table.fold(chr(point))
        if any(part not in known and character_table.class_of(part) != character_table.SEPARATOR for part in folded):
            continue
        expected = [term for term in analyzer.terms(chr(point)) if term in existing]
        if [term for term in terms.split() if term in existing] != expected:
            wrong.append((hex(point), terms, expected))
    assert not wrong, f"{len(wrong)} (code point, browser, build): {wrong[:5]}"


def test_surrogates_and_controls_anywhere_change_nothing_else(modules: Modules) -> None:
    random = Random(13)
    texts = articles()
    index = modules.put_index(index_of(texts))
    pieces = [
        *"钱包轉賬éＡ1 ,\u0301\u200d'",
        "wallet",
        "\ud83d",
        "\ude00",
        "😀",
        "\x00",
        "\x1b",
        "\ufffe",
        "\U0010ffff",
    ]
    made = ["".join(random.choices(pieces, k=random.randint(1, 12))) for _ in range(20_000)]
    made = [text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") for text in made]
    found = modules.evaluate(TERMS, {"index": index, "texts": made})
    wrong = [(ascii(text), terms) for text, terms in zip(made, found, strict=True) if terms != analyzer.terms(text)]
    assert not wrong, wrong[:5]


ENDINGS = (
    *("", "s", "es", "ed", "ing", "er", "ly", "y", "ies", "eed", "ness", "ful", "able", "ible", "ation", "ational"),
    *("tional", "izer", "iveness", "alism", "ement", "ment", "ion", "sion", "ical", "ization", "ousness", "logi", "ll"),
)


def test_words_have_the_stems_that_the_build_gives_them(modules: Modules) -> None:
    text = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "docs").rglob("*.md")))
    read = sorted(set(re.findall("[a-z]+", text.lower())) | {"key", "keys", "pay", "paying", "play", "try", "tries"})
    random = Random(7)
    made = ["".join(random.choices("aeiouybcdlnrstzxw", k=random.randint(1, 7))) for _ in range(3000)]
    words = sorted({word + ending for word in (*read, *made) for ending in ENDINGS})
    assert len(words) >= WORDS
    found = modules.evaluate(STEMS, {"words": words})
    wrong = [(word, stem) for word, stem in zip(words, found, strict=True) if stem != analyzer.stem(word)]
    assert not wrong, f"{len(wrong)} of {len(words)} differ (word, browser): {wrong[:10]}"


def test_numbers_are_read_as_they_were_written(modules: Modules) -> None:
    random = Random(11)
    bits = Bits()
    plan: list[tuple[Any, ...]] = []
    expected: list[Any] = []
    for _ in range(20_000):
        width = random.randint(0, 24)
        value = random.randrange(1 << width)
        kind = random.choice(("number", "gamma", "rice", "below", "text", "word", "ascending"))
        if kind == "number":
            bits.number(value, width)
            plan.append((kind, width))
            expected.append(value)
        elif kind == "gamma":
            bits.gamma(value >> 1)
            plan.append((kind,))
            expected.append(value >> 1)
        elif kind == "rice":
            low = max(0, width - random.randint(0, 6))
            bits.rice(value, low)
            plan.append((kind, low))
            expected.append(value)
        elif kind == "below":
            end = value + random.randint(1, 9)
            bits.below(value, end)
            plan.append((kind, end))
            expected.append(value)
        elif kind == "word":
            word, before = ("".join(random.choices("aezq09-é钱😀", k=random.randint(0, 6))) for _ in range(2))
            bits.word(word, before)
            plan.append((kind, before))
            expected.append(word)
        elif kind == "text":
            text = "".join(random.choices("abc é钱包😀\n", k=random.randint(0, 12)))
            bits.text(text)
            plan.append((kind,))
            expected.append(text)
        else:
            end = random.choice((1, 2, 3, 10, 500, 20_000))
            numbers = sorted(random.sample(range(end), random.randint(0, min(end, 60))))
            bits.ascending(numbers, end)
            plan.append((kind, len(numbers), end))
            expected.append(numbers)
    modules.put("numbers.bin", bits.bytes())
    assert modules.evaluate(NUMBERS, {"plan": plan}) == expected
