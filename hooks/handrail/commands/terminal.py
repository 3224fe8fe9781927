"""How every command ends: with a status for the shell, and quietly when somebody stops it or reads no further."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module

from handrail.publishing.staging import NO_ROOM
from handrail.schema.problem import ContentError

EXTRA = ("py_mini_racer", "watchfiles")
"""What a machine that only builds does not need: the extra `check` of pyproject.toml."""

STOPPED = 130
"""What a shell expects of a command that Ctrl-C ended."""


class CommandError(Exception):
    """What was asked for cannot be done. The message says why, and what to do."""


def run(module: str) -> int:
    """The exit status of a command: of the `main` of its module, which is imported here, as that may be stopped too."""
    for name in ("SIGTERM", "SIGHUP"):  # told to end, or its terminal closed: it cleans up as after Ctrl-C
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    os.environ["TZ"] = "UTC"  # the day is that of UTC everywhere (schema/dates.py); MkDocs fails where this is no zone
    try:
        status: int = import_module(module).main()
        sys.stdout.flush()
    except ModuleNotFoundError as missing:
        if missing.name not in EXTRA:
            raise
        return fail(f"{missing.name} is not installed. Install it: python3 -m pip install 'handrail[check]'")
    except ContentError as error:
        return fail(error)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # whoever reads the output has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if error.filename is None and error.errno not in NO_ROOM:
            raise
        return fail(describe(error))
    return status


def describe(error: OSError) -> str:
    """A file that cannot be read or written, and why."""
    return f"{error.filename or 'A file cannot be written'}: {error.strerror}."


def fail(problem: object) -> int:
    """Print what keeps a command from doing what it should; its exit status."""
    print(problem, file=sys.stderr)
    return 1
