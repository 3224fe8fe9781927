"""In a file with all languages side by side, a translation is outdated where its original changed and it did not."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pytest

from handrail.translation.localized_drift import OutdatedText, outdated

FIRST = """\
title: {zh: 灯, en: Lamp}
questions:
  - text: {zh: 亮吗, en: Does it light?}
    answers:
      - text: {zh: 是, en: "Yes"}
      - text: {zh: 不是, en: "No"}
      - text: {zh: 闪, en: It blinks}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path / "lamp.yml"


def git(folder: Path, *command: str) -> None:
    names = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run(["git", *names, *command], cwd=folder, check=True)


def commit(file: Path, text: str, day: int) -> str:
    file.write_text(text, "utf-8")
    git(file.parent, "add", ".")
    when = f"2026-11-{day:02}T12:00:00+00:00"
    names = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    command = ["git", *names, "commit", "--quiet", "-m", "x", "--date", when]
    subprocess.run(command, cwd=file.parent, check=True, env={"GIT_COMMITTER_DATE": when, "PATH": "/usr/bin:/bin"})
    return text


def test_an_original_that_changed_leaves_its_translation_behind_until_that_changes_too(file: Path) -> None:
    text = commit(file, FIRST, 1)
    text = commit(file, text.replace("zh: 亮吗", "zh: 还亮吗"), 2)
    text = commit(file, text.replace("zh: 闪,", "zh: 一闪一闪,"), 3)
    text = commit(file, text.replace("It blinks", "It blinks all the time"), 4)
    file.write_text(text.replace("title: {zh: 灯,", "title: {zh: 台灯,"), "utf-8")
    assert list(outdated(file, "zh", "en")) == [
        OutdatedText("Lamp", "台灯", "灯", None),
        OutdatedText("Does it light?", "还亮吗", "亮吗", datetime.date(2026, 11, 2)),
    ]


def test_a_short_word_that_translates_several_is_not_outdated_by_a_new_one(file: Path) -> None:
    text = commit(file, FIRST, 1)
    commit(file, text + '      - text: {zh: 对, en: "Yes"}\n', 2)
    assert list(outdated(file, "zh", "en")) == []


def test_what_says_the_same_in_both_languages_is_not_translated(file: Path) -> None:
    file.write_text(FIRST.replace("en: Lamp", "en: 灯"), "utf-8")
    assert list(outdated(file, "zh", "en")) == [OutdatedText("灯", "灯", "", None)]


def test_a_version_that_is_no_yaml_ends_what_is_known(file: Path) -> None:
    commit(file, "title: {zh: 灯", 1)
    commit(file, FIRST, 2)
    assert list(outdated(file, "zh", "en")) == []
