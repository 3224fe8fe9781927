"""Which files our own engine finds, in which order, and where it publishes them: as MkDocs does."""

from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.structure import files as theirs

from handrail.engine.own import files as ours

PATHS = [
    *("z.md", "index.md", "b/README.md", "b/index.md", "b/a b.md", "b/图.png", "a/c/x.markdown", "a/y.html"),
    *(".hidden.md", "a/.git/x.md", "templates/x.md", "a/templates/x.md", "templates"),
]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for path in PATHS[:-1]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    return tmp_path


def test_files_of_a_folder_are_those_of_mkdocs(docs: Path, caplog: pytest.LogCaptureFixture) -> None:
    configuration = {"docs_dir": str(docs), "site_dir": "site", "use_directory_urls": True}
    expected = theirs.get_files(configuration)  # type: ignore[arg-type]
    said = caplog.messages[:]
    caplog.clear()
    found = ours.read(str(docs), {})
    assert [(file.src_uri, file.dest_uri, file.url) for file in found] == [
        (file.src_uri, file.dest_uri, file.url) for file in expected
    ]
    pages = [file.src_uri for file in found.documentation_pages()]
    assert pages == [file.src_uri for file in expected.documentation_pages()]
    assert "a/templates/x.md" in pages
    assert caplog.messages == said == ["Excluding 'b/README.md' from the site because it conflicts with 'b/index.md'."]
    assert caplog.records[0].levelno == logging.WARNING


def test_a_file_of_the_docs_folder_hides_one_of_the_theme(docs: Path) -> None:
    found = ours.read(str(docs), {"z.md": "theme", "assets/a.css": "theme"})
    assert {file.src_uri: file.src_dir for file in found if file.src_uri in ("z.md", "assets/a.css")} == {
        "z.md": str(docs),
        "assets/a.css": "theme",
    }


def test_a_file_that_a_hook_makes_is_published_where_it_says(tmp_path: Path) -> None:
    file = ours.File.generated(SimpleNamespace(), "en/old.md", content="文")
    assert (file.dest_uri, file.url) == ("en/old/index.html", "en/old/")
    file.dest_uri = "en/old.html"
    file.copy(str(tmp_path))
    assert file.url == "en/old.html"
    assert (tmp_path / "en/old.html").read_text("utf-8") == "文"
