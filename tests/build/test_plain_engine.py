"""The engine's own command builds the site as `scripts/build.py` does, and neither is in the other's way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from built_site import CONFIGS, ROOT, URL, Site, files
from site_builds import build


def test_the_engine_alone_makes_the_same_site_and_the_next_build_may_replace_it(bitpie: Site, tmp_path: Path) -> None:
    out = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(CONFIGS["bitpie"])]
    plain = subprocess.run(
        [*command, "--site-dir", str(out)],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": URL},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert plain.returncode == 0, plain.stderr
    assert files(out) == files(bitpie.folder)
    again = build(CONFIGS["bitpie"], out, "--site-url", URL)
    assert again.returncode == 0, again.stderr
    assert files(out) == files(bitpie.folder)
