"""Checks content against every rule, and names each problem, its place and its fix."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("check", "handrail.commands.check")
