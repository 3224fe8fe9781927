"""What commands keep to be faster the next time: where, and by which code it was made. Any of it may be deleted."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from handrail.cache import sealed_file

PACKAGE = Path(__file__).parents[1]
SUFFIXES = {".py", ".js", ".yml"}


def path(config_file: Path, name: str) -> Path:
    """Where a site keeps a file of this name: next to its configuration, apart from other configurations there."""
    return config_file.resolve().parent / ".cache/handrail" / f"{config_file.stem}-{name}"


def texts(config_file: Path) -> tuple[Path, str]:
    """The file of what rules find in texts, and the version of the code that its results are of."""
    return path(config_file, "texts"), code_version()


def kept(folder: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """The file `name` in a folder of what is kept, made where it is not there. Its name says all that it depends on."""
    content = sealed_file.read(folder / name, name)
    if content is None:
        content = make()
        sealed_file.write(folder / name, content, name)
    return content


@cache
def code_version() -> str:
    """A hash of everything that makes what is kept: this package, the installed ones and Python."""
    digest = hashlib.sha256(sys.version.encode())
    installed = {found.name for folder in sys.path for found in Path(folder).glob("*.dist-info")}  # name-version
    digest.update("\n".join(sorted(installed)).encode())
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix in SUFFIXES:
            digest.update(f"\0{file.relative_to(PACKAGE).as_posix()}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
