"""Measures what a page takes on a slow phone, against plain Material with the same Markdown."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("test", "bench.page_benchmark")
