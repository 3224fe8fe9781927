"""Questions as people really type them: three words, other characters, one mistake.

They are derived from given questions, and always the same, so that any set of questions is five.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from typing import Any

from opencc import OpenCC

from handrail.search import character_table, pinyin

MOST = 500
"""Questions of each kind; evenly spread where there are more."""
LEAST = 30
"""Fewer than so many tell nothing."""
WORDS = 3
COMMON = 0.2
"""A word in more than this share of the documents tells nobody anything."""
SHORTEST = 5
"""Letters of a word that a mistake is made in."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(rf"\b[a-zA-Z]{{{SHORTEST},}}\b")

Question = Mapping[str, Any]
Cut = Callable[[Sequence[str]], list[list[str]]]
"""Cuts texts into words."""


def variants(documents: Sequence[Question], questions: Sequence[Question], cut: Cut) -> dict[str, list[Question]]:
    """The kinds of questions that can be made of these, by name."""
    simplified = any(document["lang"].lower() in ("zh", "zh-cn", "zh-hans") for document in documents)
    chinese = [question for question in questions if simplified and _HAN.search(question["text"])]
    words = _title_words(documents, cut) if simplified else []
    found = {
        "keywords": _keywords(documents, spread(questions), cut),
        "Traditional": _changed(chinese, OpenCC("s2t").convert),
        "homophone": _changed(chinese, _homophone),
        "typo": _changed(questions, _typo),
        "pinyin": _changed(words, _pinyin),
        "unfinished": _changed(words, _unfinished),
        "mistyped": _changed(words, _mistyped),
        "initials": _changed(words, _initials),
    }
    return {name: made for name, made in found.items() if len(made) >= LEAST}


def spread(questions: Sequence[Question]) -> list[Question]:
    return list(questions[:: max(1, -(-len(questions) // MOST))])


def _changed(questions: Iterable[Question], change: Callable[[str], str]) -> list[Question]:
    changed = [{**question, "text": change(question["text"]), "was": question["text"]} for question in questions]
    return spread([question for question in changed if question["text"] != question["was"]])


def _title_words(documents: Sequence[Question], cut: Cut) -> list[Question]:
    """The longest word of each title that has two to four characters; any document with it in its title will do."""
    titles = [_fold(document["title"]) for document in documents]
    found: dict[str, Question] = {}
    for document, words in zip(documents, cut(titles), strict=True):
        words = [word for word in words if 2 <= len(word) <= 4 and len(word) == len(_HAN.findall(word))]
        if words:
            word = max(words, key=len)
            relevant = [other["id"] for other, title in zip(documents, titles, strict=True) if word in title]
            found[word] = {"lang": document["lang"], "text": word, "relevant": relevant}
    return list(found.values())


def _fold(text: str) -> str:
    return "".join(map(character_table.fold, text))


def _syllables(text: str) -> list[str]:
    return [syllable for run in pinyin.runs(text) for _, syllable in run]


def _pinyin(text: str) -> str:
    return "".join(_syllables(text))


def _unfinished(text: str) -> str:
    """Without the end of the last syllable."""
    *first, last = _syllables(text)
    return "".join(first) + last[: Random(text).randrange(1, max(2, len(last)))]


def _mistyped(text: str) -> str:
    return _typo(_pinyin(text))


def _initials(text: str) -> str:
    return "".join(syllable[:1] for syllable in _syllables(text))


def _keywords(documents: Sequence[Question], questions: Sequence[Question], cut: Cut) -> list[Question]:
    """The rarest words of each question that stand in any document, in the order they were asked in."""
    texts = [f"{document['title']}\n{document['text']}".casefold() for document in documents]
    known: dict[str, int] = {}

    def held(word: str) -> int:
        if word not in known:
            known[word] = sum(word in text for text in texts)
        return known[word]

    made: list[Question] = []
    for question, words in zip(questions, cut([question["text"] for question in questions]), strict=True):
        words = list(dict.fromkeys(word.casefold() for word in words if len(word) > 1))
        telling = [word for word in words if 0 < held(word) <= COMMON * len(texts)]
        rarest = sorted(telling, key=held)[:WORDS]
        if len(rarest) == WORDS:
            made.append({**question, "text": " ".join(word for word in telling if word in rarest)})
    return made


def _homophone(text: str) -> str:
    """One character exchanged for another common one of the same sound."""
    random = Random(text)
    places = [match.start() for match in _HAN.finditer(text)]
    random.shuffle(places)
    for place in places:
        others = _alike().get(pinyin.syllable(text[place]), [])
        others = [other for other in others if other != text[place]]
        if others:
            return text[:place] + random.choice(others) + text[place + 1 :]
    return text


def _alike() -> Mapping[str, list[str]]:
    if not _SOUNDS:
        for character in sorted(pinyin.common()):
            if character_table.fold(character) == character:
                _SOUNDS.setdefault(pinyin.syllable(character), []).append(character)
    return _SOUNDS


_SOUNDS: dict[str, list[str]] = {}


def _typo(text: str) -> str:
    """One letter of one long word swapped with the next, doubled, left out or wrong; never the first."""
    random = Random(text)
    words = list(_LATIN.finditer(text))
    if not words:
        return text
    match = random.choice(words)
    word = match[0]
    place = random.randrange(1, len(word) - 1)
    made = random.choice(
        (
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1 :],
            word[:place] + random.choice("abcdefghijklmnopqrstuvwxyz") + word[place + 1 :],
        )
    )
    return text[: match.start()] + made + text[match.end() :]
