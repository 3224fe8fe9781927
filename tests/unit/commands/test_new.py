"""`handrail new`: what is asked for, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from handrail.commands import new
from handrail.commands.terminal import CommandError

NOTHING: dict[str, str | None] = dict.fromkeys(new.DEFAULTS)


def test_what_is_not_given_is_asked_for_and_an_empty_answer_is_the_default() -> None:
    said = {
        new.HELP["name"]: "Lumen Help",
        "independent of the vendor": "official",
        "of an official one": "https://a.example/",
    }
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return next((answer for start, answer in said.items() if question.startswith(start)), "")

    answers = new._answers(NOTHING | {"vendor": "Lumen"}, "https://help.example/", "", ask)
    assert (answers.name, answers.vendor, answers.languages) == ("Lumen Help", "Lumen", ("en",))
    assert (answers.ownership, answers.verification_url) == ("official", "https://a.example/")
    assert answers.secrets == ("password", "one-time-code", "card", "identity")
    assert len(asked) == len(new.DEFAULTS) - 1, "what was given is not asked for"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"name": None}, "Missing: --name"),
        ({"ownership": "official"}, "Missing: --verification-url"),
        ({"ownership": "mine"}, "--ownership: 'mine' does not fit. It is independent of the vendor, or official."),
        ({"languages": "English"}, "--languages: 'English' does not fit"),
        ({"accent": "red"}, "--accent: 'red' does not fit"),
        ({"secrets": "password,pets"}, "--secrets: 'password,pets' does not fit"),
        ({"vendor": "Lumen: lamps"}, "--vendor: 'Lumen: lamps' does not fit"),
    ],
)
def test_what_does_not_fit_is_refused(given: dict[str, str | None], message: str) -> None:
    with pytest.raises(CommandError) as refused:
        new._answers(NOTHING | {"name": "Lumen Help", "vendor": "Lumen"} | given, "https://help.example/", "", None)
    assert str(refused.value).startswith(message)


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").touch()
    assert new.main([str(tmp_path), "--name", "Lumen Help", "--vendor", "Lumen"]) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
    assert "is not an empty folder" in capsys.readouterr().err
