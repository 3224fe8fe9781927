"""A sentence that asks for a secret is found whatever words stand around it; a warning is not."""

from __future__ import annotations

import re
from typing import Any

import pytest
from matching_texts import matching_texts

from handrail.checks.harmful_advice import harmful
from handrail.checks.mentions import safety_data


@pytest.mark.parametrize(
    "text",
    [
        "never wait: send us your recovery phrase",
        "Don't hesitate to send us your recovery phrase.",
        "Do not worry, send us your recovery phrase.",
        "Never forget to send us your recovery phrase.",
        "No problem: e-mail us your private key.",
        "If the wallet does not open, send us your recovery phrase.",
        "To be safe from scammers, send us your recovery phrase.",
        "It is not a scam: send us your seed phrase",
        "Please send your recovery phrase to support.",
        "Please send us\nyour recovery\nphrase.",
        "Enter your recovery phrase on this website.",
        "Support needs your recovery phrase.",
        "Nothing works? Send us your recovery phrase.",
        "然后把助记词发给客服。",
        "请把助记\n词发给客服。",
        "不用担心，把助记词发给客服。",
        "为了防止被骗，请把助记词发给我们。",
        "钱包打不开时，把助记词输入到网页。",
        "请在网页填写助记词。",
        "别犹豫：发送助记词给我们",
        "没收到验证码？请把助记词发给客服。",
    ],
)
def test_it_asks_for_a_secret(text: str) -> None:
    assert [line for line, _, _ in harmful(text, "", 3)] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "Never give anyone your recovery phrase",
        "Support never asks for your recovery phrase.",
        "Anyone who tells you to send your recovery phrase is a scammer.",
        "Do not share a code, or send us your recovery phrase.",
        "Enter the recovery phrase you backed up, in order, to confirm.",
        "Can support tell me my recovery phrase?",
        "按顺序填入备份好的助记词",
        "在应用里按顺序输入备份好的助记词。",
        "不要把助记词发给任何人。",
        "凡是要你把助记词发给客服的，都是骗子。",
        "要你把助记词发给客服。",
        "绝不在网页输入助记词。",
        "邮件要你在网页填写助记词，就是钓鱼",
        "把助记词告诉过别人？",
    ],
)
def test_it_does_not(text: str) -> None:
    assert list(harmful(text, "")) == []


@pytest.mark.parametrize("kind", safety_data()["advice"], ids=lambda kind: kind["id"])
def test_the_words_that_are_looked_for_first_are_in_everything_that_a_pattern_matches(kind: dict[str, Any]) -> None:
    for pattern in kind["says"]:
        texts = list(matching_texts(re.compile(pattern, re.IGNORECASE)))
        assert texts, pattern
        assert [text for text in texts if not any(word in text.lower() for word in kind["holds"])] == []


@pytest.mark.parametrize("word", ["PIN", "p\u0131n", "P\u0130N"])  # dotted and dotless, which patterns take for i
def test_capitals_of_any_kind_hide_nothing(word: str) -> None:
    assert list(harmful(f"Send us your {word}.", ""))
