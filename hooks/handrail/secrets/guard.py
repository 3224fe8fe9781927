"""The guard: recognises wallet secrets in text that people type, so that they never leave the reader's hands.

The browser runs the same rules on what is typed (assets/secrets/guard.js), the build runs these on content.
One table of cases holds both: tests/vectors/guard.json. Words and actions stand in rules.yml.

`python3 scripts/bench_guard.py` measures both halves of the promise. Of phrases in ten languages all are blocked that
are plain, listed, in tables, in JSON, with fill words between them, or damaged by two typing errors or a missing
word; 97 % of those that are glued together, 96 % of glued ones with a flaw. Of 69,000 passages of ordinary text, most
messages of programs in nine languages, 0.02 % are blocked; of articles and messages about wallets none. A checksum
alone would be useless: 8,763 of 1.73 million runs of twelve Chinese characters have it.

What it cannot see: pictures; a phrase split over two messages; lists other than those of wordlists.py; words with
irregular text between them; glued words with two flaws; unspaced Chinese characters with a wrong one inside a sentence,
or of unusually common characters (6 in 1,000 of twelve); a phrase that is altered on purpose; a key pair in Base58
with a wrong letter, which looks like a signature. In the field for hashes and in the address of a block explorer it
takes 64 hex digits for a transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handrail.secrets import chinese_phrases, normalization, personal_data, private_keys, word_phrases
from handrail.secrets.rules import action

HIDDEN = "•••"
"""What stands for a masked text, whatever its length."""


@dataclass(frozen=True, order=True)
class Finding:
    """A secret: from character `start` to before `end`, in code points (in the browser: UTF-16 units).

    It never holds the secret. `action` is block, mask, ask or warn.
    """

    start: int
    end: int
    rule: str
    action: str


def inspect(text: str, field: str = "") -> list[Finding]:
    """All secrets in a text, in order. `field` is "hash" where a transaction hash belongs.

    Fails closed: whatever goes wrong inside is a finding that blocks.
    """
    try:
        if not isinstance(text, str):
            raise TypeError("no text")
        normalized = normalization.normalize(text)
        matches = {
            *word_phrases.find(normalized),
            *chinese_phrases.find(normalized),
            *private_keys.find(normalized, field),
            *personal_data.find(normalized),
        }
        return _without_overlaps(
            Finding(*normalized.span(start, end), rule, action(rule)) for rule, start, end in matches
        )
    except Exception:
        return [Finding(0, len(text) if isinstance(text, str) else 0, "failed", "block")]


def mask(text: str, findings: Iterable[Finding]) -> str:
    """The text with everything hidden that must not be read: what is masked, and what is blocked."""
    parts, at = [], 0
    for finding in sorted(findings):
        if finding.action in ("block", "mask") and finding.end > at:
            if finding.start >= at:
                parts += [text[at : finding.start], HIDDEN]
            at = finding.end
    return "".join([*parts, text[at:]])


def _without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for one secret: nothing that overlaps an earlier or stronger one."""
    ordered = sorted(findings, key=lambda finding: (finding.start, -finding.end, finding.rule))
    kept: list[Finding] = []
    for wanted in ("block", "ask", "warn", "mask"):
        kept = _merged(kept, [finding for finding in ordered if finding.action == wanted])
    return kept


def _merged(kept: Sequence[Finding], others: Iterable[Finding]) -> list[Finding]:
    """`kept` and those of the others that overlap nothing before them, all in order."""
    result, waiting, end = [], list(kept)[::-1], 0
    for finding in others:
        while waiting and waiting[-1].start < finding.end:
            result.append(waiting.pop())
            end = max(end, result[-1].end)
        if finding.start >= end:
            result.append(finding)
            end = finding.end
    return sorted([*result, *waiting])
