"""What each character counts as, and is folded to."""

import hashlib

import pytest

from helpcenter import alphabet
from helpcenter.alphabet import DENSE, DIGIT, LETTER, NOTHING, SEPARATOR


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("a", LETTER),
        ("ж", LETTER),
        ("7", DIGIT),
        ("７", DIGIT),
        ("钱", DENSE),
        ("㐀", DENSE),
        ("𲎯", DENSE),
        ("の", DENSE),
        ("글", DENSE),
        ("。", SEPARATOR),
        ("_", SEPARATOR),
        ("😱", SEPARATOR),
        ("\ud800", SEPARATOR),
        ("\0", SEPARATOR),
        ("'", NOTHING),
        ("\u200d", NOTHING),
        ("\u0301", NOTHING),
    ],
)
def test_a_character_counts_as(character: str, kind: int) -> None:
    assert alphabet.class_of(character) == kind


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
def test_a_character_is_folded_to(character: str, folded: str) -> None:
    assert alphabet.fold(character) == folded


def test_folding_twice_changes_nothing() -> None:
    for point in range(0x32400):
        folded = alphabet.fold(chr(point))
        assert "".join(map(alphabet.fold, folded)) == folded, hex(point)


def test_no_folded_character_counts_as_nothing() -> None:
    folded = {part for point in range(0x32400) for part in alphabet.fold(chr(point))}
    assert not [character for character in folded if alphabet.class_of(character) == NOTHING]


def test_the_classes_are_the_same_on_every_python() -> None:
    digest = hashlib.sha256(alphabet.classes()).hexdigest()
    assert digest[:16] == "e782a7d7906c6acb"


def test_folds_are_looked_up_by_what_they_lead_to() -> None:
    folds = alphabet.folded_to(frozenset("转a"))
    assert folds[ord("轉")] == "转"
    assert folds[ord("Ａ")] == "a"
    assert ord("賬") not in folds
