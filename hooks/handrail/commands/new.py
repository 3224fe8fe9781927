"""Writes a new help center: a few articles in each language, without a problem, ready to be changed and published."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from handrail import __version__
from handrail.authoring import whole_file
from handrail.checks.rules import RULES
from handrail.commands import arguments, terminal
from handrail.commands.terminal import CommandError
from handrail.commands.translations import Translations
from handrail.content.settings import Secret, Settings
from handrail.engine.build import BuildFailed
from handrail.scaffold import editor, new_site
from handrail.scaffold.new_site import Answers
from handrail.schema import dates

SECRETS = get_args(Secret)
DEFAULTS = {
    "name": "",
    "vendor": "",
    "languages": "en",
    "ownership": "independent",
    "verification-url": "",
    "accent": Settings.model_fields["colours"].default.light,
    "secrets": ",".join(Settings.model_fields["secrets"].default),
}
"""What is asked for, and the answer where none is given; those without one must be given."""
HELP = {
    "name": "what the help center is called",
    "vendor": "who makes the product and runs its support",
    "languages": "BCP 47 tags, the first one is the default: en,pt-BR",
    "ownership": "independent of the vendor, or official",
    "verification-url": "of an official one: the page on the vendor's own site that links to it",
    "accent": "the colour of links and buttons: #12605f",
    "secrets": f"what readers hold and must tell nobody, of: {', '.join(SECRETS)}",
}
SHAPES = {
    "name": r"[^{}]+",
    "vendor": r"(?!.*(: | #))[^\"'{}]+",
    "languages": r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*(,[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)*",
    "ownership": "independent|official",
    "verification-url": r"https://\S+",
    "accent": "#[0-9A-Fa-f]{6}",
    "secrets": rf"({'|'.join(SECRETS)})(,({'|'.join(SECRETS)}))*",
}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, epilog="In a terminal it asks for what is not given.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    for name, default in DEFAULTS.items():
        parser.add_argument(f"--{name}", metavar="TEXT", help=HELP[name] + (f"; default: {default}" if default else ""))
    parser.add_argument("--url", default="https://help.example/", help="where it will be read")
    parser.add_argument("--ci", choices=new_site.CI, help="also write what checks each change and publishes there")
    parser.add_argument("--cms", action="store_true", help="also write what a Git-based CMS in the browser needs")
    options = parser.parse_args(argv)
    given = {name: getattr(options, name.replace("-", "_")) for name in DEFAULTS}
    try:
        answers = _answers(given, options.url, options.ci or "", _ask if sys.stdin.isatty() else None)
        write(options.folder, replace(answers, cms=options.cms))
    except (CommandError, BuildFailed) as error:
        return terminal.fail(error)
    except EOFError:  # Ctrl-D in place of an answer
        print(file=sys.stderr)
        return terminal.STOPPED
    untranslated = [code for code in answers.languages if language_is_missing(code)]
    if untranslated:
        folders = ", ".join(f"docs/{code}" for code in untranslated)
        print(f"In English for now, to translate: the articles in {folders}, the texts in docs/data and mkdocs.yml.")
    print(f"Wrote a help center into {options.folder}. See it: cd {options.folder} && handrail serve")
    return 0


def language_is_missing(code: str) -> bool:
    return not code.startswith("en") and new_site.written_in(code) == "en"


def write(folder: Path, answers: Answers) -> None:
    """Write the files, begin the history of the folder, and record what translations were made from."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CommandError(f"{folder} is not an empty folder. Choose another one.")
    files = new_site.files(answers, dates.today(), __version__) | editor.files([rule.id for rule in RULES])
    whole_file.create({folder / path: text for path, text in files.items()})
    Translations.of(folder / arguments.CONFIG, dates.today()).accept(None, (), None)
    if shutil.which("git"):
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=False)


def _ask(question: str) -> str:
    return input(f"{question}: ").strip()


def _answers(given: dict[str, str | None], url: str, ci: str, ask: Callable[[str], str] | None) -> Answers:
    """The answers given on the command line, else in the terminal, else the defaults. Raises CommandError."""
    answers: dict[str, str] = {}
    for name, default in DEFAULTS.items():
        asked = ask and not (name == "verification-url" and answers["ownership"] != "official")
        question = HELP[name] + (f" ({default})" if default else "")
        text = given[name] or (ask(question) if ask and asked else "") or default
        needed = name != "verification-url" or answers["ownership"] == "official"
        if needed and not text:
            raise CommandError(f"Missing: --{name}, {HELP[name]}. Give it, or answer in a terminal.")
        if text and not re.fullmatch(SHAPES[name], text):
            raise CommandError(f"--{name}: '{text}' does not fit. It is {HELP[name]}.")
        answers[name] = text
    return Answers(
        answers["name"],
        answers["vendor"],
        tuple(dict.fromkeys(answers["languages"].split(","))),
        answers["ownership"],
        answers["verification-url"],
        answers["accent"],
        tuple(dict.fromkeys(answers["secrets"].split(","))),
        url,
        ci,
    )
