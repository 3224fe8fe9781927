"""The command line of the package: `python -m handrail build`, and the like."""

from __future__ import annotations

import sys

from handrail.commands import terminal

VERBS = ("build", "check", "new_article", "report", "serve", "translate")


def main() -> int:
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb not in VERBS:
        return terminal.fail(f"Usage: python -m handrail {{{','.join(VERBS)}}} ... (each has --help)")
    sys.argv = [f"handrail {verb}", *sys.argv[2:]]
    return terminal.run(f"handrail.commands.{verb}")


if __name__ == "__main__":
    sys.exit(main())
