"""The process that answers.py asks: V8 in it runs the script of search. It reads a task as JSON and writes JSON.

V8 is kept in a process of its own, as it can end the process that it is in: it was seen to, about once in three
hundred times that two of them started in one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, cast

from py_mini_racer import DEFAULT_V8_FLAGS, JSPromise, MiniRacer, init_mini_racer

FLAGS = (*DEFAULT_V8_FLAGS, "--no-turbofan")
"""To make a script as fast as can be takes longer than these run: without it they take a tenth less, measured."""


def answers(task: dict[str, Any]) -> str:
    """To the questions of each language, what each finds, as JSON. `files` are the paths of those that the script may
    fetch, by address; `scripts` run before it asks."""
    init_mini_racer(flags=FLAGS, ignore_duplicate_init=True)
    with MiniRacer() as browser:
        for script in task["scripts"]:
            browser.eval(f"{script}\n0")
        for address, path in task["files"].items():
            data = Path(path).read_bytes()
            if data:
                cast(memoryview, browser.eval(f"file({json.dumps(address)}, {len(data)})"))[:] = data
        entrances = json.dumps(task["entrances"])
        found = []
        for language, questions in task["questions"].items():
            asked = f"answers(open, {json.dumps(language)}, {entrances}, {json.dumps(questions)})"
            found.append(f"{json.dumps(language)}: {cast(JSPromise, browser.eval(asked)).get()}")
    return f"{{{', '.join(found)}}}"


if __name__ == "__main__":
    sys.stdout.write(answers(json.load(sys.stdin)))
