"""The ways in which people write a recovery phrase down, and damage it. In every language."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from random import Random

from bench.guard_phrases import ENTROPIES, Words, full_width, incomplete, language_of, mistyped, phrase, twice_mistyped

Writer = Callable[[Words, Random], str]
_NUMERALS = "零一二三四五六七八九"
_ORDINALS: Mapping[str, str] = {
    "english": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "french": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième "
    "douzième",
    "italian": "prima seconda terza quarta quinta sesta settima ottava nona decima undicesima dodicesima",
    "spanish": "primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima",
    "czech": "první druhé třetí čtvrté páté šesté sedmé osmé deváté desáté jedenácté dvanácté",
    "portuguese": "primeira segunda terceira quarta quinta sexta sétima oitava nona décima undécima duodécima",
}
_WORD: Mapping[str, tuple[str, str]] = {
    "english": ("word", "is"),
    "french": ("mot", "est"),
    "italian": ("parola", "è"),
    "spanish": ("palabra", "es"),
    "czech": ("slovo", "je"),
    "portuguese": ("palavra", "é"),
    "japanese": ("単語", "は"),
    "korean": ("단어", "는"),
    "chinese_simplified": ("单词", "是"),
    "chinese_traditional": ("單詞", "是"),
}


def chinese_number(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _NUMERALS[tens]) + ("十" if tens else "") + (_NUMERALS[ones] if ones else "")


def _numbered(template: str, separator: str = "\n") -> Writer:
    """`{n}` is the number, `{c}` the Chinese number, `{w}` the word."""

    def write(words: Words, random: Random) -> str:
        return separator.join(
            template.format(n=number, c=chinese_number(number), w=word) for number, word in enumerate(words, 1)
        )

    return write


def _table(words: Words, random: Random) -> str:
    cells = [f"{number} | {word}" for number, word in enumerate(words, 1)]
    width = random.choice((2, 3, 4))
    rows = ["| " + " | ".join(cells[at : at + width]) + " |" for at in range(0, len(cells), width)]
    rule = "|" + "---|" * width * 2
    return "\n".join([rows[0], rule, *rows[1:]])


def _json(words: Words, random: Random) -> str:
    value: object = words if random.random() < 0.5 else {str(number): word for number, word in enumerate(words, 1)}
    return json.dumps(value, ensure_ascii=random.random() < 0.2)


def _ordinals(words: Words, random: Random) -> str:
    """The first word is …, the second word is …: as the language says it, a digit where it has no ordinals here."""
    language = language_of(words)
    noun, verb = _WORD[language]
    ordinals = _ORDINALS.get(language, "").split() or [f"{n}." for n in range(1, 25)]
    parts = [f"{ordinals[at]} {noun} {verb} {word}" for at, word in enumerate(words[: len(ordinals)])]
    return random.choice((", ", "\n", " ")).join(parts)


def _noun_and_number(words: Words, random: Random) -> str:
    noun, _ = _WORD[language_of(words)]
    return random.choice((", ", "\n", " ")).join(f"{noun} {n}: {word}" for n, word in enumerate(words, 1))


def _chat(words: Words, random: Random) -> str:
    name = random.choice(("Anna", "Li Wei", "王小明", "Jean-Pierre", "me", "user_77", "Анна"))
    time = random.choice(("", "[10:{m:02}] ", "2026-11-02 09:{m:02} "))
    lines = [f"{time.format(m=minute)}{name}: {word}" for minute, word in enumerate(words)]
    return "\n".join(lines)


def _chat_with_replies(words: Words, random: Random) -> str:
    reply = random.choice(("ok", "next", "got it", "好的"))
    return "\n".join(f"Anna: {word}\nBob: {reply}" for word in words)


def _with_flaw(flaw: Callable[[Words, Random], Words], write: Writer) -> Writer:
    return lambda words, random: write(flaw(words, random), random)


def _glued(words: Words, random: Random) -> str:
    return "".join(words)


def _glued_capitals(words: Words, random: Random) -> str:
    return "".join(word.capitalize() for word in words)


def _glued_in_a_sentence(words: Words, random: Random) -> str:
    before, after = random.choice((("my seed: ", " please help"), ("助记词", "，请帮我看看"), ("Hello, ", ".")))
    return before + "".join(words) + after


def _lines_of_glued(words: Words, random: Random) -> str:
    return "\n".join("".join(words[at : at + 4]) for at in range(0, len(words), 4))


def _spaced(words: Words, random: Random) -> str:
    return random.choice((" ", "\n", ", ", "  ")).join(words)


def _unknown_word(words: Words, random: Random) -> str:
    place = random.randrange(len(words))
    return " ".join(random.choice(("???", "____", "(?)")) if at == place else word for at, word in enumerate(words))


KINDS: Mapping[str, Mapping[str, Writer]] = {
    "plain": {
        "spaces": _spaced,
        "separators": lambda words, random: random.choice(("、", ";", " / ", "-", " - ", "\t", "　", " => ")).join(
            words
        ),
        "upper case": lambda words, random: " ".join(words).upper(),
        "full-width": lambda words, random: full_width(" ".join(words)),
        "in a sentence": lambda words, random: f"Hello, my words are: {' '.join(words)}. Please help me.",
    },
    "listed": {
        "points": _numbered("{n}. {w}"),
        "brackets": _numbered("{n}) {w}", " "),
        "bullets": _numbered("- {w}"),
        "circled": lambda words, random: "".join(
            (chr(0x245F + n) if n <= 20 else chr(0x3250 + n - 20)) + word for n, word in enumerate(words, 1)
        ),
    },
    "table": {"table": _table, "tabs": _numbered("{n}\t{w}")},
    "json": {"json": _json},
    "one typo": {
        "spaces": _with_flaw(mistyped, _spaced),
        "points": _with_flaw(mistyped, _numbered("{n}. {w}")),
    },
    "fill words": {
        "No.": _numbered("No.{n} {w}", " "),
        "number": _numbered("number {n} {w}", ", "),
        "第一个词": _numbered("第{c}个词 {w}", " "),
        "第一个词:": _numbered("第{c}个词：{w}", "，"),
        "第一个单词是": _numbered("第{c}个单词是{w}", "，"),
        "第1个": _numbered("第{n}个 {w}"),
        "番目": _numbered("{n}番目 {w}"),
        "번째": _numbered("{n}번째 단어: {w}"),
        "list items": _numbered("- item {n}: {w}"),
        "keys": _numbered("word{n}={w}"),
        "then": lambda words, random: " then ".join(words),
        "ordinals": _ordinals,
        "nouns": _noun_and_number,
        "chat": _chat,
        "chat with replies": _chat_with_replies,
    },
    "glued": {
        "glued": _glued,
        "capitals": _glued_capitals,
        "in a sentence": _glued_in_a_sentence,
        "lines": _lines_of_glued,
    },
    "glued, flawed": {
        "one typo": _with_flaw(mistyped, _glued),
        "incomplete": _with_flaw(incomplete, _glued),
        "in a sentence": _with_flaw(mistyped, _glued_in_a_sentence),
    },
    "damaged": {
        "incomplete": _with_flaw(incomplete, _spaced),
        "incomplete, listed": _with_flaw(incomplete, _numbered("{n}. {w}")),
        "two typos": _with_flaw(twice_mistyped, _spaced),
        "two typos, listed": _with_flaw(twice_mistyped, _numbered("{n}. {w}")),
        "unknown word": _unknown_word,
    },
}
"""By kind, then by the way of writing within it."""


def sample(kind: str, language: str, count: int, seed: str) -> list[tuple[str, str]]:
    """`count` texts of a kind with the name of the way each is written. Half of the phrases have twelve words."""
    random = Random(f"{seed} {kind} {language}")
    writers = list(KINDS[kind].items())
    texts = []
    for index in range(count):
        size = 16 if index % 2 or kind == "damaged" else random.choice(ENTROPIES)
        name, write = writers[index % len(writers)]
        texts.append((name, write(phrase(language, random.randbytes(size)), random)))
    return texts
