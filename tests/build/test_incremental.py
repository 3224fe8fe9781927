"""A build that uses what an earlier one made is, byte for byte, what it would be without, whatever was edited between.

Random edits of everything that an author or an operator writes, one after the other; after each, the site built on top
of the last one is held against one built from nothing. Where the one fails, so must the other, in the same words.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import jinja2
import pytest
from built_site import ROOT, URL, files
from site_builds import build as run_build
from site_builds import copy_site

from handrail.cache import in_process
from handrail.cache.memory import Memory
from handrail.engine import build
from handrail.pages import template_environment

STEPS = 14
"""After each of the edits below, once in any order."""

SEED = int(os.environ.get("SEED", "0"))
MANY = int(os.environ.get("EDITS", "8"))
"""`SEED=7 EDITS=15` runs all of them in another order."""


def articles(docs: Path) -> list[Path]:
    """The files of what is published, but those that have a folder of a language to themselves."""
    return sorted(file for file in docs.glob("*/*/*.md") if "\nstatus: published" in file.read_text("utf-8"))


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def add(text: str) -> Callable[[Path, Random], None]:
    """Add a text to the end of an article."""

    def edit(site: Path, random: Random) -> None:
        file = random.choice(articles(site / "docs"))
        file.write_text(f"{file.read_text('utf-8').rstrip()}\n\n{text.format(random.randrange(10**6))}\n", "utf-8")

    return edit


def title(site: Path, random: Random) -> None:
    """Others list it: its category, its neighbours, the home page."""
    replace(random.choice(articles(site / "docs")), "\ntitle: ", f"\ntitle: Lamp {random.randrange(100)} ")


def order(site: Path, random: Random) -> None:
    replace(random.choice(articles(site / "docs")), "\norder: ", f"\norder: {random.randint(1, 9)}")


def draft(site: Path, random: Random) -> None:
    replace(random.choice(articles(site / "docs")), "\nstatus: published", "\nstatus: draft")


def rename(site: Path, random: Random) -> None:
    file = random.choice(articles(site / "docs"))
    file.rename(file.with_name(f"{file.stem}-{random.randrange(100)}.md"))


def delete(site: Path, random: Random) -> None:
    random.choice(articles(site / "docs")).unlink()


def copy(site: Path, random: Random) -> None:
    file = random.choice(articles(site / "docs"))
    name = f"{file.stem}-copy"
    text = file.read_text("utf-8").replace(f"id: {file.stem}\n", f"id: {name}\n")
    (file.parent / f"{name}.md").write_text(text, "utf-8")


def category(site: Path, random: Random) -> None:
    replace(site / "docs/data/categories.yml", "title: {en: ", f"title: {{en: {random.randrange(100)} ")


def redirect(site: Path, random: Random) -> None:
    file = site / "docs/data/redirects.yml"
    file.write_text(f"{file.read_text()}- {{old: en/old-{random.randrange(10**6)}.html, new: lamp-gets-hot}}\n")


def interface(site: Path, random: Random) -> None:
    file = site / "docs/data/ui_strings.yml"
    strings = f"article.print: {{en: Print {random.randrange(100)}, zh-Hant: 列印}}\n"
    kept = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("article.print")]
    file.write_text("\n".join([*kept, strings]), "utf-8")


def vendor(site: Path, random: Random) -> None:
    replace(site / "mkdocs.yml", "vendor: {en: Lamplight", f"vendor: {{en: Lamplight{random.randrange(100)}")


def template(site: Path, random: Random) -> None:
    replace(site.parents[2] / "overrides/article.html", "<h1>", f'<h1 data-edit="{random.randrange(100)}">')


EDITS = (
    add("A lamp has {} parts."),
    add("## Part {}\n\nIt is a part."),
    add("- [x] task {}\n- [ ] other"),  # has a style of its own, which no other page has
    add("[no file](nowhere-{}.md)"),
    *(title, order, draft, rename, delete, copy, category, redirect, interface, vendor, template),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site `tests/sites/lamplight`, built once, and templates that may be edited."""
    project = tmp_path_factory.mktemp("incremental").resolve() / "project"
    copy_site("lamplight", project)
    (project / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", project / "overrides")
    assert isinstance(first := outcome(project), dict), first
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it, with what its build left for the next, to be edited."""
    return shutil.copytree(built, tmp_path.resolve() / "project", symlinks=True)


def outcome(project: Path) -> dict[str, bytes] | str:
    """All files of the site, or why there is none."""
    site = project / "tests/sites/lamplight"
    try:
        return files(build.build(build.OWN, site / "mkdocs.yml", site / "site", URL, False).out)
    except build.BuildFailed as failure:
        return str(failure)


def differences(one: dict[str, bytes] | str, other: dict[str, bytes] | str) -> list[object]:
    """The lines that differ, of a few files; nothing where both are the same."""
    if isinstance(one, str) or isinstance(other, str):
        return [] if one == other else [one, other]
    paths = [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)]
    lines = ((path, (one.get(path, b"")).split(b"\n"), other.get(path, b"").split(b"\n")) for path in paths[:3])
    return [(path, set(here) ^ set(there)) for path, here, there in lines]


def clean_outcome(project: Path) -> dict[str, bytes] | str:
    """That of a copy without anything of earlier builds, in a process that has met none of the edits."""
    clean = project.with_name("clean")
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(project, clean, symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
    site = clean / "tests/sites/lamplight"
    done = run_build(site / "mkdocs.yml", site / "site", "--site-url", URL, "--engine", build.OWN)
    if done.returncode == 0:
        return files(site / "site")
    return "\n".join(line for line in done.stderr.splitlines() if not line.startswith("WARNING: "))


def test_after_any_edits_a_site_is_what_a_clean_build_makes(project: Path, monkeypatch) -> None:
    recalled = counted(monkeypatch)
    random, site, built = Random(SEED), project / "tests/sites/lamplight", 0
    for number, edit in enumerate(random.sample(EDITS, MANY)):
        before = project.with_name("before")
        shutil.copytree(site / "docs", before)
        edit(site, random)
        monkeypatch.setattr(in_process, "_lasts", number % 4 > 1)  # as in the preview, whose process goes on
        result = outcome(project)
        monkeypatch.setattr(in_process, "_lasts", False)
        if number % 2 or isinstance(result, str):
            assert not differences(result, clean_outcome(project)), edit
        if isinstance(result, str):  # what nobody can build is taken back
            shutil.rmtree(site / "docs")
            shutil.copytree(before, site / "docs")
        built += not isinstance(result, str)
        shutil.rmtree(before)
    assert built >= MANY / 2
    assert min(recalled.values()) > 0, "something was used again"


def counted(monkeypatch) -> dict[str, int]:
    """How many results of each kind are recalled from here on."""
    count = {"content": 0, "page": 0, "index": 0}
    recall = Memory.recall

    def counting(self: Memory, name: str, parts) -> object:
        result = recall(self, name, parts)
        count[name.rpartition(" ")[2]] += result is not None
        return result

    monkeypatch.setattr(Memory, "recall", counting)
    return count


def test_one_edit_makes_one_page(project: Path, monkeypatch) -> None:
    recalled = counted(monkeypatch)
    site = project / "tests/sites/lamplight"
    replace(site / "docs/en/light/light-flickers.md", "Use the", "Use our")
    assert outcome(project) == clean_outcome(project)
    others = len(articles(site / "docs")) - 1
    assert (recalled["content"], recalled["page"]) == (others, others - 1), "its translation may lack the change now"
    assert recalled["index"] == 1, "that of the other language"


def test_only_a_changed_template_is_compiled(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a new process, which knows what an earlier one compiled, and no more."""
    template(project / "tests/sites/lamplight", Random(SEED))
    outcome(project)  # every page is rendered here, where a template's path is
    compiled: list[str] = []
    compile_template = jinja2.Environment.compile

    def noting(self: jinja2.Environment, source: Any, name: str, *options: Any) -> Any:
        compiled.append(name)
        return compile_template(self, source, name, *options)

    monkeypatch.setattr(jinja2.Environment, "compile", noting)
    monkeypatch.setattr(template_environment._Compiled, "_known", {})
    replace(project / "overrides/article.html", "data-edit=", "data-another-edit=")
    outcome(project)
    assert compiled == ["article.html"]


def test_a_cache_that_somebody_prepared_changes_nothing(project: Path) -> None:
    """Whatever stands in it: content of others, of other pages, nothing at all."""
    good = outcome(project)
    cache = project / "tests/sites/lamplight/.cache"
    kept = [file for file in sorted(cache.rglob("*")) if file.is_file() and file.name != ".gitignore"]
    assert len(kept) > 20
    contents = [file.read_bytes() for file in kept]
    for number, file in enumerate(kept):
        own, other = contents[number], contents[number - 1]
        file.write_bytes((other, own[:40], b"", own.replace(b"<p>", b"<script>alert(1)</script><p>"))[number % 4])
    assert outcome(project) == good


def test_with_another_engine_it_is_the_same(project: Path) -> None:
    site = project / "tests/sites/lamplight"
    for number in range(2):
        replace(site / "docs/en/light/light-flickers.md", "Use the", f"Use the {number}")
        done = run_build(site / "mkdocs.yml", site / "site", "--site-url", URL)
        assert done.returncode == 0, done.stderr
        assert files(site / "site") == clean_outcome(project)
