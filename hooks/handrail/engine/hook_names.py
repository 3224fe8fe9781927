"""The hooks in the order in which they hear of an event. They are modules of `handrail.hooks` in the wheel."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

HOOKS = (
    "content",
    "pictures",
    "languages",
    "announcements",
    "theme",
    "javascript",
    "search_index",
    "stylesheets",
    "site_icons",
    "metadata",
    "contact_form",
    "well_known",
    "service_worker",
    "security_policy",
)


def left_out(files: Iterable[str]) -> list[str]:
    """Those of HOOKS that a list of files lacks which names most of them. Other lists are of a site's own hooks."""
    names = {PurePath(file).stem for file in files}
    missing = [name for name in HOOKS if name not in names]
    return missing if len(missing) < len(HOOKS) / 2 else []
