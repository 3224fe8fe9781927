"""The process that runner.py starts: V8 in it runs the search script. It reads a task as JSON and writes JSON.

V8 has a process of its own because it can crash the one that it is in: about once in three hundred times, where two of
them started in one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, cast

from py_mini_racer import DEFAULT_V8_FLAGS, JSPromise, MiniRacer, init_mini_racer

FLAGS = (*DEFAULT_V8_FLAGS, "--no-turbofan")
"""The optimizing compiler takes longer than it saves here: without it a run is a tenth shorter, measured."""


def answers(task: dict[str, Any]) -> str:
    """The results of each query, by language, as JSON.

    Of the task, `scripts` run first; `files` are the paths of those that they may fetch, by address; `entry_files` are
    the addresses of the file that each index begins with; `queries` are lists of texts, by language.
    """
    init_mini_racer(flags=FLAGS, ignore_duplicate_init=True)
    with MiniRacer() as browser:
        for script in task["scripts"]:
            browser.eval(f"{script}\n0")
        for address, path in task["files"].items():
            data = Path(path).read_bytes()
            if data:
                cast(memoryview, browser.eval(f"file({json.dumps(address)}, {len(data)})"))[:] = data
        entry_files = json.dumps(task["entry_files"])
        by_language = []
        for language, queries in task["queries"].items():
            call = f"answers(open, {json.dumps(language)}, {entry_files}, {json.dumps(queries)})"
            by_language.append(f"{json.dumps(language)}: {cast(JSPromise, browser.eval(call)).get()}")
    return f"{{{', '.join(by_language)}}}"


if __name__ == "__main__":
    sys.stdout.write(answers(json.load(sys.stdin)))
