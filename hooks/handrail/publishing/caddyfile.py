"""The configuration of Caddy that a site carries: what to send with its files, in Caddy's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handrail.center.routes import NOT_FOUND
from handrail.publishing.host_headers import AT_ONCE, FOR_EVER, HASHED, SHARED, SHARING, TEXTS, TYPES, Exceptions


def configuration(headers: Mapping[str, str], root: str, exceptions: Exceptions, is_precompressed: bool) -> str:
    """Everything is for the addresses below `root` alone, and the rest of the site's block is left as it was."""
    kept = f"^{re.escape(root)}{HASHED.removeprefix('/')}"
    serve = ["\tfile_server {", "\t\tprecompressed br gzip", "\t}"] if is_precompressed else ["\tfile_server"]
    return "\n".join(
        [
            "# Inside the block of the site, next to `root`:  import /path/to/the/site/.hosting/Caddyfile",
            "",
            f"handle {root}* {{",
            "\tencode {",
            "\t\tzstd",
            "\t\tgzip",
            "\t\tmatch {",
            *(f"\t\t\theader Content-Type {kind}*" for kind in ("text/html", *TEXTS)),
            "\t\t}",
            "\t}",
            "\theader {",
            *(f'\t\t{name} "{value}"' for name, value in headers.items()),
            "\t}",
            f'\t@kept path_regexp "{kept}"',
            f'\theader @kept Cache-Control "{FOR_EVER}"',
            "\t@new not {",
            f'\t\tpath_regexp "{kept}"',
            "\t}",
            f'\theader @new Cache-Control "{AT_ONCE}"',
            *(f'\theader {root}{SHARED} {name} "{value}"' for name, value in SHARING.items()),
            *(
                line
                for place, changes in exceptions.items()
                for line in (
                    f"\theader {root}{place} {{",
                    *(f'\t\t{name} "{value}"' for name, value in changes.items()),
                    "\t\tdefer",  # set last
                    "\t}",
                )
            ),
            *(f"\t@{end} path *.{end}" for end in TYPES),
            *(f'\theader @{end} Content-Type "{kind}; charset=utf-8"' for end, kind in TYPES.items()),
            "\t# Of what is hidden, only what is meant for others.",
            "\t@hidden {",
            '\t\tpath_regexp "/\\."',
            f"\t\tnot path {root}.well-known/*",
            "\t}",
            "\terror @hidden 404",
            *serve,
            "}",
            "handle_errors {",
            f"\thandle {root}* {{",
            "\t\theader {",
            *(f'\t\t\t{name} "{value}"' for name, value in headers.items()),
            "\t\t}",
            f'\t\theader Cache-Control "{AT_ONCE}"',
            f"\t\trewrite * {root}{NOT_FOUND}",
            "\t\tfile_server",
            "\t}",
            "}",
            "",
        ]
    )
