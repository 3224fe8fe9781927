"""What each character counts as, and is folded to."""

import hashlib

import pytest

from handrail.search import character_table
from handrail.search.character_table import DIGIT, IGNORED, LETTER, SEPARATOR, UNSPACED


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("a", LETTER),
        ("ж", LETTER),
        ("7", DIGIT),
        ("７", DIGIT),
        ("钱", UNSPACED),
        ("㐀", UNSPACED),
        ("𲎯", UNSPACED),
        ("の", UNSPACED),
        ("글", UNSPACED),
        ("。", SEPARATOR),
        ("_", SEPARATOR),
        ("😱", SEPARATOR),
        ("\ud800", SEPARATOR),
        ("\0", SEPARATOR),
        ("'", IGNORED),
        ("\u200d", IGNORED),
        ("\u0301", IGNORED),
    ],
)
def test_a_character_counts_as(character: str, kind: int) -> None:
    assert character_table.class_of(character) == kind


@pytest.mark.parametrize(
    ("character", "folded"),
    [
        ("Ａ", "a"),
        ("é", "e"),
        ("ß", "ss"),
        ("ﬁ", "fi"),
        ("轉", "转"),
        ("裏", "里"),
        ("が", "か"),
        ("İ", "i"),
        ("ς", "σ"),
    ],
)
def test_a_character_is_folds_to(character: str, folded: str) -> None:
    assert character_table.fold(character) == folded


def test_folding_twice_changes_nothing() -> None:
    for point in range(0x32400):
        folded = character_table.fold(chr(point))
        assert "".join(map(character_table.fold, folded)) == folded, hex(point)


def test_no_folded_character_counts_as_nothing() -> None:
    folded = {part for point in range(0x32400) for part in character_table.fold(chr(point))}
    assert not [character for character in folded if character_table.class_of(character) == IGNORED]


def test_the_classes_are_the_same_on_every_python() -> None:
    digest = hashlib.sha256(character_table.classes()).hexdigest()
    assert digest[:16] == "516766a94f91d427"


def test_folds_are_looked_up_by_what_they_lead_to() -> None:
    folds = character_table.folds_to(frozenset("转a"))
    assert folds[ord("轉")] == "转"
    assert folds[ord("Ａ")] == "a"
    assert ord("賬") not in folds
