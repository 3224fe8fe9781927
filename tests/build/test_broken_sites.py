"""Every mistake that people make is named by its place and its fix, and leaves the last good site as it was.

Each folder in tests/sites/broken is the smallest site with something wrong in it: the files that differ, a list of
those that are missing, and what the build must say, all of it. Where a file has one entry a line, as the phrases have,
`<name>.changed` is enough: the entries that differ. They stand first then, and those without a value are gone.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import SITES, files
from commands import Done, run
from site_builds import copy_site

from handrail.engine import build as engine

CASES = sorted(folder.name for folder in (SITES / "broken").iterdir() if folder.is_dir())
SAID = "expected.txt"
MISSING = "missing.txt"
CHANGED = ".changed"

ODD_BYTES = {
    "a_byte_order_mark": lambda content: b"\xef\xbb\xbf" + content,
    "line_ends_of_windows": lambda content: content.replace(b"\n", b"\r\n"),
    "line_ends_of_old_macs": lambda content: content.replace(b"\n", b"\r"),
    "spaces_after_the_fences": lambda content: content.replace(b"---\n", b"--- \t\n"),
    "no_line_end_at_the_end": lambda content: content.rstrip(b"\n"),
}
FENCED = "---\n{}\n---\n\nText.\n".format
ODD_HEADS = {
    "nothing": "",
    "one_fence": "---",
    "two_fences": "---\n---",
    "a_number": FENCED("7"),
    "a_text": FENCED("lost phone"),
    "null": FENCED("null"),
    "a_list_of_lists": FENCED("[[[]]]"),
    "an_open_quote": FENCED("'"),
    "an_open_bracket": FENCED("id: [a, b"),
    "a_brace_for_a_phrase": FENCED("title: {vendor}"),
    "a_list_for_a_key": FENCED("? [a]\n: b"),
    "an_anchor_in_itself": FENCED("id: &a [*a]"),
    "an_unknown_anchor": FENCED("id: *nowhere"),
    "a_tag_of_another_kind": FENCED("id: !!int five"),
    "a_tag_of_python": FENCED("id: !!python/object/apply:os.getcwd []"),
    "a_directive": FENCED("%YAML 1.1"),
    "two_documents": FENCED("id: a\n--- b\nid: b"),
    "nested_deeply": FENCED("id: " + "[" * 5000),
    "null_bytes": FENCED("id: \0"),
    "every_key_null": FENCED("id:\ntitle:\nsummary:\ntype:\ncategory:\norder:\nquestions:\nstatus:"),
    "every_key_a_list": FENCED(
        "id: []\ntitle: []\ntype: []\ncategory: []\nreviewed_on: []\nrelated: [[]]\nchannels: [{}]"
    ),
    "every_key_a_date": FENCED("id: 2026-01-01\ntitle: 2026-01-01\ncategory: 2026-01-01\nrelated: [2026-01-01]"),
    "a_template_that_is_a_list": FENCED("template: [home.html]"),
}
ODD_SETTINGS = [
    "null",
    "7",
    "text",
    "[]",
    "[a]",
    "{languages: null}",
    "{languages: {code: en}}",
    "{languages: [en, fr]}",
]
ODD_DATA = [
    "",
    "null",
    "7",
    "text",
    "[]",
    "{}",
    "[null]",
    "[[]]",
    "[{id: [a]}]",
    "- id: {a: b}",
    "\t",
    "'",
    "- a: &a [*a]",
]
DATA = ["categories", "channels", "issue_types", "phrases"]
LINE = re.compile(r"(mkdocs\.yml|docs/\S+?)(:[1-9]\d*)?: .+\. .+[.?]")
"""A place, what is wrong there, and the fix."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the smallest site, with the hooks and the templates where its configuration looks for them."""
    return copy_site("minimal", tmp_path)


def overlay(project: Path, case: str) -> str:
    """Put the files of a case over those of the smallest site; what the build must say of it."""
    shutil.copytree(SITES / "broken" / case, project, dirs_exist_ok=True)
    (project / SAID).unlink()
    if (project / MISSING).exists():
        for path in (project / MISSING).read_text("utf-8").split():
            (project / path).unlink()
        (project / MISSING).unlink()
    for file in project.rglob(f"*{CHANGED}"):
        whole = file.with_suffix("")
        whole.write_text(changed(whole.read_text("utf-8"), file.read_text("utf-8")), "utf-8")
        file.unlink()
    return (SITES / "broken" / case / SAID).read_text("utf-8")


def changed(text: str, changes: str) -> str:
    lines = changes.splitlines(keepends=True)
    names = tuple(f"{line.partition(':')[0]}:" for line in lines)
    same = (line for line in text.splitlines(keepends=True) if not line.startswith(names))
    return "".join([*(line for line in lines if line.partition(":")[2].strip()), *same])


def good_site(project: Path) -> Path:
    """A folder that holds what an earlier build might have left."""
    out = project / "site"
    out.mkdir()
    (out / "index.html").write_text("the last good site", "utf-8")
    (out / ".handrail").touch()
    return out


def build(project: Path, *options: str) -> Done:
    return run("build", "--config", str(project / "mkdocs.yml"), "--out", str(project / "site"), *options)


def failure(project: Path, out: Path | None = None) -> str:
    """What the builder says of a site that it cannot build; empty where it can. Runs here, which is quicker."""
    try:
        engine.build("mkdocs", project / "mkdocs.yml", out or project / "site", None, False)
    except engine.BuildFailed as failed:
        return str(failed).replace(f"{project}/", "") + "\n"
    return ""


@pytest.mark.parametrize("case", CASES)
def test_it_is_named_with_its_place_and_its_fix_and_the_last_good_site_stays(case: str, project: Path) -> None:
    expected = overlay(project, case)
    out = good_site(project)
    before = files(out)
    assert failure(project, out) == expected
    assert files(out) == before
    left = {path.name for path in project.iterdir() if path.name.startswith(".")}
    assert left <= {".cache"}, "nothing else is left beside it"


@pytest.mark.parametrize("case", CASES)
def test_every_line_says_where_and_what_and_how_to_mend_it(case: str) -> None:
    lines = (SITES / "broken" / case / SAID).read_text("utf-8").splitlines()
    assert lines == sorted(set(lines), key=natural)
    for line in lines:
        assert LINE.fullmatch(line), line


def natural(message: str) -> tuple[str, int, str]:
    """The order of messages: by file, and by line in each."""
    place = LINE.fullmatch(message)
    return (place[1], int((place[2] or ":0")[1:]), message) if place else ("", 0, message)


@pytest.mark.parametrize(
    "case",
    [
        "many_mistakes_in_many_files_are_named_in_one_run",
        "broken_yaml_in_the_configuration",
        "an_article_that_is_not_utf8",
    ],
)
def test_the_command_prints_it_and_fails_without_a_traceback(case: str, project: Path) -> None:
    expected = overlay(project, case)
    out = good_site(project)
    before = files(out)
    done = build(project)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.replace(f"{project}/", "") == expected
    assert files(out) == before


@pytest.fixture(scope="module")
def smallest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest site, built as it is."""
    project = copy_site("minimal", tmp_path_factory.mktemp("smallest"))
    assert failure(project) == ""
    return project / "site"


def test_the_smallest_site_is_right(smallest: Path) -> None:
    assert (smallest / "fr/start/reach-support/index.html").is_file()


@pytest.mark.parametrize("oddity", ODD_BYTES)
def test_files_are_read_however_an_editor_saves_them(
    oddity: str, project: Path, smallest: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for file in [*project.rglob("*.md"), *project.rglob("*.yml")]:
        file.write_bytes(ODD_BYTES[oddity](file.read_bytes()))
    assert failure(project) == ""
    assert pages(project / "site") == pages(smallest)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def pages(out: Path) -> dict[str, bytes]:
    return {path: content for path, content in files(out).items() if path.endswith(".html")}


@pytest.mark.parametrize("head", ODD_HEADS)
def test_no_head_of_a_file_surprises_the_build(head: str, project: Path) -> None:
    for path in ("docs/en/start/reach-support.md", "docs/en/index.md"):
        file = project / path
        right = file.read_bytes()
        file.write_bytes(ODD_HEADS[head].encode())
        explained(failure(project), path)
        file.write_bytes(right)


@pytest.mark.parametrize("content", ODD_DATA)
@pytest.mark.parametrize("name", DATA)
def test_no_content_of_a_data_file_surprises_the_build(name: str, content: str, project: Path) -> None:
    """An empty list is right for issue types alone: the articles here have none."""
    (project / f"docs/data/{name}.yml").write_text(content, "utf-8")
    said = failure(project)
    if (name, content) == ("issue_types", "[]"):
        assert said == ""
    else:
        explained(said, "docs/" if content == "[]" else f"docs/data/{name}.yml")


@pytest.mark.parametrize("settings", ODD_SETTINGS)
def test_no_settings_surprise_the_build(settings: str, project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(f"{text[: text.index('extra:')]}extra:\n  help_center: {settings}\n", "utf-8")
    explained(failure(project), "mkdocs.yml")


def explained(said: str, place: str) -> None:
    """Each line is a message for an author, and one of them names the place."""
    lines = said.splitlines()
    assert any(line.startswith(place) for line in lines), said
    for line in lines:
        assert LINE.fullmatch(line), line


def test_a_file_that_is_a_folder_is_named(project: Path) -> None:
    (project / "docs/data/channels.yml").unlink()
    (project / "docs/data/channels.yml").mkdir()
    explained(failure(project), "docs/data/channels.yml: the file cannot be read")


def test_the_wrong_sites_differ_from_the_smallest_in_what_they_hold_and_hold_nothing_else() -> None:
    for case in CASES:
        for file in (SITES / "broken" / case).rglob("*"):
            counterpart = SITES / "minimal" / file.relative_to(SITES / "broken" / case)
            if file.is_file() and file.name not in {SAID, MISSING} and counterpart.is_file():
                assert file.read_bytes() != counterpart.read_bytes(), file


def test_broken_links_stop_a_build_unless_it_is_unchecked(project: Path) -> None:
    article = project / "docs/en/start/reach-support.md"
    article.write_text(article.read_text("utf-8") + "\n[gone](gone.md) [place](#nowhere)\n", "utf-8")
    line = article.read_text("utf-8").count("\n")
    refused = build(project)
    assert refused.returncode == 1
    assert refused.stderr.splitlines() == [
        f"docs/en/start/reach-support.md:{line}: broken link: gone.md does not exist. "
        "Did you mean 'en/start/index.md'?",
        f"docs/en/start/reach-support.md:{line}: broken link: this page has no id 'nowhere'. "
        "Add this id to a heading of this page.",
    ]
    assert not (project / "site").exists()
    unchecked = build(project, "--unchecked")
    assert unchecked.returncode == 0, unchecked.stderr
    assert "build --unchecked" in (project / "site/en/start/reach-support/index.html").read_text("utf-8")


@pytest.fixture(autouse=True)
def _hooks_leave_nothing_behind() -> Iterator[None]:
    """The engine puts the folder of the hooks on the path while it loads them, and no longer."""
    path = list(sys.path)
    yield
    assert sys.path == path
