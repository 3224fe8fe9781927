"""Measures the guard: how many secrets it finds in each disguise and language, and how many ordinary texts it blocks.

The corpora are made from a seed: recovery phrases from the package `mnemonic`, keys in the formats of the networks,
public things that look like keys. Ordinary texts are this repository's own, and those of a folder of your choice.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import environment


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--count", type=int, default=60, metavar="N", help="texts of each kind and language; default: 60"
    )
    parser.add_argument("--seed", default="guard", help="another seed makes other corpora; default: guard")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="ordinary texts: .md, .txt, and .jsonl with 'text'")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="also print N texts of each kind that failed"
    )
    options = parser.parse_args()
    environment.enter("test")

    from bench import guard_report

    guard_report.run(options.seed, options.count, options.texts, options.misses)


if __name__ == "__main__":
    main()
