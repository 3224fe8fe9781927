"""Looks at the built site, and at the published one, and names what is missing there."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("site", "handrail.commands.doctor")
