"""A key of a head is changed, and every other character of the file stays."""

from __future__ import annotations

import pytest

from handrail.authoring.front_matter import change, write

HEAD = """---
# Who looks after it: the editors.
id: lost-lamp   # never changed
questions:
  - "where is my lamp"
  # - what nobody asks

# of a translation
source_hashes:
  _top: "00000000"
  # the steps
  steps: "11111111"

# and the rest
status: 'published'
---

Text. status: draft
---
"""


def test_a_key_is_changed_where_it_stands() -> None:
    assert change(HEAD, "status", "status: draft") == HEAD.replace("status: 'published'", "status: draft")


def test_a_value_of_several_lines_is_replaced_whole_and_comments_around_it_stay() -> None:
    made = change(HEAD, "source_hashes", 'source_hashes:\n  _top: "22222222"')
    old = HEAD[HEAD.index("source_hashes") : HEAD.index("\n\n# and the rest")]
    assert made == HEAD.replace(old, 'source_hashes:\n  _top: "22222222"')


def test_a_comment_before_the_next_key_stays_with_that_key() -> None:
    assert "  # - what nobody asks\n\n# of a translation\nsource_hashes" in change(HEAD, "questions", "questions: [a]")


def test_a_key_that_is_not_there_comes_last() -> None:
    assert change(HEAD, "state", "state: done") == HEAD.replace("published'\n---", "published'\nstate: done\n---")


def test_a_key_is_deleted() -> None:
    assert "source_hashes" not in change(HEAD, "source_hashes", "")
    assert change(HEAD, "owner", "") == HEAD


def test_a_key_in_another_value_is_another_key() -> None:
    text = "---\nfirst:\n  status: a\nstatus: b\n---\n"
    assert change(text, "status", "status: c") == "---\nfirst:\n  status: a\nstatus: c\n---\n"


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_keeps_its_line_ends_and_its_mark(before: str, end: str, tmp_path) -> None:
    file = tmp_path / "article.md"
    file.write_bytes((before + HEAD).replace("\n", end).encode())
    write(file, "state", "state: done")
    assert file.read_bytes().decode() == (before + change(HEAD, "state", "state: done")).replace("\n", end)


def test_a_file_without_a_head_is_refused() -> None:
    with pytest.raises(ValueError, match="no front matter"):
        change("Text.\n", "state", "state: done")
