"""Notices when something changes that a site is built from.

The system tells of changes, and a look at the files themselves says whether there was one: an editor's temporary files
are none, and nothing that happens during a build is missed. Where a system tells nothing, as in some shared or mounted
folders, that look comes every ten seconds.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from threading import Event

from watchfiles import watch

from handrail.engine import source_files

Snapshot = dict[Path, tuple[int, int]]  # time of last change in nanoseconds, size in bytes

LOOK = 10_000
"""Milliseconds between two looks where nothing is told."""
LOOK_FOR_MISSING = 500
"""The same while the configuration or a folder is not there, which cannot be watched."""
STEP = 100
"""Milliseconds for which nothing more must change. The system is asked as often."""


def snapshot(config_file: Path) -> Snapshot:
    """The state of every file that a build with this configuration reads."""
    taken = {}
    for file in source_files.files(config_file):
        try:
            state = file.stat()
        except OSError:
            continue  # gone since it was listed
        taken[file] = (state.st_mtime_ns, state.st_size)
    return taken


def wait_for_change(config_file: Path, known: Snapshot, until: Event | None = None) -> Snapshot:
    """The first state in which a file is another than in the known one; the known one where an event comes first."""
    sources = source_files.sources(config_file)
    there = [source for source in sources if source.exists()] or [config_file.parent]
    timeout = LOOK if len(there) == len(sources) else LOOK_FOR_MISSING
    told = watch(*there, watch_filter=None, step=STEP, rust_timeout=timeout, yield_on_timeout=True, stop_event=until)
    for _ in chain([()], told):  # the first look is for what changed since the known state
        if (now := snapshot(config_file)) != known:
            return now
    return known
