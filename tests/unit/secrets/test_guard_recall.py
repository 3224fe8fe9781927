"""The guard blocks phrases as people write them, in every language that it claims."""

from __future__ import annotations

import pytest

from bench import guard_phrases, guard_writings
from handrail.secrets import guard

COUNT = 30
LEAST = {"fill words": 0.95, "glued": 0.85, "glued, flawed": 0.8, "damaged": 0.95}
"""The share that is blocked of a kind in each language; of all other kinds every phrase is."""


@pytest.mark.parametrize("language", guard_phrases.LANGUAGES)
@pytest.mark.parametrize("kind", guard_writings.KINDS)
def test_phrases_are_blocked(kind: str, language: str) -> None:
    texts = [text for _, text in guard_writings.sample(kind, language, COUNT, "recall")]
    missed = [text for text in texts if not any(finding.action == "block" for finding in guard.inspect(text))]
    assert len(missed) <= COUNT * (1 - LEAST.get(kind, 1)), missed
