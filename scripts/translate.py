"""Shows which translations have fallen behind, records what was brought up to date, and starts new ones."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("site", "handrail.commands.translate")
