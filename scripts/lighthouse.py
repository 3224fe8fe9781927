"""Audits the built site with Google's Lighthouse, as a phone and as a desktop."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("test", "bench.lighthouse")
