"""Measures the guard: how many secrets it finds of each kind and language, and how many ordinary texts it blocks."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("test", "bench.guard_report")
