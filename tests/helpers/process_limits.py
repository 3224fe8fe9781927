"""What a machine does not let a process do, by calls of Linux that hold for it from then on."""

from __future__ import annotations

import ctypes

FULL = 20_000
"""Bytes that a file may have where a disk is to be full: less than a style sheet."""

DROP_BOUNDING, FILE_CAPABILITIES = 24, (1, 2, 3)
"""prctl(2): PR_CAPBSET_DROP; what lets root pass over the modes of files."""
CAPABILITY_VERSION = 0x20080522
"""capget(2): _LINUX_CAPABILITY_VERSION_3, three words twice: effective, permitted, inheritable."""


def plain_user() -> None:
    """Modes of files hold for root too, as for anybody: for this process, and for what it starts."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in FILE_CAPABILITIES:
        libc.prctl(DROP_BOUNDING, capability, 0, 0, 0)
    header, words = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, words) == 0
    for word in range(3):
        words[word] &= ~sum(1 << capability for capability in FILE_CAPABILITIES)
    assert libc.capset(header, words) == 0


def full_disk() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))
