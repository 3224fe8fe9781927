"""Asks Lighthouse, Google's audit of pages, what it thinks of the built site: on a phone and on a desk."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    from bench.lighthouse import main

    main()
