"""The templates and assets that a site has in place of the theme's: which of them replace a file that has changed.

What a site's folder of templates replaces is recorded in it by `handrail upgrade`, as a hash of each replaced file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from handrail.center.theme_resources import Theme
from handrail.schema.problem import Problem

RECORD = ".replaced.json"
"""In the site's folder of templates: by path, the hash of the replaced file when somebody last compared the two."""


def folder(theme: Theme) -> Path | None:
    """The site's own folder of templates, if it has one."""
    return theme.own[0] if len(theme.own) > 1 else None


def replaced(theme: Theme) -> dict[str, str]:
    """The hash of each file of the theme that a file of the site takes the place of, by path."""
    own = folder(theme)
    paths = sorted(file.relative_to(own).as_posix() for file in own.rglob("*") if file.is_file()) if own else []
    originals = {
        path: next((base / path for base in theme.folders[1:] if (base / path).is_file()), None) for path in paths
    }
    return {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in originals.items() if file}


def problems(theme: Theme) -> Iterator[Problem]:
    """The files that replace one of the theme that nobody has compared them with."""
    own = folder(theme)
    recorded = _recorded(own) if own else {}
    for path, hash in replaced(theme).items():
        if own and recorded.get(path) != hash:
            what = "a file of the theme that has changed" if path in recorded else "a file of the theme"
            fix = "Take over what it needs, then record that with: handrail upgrade"
            yield Problem(f"{own.name}/{path}", 0, f"it replaces {what}", fix)


def record(theme: Theme) -> None:
    """Write down what is replaced now. Does nothing where nothing ever was."""
    own, hashes = folder(theme), replaced(theme)
    if own and (hashes or (own / RECORD).exists()):
        (own / RECORD).write_text(json.dumps(hashes, indent=1) + "\n", "utf-8")


def _recorded(own: Path) -> dict[str, str]:
    try:
        recorded = json.loads((own / RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return recorded if isinstance(recorded, dict) else {}
