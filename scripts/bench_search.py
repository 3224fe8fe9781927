"""Measures search against its peers: the same documents, the same questions, the same browser."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("test", "bench.search_benchmark")
