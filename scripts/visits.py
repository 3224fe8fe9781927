"""Counts what readers open, from the logs of a web server."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("check", "handrail.commands.visits")
