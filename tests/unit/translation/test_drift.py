"""A section of a translation is outdated where its original changed, and nowhere else."""

from __future__ import annotations

import pytest
from factories import article

from handrail.content.source_change import Change, level
from handrail.translation import drift
from handrail.translation.drift import TOP

BODY = """
First words.

## Steps {#steps}

1. Look.

```text
## not a heading {#code}
```

### More {#more}

## Without an id

Still more.
"""


def test_a_section_ends_at_the_next_heading_with_an_id() -> None:
    texts = drift.sections("Title", "Summary", BODY)
    assert list(texts) == [TOP, "steps", "more"]
    assert texts[TOP].startswith("Title\nSummary\n")
    assert "First words." in texts[TOP]
    assert "not a heading" in texts["steps"]
    assert "Still more." in texts["more"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("First words.", "First\nwords."),
        ("1. Look.", "1.  Look.\n"),
        ("### More", "<!-- check: allow a/b: c -->\n\n### More"),
    ],
)
def test_white_space_and_suppressions_do_not_count(old: str, new: str) -> None:
    assert drift.hashed(drift.sections("", "", BODY.replace(old, new))) == drift.hashed(drift.sections("", "", BODY))


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("First words.", "First word.", {TOP}),
        ("## Steps", "## Step", {"steps"}),
        ("not a heading", "no heading", {"steps"}),
        ("{#more}", "{#other}", {"more", "other"}),
    ],
)
def test_any_other_change_affects_only_its_section(old: str, new: str, changed: set[str]) -> None:
    before = drift.hashed(drift.sections("", "", BODY))
    after = drift.hashed(drift.sections("", "", BODY.replace(old, new)))
    assert {id for id in before | after if before.get(id) != after.get(id)} == changed


def test_the_title_and_the_summary_belong_to_the_first_section() -> None:
    first = drift.hashed(drift.sections("Title", "Summary", BODY))
    for other in (("Titel", "Summary"), ("Title", "Sum")):
        again = drift.hashed(drift.sections(*other, BODY))
        assert {id for id in first if first[id] != again[id]} == {TOP}


def pair(recorded: dict[str, str], changes: list[Change] | None = None):
    return article(language="en", changes=changes or []), article(language="fr", source_hashes=recorded)


def test_a_section_is_changed_new_or_gone() -> None:
    source, translation = pair({TOP: "00000001", "same": "00000002", "gone": "00000003"})
    now = {TOP: "00000009", "same": "00000002", "new": "00000004"}
    sections = [(section.id, section.what, section.level) for section in drift.outdated(source, now, translation)]
    assert sections == [(TOP, "changed", "medium"), ("new", "new", "medium"), ("gone", "gone", "medium")]


def change(since: str, to: str, importance: str, section: str = "steps") -> Change:
    return Change(section=section, level=importance, since=since.split(), hash=to, date="2026-11-24")


A, B, C, D = "aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], "medium"),
        ([change(A, C, "typo")], "typo"),
        ([change(A, C, "major")], "major"),
        ([change(A, B, "typo")], "medium"),  # a later change is not marked
        ([change(B, C, "typo")], "medium"),  # an earlier change is not marked
        ([change(A, B, "typo"), change(B, C, "typo")], "typo"),
        ([change(A, B, "major"), change(B, C, "typo")], "major"),
        ([change(A, B, "typo"), change(B, C, "major")], "major"),
        ([change(A, B, "major"), change(A, C, "typo")], "typo"),  # marks the whole change
        ([change(f"{A} {D}", C, "typo")], "typo"),
        ([change(A, C, "typo", section="other")], "medium"),
        ([change(C, A, "typo")], "medium"),
        ([change(C, A, "typo"), change(A, C, "major"), change(C, C, "typo")], "major"),
    ],
)
def test_a_mark_covers_one_change_and_hides_no_other(changes: list[Change], expected: str) -> None:
    assert level(changes, "steps", A, C) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"en": None, "fr": None}, {"fr": "en"}),
        ({"en": "fr", "fr": None}, {"en": "fr"}),
        ({"en": None, "fr": "fr", "de": None}, {"en": "fr", "de": "fr"}),
        ({"fr": None, "de": None}, {"de": "fr"}),
        ({"en": "xx", "fr": None}, {"fr": "en"}),
        ({"en": None}, {}),
    ],
)
def test_the_source_is_the_declared_language_or_the_first_one(files, expected) -> None:
    articles = [article(language=code, source=source) for code, source in files.items()]
    sources = {
        translation.language: source.language for source, translation in drift.pairs(articles, ["en", "fr", "de"])
    }
    assert sources == expected
