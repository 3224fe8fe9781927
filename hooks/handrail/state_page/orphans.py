"""Orphans: articles that no page leads to."""

from __future__ import annotations

from handrail.report.state import State
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Column, table

RULE = "links/orphan"


def section(state: State) -> Section:
    found = [finding for finding in state.findings if finding.rule == RULE]
    if not found:
        return Section("orphans", "Orphans", "Every article is led to by another page.", "good")
    lead = f"{count(len(found), 'article')} no other page leads to: only the menu and search know of them."
    columns = [Column("File", is_code=True), Column("What is wrong"), Column("Cure")]
    rows = [[finding.path, finding.message, finding.fix] for finding in found]
    return Section(
        "orphans",
        "Orphans",
        lead,
        "near",
        (Pair(None, table("orphans-table", "Articles that no page leads to", columns, rows)),),
    )
