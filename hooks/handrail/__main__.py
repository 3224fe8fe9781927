"""The command line of the package: `handrail build`, and the like."""

from __future__ import annotations

import sys
from pathlib import Path

from handrail.commands import terminal

VERBS = {
    "new": "new",
    "build": "build",
    "serve": "serve",
    "check": "check",
    "article": "new_article",
    "guide": "new_guide",
    "translate": "translate",
    "report": "report",
    "visits": "visits",
    "search-export": "search_export",
    "doctor": "doctor",
    "upgrade": "upgrade",
}
"""Each with the module of its command."""


def main() -> int:
    program = "python3 -m handrail" if Path(sys.argv[0]).name == "__main__.py" else "handrail"
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb not in VERBS:
        return terminal.fail(f"Usage: {program} {{{','.join(VERBS)}}} ... (each has --help)")
    sys.argv = [f"{program} {verb}", *sys.argv[2:]]
    return terminal.run(f"handrail.commands.{VERBS[verb]}")


if __name__ == "__main__":
    sys.exit(main())
