"""The ids of a page: those that an author wrote must not be those of its header, its contents or another part."""

from __future__ import annotations

import re

from handrail.schema.problem import ContentError, Problem

_ID = re.compile(r"""<[^>]*?\sid=["']?([^\s"'>]+)""")


def require_own_ids(page: str, content: str, path: str) -> None:
    """Stop a build in which the `content` of the HTML `page` has an id of the template's. Raises ContentError.

    `path` is that of the Markdown file, below the docs folder.
    """
    written = set(_ID.findall(content))
    taken = written & set(_ID.findall(page.replace(content, "", 1))) if written else set()
    if taken:
        message, fix = "the id '{}' is that of another part of the page", "Rename it, the same in every language."
        raise ContentError([Problem(path, 0, message.format(id), fix) for id in sorted(taken)])
