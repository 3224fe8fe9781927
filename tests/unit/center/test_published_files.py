"""Below docs/, only what readers need is published, whatever lies there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handrail.center.published_files import endless_folders, folder_problems, is_foreign, is_left_behind, problems

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'


def said(docs: Path, path: str, content: str = "x", *allowed: str) -> list[str]:
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(content, "utf-8")
    return [str(problem) for problem in problems(docs, "docs", [path], allowed)]


@pytest.mark.parametrize("path", ["en/a.md", "img/a.png", "img/A.JPG", "en/film.webm", "guide.pdf"])
def test_articles_pictures_media_and_documents_are_published(tmp_path: Path, path: str) -> None:
    assert said(tmp_path, path) == []


@pytest.mark.parametrize(
    "path", ["page.html", "x.js", "x.css", "notes.txt", "doc.docx", "x.zip", "en/data.json", "LICENSE"]
)
def test_other_kinds_are_not(tmp_path: Path, path: str) -> None:
    (problem,) = said(tmp_path, path)
    assert problem.startswith(f"docs/{path}: a kind of file that is not published")


def test_what_the_settings_name_is_published(tmp_path: Path) -> None:
    assert said(tmp_path, "google123.html", "x", "google123.html") == []


@pytest.mark.parametrize("path", ["assets/a.png", "search/a.png"])
def test_the_folders_of_the_build_are_its_own(tmp_path: Path, path: str) -> None:
    (problem,) = said(tmp_path, path)
    assert "belongs to the build" in problem


def test_a_name_in_capitals_is_no_article(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, "en/page.MD")
    assert "small letters" in problem


@pytest.mark.parametrize(
    "path",
    [
        *(
            "en/a.md~",
            "en/a.md.bak",
            "en/a.md.orig",
            "en/#a.md#",
            "en/.#a.md",
            "~$doc.docx",
            "Thumbs.db",
            "desktop.ini",
        ),
        *("a.swp", ".DS_Store", "en/._a.md"),
    ],
)
def test_what_editors_and_systems_leave_behind_is_left_out(tmp_path: Path, path: str) -> None:
    assert is_left_behind(path)
    assert said(tmp_path, path) == []


def test_links_that_lead_out_of_the_folder_or_nowhere_are_named(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "secret.png").write_text("x", "utf-8")
    (docs / "out.png").symlink_to(tmp_path / "secret.png")
    (docs / "gone.png").symlink_to(docs / "nothing.png")
    found = [str(problem) for problem in problems(docs, "docs", ["out.png", "gone.png"])]
    assert "outside the docs folder" in found[0]
    assert "does not exist" in found[1]


def test_links_that_no_engine_would_come_back_from_are_named(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for folder in ("a", "b", "images"):
        (docs / folder).mkdir(parents=True)
    for link, target in {"a/up": "..", "a/b": "../b", "b/a": "../a", "b/out": "../..", "b/images": "../images"}.items():
        (docs / link).symlink_to(target)
    holds_links, leads_out = "a link to a folder with links in it", "a link to a folder outside the docs folder"
    assert {problem.path: problem.message for problem in endless_folders(docs, "docs")} == {
        "docs/a/up": holds_links,
        "docs/a/b": holds_links,
        "docs/b/a": holds_links,
        "docs/b/out": leads_out,
    }


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<path d='M0 0'/>", None),
        ("<style>path { fill: red }</style><path d=''/>", None),
        ("<use href='#a'/>", None),
        ("<script>1</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<a href='https://evil.example'/>", "<a>"),
        ("<path onclick='x'/>", "the attribute onclick"),
        ("<use href='other.svg#a'/>", "the attribute href"),
        ("<rect style='fill: url(//evil.example)'/>", "the attribute style"),
        ("<style>@import 'x'</style>", "a style that loads from elsewhere"),
        ("<set attributeName='href' to='javascript:1'/>", "<set>"),
    ],
)
def test_a_drawing_only_draws(tmp_path: Path, inside: str, what: str | None) -> None:
    found = said(tmp_path, "a.svg", SVG.format(inside))
    assert [what in problem for problem in found] == ([True] if what else [])


def test_a_drawing_with_entities_or_none_at_all_is_refused(tmp_path: Path) -> None:
    assert "not an SVG drawing" in said(tmp_path, "a.svg", '<!DOCTYPE svg [<!ENTITY x "y">]>' + SVG.format("&x;"))[0]
    assert "not an SVG drawing" in said(tmp_path, "b.svg", "<html>")[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
@pytest.mark.parametrize("name", ["a.png", "a.md"])
def test_what_never_ends_is_not_read(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    (tmp_path / "link.md").symlink_to("/dev/zero")
    found = [str(problem) for problem in problems(tmp_path, "docs", [name, "link.md"])]
    assert found[0].startswith(f"docs/{name}: this cannot be read")
    assert found[1].startswith("docs/link.md: a link to a file outside")


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en/secret").mkdir(parents=True)
    assert list(folder_problems(tmp_path, "docs")) == []
    monkeypatch.setattr(os, "access", lambda path, mode: path.name != "secret")
    assert [problem.place for problem in folder_problems(tmp_path, "docs")] == ["docs/en/secret"]


def test_a_folder_of_a_language_that_the_site_lacks_is_not_of_the_site() -> None:
    paths = ["en/a.md", "de/a.md", "pt-BR/img/a.png", "img/a.png", "de.md", "zh-hant/a.md"]
    assert [path for path in paths if is_foreign(("en",), path)] == ["de/a.md", "pt-BR/img/a.png", "zh-hant/a.md"]
    assert not [path for path in paths if is_foreign((), path)], "where the languages are not known"
