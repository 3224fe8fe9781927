"""How characters sound."""

from __future__ import annotations

import re

import pytest
from built_site import ROOT
from pypinyin import lazy_pinyin

from handrail.search import character_table, pinyin


def initials(text: str) -> set[str]:
    return pinyin.initials(pinyin.runs(text))


@pytest.mark.parametrize(
    ("character", "syllable"), [("转", "zhuan"), ("钱", "qian"), ("陆", "lu"), ("录", "lu"), ("二", "er")]
)
def test_a_character_has_its_usual_syllable(character: str, syllable: str) -> None:
    assert pinyin.syllable(character) == syllable


@pytest.mark.parametrize("character", ["a", "1", "。", "が", "지", "😀", " "])
def test_what_is_no_chinese_has_no_syllable(character: str) -> None:
    assert pinyin.syllable(character) in ("", character)
    assert list(pinyin.runs(character)) == []


def test_runs_end_where_chinese_does() -> None:
    runs = [[character for character, _ in run] for run in pinyin.runs("用usdt转账，备份")]
    assert runs == [["用"], ["转", "账"], ["备", "份"]]


def test_a_character_is_read_by_its_neighbours() -> None:
    assert [syllable for _, syllable in pinyin.runs("银行")[0]] == ["yin", "hang"]
    assert [syllable for _, syllable in pinyin.runs("行走")[0]] == ["xing", "zou"]


def test_everything_is_read_as_lazy_pinyin_reads_it() -> None:
    texts = [file.read_text("utf-8") for file in sorted((ROOT / "docs").rglob("*.md"))]
    texts += [chr(point) for first, last in character_table.HAN for point in range(first, last + 1)]
    found = [pair for text in texts for run in pinyin.runs(text) for pair in run]
    han = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in character_table.HAN) + "]+")
    syllables = [syllable for text in texts for run in han.findall(text) for syllable in lazy_pinyin(run)]
    assert [syllable for _, syllable in found] == [
        syllable if re.fullmatch("[a-z]+", syllable) else "" for syllable in syllables
    ]


def test_alternatives_are_those_that_are_not_usual() -> None:
    found = pinyin.alternatives(pair for text in ("银行", "行走", "钱包") for run in pinyin.runs(text) for pair in run)
    assert len([character for character, _ in found if character == "行"]) == 1
    assert all(syllable != pinyin.syllable(character) for character, syllable in found)
    assert not [character for character, _ in found if character in "钱包银走"]


def test_initials_are_of_two_and_three_characters_in_a_row() -> None:
    assert initials("助记词") == {"zj", "jc", "zjc"}
    assert initials("登录") == {"dl"}
    assert initials("钱") == set()
    assert initials("登录usdt转账") == {"dl", "zz"}


def test_a_character_without_a_syllable_has_no_initial() -> None:
    assert all(letters.isascii() and letters.isalpha() for letters in initials("钱𠮷𪜀包登录"))


def test_the_common_characters_are_the_3755_of_the_standard() -> None:
    common = pinyin.common()
    assert len(common) == 3755
    assert all(
        character_table.class_of(character) == character_table.UNSPACED and pinyin.syllable(character)
        for character in common
    )
    assert set("的是不我一有") <= common
