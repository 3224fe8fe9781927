"""Signals that wait while what must not be cut in two is done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def signals_held() -> Iterator[None]:
    """Let Ctrl-C, termination and a terminal that closes wait until the block has ended."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    received: list[int] = []
    signals = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    handlers = [signal.signal(number, lambda sent, _: received.append(sent)) for number in signals]
    try:
        yield
    finally:
        for held, handler in zip(signals, handlers, strict=True):
            signal.signal(held, handler)
        for number in received:
            signal.raise_signal(number)
