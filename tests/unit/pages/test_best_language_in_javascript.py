"""The root page leads readers to the language that they read, in their script."""

from __future__ import annotations

import pytest
from js_modules import Modules

BEST = """async ([wanted, offered]) => {
  const { bestLanguage } = await import("/language_chooser/best_language.js");
  return bestLanguage(wanted, offered) ?? "";
}"""


@pytest.mark.parametrize(
    ("wanted", "offered", "best"),
    [
        ("zh-TW", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-HK", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-CN", "zh-Hant zh-Hans", "zh-Hans"),
        ("zh", "zh-Hant zh-Hans", "zh-Hans"),
        ("zh-TW", "en zh", "zh"),
        ("ZH-HANT", "zh zh-Hant", "zh-Hant"),
        ("en-AU", "fr en-GB en", "en-GB"),
        ("de EN-gb", "fr en-GB", "en-GB"),
        ("pt", "pt-BR", "pt-BR"),
        ("fr", "zh en", ""),
        (" not_a_tag en", "zh en", "en"),
    ],
)
def test_the_first_language_that_is_offered_is_chosen_by_script(
    wanted: str, offered: str, best: str, modules: Modules
) -> None:
    assert modules.evaluate(BEST, [wanted.split(" "), offered.split()]) == best
