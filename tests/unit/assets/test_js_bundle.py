"""Modules joined to one file."""

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest

from handrail.assets.js_bundle import ModuleError, expression, join

ASSETS = Path(__file__).resolve().parents[3] / "overrides/assets"


def test_what_is_imported_comes_first_and_once() -> None:
    sources = {
        "a.js": 'import { b } from "./b.js";\nimport { c } from "./c.js";\nexport const a = b + c;\n',
        "b.js": 'import { c } from "./c.js";\nexport const b = c;\n',
        "c.js": "export const c = 1;\n",
    }
    assert join(sources, "a.js") == "const c = 1;\nconst b = c;\nexport const a = b + c;\n"


def test_a_template_that_spans_lines_is_refused_as_line_ends_go() -> None:
    with pytest.raises(ModuleError, match="spans lines"):
        join({"a.js": "export const a = `one\ntwo`;\n"}, "a.js")


def test_imports_are_relative_to_their_module() -> None:
    sources = {"x/a.js": 'import { b } from "../y/b.js";\nb();\n', "y/b.js": "export function b() {}\n"}
    assert join(sources, "x/a.js") == "function b() {}\nb();\n"


def test_comments_indentation_and_line_ends_that_say_nothing_go() -> None:
    source = "// @ts-check\n/** What it does. */\nexport function a() {\n  return 1; // one\n}\n"
    assert join({"a.js": source}, "a.js") == "export function a() {return 1;}\n"


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"a.js": 'import { b } from "./b.js";\n'}, "there is no module 'b.js'"),
        (
            {"a.js": 'import { b } from "./b.js";\nconst x = 1;\n', "b.js": "const x = 2;\n"},
            "'x' is a name in b.js too",
        ),
        ({"a.js": "export default 1;\n"}, "can be joined"),
    ],
)
def test_what_cannot_be_joined_is_named(sources: dict[str, str], message: str) -> None:
    with pytest.raises(ModuleError, match=message):
        join(sources, "a.js")


def test_the_engine_fits_in_fifteen_kilobytes() -> None:
    sources = {file.relative_to(ASSETS).as_posix(): file.read_text("utf-8") for file in ASSETS.rglob("*.js")}
    assert len(gzip.compress(join(sources, "search/engine.js").encode(), 9)) <= 15 * 1024


@pytest.mark.skipif(shutil.which("node") is None, reason="the syntax is checked by Node, where there is one")
def test_the_engine_joined_is_a_module(tmp_path: Path) -> None:
    sources = {file.relative_to(ASSETS).as_posix(): file.read_text("utf-8") for file in ASSETS.rglob("*.js")}
    joined = tmp_path / "engine.mjs"
    joined.write_text(join(sources, "search/engine.js"), "utf-8")
    subprocess.run(["node", "--check", joined], check=True)


def test_a_joined_module_can_be_an_expression() -> None:
    joined = join({"a.js": "export async function open() {}\nexport class Engine {}\n"}, "a.js")
    assert expression(joined, "open") == (
        '(() => {"use strict";\nasync function open() {}\nclass Engine {}\n\nreturn open;\n})()'
    )
