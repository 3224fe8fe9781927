"""Writes the file of a new guide, all languages side by side, ready to be filled."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("site", "handrail.commands.new_guide")
