"""`scripts/check.py` asks the real search, over the index that a build makes, without a browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from built_site import CONFIGS, ROOT, SITES, Site, files

from handrail.commands.load_context import load_context
from handrail.engine.build import BuildFailed
from handrail.search_runner import index_build, runner
from handrail.search_runner.runner import Searcher

ARTICLE = "docs/en/start/pair-the-lamp.md"
QUESTIONS = {"en": ["how do i pair it", "flickering"], "zh-Hant": ["配對"]}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of a whole site, where hooks and templates are those of the project."""
    folder = tmp_path / "tests/sites/lamplight"
    shutil.copytree(SITES / "lamplight", folder, ignore=shutil.ignore_patterns(".cache"))
    for name in ("hooks", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    return folder


@pytest.fixture
def searcher(project: Path, tmp_path: Path) -> Searcher:
    return Searcher(project / "mkdocs.yml", tmp_path / "answers.json")


@pytest.mark.parametrize("name", CONFIGS)
def test_the_index_that_is_asked_is_the_one_that_a_build_publishes(
    name: str, built: Callable[[str], Site], tmp_path: Path
) -> None:
    indexed = index_build.build_indexes(CONFIGS[name], tmp_path)
    made, published = files(tmp_path), files(built(name).folder)
    index = {
        path: data for path, data in made.items() if path.startswith("search/") and path.endswith((".bin", ".json"))
    }
    assert len(index) >= 2 * len(indexed.entry_files)
    assert {path: published.get(path) for path in index} == index
    assert set(indexed.entry_files.values()) <= made.keys()
    assert indexed.script.encode() in published.values()


def test_texts_that_the_rules_converted_are_not_converted_again_for_the_index(project: Path, tmp_path: Path) -> None:
    config, folders = project / "mkdocs.yml", [tmp_path / "alone", tmp_path / "after"]
    index_build.build_indexes(config, folders[0])
    context = load_context(config)
    kept = [page for page in context.pages if page.elements]
    halves = context.convert.halves
    assert halves
    taken = halves.taken()
    halves.learn(taken)
    index_build.build_indexes(config, folders[1], halves)
    assert files(folders[1]) == files(folders[0])
    assert len(kept) >= len(taken) > len(halves.taken()), "some were of use"


def test_questions_find_their_articles_in_each_language(searcher: Searcher) -> None:
    found = searcher(QUESTIONS)
    assert [ids[0] for ids in found["en"]] == ["pair-the-lamp", "light-flickers"]
    assert found["zh-Hant"][0][0] == "pair-the-lamp"


def test_what_was_asked_of_the_same_files_is_not_asked_again(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = searcher(QUESTIONS)
    monkeypatch.setattr("handrail.search_runner.runner.build_indexes", None)
    assert searcher(QUESTIONS) == found
    with pytest.raises(TypeError):
        searcher({"en": ["something else"]})


@pytest.mark.parametrize("path", [ARTICLE, "docs/data/glossary.yml", "mkdocs.yml"])
def test_a_change_in_any_file_asks_anew(
    searcher: Searcher, project: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    searcher(QUESTIONS)
    with (project / path).open("a", encoding="utf-8") as file:
        file.write("\n# More\n")
    monkeypatch.setattr("handrail.search_runner.runner.build_indexes", None)
    with pytest.raises(TypeError):
        searcher(QUESTIONS)


def test_only_what_a_change_can_alter_is_asked_again(
    searcher: Searcher, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = {"en": ["flickering"], "zh-Hant": ["配對", "flickering"]}
    before = searcher(questions)
    asked: list[object] = []

    def ask(files: index_build.SearchFiles, folder: Path, questions: runner.Queries) -> dict[str, runner.Answers]:
        asked.append(questions)
        return real(files, folder, questions)

    real = runner.ask
    monkeypatch.setattr("handrail.search_runner.runner.ask", ask)
    article = project / ARTICLE
    text = article.read_text("utf-8")
    article.write_text(text.replace("reviewed_on: 2026", "reviewed_on: 2025"), "utf-8")
    assert searcher(questions) == before
    assert asked.pop() == {}  # a day that nobody searches for
    article.write_text(f"{text}\nFlickering: pair it again.\n", "utf-8")
    after = searcher(questions)
    assert asked.pop() == {"en": ["flickering"], "zh-Hant": ["flickering"]}  # the latter stands in no Chinese text
    article.write_text(text, "utf-8")
    searcher({"en": ["flickering", "hot"]})
    assert asked.pop() == {"en": ["flickering", "hot"]}
    assert Searcher(project / "mkdocs.yml", project / "elsewhere")(questions) == before
    article.write_text(f"{text}\nFlickering: pair it again.\n", "utf-8")
    assert Searcher(project / "mkdocs.yml", project / "anew")(questions) == after


def test_a_cache_that_cannot_be_read_is_no_answer(searcher: Searcher) -> None:
    found = searcher(QUESTIONS)
    for text in ("", "[]", "{}", json.dumps({"files": 1}), json.dumps({"key": "", "answers": {"en": [[]]}})):
        searcher.cached.write_text(text, "utf-8")
        assert searcher(QUESTIONS) == found


def test_what_is_not_said_anywhere_finds_nothing(searcher: Searcher) -> None:
    assert searcher({"en": ["xyzzyplugh"]}) == {"en": [[]]}


def test_a_site_that_cannot_be_built_answers_nothing(searcher: Searcher, project: Path) -> None:
    (project / ARTICLE).write_text("no head\n", "utf-8")
    with pytest.raises(BuildFailed, match="no front matter"):
        searcher(QUESTIONS)


def test_hooks_that_make_no_index_are_missed(searcher: Searcher, project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text("\n".join(line for line in text.split("\n") if "hooks/search_index.py" not in line), "utf-8")
    with pytest.raises(BuildFailed, match="search"):
        searcher(QUESTIONS)


def test_processors_share_the_questions_and_answers_keep_their_order(
    searcher: Searcher, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = {"en": ["flickering", "pair the lamp", "spare parts", "hot", ""], "zh-Hant": ["配對"]}
    alone = searcher(questions)
    monkeypatch.setattr("handrail.search_runner.runner.MIN_QUERIES", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    assert Searcher(project / "mkdocs.yml", tmp_path / "other")(questions) == alone
    assert [found[:1] for found in alone["en"]][:2] == [["light-flickers"], ["pair-the-lamp"]]


def test_a_process_that_ends_while_it_answers_is_tried_once_more(
    searcher: Searcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fragile = tmp_path / "fragile.py"
    mark = tmp_path / "ended"
    code = (
        f"import os, sys\nmark = {str(mark)!r}\n"
        "if not os.path.exists(mark): open(mark, 'w').close(); os.abort()\n"
        f"sys.path.insert(0, {str(ROOT / 'hooks')!r})\nfrom handrail.search_runner import v8_process\nimport json\n"
        "print(v8_process.answers(json.load(sys.stdin)))\n"
    )
    fragile.write_text(code, "utf-8")
    monkeypatch.setattr("handrail.search_runner.runner.PROCESS", fragile)
    assert searcher({"en": ["flickering"]})["en"][0][0] == "light-flickers"
    assert mark.exists()


def test_a_process_that_cannot_answer_says_why(
    searcher: Searcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.js"
    broken.write_text("function answers() { throw new Error('no lamp'); }", "utf-8")
    monkeypatch.setattr("handrail.search_runner.runner.ENVIRONMENT", broken)
    with pytest.raises(BuildFailed, match="Search cannot run"):
        searcher(QUESTIONS)
