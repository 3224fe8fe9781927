"""Finds key files as JSON, by the names that each kind of them has.

assets/secrets/keystores.js does exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.secrets.rules import pattern, rules
from handrail.secrets.word_runs import Match


def find(lower: str) -> Iterator[Match]:
    """From the brace before the first of the names to the brace after the last."""
    keystores = [names for names in rules()["keystores"] if all(name in lower for name in names)]
    if not keystores:
        return
    matches = list(pattern("keystore").finditer(lower))
    names = {match[1] for match in matches}
    for keystore in keystores:
        if names.issuperset(keystore):
            places = [match.span(1) for match in matches if match[1] in keystore]
            first, last = places[0][0], places[-1][1]
            opening, closing = lower.rfind("{", 0, first + 1), lower.rfind("}", last)
            yield "key-store", opening if opening >= 0 else first, closing + 1 or len(lower)
