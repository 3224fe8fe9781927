"""Measures what a page takes on a slow phone, beside plain Material with the same Markdown, in one run."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    from bench.page_benchmark import main

    main()
