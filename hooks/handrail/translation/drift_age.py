"""How long a section has been outdated, and how much of it changed, as far as git knows."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from handrail.content.markdown_file import read
from handrail.content.source_change import NONE
from handrail.schema.source import Source
from handrail.translation import drift, git_history
from handrail.translation.drift import OutdatedSection

_WORDS = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]")
"""Words of the Latin alphabet, and single characters of all other scripts."""


@dataclass(frozen=True)
class DriftAge:
    """`since` is None where the change is not committed yet, or where nothing is known; then `known` is false."""

    known: bool
    since: datetime.date | None = None
    share: float = 0.0
    """How much of the section differs, from 0 to 1."""

    def describe(self, today: datetime.date) -> str:
        if not self.known:
            return "at an unknown date"
        days = (today - self.since).days if self.since else 0
        ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
        when = f"on {self.since}, {ago}" if self.since else "just now"
        percent = round(self.share * 100)
        return f"{when}, {f'about {percent} %' if percent else 'less than 1 %'} of it"


def drift_age(file: Path, section: OutdatedSection, text: str) -> DriftAge:
    """The age of a section. `file` is the original, `text` the section there today. Unknown if it is new or gone."""
    changed_on = None
    for version in git_history.versions(file) if section.what == "changed" else ():
        texts = _sections(version.text)
        if drift.hashed(texts).get(section.id, NONE) == section.was:
            return DriftAge(True, changed_on, _share(texts.get(section.id, ""), text))
        changed_on = version.date
    return DriftAge(False)


def _sections(text: str) -> dict[str, str]:
    markdown_file, _ = read(Source("", text), "", "")
    return drift.sections_of(markdown_file) if markdown_file else {}


def _share(before: str, after: str) -> float:
    return 1 - SequenceMatcher(None, _WORDS.findall(before), _WORDS.findall(after), autojunk=False).ratio()
