"""What numbers the words of a phrase and is none of them. assets/secrets/list_numbering.js does exactly the same."""

from __future__ import annotations

from handrail.secrets.rules import rules


def is_unit(lower: str, at: int) -> bool:
    """Whether a Chinese character counts what the digit before it says, as in a date."""
    return lower[at] in rules()["units"] and _is_digit(lower[at - 1 : at])


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"


def is_numbering(lower: str, start: int, end: int) -> bool:
    """Whether letters only number what follows: 1st, b), and the o that stands for a bullet."""
    if end - start <= 2 and start and _is_digit(lower[start - 1]):
        return True
    if end - start > 1:
        return False
    if lower[end : end + 1] in (")", ".", ":", "、"):
        return True
    while start and lower[start - 1] in " \t":
        start -= 1
    return start == 0 or lower[start - 1] in "\r\n"
