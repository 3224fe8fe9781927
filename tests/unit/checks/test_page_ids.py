"""An id of a heading is not that of a part of the page."""

from __future__ import annotations

import pytest

from handrail.checks.page_ids import require_own_ids
from handrail.schema.problem import ContentError

PAGE = '<nav id="menu"></nav><article>{}</article>'


def test_an_id_of_the_page_is_refused() -> None:
    content = '<h2 id="menu">A</h2>'
    with pytest.raises(ContentError, match=r"en/a\.md: the id 'menu' is that of another part of the page"):
        require_own_ids(PAGE.format(content), content, "en/a.md")


def test_other_ids_are_not() -> None:
    content = '<h2 id="first">A</h2>'
    require_own_ids(PAGE.format(content), content, "en/a.md")
