"""Looks at the built site, and with --url at the published one, and names what is missing there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import requests

from handrail.commands import arguments, terminal
from handrail.engine import build
from handrail.publishing import doctor


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(__doc__, "Exits with 1 if something is missing.")
    parser.add_argument("--site", type=Path, metavar="DIR", help="the built site; by default where a build puts it")
    parser.add_argument("--url", help="the address where it is published; asks the host for a dozen files")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(argv)
    try:
        config = build.configuration(options.config)
        site = options.site or Path(config.site_dir)
        findings = [*doctor.built(site, options.url or config.site_url or "")]
        if options.url and not findings:
            findings += doctor.published(site, options.url)
    except build.BuildFailed as error:
        return terminal.fail(error)
    except (requests.RequestException, ValueError) as error:  # urlsplit takes no brackets
        return terminal.fail(f"{options.url}: no answer ({type(error).__name__}). Is it the right address?")
    if options.format == "json":
        print(json.dumps({"findings": [asdict(finding) for finding in findings]}, ensure_ascii=False))
    else:
        print("\n".join(map(str, findings)) or "Nothing is missing.")
    return int(bool(findings))
