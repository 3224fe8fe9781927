"""Modules joined into one file."""

from __future__ import annotations

import pytest
from reading import ROOT

from helpcenter.modules import ModuleError, join


def test_a_module_stands_after_all_that_it_imports_and_only_once() -> None:
    sources = {
        "main.js": 'import { b } from "./b.js";\nimport { c } from "./c.js";\nexport const a = b + c;\n',
        "b.js": 'import { d } from "./d.js";\nexport const b = d;\n',
        "c.js": 'import { d } from "./d.js";\nexport const c = d;\n',
        "d.js": "export const d = 1;\n",
        "unused.js": "export const e = 1;\n",
    }
    assert join(sources, "main.js") == "const d = 1;\nconst b = d;\nconst c = d;\nexport const a = b + c;\n"


def test_only_the_entrance_exports() -> None:
    sources = {
        "main.js": 'import { f } from "./other.js";\n'
        "export async function run() {}\nexport class Box {}\nexport const x = f;\n",
        "other.js": "export function f() {}\nexport class Inner {}\nexport async function g() {}\n",
    }
    joined = join(sources, "main.js")
    assert [line for line in joined.splitlines() if line.startswith("export")] == [
        "export async function run() {}",
        "export class Box {}",
        "export const x = f;",
    ]


def test_imports_go_by_the_folder_of_the_module_they_stand_in() -> None:
    sources = {
        "a/main.js": 'import { b } from "../b/b.js";\nexport const a = b;\n',
        "b/b.js": 'import { c } from "./deep/c.js";\nexport const b = c;\n',
        "b/deep/c.js": "export const c = 1;\n",
    }
    assert join(sources, "a/main.js") == "const c = 1;\nconst b = c;\nexport const a = b;\n"


def test_an_import_of_many_lines_goes_and_so_does_one_for_its_effects() -> None:
    sources = {
        "main.js": 'import {\n  b,\n  c,\n} from "./b.js";\nimport "./c.js";\nexport const a = b + c;\n',
        "b.js": "export const b = 1;\nexport const c = 2;\n",
        "c.js": "globalThis.there = true;\n",
    }
    joined = join(sources, "main.js")
    assert "import" not in joined
    assert joined.index("const b") < joined.index("globalThis") < joined.index("const a")


def test_modules_that_import_each_other_are_joined_once() -> None:
    sources = {
        "a.js": 'import { b } from "./b.js";\nexport function a() { return b(); }\n',
        "b.js": 'import { a } from "./a.js";\nexport function b() { return a; }\n',
    }
    assert join(sources, "a.js").count("function b()") == 1


@pytest.mark.parametrize(
    "declaration", ["const x = 1;", "let x = 1;", "function x() {}", "class x {}", "async function x() {}"]
)
def test_a_name_that_two_modules_have_is_told_with_both(declaration: str) -> None:
    sources = {
        "a.js": 'import { y } from "./b.js";\nconst x = y;\n',
        "b.js": f"export const y = 1;\n{declaration}\n",
    }
    with pytest.raises(ModuleError, match=r"a\.js: 'x' is a name in b\.js too"):
        join(sources, "a.js")


def test_names_inside_functions_may_be_the_same() -> None:
    sources = {
        "a.js": 'import { y } from "./b.js";\nexport function f() {\n  const x = y;\n}\n',
        "b.js": "export function y() {\n  const x = 1;\n}\n",
    }
    assert join(sources, "a.js").count("const x") == 2


def test_a_module_that_is_missing_is_told_with_the_one_that_wants_it() -> None:
    with pytest.raises(ModuleError, match=r"a\.js: there is no module 'gone\.js'"):
        join({"a.js": 'import { x } from "./gone.js";\n'}, "a.js")
    with pytest.raises(ModuleError, match=r"there is no module 'a\.js'"):
        join({}, "a.js")


@pytest.mark.parametrize(
    "line",
    [
        "export default 1;",
        "export { x };",
        'export * from "./b.js";',
        'import x from "./b.js";',
        'import * as x from "./b.js";',
        'import { x } from "package";',
    ],
)
def test_what_cannot_be_joined_is_refused(line: str) -> None:
    with pytest.raises(ModuleError, match="can be joined"):
        join({"a.js": f"{line}\n", "b.js": "export const x = 1;\n"}, "a.js")


def test_comments_and_indentation_go() -> None:
    source = """\
// @ts-check
// What this is.

/** Adds. @param {number} a */
export function add(a) {
  // first
  const b = a; // then
  const c = /** @type {number} */ (b);

  return c;
}
"""
    assert join({"a.js": source}, "a.js") == "export function add(a) {\nconst b = a;\nconst c = (b);\nreturn c;\n}\n"


@pytest.mark.parametrize(
    "line",
    [
        'export const a = "https://site.example/";',
        "export const a = `x//y`;",
        'export const a = "/* no comment */";',
        r"export const a = /\/\*[a-z]+\//u;",
        'export const a = "export const b";',
    ],
)
def test_text_that_looks_like_a_comment_survives(line: str) -> None:
    assert join({"a.js": f"{line}\n"}, "a.js") == f"{line}\n"


def test_the_same_modules_make_the_same_bytes_in_any_order() -> None:
    folder = ROOT / "overrides/assets/search"
    sources = {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.js"))}
    joined = join(sources, "engine.js")
    assert join(dict(reversed(sources.items())), "engine.js") == joined
    assert "import " not in joined
    assert "\nexport async function open(" in joined
