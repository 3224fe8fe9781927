"""What readers opened, where the logs of the host were counted."""

from __future__ import annotations

from handrail.report.state import State
from handrail.report.visits import Count
from handrail.state_page.html import count
from handrail.state_page.section import Pair, Section
from handrail.state_page.table import Column, Table, table


def section(state: State) -> Section:
    title = "Visits"
    visits = state.visits
    if visits is None:
        return Section("visits", title, "Not counted: `handrail visits LOG` counts them from a host's logs.", "none")
    entries = ", ".join(f"{code} {number:,}" for code, number in visits.entries.items()) or "not known"
    lead = (
        f"From {visits.since} to {visits.until}; only what was opened more than ten times. "
        f"Entries by language: {entries}. "
        f"The pages that lead to support were opened {count(visits.contact, 'time')}."
    )
    tables = (
        _table("visits-table", "The most read pages", visits.pages),
        _table("missing-table", "Addresses that were asked for and are not there", visits.missing),
    )
    return Section("visits", title, lead, "", tuple(Pair(None, listed) for listed in tables if listed.rows))


def _table(id: str, caption: str, counts: list[Count]) -> Table:
    columns = [Column("Address", is_code=True), Column("Visits", is_number=True)]
    return table(id, caption, columns, ([one.path or "/", one.visits] for one in counts), 1, True)
