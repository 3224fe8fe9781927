"""Signals that wait while what must not be cut in two is done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SUPERSEDED = getattr(signal, "SIGUSR1", None)
"""What tells a build of the preview that there is a newer state to build; None on systems without such signals."""


@contextmanager
def signals_held() -> Iterator[None]:
    """Let Ctrl-C, termination, a terminal that closes and a newer state wait until the block has ended."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    received: list[int] = []
    signals = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    signals += [SUPERSEDED] if SUPERSEDED else []
    handlers = [signal.signal(number, lambda sent, _: received.append(sent)) for number in signals]
    try:
        yield
    finally:
        for held, handler in zip(signals, handlers, strict=True):
            signal.signal(held, handler)
        for number in received:
            signal.raise_signal(number)
