"""Measures a search server that is loaded with an export, next to the search in the browser."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("test", "bench.hosted_search")
