"""A page that is made alone, as the preview shows it at once, is that of a whole build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import URL
from site_builds import copy_site

from handrail.engine import build, edited_page
from handrail.pages.site_context import KEY

ARTICLE = "en/light/light-flickers.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> build.Built:
    """The site `lamplight`, built by a process that may make pages of it again."""
    return whole(copy_site("lamplight", tmp_path_factory.mktemp("edited").resolve()))


def whole(folder: Path) -> build.Built:
    return build.build("mkdocs", folder / "mkdocs.yml", folder / "site", URL, False)


@pytest.fixture
def article(site: build.Built) -> Iterator[Path]:
    """An article of the site, which may be edited."""
    file = Path(site.config.docs_dir, ARTICLE)
    text = file.read_text("utf-8")
    yield file
    file.write_text(text, "utf-8")


@pytest.mark.parametrize("code", ["en", "zh-Hant"])
def test_every_page_is_that_of_a_whole_build(site: build.Built, code: str) -> None:
    """Of one language, as a translation's page tells what its original was in the last build."""
    docs = Path(site.config.docs_dir)
    pages = site.config.extra[KEY].center.content_pages
    texts = {path: (docs / path).read_text("utf-8") for path, page in pages.items() if page.language == code}
    for number, (path, text) in enumerate(texts.items()):
        more = f"\n\n## Part {number}\n\nSee [the page](#part-{number}), `{number}` and **this**.\n"
        (docs / path).write_text(text.rstrip() + more, "utf-8")
    made = {file: text for path in texts for file, text in edited_page.pages(site.config, [path]).items()}
    assert sum('id="part-' in text for text in made.values()) > 5, "all articles; the home page shows no Markdown"
    again = whole(docs.parent)
    for path, text in texts.items():
        (docs / path).write_text(text, "utf-8")
    assert made == {file: (again.out / file).read_text("utf-8") for file in made}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\ntitle: ", "\ntitle: Another "),
        ("\n---\n\n", "\n---\n\n<script>alert(1)</script>\n\n"),
        ("---\n", ""),
        ("\n---\n\n", "\n---\n\n" + "> " * 60 + "deep\n\n"),
    ],
    ids=["front matter", "unsafe HTML", "no front matter", "too deep"],
)
def test_what_only_a_whole_build_can_show_or_refuse_waits_for_it(
    site: build.Built, article: Path, old: str, new: str
) -> None:
    text = article.read_text("utf-8")
    assert old in text
    article.write_text(text.replace(old, new, 1), "utf-8")
    assert edited_page.pages(site.config, [ARTICLE]) == {}


def test_a_file_that_is_gone_waits_too(site: build.Built, article: Path) -> None:
    article.unlink()
    assert edited_page.pages(site.config, [ARTICLE]) == {}


def test_a_site_with_hooks_of_its_own_waits(site: build.Built, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert edited_page.pages(site.config, [ARTICLE]) != {}
    monkeypatch.setattr(edited_page.fingerprint, "HOOKS", ())
    assert edited_page.pages(site.config, [ARTICLE]) == {}
