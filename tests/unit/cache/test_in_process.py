"""Results that stay in memory."""

from __future__ import annotations

import pytest

from handrail.cache import in_process


def test_only_a_process_that_goes_on_keeps_results(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    @in_process.kept
    def shout(text: str) -> str:
        made.append(text)
        return text.upper()

    assert [shout("a"), shout("a")] == ["A", "A"]
    assert made == ["a", "a"]
    monkeypatch.setattr(in_process, "_lasts", False)  # put back afterwards
    in_process.begin()
    assert [shout("a"), shout("b"), shout("a")] == ["A", "B", "A"]
    assert made == ["a", "a", "a", "b"]
