"""The guard: every wallet secret is seen in every disguise, and ordinary messages pass."""

from __future__ import annotations

import gzip
import json
import re
from random import Random
from typing import Any

import phrase_disguises
import pytest
from built_site import ROOT

from bench import guard_phrases
from handrail.secrets import guard, wordlists
from handrail.secrets import rules as guard_rules

CASES: list[dict[str, Any]] = json.loads((phrase_disguises.VECTORS / "guard.json").read_text("utf-8"))
EXAMPLES = phrase_disguises.vectors("guard-bip39")["english"]
SPACED = [language for language in guard_phrases.LANGUAGES if language not in guard_phrases.CHINESE]


def rules(text: str, field: str = "") -> list[str]:
    return [finding.rule for finding in guard.inspect(text, field)]


def is_blocked(text: str) -> bool:
    return any(finding.action == "block" for finding in guard.inspect(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_guard_finds(case: dict[str, Any]) -> None:
    field = case.get("field", "")
    assert rules(case["text"], field) == case["finds"]
    if "masked" in case:
        assert guard.mask(case["text"], guard.inspect(case["text"], field)) == case["masked"]


def test_every_rule_has_a_case() -> None:
    assert {rule for case in CASES for rule in case["finds"]} == set(guard_rules.rules()["actions"]) - {"failed"}


def test_a_finding_does_not_hold_the_secret() -> None:
    secret = EXAMPLES[1][1]
    assert secret.split()[0] not in repr(guard.inspect(secret))


def test_whatever_breaks_inside_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard.personal_data, "find", lambda plain: 1 / 0)
    assert guard.inspect("hello") == [guard.Finding(0, 5, "failed", "block")]


def test_what_is_no_text_blocks() -> None:
    nothing: Any = None
    assert rules(nothing) == ["failed"]


def test_the_claimed_languages_are_those_tested_here() -> None:
    assert {*wordlists.WHOLE, *wordlists.FINGERPRINTED} == set(guard_phrases.LANGUAGES)


def test_the_published_phrases_are_those_of_the_library() -> None:
    for entropy, phrase in EXAMPLES:
        assert guard_phrases.phrase("english", bytes.fromhex(entropy)) == phrase.split()


@pytest.mark.parametrize("disguise", phrase_disguises.FIXED)
@pytest.mark.parametrize("language", guard_phrases.LANGUAGES)
def test_every_published_phrase_is_blocked(language: str, disguise: str) -> None:
    for entropy, _ in EXAMPLES:
        words = guard_phrases.phrase(language, bytes.fromhex(entropy))
        assert is_blocked(phrase_disguises.FIXED[disguise](words)), words


@pytest.mark.parametrize("language", guard_phrases.CHINESE)
def test_every_published_phrase_in_chinese_is_blocked_without_spaces(language: str) -> None:
    for entropy, _ in EXAMPLES:
        words = guard_phrases.phrase(language, bytes.fromhex(entropy))
        assert rules("".join(words)) == ["phrase-run"]


@pytest.mark.parametrize("language", guard_phrases.LANGUAGES)
def test_random_phrases_in_random_disguises_are_blocked(language: str) -> None:
    random = Random(language)
    for _ in range(60):
        for size in guard_phrases.ENTROPIES:
            text = phrase_disguises.disguised(guard_phrases.phrase(language, random.randbytes(size)), random)
            assert is_blocked(text), text


@pytest.mark.parametrize("language", guard_phrases.CHINESE)
def test_nearly_all_random_phrases_in_chinese_are_blocked_without_spaces(language: str) -> None:
    random = Random(language)
    known = wordlists.chinese()[guard_phrases.CHINESE.index(language)]
    missed = 0
    for _ in range(400):
        for size in guard_phrases.ENTROPIES:
            words = guard_phrases.phrase(language, random.randbytes(size))
            if not is_blocked("".join(words)):
                missed += 1
                indexes = [known[word] for word in words]
                as_simplified = "".join(wordlists.words("chinese_simplified")[index] for index in indexes)
                assert sum(indexes) < 600 * len(words) or guard_rules.pattern("sentence").search(as_simplified)
    assert missed <= 2000 * 0.005


@pytest.mark.parametrize(("kind", "rule"), [("private", "extended"), ("encrypted", "encrypted"), ("wif", "wif")])
def test_every_published_key_is_blocked(kind: str, rule: str) -> None:
    for key in phrase_disguises.vectors("guard-keys")[kind]:
        for text in (
            key,
            f"私钥{key}。",
            guard_phrases.full_width(key),
            f"{key[:30]}\n{key[30:]}",
            "\u200b".join(key),
        ):
            assert rules(str(text)) == [f"key-{rule}"], text


def test_a_published_public_key_is_only_warned_of() -> None:
    for key in phrase_disguises.vectors("guard-keys")["public"]:
        assert rules(str(key)) == ["key-public"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_ordinary_messages_are_not_blocked(language: str) -> None:
    messages = phrase_disguises.vectors("guard-messages")[language]
    assert len(messages) > 120
    assert [message for message in messages if set(rules(str(message))) - {"key-or-hash"}] == []


def test_no_article_has_a_secret() -> None:
    articles = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "tests/sites").rglob("*.md"), *ROOT.glob("*.md")]
    texts = {article: article.read_text("utf-8", errors="replace") for article in articles}
    assert [article for article, text in texts.items() if is_blocked(text)] == []


def test_the_lists_are_small_enough_for_a_page() -> None:
    assert len(gzip.compress(wordlists.javascript().encode(), 9)) < 26_500


def test_what_is_looked_for_first_only_saves_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text is searched as if it held what most texts lack: the findings are the same."""
    random, texts = Random(7), [case["text"] for case in CASES]
    texts += ["\n".join(random.sample(texts, 3)) for _ in range(200)]
    texts += [text[random.randrange(len(text) + 1) :] for text in texts]
    found = [guard.inspect(text) for text in texts]
    monkeypatch.setattr(guard.personal_data, "_NEEDED", {})
    monkeypatch.setattr(guard.private_keys, "_LONG", re.compile(""))
    assert [guard.inspect(text) for text in texts] == found
