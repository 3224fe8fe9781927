"""What commands keep to be faster the next time: where, and by which code it was made. Any of it may be deleted."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
SUFFIXES = {".py", ".js", ".yml"}


def path(config_file: Path, name: str) -> Path:
    """Where a site keeps a file of this name: next to its configuration, apart from other configurations there."""
    return config_file.resolve().parent / ".cache/handrail" / f"{config_file.stem}-{name}"


def texts(config_file: Path) -> tuple[Path, str]:
    """The file of what rules find in texts, and the version of the code that its results are of."""
    return path(config_file, "texts.json"), code_version()


def write(file: Path, content: str | bytes) -> None:
    """Keep a text or bytes. Where nothing can be written, the next time is slower, no more."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / ".gitignore").write_text("*\n", "utf-8")
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def kept(folder: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """The file `name` in a folder of what is kept, made where it is not there. Its name says all that it depends on."""
    with suppress(OSError):
        return (folder / name).read_bytes()
    content = make()
    write(folder / name, content)
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
