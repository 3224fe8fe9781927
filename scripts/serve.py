"""Shows the site in a browser while it is written."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("check", "handrail.commands.serve")
