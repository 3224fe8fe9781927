"""Work on many things, by as many processes as there are cores.

The processes are forks: they hold what this one has read, and send back what they make of it. A process with threads is
not forked, as its fork could wait for ever for a lock that one of them held.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar

Item = TypeVar("Item")

MANY = 100
"""From so many items on, processes are worth starting."""


def each(work: Callable[[Item], bytes], items: Sequence[Item]) -> Iterator[bytes]:
    """What `work` makes of the items, in their order, as far as it is made elsewhere.

    It may end early, or at once: where the items are few, or a process cannot be started, or ends before its work does.
    """
    processes = os.cpu_count() or 1
    if len(items) < MANY or processes == 1 or sys.platform != "linux" or threading.active_count() > 1:
        return
    with suppress(EOFError, OSError):
        results = [_start(work, items[number::processes]) for number in range(processes)]
        for number in range(len(items)):
            yield results[number % processes].recv_bytes()


def _start(work: Callable[[Item], bytes], items: Sequence[Item]) -> Connection:
    """A process that ends when its work does, or when nobody reads the results any more."""
    fork = multiprocessing.get_context("fork")
    reader, writer = fork.Pipe(duplex=False)
    with writer:
        fork.Process(target=_work, args=(work, items, reader, writer), daemon=True).start()
    return reader


def _work(work: Callable[[Item], bytes], items: Sequence[Item], reader: Connection, results: Connection) -> None:
    reader.close()  # what nobody reads cannot be written any more, unless the writer holds the other end itself
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the one that was started says so
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(OSError):
        for item in items:
            results.send_bytes(work(item))
