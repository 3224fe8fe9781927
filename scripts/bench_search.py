"""Measures search beside its peers: the same documents, the same questions, the same browser, side by side."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    from bench.search_benchmark import main

    main()
