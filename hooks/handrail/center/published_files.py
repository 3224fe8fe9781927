"""Which files below docs/ are published besides articles: pictures, media and documents, and what the settings name.

Everything there would be copied to the site, so what is on no list is an error, and what editors and systems leave
behind is left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from handrail.center.docs_folder import DATA
from handrail.content import svg
from handrail.schema import language_tags
from handrail.schema.problem import Problem

KINDS = (
    *(".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"),
    *(".m4a", ".mp3", ".mp4", ".oga", ".ogg", ".ogv", ".vtt", ".wav", ".webm"),
    *(".csv", ".pdf"),
)
OURS = ("assets", "search")
"""Folders of the built site that the build fills by itself."""
_LEFT_BEHIND = re.compile(
    r"(?:^|/)(?:\.#[^/]*|#[^/]*#|~\$[^/]*|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.DS_Store|\._[^/]*)$"
    r"|~$|\.(?:bak|old|orig|rej|sw[a-p]|tmp|temp|lock|part|crdownload)$",
    re.IGNORECASE,
)


def is_left_behind(path: str) -> bool:
    """Whether a file is a backup, a lock or the like, which no author means to publish."""
    return _LEFT_BEHIND.search(path) is not None


def is_foreign(codes: Collection[str], path: str) -> bool:
    """Whether a file is in the folder of a language that the site does not have."""
    folder, slash, _ = path.partition("/")
    return bool(codes and slash) and folder not in codes and language_tags.is_known(folder)


def is_unpublished(drafts: Collection[str], codes: Collection[str], path: str) -> bool:
    """Whether a file below the docs folder has no place in the site: a draft, data, or what was left behind.

    `codes` are the languages of the site.
    """
    return path in drafts or path.startswith(f"{DATA}/") or is_left_behind(path) or is_foreign(codes, path)


def problems(docs: Path, name: str, paths: Iterable[str], allowed: Collection[str] = ()) -> Iterator[Problem]:
    """What is wrong with the files at `paths` below the folder `docs`, which problems call `name`.

    `allowed` are paths of files that the settings publish whatever their kind.
    """
    root = docs.resolve()
    is_inside = cache(lambda folder: folder.resolve().is_relative_to(root))
    for path in paths:
        if not is_left_behind(path):
            problem = _problem(docs, path, path in allowed, is_inside)
            if problem:
                yield Problem(f"{name}/{path}", 0, *problem)


def endless_folders(docs: Path, name: str) -> list[Problem]:
    """The links below `docs` to folders that engines, which follow them, might never come back from: each may lead to a
    folder in `docs` that has no such links.
    """
    root = docs.resolve()
    walked = (Path(parent, child) for parent, folders, _ in os.walk(root) for child in folders)
    targets = {link: link.resolve() for link in walked if link.is_symlink()}
    with_links = {target for target in targets.values() if any(link.is_relative_to(target) for link in targets)}
    return [
        Problem(f"{name}/{link.relative_to(root).as_posix()}", 0, *problem)
        for link, target in sorted(targets.items())
        if (problem := _link_problem(target, root, target in with_links))
    ]


def _link_problem(target: Path, docs: Path, has_links: bool) -> tuple[str, str] | None:
    if not target.is_relative_to(docs):
        return "a link to a folder outside the docs folder", "Copy the folder into it."
    return ("a link to a folder with links in it", "Copy the folder in place of the link.") if has_links else None


def folder_problems(docs: Path, name: str) -> Iterator[Problem]:
    """The folders below `docs` that nobody can look into: without a word, all that is in them would be missing."""
    for folder, folders, _ in os.walk(docs):
        for path in sorted(Path(folder, child) for child in folders):
            if not os.access(path, os.R_OK | os.X_OK):
                fix = "Give yourself the right to read it, or delete it."
                yield Problem(f"{name}/{path.relative_to(docs).as_posix()}", 0, "this folder cannot be read", fix)


def _problem(docs: Path, path: str, is_allowed: bool, is_inside: Callable[[Path], bool]) -> tuple[str, str] | None:
    """What is wrong with one file, and the fix. `is_inside` says of a path whether it leads into the docs folder."""
    file, kind = docs / path, PurePosixPath(path).suffix.lower()
    if not file.exists():
        return "a link to a file that does not exist", "Delete the link, or add the file."
    if not is_inside(file if file.is_symlink() else file.parent):
        return "a link to a file outside the docs folder", "Copy the file into the folder."
    if not file.is_file() or not os.access(file, os.R_OK):
        return "this cannot be read", "Give yourself the right to read it, or delete it."
    if kind == ".md":
        return None if path.endswith(".md") else ("a name in capitals", "Write '.md' in small letters.")
    if PurePosixPath(path).parts[0] in OURS and len(PurePosixPath(path).parts) > 1:
        folder = PurePosixPath(path).parts[0]
        return f"the folder {folder}/ belongs to the build", "Move it to another folder, such as docs/images/."
    if not is_allowed and kind not in KINDS:
        fix = "Move it out of the docs folder, or name it under extra.help_center.published_files."
        return "a kind of file that is not published", fix
    return _drawing_problem(file) if kind == ".svg" else None


def _drawing_problem(file: Path) -> tuple[str, str] | None:
    try:
        found = next(svg.unsafe(svg.parse(file.read_text("utf-8-sig"))), None)
    except (ElementTree.ParseError, UnicodeDecodeError):
        return "not an SVG drawing", "Save it as plain SVG."
    return (
        (f"a drawing with {found}", "Save it as plain SVG, without scripts, links and animations.") if found else None
    )
