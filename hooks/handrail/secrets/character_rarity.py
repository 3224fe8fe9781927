"""Whether Chinese characters are too rare to be a sentence: then they are a recovery phrase.

assets/secrets/character_rarity.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handrail.secrets import checksums, wordlists
from handrail.secrets.rules import pattern

LENGTHS = (12, 15, 18, 21, 24)


class Rarity(NamedTuple):
    """From which mean index on characters are a phrase: with a right checksum, and with one that is wrong.

    The Chinese lists begin with the common characters, which ordinary text is made of. A phrase has a mean of 1,023.
    """

    checked: int
    flawed: int


def is_phrase(text: str, rarity: Rarity) -> bool:
    """Whether characters are a phrase: by checksum and rarity, or by rarity with one wrong or missing.

    Published examples repeat themselves, and may be of common characters.
    """
    length = len(text)
    if not LENGTHS[0] - 1 <= length <= LENGTHS[-1] or length % 3 == 1:
        return False
    for known in wordlists.chinese():
        indexes = [known[character] for character in text if character in known]
        mean = sum(indexes) / max(1, len(indexes))
        if len(indexes) < length - 1 or (mean < rarity.checked and not _repeats(text)) or _is_sentence(indexes):
            continue
        if mean >= rarity.flawed and len(set(text)) > length // 2:
            return True
        if len(indexes) == length and length in LENGTHS and checksums.bip39(indexes):
            return True
    return False


def _is_sentence(indexes: Sequence[int]) -> bool:
    """Whether two characters that follow one another are a word of every text. Both lists have them at one index."""
    simplified = wordlists.words("chinese_simplified")
    text = "".join(simplified[index] for index in indexes)
    return bool(pattern("sentence").search(text))


def _repeats(text: str) -> bool:
    """Whether three characters in a row come again. One character alone is laughter."""
    return len(set(text)) > 1 and any(text.find(text[at : at + 3], at + 1) > 0 for at in range(len(text) - 2))
