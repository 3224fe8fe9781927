"""A key of the front matter changes, and every other character of the file stays."""

from __future__ import annotations

import pytest

from handrail.authoring.front_matter import change, write

FILE = """---
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


def test_a_key_is_changed_in_place() -> None:
    assert change(FILE, "status", "status: draft") == FILE.replace("status: 'published'", "status: draft")


def test_a_value_of_several_lines_is_replaced_and_comments_around_it_stay() -> None:
    changed = change(FILE, "source_hashes", 'source_hashes:\n  _top: "22222222"')
    old = FILE[FILE.index("source_hashes") : FILE.index("\n\n# and the rest")]
    assert changed == FILE.replace(old, 'source_hashes:\n  _top: "22222222"')


def test_a_comment_before_the_next_key_stays_with_that_key() -> None:
    assert "  # - what nobody asks\n\n# of a translation\nsource_hashes" in change(FILE, "questions", "questions: [a]")


def test_a_missing_key_is_added_at_the_end() -> None:
    assert change(FILE, "state", "state: done") == FILE.replace("published'\n---", "published'\nstate: done\n---")


def test_a_key_is_deleted() -> None:
    assert "source_hashes" not in change(FILE, "source_hashes", "")
    assert change(FILE, "owner", "") == FILE


def test_a_nested_key_is_another_key() -> None:
    text = "---\nfirst:\n  status: a\nstatus: b\n---\n"
    assert change(text, "status", "status: c") == "---\nfirst:\n  status: a\nstatus: c\n---\n"


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_keeps_its_line_endings_and_its_byte_order_mark(before: str, end: str, tmp_path) -> None:
    file = tmp_path / "article.md"
    file.write_bytes((before + FILE).replace("\n", end).encode())
    write(file, "state", "state: done")
    assert file.read_bytes().decode() == (before + change(FILE, "state", "state: done")).replace("\n", end)


def test_a_file_without_front_matter_is_refused() -> None:
    with pytest.raises(ValueError, match="no front matter"):
        change("Text.\n", "state", "state: done")
