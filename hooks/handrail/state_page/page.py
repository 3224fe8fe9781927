"""Renders the state page: one HTML file that contains its style sheet, script and policy, and makes no requests."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from handrail.report.compare import Change
from handrail.report.state import State
from handrail.state_page import (
    changes,
    coverage,
    drift,
    findability,
    findings,
    freshness,
    guides,
    orphans,
    page_weights,
    visits,
)
from handrail.state_page.section import Section, Tile
from handrail.state_page.tiles import tiles

FOLDER = Path(__file__).parent
STYLE = "\n".join(FOLDER.joinpath(name).read_text("utf-8") for name in ("page.css", "graph.css"))


def render(state: State, change: Change | None = None, check: str = "python3 scripts/check.py") -> str:
    """The whole page. The same state gives the same bytes. `check` is how to type the command that lists findings."""
    sections: list[Section] = [
        *([changes.section(change)] if change else []),
        findings.section(state, change, check),
        coverage.section(state),
        drift.section(state),
        guides.section(state),
        freshness.section(state),
        findability.section(state, check),
        orphans.section(state),
        page_weights.section(state),
        visits.section(state),
    ]
    style, script = STYLE, FOLDER.joinpath("page.js").read_text("utf-8")
    shown: list[Tile] = tiles(state, change)
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html").render(
        state=state,
        change=change,
        sections=sections,
        tiles=shown,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
    )


def policy(style: str, script: str) -> str:
    """Allows this style sheet and this script, and nothing else."""
    parts = {
        "default-src": "'none'",
        "style-src": _hash(style),
        "script-src": _hash(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
