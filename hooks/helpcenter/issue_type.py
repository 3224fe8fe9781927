"""An issue type: what a reader's trouble is about. All of them are listed in docs/data/issue_types.yml."""

from __future__ import annotations

from .value import Id, Localized, Value


class IssueType(Value):
    id: Id
    title: Localized
