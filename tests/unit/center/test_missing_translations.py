"""Which published articles a language lacks."""

from __future__ import annotations

from factories import markdown_file

from handrail.center import missing_translations
from handrail.content.markdown_file import MarkdownFile

CODES = ("en", "fr")


def article(path: str, head: str) -> MarkdownFile:
    language = path.split("/")[0]
    return markdown_file(f"---\n{head}\n---\n", path, language if language in CODES else "")


def counterparts(*articles: MarkdownFile) -> list[str]:
    return [str(each) for each in missing_translations.problems(CODES, articles)]


def test_a_published_article_that_a_language_lacks_is_named_with_the_place_for_its_twin() -> None:
    assert counterparts(article("en/x/a.md", "id: a\nstatus: published")) == [
        "docs/en/x/a.md:2: 'a' has no 'fr' translation. Translate it into docs/fr/x/a.md."
    ]


def test_a_translation_whose_id_differs_is_named_once() -> None:
    here, there = article("en/x/a.md", "id: a\nstatus: published"), article("fr/x/a.md", "id: aa\nstatus: published")
    differs = "docs/en/x/a.md:2: 'a' has no 'fr' translation: docs/fr/x/a.md has the id 'aa'. Make the ids the same."
    assert counterparts(here, there) == [differs]
    elsewhere = article("en/y/a.md", "id: aa\nstatus: published")
    assert counterparts(here, there, elsewhere) == [differs]
    draft = article("en/x/a.md", "id: a\nstatus: draft")
    assert counterparts(draft, there) == [
        "docs/fr/x/a.md:2: 'aa' has no 'en' translation: docs/en/x/a.md has the id 'a'. Make the ids the same."
    ]


def test_a_twin_may_be_a_draft_and_a_draft_needs_none() -> None:
    assert (
        counterparts(article("en/a.md", "id: a\nstatus: published"), article("fr/b.md", "id: a\nstatus: draft")) == []
    )
    assert counterparts(article("en/a.md", "id: a\nstatus: draft")) == []


def test_pages_and_articles_in_no_language_have_no_twins() -> None:
    assert (
        counterparts(article("en/about.md", "template: main.html"), article("de/a.md", "id: a\nstatus: published"))
        == []
    )
