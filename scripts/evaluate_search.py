"""Measures search: indexes any documents as a build does, and asks questions of the modules a browser loads."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("test", "bench.search_quality")
