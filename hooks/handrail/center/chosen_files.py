"""Which files of the docs folder are this help center's, before any of them is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from handrail.center import published_files
from handrail.center.docs_folder import DATA
from handrail.schema.problem import Problem


@dataclass(frozen=True)
class Chosen:
    """Those in folders of languages that the help center lacks are left out."""

    documents: Sequence[str]
    """The paths of its Markdown files."""
    readable: Sequence[str]
    """Those of them that may be published."""
    foreign_folders: Sequence[str]
    problems: Sequence[Problem]


def choose(
    codes: Sequence[str], docs: Path, name: str, paths: Iterable[str], others: Iterable[str], allowed: Collection[str]
) -> Chosen:
    """Of Markdown files at `paths` and of `others`, of which `allowed` ones are published whatever their kind."""
    named, unnamed = _named(sorted(paths), name)
    is_foreign = partial(published_files.is_foreign, codes)
    documents = [path for path in named if not is_foreign(path)]
    files = [path for path in sorted(others) if not path.startswith(f"{DATA}/") and not is_foreign(path)]
    refused = list(published_files.problems(docs, name, [*documents, *files], allowed))
    refused_paths = {problem.path for problem in refused}
    return Chosen(
        documents=documents,
        readable=[path for path in documents if f"{name}/{path}" not in refused_paths],
        foreign_folders=sorted({path.partition("/")[0] for path in named if is_foreign(path)}),
        problems=[*unnamed, *refused],
    )


def _named(paths: Iterable[str], docs: str) -> tuple[list[str], list[Problem]]:
    """The paths that are text, and a problem for each other one: systems let a name hold any byte."""
    named, problems = [], []
    for path in paths:
        shown = path.encode("utf-8", "backslashreplace").decode()
        if shown == path:
            named.append(path)
        else:
            problems.append(Problem(f"{docs}/{shown}", 0, "a name that is not UTF-8 text", "Give it another name."))
    return named, problems
