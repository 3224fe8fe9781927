"""Where the words of a phrase stand when a name, a number in words or a whole chat is between them.

Whatever fills up comes at regular distances, or again and again: so no list of such words is needed, in no language.
assets/secrets/word_sequences.js does exactly the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from handrail.secrets.rules import pattern
from handrail.secrets.word_runs import BLOCK, PHRASE
from handrail.secrets.words import Word

STRIDES = range(2, 8)
"""Of every second to seventh word a phrase may be made."""
REPEATED = 6
"""How often a word is repeated that only fills up."""
MAX_FILL = 8
"""How many different words fill up."""
VARIED = 8
"""Different words of twelve."""


def sequences(lower: str, words: Sequence[Word]) -> Iterator[Sequence[int]]:
    """Indexes of every second, third … word; of the first and the last of each item; of all that are not repeated."""
    if len(words) < BLOCK:
        return
    for stride in STRIDES:
        for first in range(stride):
            yield range(first, len(words), stride)
    starts = _starts(lower, words)
    yield starts
    yield [index - 1 for index in [*starts[1:], len(words)]]
    counts = Counter(word.text for word in words)
    repeated = {text for text, count in counts.items() if count >= REPEATED}
    if 0 < len(repeated) <= MAX_FILL:
        yield [index for index, word in enumerate(words) if word.text not in repeated]


def _starts(lower: str, words: Sequence[Word]) -> list[int]:
    """Indexes of the words that begin a line, a sentence or an item."""
    between = [lower[before.end : word.start] for before, word in pairwise(words)]
    begins = pattern("item").search
    return [0, *(index for index, text in enumerate(between, 1) if text != " " and begins(text))]


def is_varied(texts: Sequence[str]) -> bool:
    """Whether twelve of the words are as different as chance makes them. Those of tables and code are repeated."""
    enough = min(VARIED, len(texts) - 1)
    if len(set(texts)) < enough:
        return False
    windows = (texts[at : at + PHRASE] for at in range(max(1, len(texts) - PHRASE + 1)))
    return any(len(set(window)) >= enough for window in windows)


def is_one_word(texts: Sequence[str]) -> bool:
    """Whether all words but one or two are the same, as in published examples."""
    return max(Counter(texts).values()) >= len(texts) - 2
