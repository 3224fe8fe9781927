"""Writes what a search server needs to answer instead of the browser."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("site", "handrail.commands.search_export")
