"""What our own engine says of a page that cannot be made. What it makes is held against MkDocs in tests/build/."""

from __future__ import annotations

from pathlib import Path

import pytest

from handrail.engine.own.build import build
from handrail.engine.own.config import load_config

HOOK = """
def on_page_read_source(page, config):
    return "# Text"
def on_page_content(html, **_):
    return html / 2
"""


def test_an_error_that_nobody_foresaw_names_the_page(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").touch()
    (tmp_path / "failing_hook.py").write_text(HOOK, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Tiny\ntheme: material\nhooks: [failing_hook.py]\n", "utf-8")
    with pytest.raises(TypeError, match="unsupported operand"):
        build(load_config(str(tmp_path / "mkdocs.yml"), None, None))
    assert [message.partition(": ")[0] for message in caplog.messages] == ["Error in page 'a.md'"]
