"""Measures search: indexes any documents as a build does, and asks the questions of the modules a browser loads."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    from bench.search_quality import main

    main()
