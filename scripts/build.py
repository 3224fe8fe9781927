"""Builds the site: whole, or not at all."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    from handrail.commands.build import main

    main()
