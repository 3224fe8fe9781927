"""Drafts are built for a look only, each marked as one; what is wrong in one stops nothing."""

from __future__ import annotations

from pathlib import Path

from commands import run
from site_builds import copy_site


def test_a_draft_is_built_where_that_is_wanted_and_marked(tmp_path: Path) -> None:
    site = copy_site("minimal", tmp_path)
    article = site / "docs/en/start/reach-support.md"
    draft = article.read_text("utf-8").replace("id: reach-support", "id: later").replace("published", "draft")
    (article.parent / "later.md").write_text(f"{draft}\n[gone](gone.md) <script>alert(1)</script>\n", "utf-8")
    built = {}
    for options in ((), ("--drafts",)):
        out = tmp_path / f"site{len(options)}"
        done = run("build", "--config", str(site / "mkdocs.yml"), "--out", str(out), *options)
        assert done.returncode == 0, done.stderr
        built[options] = {path.parent.name: path.read_text("utf-8") for path in out.glob("en/start/*/index.html")}
    assert built[()].keys() == {"reach-support"}
    marked = {name: "status: draft" in html for name, html in built["--drafts",].items()}
    assert marked == {"reach-support": False, "later": True}
