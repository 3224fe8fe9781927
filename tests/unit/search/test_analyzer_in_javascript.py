"""Browser and build agree: on every code point, on tens of thousands of texts, on every stem and every bit.

Where they do not, a search fails silently: the word typed is cut otherwise than the word in the index.
"""

import hashlib
import json
import random

import pytest
from built_site import ROOT
from js_modules import Modules

from handrail.search import analyzer, character_table, index_files
from handrail.search.document import Document, Section

VECTORS = ROOT / "tests/vectors"

TEXTS = 40_000
CHUNK = 20_000
WORDS = 256

READY = """async (entrance) => {
  const [{ InvertedIndex }, { analyze }, { stem }, { Bits }] = await Promise.all(
    ["search/inverted_index", "search/analyzer", "search/stemmer", "shared/bitstream"].map(
      (name) => import(`/${name}.js`),
    ),
  );
  const { manifest } = await InvertedIndex.open(entrance, (url) => fetch(url));
  const { characterTable } = manifest;
  const digest = async (text) => {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const terms = (text) => analyze(text, characterTable, true).map(({ term }) => term);
  globalThis.parity = { characterTable, analyze, terms, stem, Bits, digest };
}"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """The engine's modules and an index that holds every character that another is folded to."""
    folds = ((chr(point), character_table.fold(chr(point))) for point in range(0x32400))
    characters = sorted({part for character, folded in folds if folded != character for part in folded})
    text = " ".join(character for character in characters if not 0xD800 <= ord(character) < 0xE000)
    entry = Document("all", "all/", "mul", "all", sections=(Section(1, "", "", text),))
    built = index_files.build("mul", [entry], [])
    with Modules(tmp_path_factory.mktemp("modules")) as modules:
        modules.evaluate(READY, modules.put_index(built))
        yield modules


def digest(lines):
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_every_code_point_counts_as_the_same(engine):
    assert engine.evaluate("() => parity.digest(parity.characterTable.classes.join(''))") == digest(
        ["".join(map(str, character_table.classes()))]
    )


def test_every_code_point_between_letters_makes_the_same_terms(engine):
    """A few hundred words to a text: each stands between spaces, as if it were alone, and all are read much sooner."""
    points = [point for point in range(character_table.LAST + 1) if not 0xD800 <= point < 0xE000]
    script = """(size) => {
      const words = [];
      for (let point = 0; point <= 0x10ffff; point++) {
        if (point < 0xd800 || point > 0xdfff) words.push(`a${String.fromCodePoint(point)}a`);
      }
      const lines = [];
      for (let at = 0; at < words.length; at += size) {
        lines.push(parity.terms(words.slice(at, at + size).join(" ")).join(" "));
      }
      return parity.digest(lines.join("\\n"));
    }"""
    words = [f"a{chr(point)}a" for point in points]
    texts = (" ".join(words[at : at + WORDS]) for at in range(0, len(words), WORDS))
    assert engine.evaluate(script, WORDS) == digest(" ".join(analyzer.terms(text)) for text in texts)


def made_texts():
    """Texts as people type them and as nobody does, always the same ones."""
    numbers = random.Random(20261123)
    alphabets = [
        [chr(point) for point in range(0x20, 0x7F)],
        [chr(point) for point in range(0x4E00, 0x9FFF)],
        [*map(chr, range(0xA0, 0x250)), *map(chr, range(0x300, 0x600))],
        [*map(chr, range(0x3000, 0x3100)), *map(chr, range(0xFF00, 0xFFF0)), *map(chr, range(0xAC00, 0xAD00))],
        [chr(point) for point in range(0x110000) if not 0xD800 <= point < 0xE000],
    ]
    endings = ["ing", "ed", "ational", "ness", "ies", "s", "ement", "ization", "", "", ""]
    for _ in range(TEXTS):
        length = numbers.randrange(1, 14)
        text = "".join(numbers.choice(alphabets[numbers.choice((0, 0, 1, 1, 2, 3, 4))]) for _ in range(length))
        word = "".join(numbers.choices("aeioustrnlcdy", k=numbers.randrange(1, 7)))
        yield f"{text} {word}{numbers.choice(endings)}"


def test_tens_of_thousands_of_texts_have_the_same_terms(engine):
    script = """async (texts) => {
      const lines = texts.map((text) => parity.terms(text).join(" "));
      return [await parity.digest(lines.join("\\n")), texts.length];
    }"""
    texts = list(made_texts())
    assert len(texts) >= 40_000
    for start in range(0, len(texts), CHUNK):
        chunk = texts[start : start + CHUNK]
        lines = [" ".join(analyzer.terms(text)) for text in chunk]
        found, _ = engine.evaluate(script, chunk)
        if found != digest(lines):
            differing = engine.evaluate("(texts) => texts.map((text) => parity.terms(text).join(' '))", chunk)
            assert list(zip(chunk, lines, strict=True)) == list(zip(chunk, differing, strict=True))


def cases(name):
    return json.loads((VECTORS / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("case", cases("analyzer"), ids=lambda case: case["says"])
def test_terms(engine, case):
    assert engine.evaluate("parity.terms", case["text"]) == case["terms"]


def test_terms_stand_where_the_text_itself_has_them(engine):
    found = engine.evaluate("() => parity.analyze('ﬁne 𠮷轉 Cafe\\u0301!', parity.characterTable)")
    assert [(token["term"], token["start"], token["end"]) for token in found] == [
        ("fine", 0, 3),
        ("𠮷", 4, 6),
        ("𠮷转", 4, 7),
        ("转", 6, 7),
        ("cafe", 8, 12),
    ]


@pytest.mark.parametrize("case", cases("bitstream"), ids=lambda case: case["says"])
def test_bits_are_read_as_they_were_written(engine, case):
    script = """({ bytes, written }) => {
      const bits = new parity.Bits(Uint8Array.from(bytes.match(/../g) ?? [], (byte) => parseInt(byte, 16)));
      const read = {
        number: (value, width) => bits.number(width),
        gamma: () => bits.gamma(),
        rice: (value, width) => bits.rice(width),
        text: () => bits.text(),
        below: (value, end) => bits.below(end),
        word: (word, before) => bits.word(before),
        ascending: (values, end) => bits.ascending(values.length, end),
      };
      return written.map(([method, ...values]) => read[method](...values));
    }"""
    assert engine.evaluate(script, case) == [values[0] for _, *values in case["written"]]
