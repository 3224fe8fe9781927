"""Writes the lock files anew from pyproject.toml: exact versions with hashes, for every platform."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.require_python()
    from bench.lock_files import main

    main()
