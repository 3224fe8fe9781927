"""Writes the file of a new guide, all languages side by side, ready to be filled. Asks for what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from handrail.authoring import guide_template, whole_file
from handrail.center.docs_folder import DATA
from handrail.commands import arguments, questions
from handrail.commands.load_context import load_context
from handrail.commands.questions import Ask
from handrail.commands.terminal import CommandError
from handrail.content.guide import FOLDER

STEP = 10
"""Between the places of two guides, so that others fit in."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(__doc__, "TEXT is given once a language, as in --title en=Title.")
    parser.add_argument("new", nargs="?", choices=("new",), help="may be said: it is all that this command does")
    parser.add_argument("--id", metavar="ID", help="the name of the file, and a part of the address")
    parser.add_argument("--title", action="append", default=[], metavar="CODE=TEXT")
    options = parser.parse_args(argv)
    ask = questions.terminal()
    status = questions.say_written(lambda: [write(options.config, options.id, options.title, ask)])
    if status == 0:
        check = arguments.command("check", options.config)
        print(f"Fill the gaps; see what is left with {check}. No build publishes them.")
    return status


def write(config: Path, id: str | None, titles: Sequence[str], ask: Ask | None) -> str:
    """Write the file; its path below the project. `titles` are 'CODE=TEXT'. What is missing is asked for, where
    somebody can answer.
    """
    context = load_context(config)
    loaded = context.loaded
    if not loaded.settings:
        raise CommandError(f"The settings have mistakes. {arguments.command('check', config)} names them.")
    by_language = questions.by_language(titles, "title", loaded.codes)
    missing = [*([] if id else ["id"]), *(f"title {code}=…" for code in loaded.codes if code not in by_language)]
    questions.require_given(missing, ask)
    id = id or (ask("id") if ask else "")
    questions.require_id(id)
    path = f"{DATA}/{FOLDER}/{id}.yml"
    if (context.docs / path).exists():
        raise CommandError(f"{context.docs / path} exists, and is left as it is. Choose another id.")
    title = {
        code: by_language[code][0] if code in by_language else ask(f"title in {code}") if ask else ""
        for code in loaded.codes
    }
    for code, text in title.items():
        if not text:
            raise CommandError(f"The title in {code} is empty. Give it with --title {code}=TEXT.")
    order = STEP + max((guide.content.order for guide in loaded.guides.values()), default=0)
    text = guide_template.template(title, order, loaded.settings.contact_article, [*(loaded.issue_types or ())])
    whole_file.create({context.docs / path: text})
    return f"{loaded.docs}/{path}"
