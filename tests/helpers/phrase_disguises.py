"""Recovery phrases as people really type them, and text around them: what the guard must see through."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

from bench.guard_phrases import ENTROPIES, LANGUAGES, full_width, mistyped, phrase

VECTORS = Path(__file__).parents[1] / "vectors"
Disguise = Callable[[list[str]], str]

SEPARATORS = (
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    ",",
    ", ",
    "，",
    "、",
    "; ",
    " | ",
    "/",
    " - ",
    "...",
    " · ",
    "\u3000",
    "】【",
)
NUMBERS: dict[str, Callable[[int], str]] = {
    "none": lambda n: "",
    "points": lambda n: f"{n}. ",
    "tight points": lambda n: f"{n}.",
    "brackets": lambda n: f"({n}) ",
    "circles": lambda n: chr(0x245F + n) if n <= 20 else chr(0x3250 + n - 20),
    "full width": lambda n: f"{full_width(str(n))}、",
    "letters": lambda n: f"{'abcdefghijklmnopqrstuvwxyz'[n - 1]}) ",
    "bullets": lambda n: "• ",
    "keycaps": lambda n: "".join(f"{digit}\ufe0f\u20e3" for digit in str(n)),
}


def vectors(name: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = json.loads((VECTORS / f"{name}.json").read_text("utf-8"))
    return found


def numbered(words: list[str], style: str = "points", separator: str = " ") -> str:
    return separator.join(NUMBERS[style](number) + word for number, word in enumerate(words, 1))


FIXED: dict[str, Disguise] = {
    "plain": " ".join,
    "numbered": lambda words: numbered(words, "points", "\n"),
    "commas": ", ".join,
    "newlines": "\n".join,
    "upper case": lambda words: " ".join(words).upper(),
    "full-width": lambda words: full_width(" ".join(words)),
    "composed": lambda words: unicodedata.normalize("NFC", " ".join(words)),
    "one typo": lambda words: " ".join(mistyped(words, Random(" ".join(words)))),
}
"""The disguises that every published example is tried in."""


def disguised(words: list[str], random: Random) -> str:
    """A phrase in a random disguise: numbers, separators, capitals, width, invisible characters, a typing error."""
    words = mistyped(words, random) if random.random() < 0.3 else list(words)
    style = random.choice(tuple(NUMBERS))
    if random.random() < 0.7:
        text = numbered(words, style, random.choice(SEPARATORS))
    else:
        text = "".join(NUMBERS[style](n) + word + random.choice(SEPARATORS) for n, word in enumerate(words, 1))
    text = random.choice((str, str.upper, str.title, full_width, lambda one: unicodedata.normalize("NFC", one)))(text)
    if random.random() < 0.2:
        text = "".join(one + random.choice(("", "", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad")) for one in text)
    before, after = random.choice(
        (("", ""), ("PIN: ", "!"), ("我的钱包打不开了。", "。请帮忙。"), ("Hello (v8.1) ", " 0x12"))
    )
    return before + text + after


def scraps(random: Random) -> str:
    """Anything: secrets and parts of them, near misses, ordinary sentences and odd characters, in one text."""
    return "".join(_scrap(random) + random.choice(("", " ", "\n", ": ", "，")) for _ in range(random.randint(1, 6)))


def _scrap(random: Random) -> str:
    kind = random.randrange(8)
    if kind < 2:
        words = phrase(random.choice(LANGUAGES), random.randbytes(random.choice(ENTROPIES)))
        words = words[: random.randint(1, len(words))]
        return disguised(words, random) if kind else random.choice((" ", "")).join(words)
    if kind == 2:
        return _spoilt(random.choice(_KEYS), random)
    if kind == 3:
        return random.choice(_CASES)["text"]
    if kind == 4:
        return random.choice(_MESSAGES)
    if kind == 5:
        return random.choice(_WORDS) + random.choice(("", " ", ":", "：", " is ", "是"))
    if kind == 6:
        return "".join(random.choice("0123456789 -+.0123456789abcdefX") for _ in range(random.randint(3, 70)))
    return "".join(_odd(random) for _ in range(random.randint(1, 12)))


def _spoilt(text: str, random: Random) -> str:
    """A key, sometimes with something wrong or something in between."""
    at = random.randrange(len(text))
    return random.choice(
        (text, text[:at], text[:at] + "\n" + text[at:], text[:at] + "x" + text[at + 1 :], text.lower())
    )


def _odd(random: Random) -> str:
    """A character that both this Python and every browser know."""
    while True:
        one = chr(
            random.choice(
                (random.randrange(0x3000), random.randrange(0x3000, 0xFFFF), random.randrange(0x1F000, 0x1FAFF))
            )
        )
        if unicodedata.category(one) not in ("Cn", "Cs", "Co"):
            return one


_CASES = json.loads((VECTORS / "guard.json").read_text("utf-8"))
_MESSAGES = [message for language in ("en", "zh") for message in vectors("guard-messages")[language]]
_KEYS = [key for kind in ("private", "public", "encrypted", "wif") for key in vectors("guard-keys")[kind]]
_WORDS = (
    "PIN",
    "private key",
    "私钥",
    "助记词",
    "密码",
    "验证码",
    "password",
    "seed phrase",
    "crypto",
    "kdf",
    "0x",
    "/tx/",
)
