"""`scripts/new_article.py` writes an article in every language, ready to be filled, and overwrites nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from built_site import files
from commands import Done, run, run_in_terminal
from site_builds import copy_site

SAID = {
    "id": "refund",
    "type": "howto",
    "category": "pay",
    "title": ["en=Get: a refund", "zh=申请退款"],
    "summary": ["en=Ask for it in the app.", "zh=在应用里申请。"],
    "question": ["en=refund please", "en=give me my money back", "zh=怎么退款"],
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sound help center."""
    return copy_site("orchard", tmp_path)


def options(**changes: object) -> list[str]:
    said = {key: value for key, value in (SAID | changes).items() if value is not None}
    pairs = [(key, each) for key, value in said.items() for each in (value if isinstance(value, list) else [value])]
    return [part for key, value in pairs for part in (f"--{key}", str(value))]


def new_article(project: Path, *said: str) -> Done:
    return run("new_article", "--config", str(project / "mkdocs.yml"), *said)


def check(project: Path) -> str:
    return run("check", "--config", str(project / "mkdocs.yml")).stdout


@pytest.mark.parametrize("kind", ["howto", "troubleshooting", "faq", "concept", "contact"])
def test_an_article_of_any_type_is_written_in_every_language_and_nothing_is_wrong_with_it(
    kind: str, project: Path
) -> None:
    before = files(project)
    done = new_article(project, *options(type=kind))
    assert (done.returncode, done.stderr) == (0, "")
    after = files(project)
    assert after.keys() - before.keys() == {"docs/en/pay/refund.md", "docs/zh/pay/refund.md"}
    assert {path: after[path] for path in before} == before
    text = after["docs/en/pay/refund.md"].decode()
    for line in ("title: 'Get: a refund'", f"type: {kind}", "order: 30", "owner: gardeners", "status: draft"):
        assert f"\n{line}\n" in text
    assert "questions:\n  - refund please\n  - give me my money back\n" in text
    assert check(project) == "No problems found.\n"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id": "send-money"}, "There is an article 'send-money' already."),
        ({"id": "Send money"}, "'Send money' is not an id."),
        ({"id": "../x"}, "'../x' is not an id."),
        ({"type": "howtoo"}, "type: there is no 'howtoo'. Did you mean 'howto'?"),
        ({"section": "abroad"}, "section: there is no 'abroad'. There are none yet."),
        ({"category": "paid"}, "category: there is no 'paid'. Use one of: pay, reach."),
        ({"title": ["en=A", "fr=B"]}, "--title 'fr=B' is not CODE=TEXT. The codes are: en, zh."),
        ({"title": ["A"]}, "--title 'A' is not CODE=TEXT."),
        ({"title": ["en=A", "zh= "]}, "--title 'zh= ' is not CODE=TEXT."),
        ({"id": None, "summary": ["en=A."]}, "Missing: --id, --summary zh=…."),
    ],
)
def test_what_cannot_be_written_is_said_in_a_line_and_leaves_no_file(
    changes: dict[str, object], words: str, project: Path
) -> None:
    before = files(project)
    done = new_article(project, *options(**changes))
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(project) == before


def test_an_article_is_the_last_one_of_its_section(project: Path) -> None:
    data, article = project / "docs/data/categories.yml", project / "docs/en/pay/send-money.md"
    section = "  sections:\n    - {id: back, title: {en: Money back, zh: 退款}}\n"
    data.write_text(data.read_text("utf-8").replace("- id: reach", f"{section}- id: reach"), "utf-8")
    article.write_text(article.read_text("utf-8").replace("order: 10", "section: back\norder: 40"), "utf-8")
    done = new_article(project, *options(section="back"))
    assert (done.returncode, done.stderr) == (0, "")
    for code in ("en", "zh"):
        text = (project / f"docs/{code}/pay/refund.md").read_text("utf-8")
        assert "\ncategory: pay\nsection: back\norder: 50\n" in text
    assert (
        "section: there is no 'bakc'. Did you mean 'back'?"
        in new_article(project, *options(id="other", section="bakc")).stderr
    )


def test_a_file_that_is_there_is_left_as_it_is(project: Path) -> None:
    (project / "docs/zh/pay/refund.md").write_text("Mine.\n", "utf-8")
    done = new_article(project, *options())
    assert done.returncode == 1
    assert "is left as it is" in done.stderr
    assert not (project / "docs/en/pay/refund.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="there are no terminals of this kind")
def test_it_asks_in_a_terminal_for_what_was_not_said(project: Path) -> None:
    said = ("--config", str(project / "mkdocs.yml"), *options(category=None, summary=["en=Ask for it."]))
    done = run_in_terminal("new_article", *said, answers="pay\n\n在应用里申请。\n")
    assert done.returncode == 0, done.stdout
    assert "category (" in done.stdout
    assert "summary: 在应用里申请。\n" in (project / "docs/zh/pay/refund.md").read_text("utf-8")
