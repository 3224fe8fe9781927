"""Measures what a site costs to build, from 250 to 10,000 articles, beside plain Material on the same text."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    from bench.build_benchmark import main

    main()
