"""The files that a site is made of, whether they lie in a folder or a hook made them."""

from __future__ import annotations

import logging
import os
import posixpath
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import Any
from urllib.parse import quote

log = logging.getLogger("handrail.engine")

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
INDEX = ("index", "README")


@dataclass(eq=False)
class File:
    src_uri: str
    """Its path below the folder it is in."""
    src_dir: str | None = None
    content: bytes | None = None
    """Of a file that a hook made, which is in no folder."""
    page: Any = None

    def __post_init__(self) -> None:
        self.dest_uri = _published_at(self.src_uri)
        """Its path below the site's folder."""

    @classmethod
    def generated(cls, config: Any, path: str, *, content: str | bytes) -> File:
        return cls(path, content=content.encode() if isinstance(content, str) else content)

    @property
    def url(self) -> str:
        """Its address from the site's root."""
        folder, name = posixpath.split(self.dest_uri)
        return quote(f"{folder or '.'}/" if name == "index.html" else self.dest_uri)

    @property
    def content_string(self) -> str:
        return self._source.read_text("utf-8-sig") if self.content is None else self.content.decode()

    @property
    def is_hidden(self) -> bool:
        """Whether it is part of no site: a file or folder that begins with a dot, or the docs folder's `templates`."""
        parts = PurePosixPath(self.src_uri).parts
        return any(part.startswith(".") for part in parts) or (parts[0] == "templates" and len(parts) > 1)

    def is_documentation_page(self) -> bool:
        return self.src_uri.endswith(MARKDOWN)

    def copy(self, site: str) -> None:
        target = Path(site, self.dest_uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        if self.content is None:
            shutil.copyfile(self._source, target)
        else:
            target.write_bytes(self.content)

    @property
    def _source(self) -> Path:
        return Path(self.src_dir or "", self.src_uri)


class Files:
    """Files by path, in the order in which they were added."""

    def __init__(self, files: Iterable[File]) -> None:
        self._by_path = {file.src_uri: file for file in files}

    def __iter__(self) -> Iterator[File]:
        return iter(self._by_path.values())

    def append(self, file: File) -> None:
        self._by_path[file.src_uri] = file

    def remove(self, file: File) -> None:
        del self._by_path[file.src_uri]

    def get_file_from_path(self, path: str) -> File | None:
        return self._by_path.get(PurePath(path).as_posix())

    def documentation_pages(self) -> list[File]:
        return [file for file in self if file.is_documentation_page() and not file.is_hidden]


def read(docs: str, of_the_theme: dict[str, str]) -> Files:
    """The files of the docs folder, then those of the theme at other paths: the folder that each path is in."""
    by_address: dict[str, File] = {}
    for file in _in_folder(docs):
        if other := by_address.pop(file.dest_uri, None):
            log.warning("Excluding '%s' from the site because it conflicts with '%s'.", other.src_uri, file.src_uri)
        by_address[file.dest_uri] = file
    paths = {file.src_uri for file in by_address.values()}
    theme = (File(path, folder) for path, folder in of_the_theme.items() if path not in paths)
    return Files([*by_address.values(), *theme])


def _in_folder(docs: str) -> Iterator[File]:
    """Every file below a folder: first its own, an index before others, then those of the folders in it."""
    for folder, folders, names in os.walk(docs, followlinks=True):
        folders.sort()
        for name in sorted(names, key=lambda name: (Path(name).stem not in INDEX, name)):
            yield File(Path(folder, name).relative_to(docs).as_posix(), docs)


def _published_at(path: str) -> str:
    if not path.endswith(MARKDOWN):
        return path
    stem = posixpath.splitext(path)[0]
    folder, name = posixpath.split(stem)
    return posixpath.join(folder if name in INDEX else stem, "index.html")
