"""Brings a help center up to date with this version: renames keys and files, and records what its templates replace.

It also names what rules find that are new to the site: those that its folder of schemas does not list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from handrail import __version__
from handrail.authoring import whole_file
from handrail.center import replaced_files
from handrail.center.theme_resources import Theme
from handrail.checks import formatters
from handrail.checks.rule import Rule
from handrail.checks.rules import RULES
from handrail.checks.runner import run
from handrail.commands import arguments, terminal
from handrail.commands.load_context import load_context
from handrail.engine import build
from handrail.engine.build import BuildFailed
from handrail.scaffold import editor
from handrail.schema.problem import Problem
from handrail.search_runner.runner import V8


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments.parser(__doc__, "Commit before, and look at the difference after.").parse_args(argv)
    folder = options.config.resolve().parent
    try:
        theme = Theme.of(build.documents(options.config)[0])
        loaded = load_context(options.config).loaded
    except BuildFailed as failure:
        return terminal.fail(failure)
    for problem in loaded.replaced:
        print(f"{problem.place}: {problem.message}.")
    replaced_files.record(theme)
    new = new_rules(folder)
    for line in [*rename(folder, loaded.hints), *_schemas(folder)]:
        print(line)
    if new:
        print(f"New rules: {', '.join(rule.id for rule in new)}. They find:")
        print(formatters.as_text(run(load_context(options.config), RULES, new)))
    print(f"Up to date with Handrail {__version__}. What its rules say: {arguments.command('check', options.config)}")
    return 0


def new_rules(folder: Path) -> list[Rule]:
    """The rules that can run here and that the version did not have which the site was last upgraded to, if it says."""
    try:
        known = json.loads((folder / editor.RULES).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    new = [rule for rule in RULES if rule.id not in known]
    return [rule for rule in new if rule.family != "findability" or find_spec(V8)]


def rename(folder: Path, hints: Iterable[Problem]) -> list[str]:
    """Write the new names into the files below the folder of the configuration; what was done, a line each."""
    done = []
    files = []
    for hint in hints:
        if hint.renamed is None:
            continue
        old, new = hint.renamed
        file = folder / hint.path
        if hint.line:
            lines = file.read_text("utf-8").split("\n")
            lines[hint.line - 1] = lines[hint.line - 1].replace(old, new, 1)
            whole_file.write(file, "\n".join(lines))
        else:
            files.append((file, file.with_name(new)))  # after the lines in it, which are named by its old name
        done.append(f"{hint.place}: {old} is {new} now.")
    for file, renamed in files:
        file.rename(renamed)
    return done


def _schemas(folder: Path) -> list[str]:
    """Renew the schemas that an editor reads, where the site has them."""
    if not (folder / editor.FOLDER).is_dir():
        return []
    written = []
    for path, text in editor.files([rule.id for rule in RULES]).items():
        file = folder / path
        if path.startswith(editor.FOLDER) and (not file.exists() or file.read_text("utf-8") != text):
            whole_file.write(file, text)
            written.append(f"Wrote {path}")
    return written
