"""Old ids of rules and families. For one release they go on working, with a hint that names the new id."""

from __future__ import annotations

from collections.abc import Mapping

RENAMED: Mapping[str, str] = {
    "drift/behind": "drift/outdated",
    "drift/started": "drift/unfinished",
    "findability/unasked": "findability/not-checked",
    "shape": "structure",
    "shape/heading-twice": "structure/duplicate-heading-id",
    "shape/question-twice": "structure/duplicate-question",
    "shape/title-twice": "structure/duplicate-title",
    "twins": "translations",
    "twins/head": "translations/front-matter",
    "twins/notes": "translations/admonitions",
    "twins/pictures": "translations/images",
    "check/silence-reason": "suppression/reason",
    "check/silence-refused": "suppression/refused",
    "check/silence-unknown": "suppression/unknown",
    "check/silence-unused": "suppression/unused",
}
"""By old id. The name of a family stands for all its rules that are not listed one by one."""


def current(id: str) -> str:
    """The id that a rule or a family has today."""
    family, slash, name = id.partition("/")
    return RENAMED.get(id) or f"{RENAMED.get(family, family)}{slash}{name}"
