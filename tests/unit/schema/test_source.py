"""Files as people save them: text, lines, YAML, and what is wrong with each."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from handrail.schema.file_limits import LONGEST_LINE
from handrail.schema.problem import Problem
from handrail.schema.source import Source

TEN_TO_THE_NINTH = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
"""Ten lines that stand for so many values."""


def source(text: str, first_line: int = 1) -> Source:
    return Source("f.yml", text, first_line)


def said(text: str) -> list[str]:
    data, problems = source(text).data()
    assert data is None or not problems
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa\nb\n", b"a\r\nb\r\n", b"a\rb\r"])
def test_a_mark_at_the_start_and_other_line_ends_are_not_part_of_the_text(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(content)
    assert Source.read(tmp_path / "f", "f") == Source("f", "a\nb\n")


def test_a_file_in_another_encoding_is_a_problem_at_the_line_of_its_first_odd_byte(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes("a: b\nc: é\n".encode("latin-1"))
    problem = Source.read(tmp_path / "f", "docs/f")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == ("docs/f", 2)


def test_a_missing_file_is_a_problem_without_a_line(tmp_path: Path) -> None:
    problem = Source.read(tmp_path / "f", "docs/f")
    assert str(problem) == "docs/f: the file is missing. Add it; README.md says what belongs in it."


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("list", 1, "name"), 5),
        (("list", 1, "name", "zh"), 6),
        (("list", 1, "nowhere"), 4),
        (("list", 7), 2),
        (("map", "a"), 7),
        (("nowhere",), 1),
        ((), 1),
    ],
)
def test_a_place_has_the_line_of_its_key_or_of_the_nearest_one_above(
    location: tuple[str | int, ...], line: int
) -> None:
    text = "# first\nlist:\n  - id: a\n  - id: b\n    name:\n      zh: 名字\nmap: {a: 1}\n"
    assert source(text).line_of(location) == line


def test_lines_are_those_of_the_whole_file() -> None:
    assert source("a: 1\nb: 2\n", first_line=10).line_of(("b",)) == 11
    _, problems = source("a: 1\na: 2\n", first_line=10).data()
    assert [problem.line for problem in problems] == [11]


def test_dates_and_numbers_and_texts_come_as_what_they_are() -> None:
    data, problems = source("a: 2026-11-23\nb: 7\nc: '7'\nd: yes\ne: [x, y]\nf:\n").data()
    assert problems == []
    assert data == {"a": datetime.date(2026, 11, 23), "b": 7, "c": "7", "d": True, "e": ["x", "y"], "f": None}


def test_a_date_that_no_calendar_has_comes_as_text() -> None:
    assert source("a: 2026-02-30\n").data() == ({"a": "2026-02-30"}, [])


def test_every_key_that_stands_twice_is_named() -> None:
    assert said("a: 1\nb:\n  - {c: 1, c: 2}\na: 3\n") == [
        "f.yml:4: duplicate key 'a'. Delete one of them.",
        "f.yml:3: duplicate key 'c'. Delete one of them.",
    ]


def test_a_key_may_stand_again_elsewhere_and_in_what_an_anchor_repeats() -> None:
    data, problems = source("- &a {x: 1}\n- {<<: *a, y: 2}\n- *a\n").data()
    assert (data, problems) == ([{"x": 1}, {"x": 1, "y": 2}, {"x": 1}], [])


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: b: c\n", 1, "a colon where YAML expects none"),
        ("a:\n\t- c\n", 2, "a character that no text begins with in YAML"),
        ("a: b\n\t- c\n", 2, "a tab in the indentation"),
        ("a: @b\n", 1, "a character that no text begins with in YAML"),
        ("a:\n  b: 1\n c: 2\n", 3, "this line does not fit the ones above"),
        ("a: [b, c\n", 2, "brackets or braces that are not closed"),
        ("a: 1\nb\nc: 2\n", 2, "a line that is neither a key nor a part of a text"),
        ("一二三\x07\n", 1, "a character that YAML does not allow"),
        ("a: 1\nb: 中文中文中文\nc: \x00\n", 3, "a character that YAML does not allow"),
        ("a: 1\ntitle：b\nc: 2\n", 2, "a line that is neither a key nor a part of a text"),
        ("a: 1\norder: 010\n", 2, "YAML takes 010 for another number"),
        ("opens: [9:30]\n", 1, "YAML takes 9:30 for another number"),
        ("no: 1\n", 1, "the key 'no' is not a string"),
        ("{a: 1}: 2\n", 1, "a key that is a list or a mapping"),
        ("a:\n  - " + "[" * 50_000 + "\n", 2, "more than 100 lists and mappings inside each other"),
        ("- " * 2_000 + "a\n", 1, "more than 100 lists and mappings inside each other"),
        ("a:\n  b: &b [*b]\n", 2, "an alias that stands for itself, or aliases that stand for too much"),
        (TEN_TO_THE_NINTH, 6, "an alias that stands for itself, or aliases that stand for too much"),
    ],
)
def test_what_is_not_yaml_is_said_in_plain_words(text: str, line: int, what: str) -> None:
    messages = said(text)
    assert len(messages) == 1
    assert messages[0].startswith(f"f.yml:{line}: {what}. ")


def test_brackets_in_texts_nest_nothing() -> None:
    assert said(f"a: '{'[' * 200}'\nb: |\n{' ' * 150}- c\n") == []


@pytest.mark.parametrize(("name", "most"), [("a.md", 500_000), ("a.yml", 1_000_000)])
def test_a_file_that_takes_too_long_to_read_is_refused(name: str, most: int, tmp_path: Path) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(10**12)  # of holes, which take no room
    assert str(Source.read(tmp_path / name, name)) == f"{name}: a file of more than {most:,} bytes. Divide it."


def test_of_very_many_mistakes_only_the_first_are_named() -> None:
    source = Source("f.yml", "- a\n" * 20_000)
    _, problems = source.load(list[int])
    assert len(problems) == 501
    assert str(problems[-1]) == "f.yml:1: 19,500 more mistakes. Correct those that are named, then check again."


@pytest.mark.parametrize(("name", "is_refused"), [("a.md", True), ("a.yml", True), ("a.svg", False)])
def test_a_line_that_takes_too_long_to_read_is_refused(name: str, is_refused: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text("a\n" + "[" * (LONGEST_LINE + 1), "utf-8")
    source = Source.read(tmp_path / name, name)
    assert isinstance(source, Problem) == is_refused
    assert not is_refused or str(source) == f"{name}:2: a line of more than 5,000 characters. Break it."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{'[' * 900}\n\n{'[x](y) ' * 500}\n{'[' * 501}\n", "a.md:4: a paragraph of more than 1,000 '['"),
        (f"{'<b>' * 1_500}\n{'<a ' * 900}\n\n{'<b ' * 101}\n", "a.md:4: more than 1,000 '<' without a '>'"),
        (f"{'|' * 4_000}\n" * 3, "a.md:3: a paragraph of more than 10,000 '|'"),
    ],
)
def test_signs_that_take_too_long_to_read_are_refused(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text, "utf-8")
    assert str(Source.read(tmp_path / "a.md", "a.md")).startswith(problem)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yml")
    assert str(Source.read(tmp_path / "a.yml", "a.yml")).startswith("a.yml: this is not a regular file")


def test_texts_come_with_their_lines() -> None:
    source = Source("a.yml", "a: one\nb:\n  - {x: two, y: three}\n  - |\n    four\n    five\n# six\n")
    assert sorted(source.texts()) == [(1, "one"), (3, "three"), (3, "two"), (5, "four"), (6, "five"), (7, "")]
    assert list(source.texts(("b",), {"x"}))[-1] == (3, "three")
