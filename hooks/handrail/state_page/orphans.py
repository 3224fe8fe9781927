"""Orphans: articles that no other page links to."""

from __future__ import annotations

from handrail.report.state import State
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Column, table

RULE = "links/orphan"


def section(state: State) -> Section:
    findings = [finding for finding in state.findings if finding.rule == RULE]
    if not findings:
        return Section("orphans", "Orphans", "Another page links to every article.", "good")
    lead = f"No other page links to {count(len(findings), 'article')}: readers reach them only by the menu and search."
    columns = [Column("File", is_code=True), Column("Problem"), Column("Fix")]
    rows = [[finding.path, finding.message, finding.fix] for finding in findings]
    return Section(
        "orphans",
        "Orphans",
        lead,
        "near",
        (Pair(None, table("orphans-table", "Articles that no other page links to", columns, rows)),),
    )
