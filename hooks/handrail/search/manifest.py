"""The manifest: what a browser must know of an index before it can look up a single term.

assets/search/manifest.js reads what this writes, in the same order.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

from handrail.assets.bitstream import Bits
from handrail.search import character_table
from handrail.search.inverted_index import Index
from handrail.search.pronunciation import Sounds
from handrail.search.shards import Shard

LENGTH_LEVELS = 16


def manifest(
    index: Index,
    language: str,
    heard: Sounds,
    shards: tuple[Sequence[Shard], Sequence[Shard]],
    texts: Sequence[int],
    glossary: Sequence[Sequence[str]],
) -> bytes:
    """`texts` says how many articles each file of texts holds."""
    bits = Bits()
    bits.text(language)
    _lengths(bits, index.lengths)
    _classes(bits)
    heard.write(bits)
    _folds(bits, index.characters | set(heard.places), index.characters, heard.places)
    _map(bits, *shards)
    bits.gamma(len(texts))
    for count in texts:
        bits.gamma(count)
    bits.text(json.dumps(glossary, ensure_ascii=False, separators=(",", ":")))
    return bits.bytes()


def _lengths(bits: Bits, lengths: Sequence[int]) -> None:
    bits.gamma(len(lengths))
    average = sum(lengths) / max(len(lengths), 1)
    for length in lengths:
        level = round(2 * math.log2(max(length, 1) / average)) + LENGTH_LEVELS // 2 if average else 0
        bits.number(min(LENGTH_LEVELS - 1, max(0, level)), 4)


def _classes(bits: Bits) -> None:
    runs = character_table.runs()
    bits.gamma(len(runs))
    before = 0
    for point, kind in runs:
        bits.gamma(point - before)
        bits.number(kind, 3)
        before = point


def _folds(bits: Bits, wanted: frozenset[str], used: frozenset[str], places: dict[str, int]) -> None:
    """What is folded to one character that sounds; then, in runs of even steps, what is folded to anything else."""
    plain = frozenset(chr(point) for point in range(0x80))
    folds = character_table.folded_to(frozenset(character for character in wanted if character in used) | plain)
    sounding = {point: places[text] for point, text in folds.items() if text in places}
    bits.gamma(len(sounding))
    bits.ascending(list(sounding), character_table.LAST + 1)
    for place in sounding.values():
        bits.below(place, len(places))
    runs = _runs({point: text for point, text in folds.items() if point not in sounding})
    bits.gamma(len(runs))
    before = 0
    for point, count, step, text in runs:
        bits.gamma(point - before)
        bits.gamma(count - 1)
        bits.number(step, 1)
        bits.word(text)
        before = point + count


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


def _map(bits: Bits, sounding: Sequence[Shard], words: Sequence[Shard]) -> None:
    """The first term of each shard, and how many bytes it has."""
    bits.gamma(len(sounding))
    before = 0
    for shard in sounding:
        assert isinstance(shard.first, tuple)
        bits.gamma(shard.first[0] - before)
        bits.gamma(shard.first[1])
        bits.gamma(len(shard.data))
        before = shard.first[0]
    bits.gamma(len(words))
    for shard in words:
        assert isinstance(shard.first, str)
        bits.text(shard.first)
        bits.gamma(len(shard.data))
