"""Modules joined to one file."""

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest

from handrail.assets.js_bundle import expression, join
from handrail.assets.js_module import ModuleError

ASSETS = Path(__file__).resolve().parents[3] / "overrides/assets"
SOURCES = {file.relative_to(ASSETS).as_posix(): file.read_text("utf-8") for file in ASSETS.rglob("*.js")}
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="run by Node, where there is one")


def run(script: str) -> str:
    done = subprocess.run(["node", "--input-type=module"], input=script, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_what_is_imported_comes_first_and_once() -> None:
    sources = {
        "a.js": 'import { b } from "./b.js";\nimport { c } from "./c.js";\nexport const a = b + c;\n',
        "b.js": 'import { c } from "./c.js";\nexport const b = c;\n',
        "c.js": "export const c = 1;\n",
    }
    assert join(sources, "a.js") == "const c=1;\nconst b=c;\nconst a=b+c;\nexport{a};\n"


def test_imports_are_relative_to_their_module() -> None:
    sources = {"x/a.js": 'import { b } from "../y/b.js";\nb();\n', "y/b.js": "export function b() {}\n"}
    assert join(sources, "x/a.js") == "function b(){}\nb();\n"


def test_comments_and_space_that_says_nothing_go() -> None:
    source = "// @ts-check\n/** What it does. */\nexport function a(b) {\n  return b + +b - 1 /* two */; // one\n}\n"
    assert join({"a.js": source}, "a.js") == "function a(b){return b+ +b-1;}\nexport{a};\n"


def test_line_ends_that_end_a_statement_stay() -> None:
    assert join({"a.js": "let a = 1\nlet b = a /* the\nsame */\nlet c = [\n  b,\n]\nc.pop()\n"}, "a.js") == (
        "let a=1\nlet b=a\nlet c=[b,]\nc.pop()\n"
    )


@pytest.mark.parametrize(
    "literal",
    [
        '"one // two"',
        "'/* three */'",
        "`four  // ${[1,  2].length /* five */}\n  six ${`seven  ${8}`}`",
        r"/[/\"'`]  \/\/ x/g",
        '"a  ,  b"',
    ],
)
@needs_node
def test_literals_stay_as_they_are(literal: str) -> None:
    source = f"console.log(JSON.stringify(String({literal})));\n"
    assert run(join({"a.js": source}, "a.js")) == run(source)


def test_an_import_may_have_another_name() -> None:
    sources = {
        "a.js": 'import { x as y } from "./b.js";\nconst x = 2;\nexport const sum = { y, x, z: y };\n',
        "b.js": "export const x = 1;\n",
    }
    assert join(sources, "a.js") == "const x$0=1;\nconst x$1=2;\nconst sum={y:x$0,x:x$1,z:x$0};\nexport{sum};\n"


@needs_node
def test_names_of_different_modules_do_not_meet() -> None:
    """Neither at the top nor within a function, in a pattern or a template, nor with a name of the browser."""
    sources = {
        "a.js": 'import { say } from "./b.js";\nconst { log } = { log: (text) => console.log(`${text}`) };\n'
        'const text = "a";\nlog(say(text));\nlog(typeof name);\n',
        "b.js": 'import { text as other } from "./c.js";\nconst text = "b";\n'
        "export const say = (name) => `${name} ${text} ${other}`;\n",
        "c.js": 'const log = "c";\nconst name = log;\nexport { name as text };\n',
    }
    assert run(join(sources, "a.js")) == "a b c\nundefined"


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"a.js": 'import { b } from "./b.js";\n'}, "a.js: there is no module 'b.js'"),
        ({"a.js": 'import { b } from "./b.js";\n', "b.js": ""}, "a.js: b.js exports no 'b'"),
        ({"a.js": 'import "./b.js";\n', "b.js": 'import "./a.js";\n'}, "a.js: it imports itself, by way of a.js, b.js"),
        ({"a.js": "\nexport default 1;\n"}, "a.js:2: .* can be joined"),
        ({"a.js": 'import * as b from "./b.js";\n'}, "a.js:1: .* can be joined"),
        ({"a.js": "const = 1;\n"}, "a.js: it is not JavaScript"),
    ],
)
def test_what_cannot_be_joined_is_named(sources: dict[str, str], message: str) -> None:
    with pytest.raises(ModuleError, match=message):
        join(sources, "a.js")


def test_the_engine_fits_in_fifteen_kilobytes() -> None:
    assert len(gzip.compress(join(SOURCES, "search/engine.js").encode(), 9)) <= 15 * 1024


@needs_node
def test_the_engine_joined_is_a_module() -> None:
    script = join(SOURCES, "search/engine.js")
    assert run(f"{script}console.log(typeof open, typeof Engine);") == "function function"


def test_a_joined_module_can_be_an_expression() -> None:
    joined = join({"a.js": "export async function open() {}\nexport class Engine {}\n"}, "a.js")
    assert expression(joined, "open") == (
        '(() => {"use strict";\nasync function open(){}\nclass Engine{}\nreturn open;\n})()'
    )
