"""The manifest: what a browser must know of an index before it can look up a single term.

assets/search/manifest.js reads what this writes, in the same order; FORMAT.md describes it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

from handrail.assets.bitstream import Bits
from handrail.search import character_table
from handrail.search.inverted_index import InvertedIndex
from handrail.search.pronunciation import Pronunciation
from handrail.search.ranking import WEIGHTS
from handrail.search.shards import Shard
from handrail.search.stop_words import stop_words

VERSION = 4
"""Of the format. It grows with any change that a reader must know of."""
LENGTH_LEVELS = 16


def manifest(
    index: InvertedIndex,
    language: str,
    pronunciation: Pronunciation,
    shards: tuple[Sequence[Shard], Sequence[Shard]],
    text_files: Sequence[int],
    glossary: Sequence[Sequence[str]],
) -> bytes:
    """`text_files` says how many articles each file of texts holds."""
    bits = Bits()
    bits.number(VERSION, 8)
    bits.text(language)
    _add_lengths(bits, index.lengths)
    _add_classes(bits)
    pronunciation.write(bits)
    _add_folds(bits, index.characters, pronunciation.positions)
    _add_shards(bits, *shards)
    bits.gamma(len(text_files))
    for count in text_files:
        bits.gamma(count)
    shapes = [[shape, document.title] for document in index.documents for shape in document.query_shapes]
    for value in (glossary, WEIGHTS, shapes):
        bits.text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    bits.text(stop_words(language))
    return bits.bytes()


def _add_lengths(bits: Bits, lengths: Sequence[int]) -> None:
    bits.gamma(len(lengths))
    average = sum(lengths) / max(len(lengths), 1)
    for length in lengths:
        level = round(2 * math.log2(max(length, 1) / average)) + LENGTH_LEVELS // 2 if average else 0
        bits.number(min(LENGTH_LEVELS - 1, max(0, level)), 4)


def _add_classes(bits: Bits) -> None:
    runs = character_table.runs()
    bits.gamma(len(runs))
    previous = 0
    for first, character_class in runs:
        bits.gamma(first - previous)
        bits.number(character_class, 3)
        previous = first


def _add_folds(bits: Bits, in_index: frozenset[str], positions: dict[str, int]) -> None:
    """The folds to one character with a pronunciation; then, in runs of even steps, all other folds."""
    ascii_characters = frozenset(chr(point) for point in range(0x80))
    folds = character_table.folds_to(in_index | ascii_characters)
    pronounced = {point: positions[text] for point, text in folds.items() if text in positions}
    bits.gamma(len(pronounced))
    bits.ascending(list(pronounced), character_table.LAST + 1)
    for position in pronounced.values():
        bits.below(position, len(positions))
    runs = _runs({point: text for point, text in folds.items() if point not in pronounced})
    bits.gamma(len(runs))
    previous_end = 0
    for first, count, step, text in runs:
        bits.gamma(first - previous_end)
        bits.gamma(count - 1)
        bits.number(step, 1)
        bits.word(text)
        previous_end = first + count


def _runs(folds: dict[int, str]) -> list[tuple[int, int, int, str]]:
    """Folds of neighbouring code points to the same text, or to neighbouring ones: first, count, step, first text."""
    runs: list[tuple[int, int, int, str]] = []
    for point, text in folds.items():
        if runs and runs[-1][0] + runs[-1][1] == point:
            first, count, step, start = runs[-1]
            for try_step in ((0, 1) if count == 1 else (step,)) if start else ():
                if text == start[:-1] + chr(ord(start[-1]) + try_step * count) and (try_step == 0 or len(start) == 1):
                    runs[-1] = (first, count + 1, try_step, start)
                    break
            else:
                runs.append((point, 1, 0, text))
            continue
        runs.append((point, 1, 0, text))
    return runs


def _add_shards(bits: Bits, character_shards: Sequence[Shard], word_shards: Sequence[Shard]) -> None:
    """The first term of each shard, and how many bytes it has."""
    bits.gamma(len(character_shards))
    previous = 0
    for shard in character_shards:
        assert isinstance(shard.first, tuple)
        position, second = shard.first
        bits.gamma(position - previous)
        bits.gamma(second)
        bits.gamma(len(shard.data))
        previous = position
    bits.gamma(len(word_shards))
    for shard in word_shards:
        assert isinstance(shard.first, str)
        bits.text(shard.first)
        bits.gamma(len(shard.data))
