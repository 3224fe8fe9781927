"""Asks nginx and Caddy for pages at a steady rate, with the settings that the build writes for them."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("site", "bench.host_benchmark")
