"""Builds the site: whole, or not at all."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

import environment


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog="A failed build changes nothing: the last good site stays where it is."
    )
    default = environment.ROOT / "mkdocs.yml"
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help="default: mkdocs.yml")
    parser.add_argument("--out", type=Path, metavar="DIR", help="default: the site_dir of the config, site/")
    parser.add_argument("--site-url", metavar="URL", help="default: the site_url of the config")
    parser.add_argument("--engine", choices=("mkdocs", "properdocs"), default="mkdocs")
    parser.add_argument("--verbose", action="store_true", help="also show what goes well")
    options = parser.parse_args()
    environment.enter("test" if options.engine == "properdocs" else "site")

    from handrail.engine import build

    try:
        built = build.build(options.engine, options.config, options.out, options.site_url, options.verbose)
    except build.BuildFailed as failure:
        sys.exit(str(failure))
    print(f"Built {built.pages} pages in {built.seconds:.1f} s: {built.out}")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # told to end, it cleans up as after Ctrl-C
    try:
        main()
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        sys.exit(130)
