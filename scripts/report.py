"""Writes the state page: how the help center is on this day."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("check", "handrail.commands.report")
