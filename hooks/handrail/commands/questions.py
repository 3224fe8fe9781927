"""What commands that write files are told: options that are given once a language, and answers in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence

from handrail.commands.terminal import STOPPED, CommandError, fail
from handrail.engine.build import BuildFailed
from handrail.schema.fields import is_id

Ask = Callable[[str], str]


def terminal() -> Ask | None:
    """Asks whoever sits there; None where nobody does. Ctrl-D in place of an answer raises EOFError."""
    return (lambda question: input(f"{question}: ").strip()) if sys.stdin.isatty() else None


def say_written(write: Callable[[], Iterable[str]]) -> int:
    """Write files, and say which, or why none was; the exit status."""
    try:
        for path in write():
            print(f"Wrote {path}")
    except (BuildFailed, CommandError) as error:
        return fail(error)
    except EOFError:  # Ctrl-D in place of an answer
        print(file=sys.stderr)
        return STOPPED
    return 0


def by_language(given: Sequence[str], name: str, codes: Sequence[str]) -> dict[str, list[str]]:
    """The texts of an option, given as 'CODE=TEXT'. Raises CommandError."""
    texts: dict[str, list[str]] = {}
    for option in given:
        code, sign, text = option.partition("=")
        if not sign or code not in codes or not text.strip():
            raise CommandError(f"--{name} '{option}' is not CODE=TEXT. The codes are: {', '.join(codes)}.")
        texts.setdefault(code, []).append(text.strip())
    return texts


def require_given(missing: Sequence[str], ask: Ask | None) -> None:
    """Raise CommandError where these are missing and nobody can be asked."""
    if missing and ask is None:
        raise CommandError(f"Missing: {', '.join(f'--{name}' for name in missing)}. Give it, or answer in a terminal.")


def require_id(id: str) -> None:
    if not is_id(id):
        raise CommandError(f"'{id}' is not an id. Use lower-case letters, digits and hyphens, as in 'lost-phone'.")
