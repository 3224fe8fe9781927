"""Where an error that nobody foresaw comes from: the last place in the project's own files, in one line."""

from __future__ import annotations

import sysconfig
import traceback
from pathlib import Path

from handrail.publishing.staging import NO_ROOM

PACKAGE = Path(__file__).parents[1]
MACHINERY = tuple(
    PACKAGE / name
    for name in ("__main__.py", "commands", "engine", "publishing/staging.py", "publishing/held_signals.py")
)
"""What carries every build, and so is never the place of a mistake in one."""
LIBRARIES = tuple(Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib"))
"""Other people's code. The package may be installed there too."""


def explain(error: Exception, config_file: Path) -> str:
    """One line for an error nobody foresaw: the last place in the project's own files, and what it was.

    Where there is none, the configuration holds what the engine stumbled over.
    """
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return f"The site cannot be written: {error.strerror}. Make room, then build again."
    frames = traceback.extract_tb(error.__traceback__)
    places = [place for place in (_place(frame, config_file.resolve().parent) for frame in frames) if place]
    if isinstance(error, OSError) and error.filename and not places:
        return f"{error.filename}: {error.strerror}."
    return f"{places[-1] if places else f'{config_file.name}: '}{type(error).__name__}: {error}"


def _place(frame: traceback.FrameSummary, project: Path) -> str:
    """`file:line: ` where the frame is in a file that people write for their site, a template included, or in ours."""
    file = Path(frame.filename).resolve()
    if any(file.is_relative_to(machinery) for machinery in MACHINERY):
        return ""
    if not file.is_relative_to(PACKAGE) and any(file.is_relative_to(library) for library in LIBRARIES):
        return ""
    for base in (project, PACKAGE.parent):
        if file.is_relative_to(base):
            return f"{file.relative_to(base)}:{frame.lineno}: "
    return ""
