"""Measures what a site costs to build, against plain Material on the same text."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("site", "bench.build_benchmark")
