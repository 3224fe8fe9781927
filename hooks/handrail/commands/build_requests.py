"""Builds for the preview: as often as it asks, in one process, whose memory keeps what was read and worked out.

A request is a line of JSON, and so is the answer: the paths of documents below the docs folder, for their pages alone
to be made, which is answered by the files that were written, or an empty list, for the whole site, which is answered by
the status, what was said, and what was wrong, or by null where the signal of a newer state ended it halfway.
"""

from __future__ import annotations

import gc
import json
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any

from handrail.authoring import whole_file
from handrail.cache import in_process
from handrail.engine import edited_page
from handrail.engine.build import Built
from handrail.publishing.held_signals import SUPERSEDED


class _Superseded(BaseException):
    """There is a newer state to build."""


class Requests:
    """`build` builds the site and returns its status, and what was built."""

    def __init__(self, build: Callable[[], tuple[int, Built | None]]) -> None:
        self.build = build
        self._built: Built | None = None
        """The last site that became whole."""
        self._building = False
        self._errors = StringIO()
        """One for all builds, as whoever logs holds on to it."""

    def answer(self) -> None:
        """Answer every request, until there are no more."""
        in_process.begin()
        if SUPERSEDED:
            signal.signal(SUPERSEDED, self._stop)
        answers = sys.stdout
        for request in sys.stdin:
            with redirect_stdout(StringIO()) as output, redirect_stderr(self._errors):
                paths = json.loads(request)
                answer: Any = self._write(paths) if paths else self._build(output)
            self._errors.seek(0)
            self._errors.truncate()
            print(json.dumps(answer), file=answers, flush=True)
            gc.collect()  # a build leaves much that only holds each other, and nobody waits now

    def _build(self, output: StringIO) -> tuple[int, str, str] | None:
        try:
            self._building = True
            status, built = self.build()
            self._building = False
        except _Superseded:
            return None
        self._built = built or self._built
        return status, output.getvalue(), self._errors.getvalue()

    def _stop(self, *_: object) -> None:
        if self._building:
            self._building = False
            raise _Superseded

    def _write(self, paths: list[str]) -> list[str]:
        """The files of the pages of some documents, written anew."""
        assert self._built
        pages = edited_page.pages(self._built.config, paths)
        for path, text in pages.items():
            whole_file.write(self._built.out / path, text)
        return list(pages)
