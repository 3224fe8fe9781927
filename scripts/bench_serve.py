"""Edits a site under `serve` faster than it builds, and says whether the end is right and what the waiting costs."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("check", "bench.serve_benchmark")
