"""What may know what: the core knows no engine, the generator knows no product, and a hook knows no other hook."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from built_site import CONFIGS, ROOT, load

PACKAGE = ROOT / "hooks/handrail"
COMPONENTS = ROOT / "overrides/assets"

MAY_IMPORT: dict[str, set[str]] = {
    "schema": set(),
    "markdown": set(),
    "cache": set(),
    "assets": {"cache"},
    "content": {"schema", "cache"},
    "channels": {"schema"},
    "search": {"assets", "cache"},
    "search_export": {"search"},
    "secrets": {"assets"},
    "translation": {"schema", "markdown", "content"},
    "authoring": {"schema", "markdown", "content", "translation"},
    "center": {"schema", "content", "channels", "translation"},
    "contact": {"assets", "content", "channels", "center"},
    "pages": {"assets", "cache", "content", "channels", "search", "search_export", "center", "contact"},
    "metadata": {"assets", "cache", "markdown", "content", "channels", "search", "center", "pages"},
    "publishing": {"assets", "content", "center"},
    "checks": {"schema", "markdown", "cache", "content", "channels", "secrets", "translation", "center"},
    "scaffold": {"schema", "content", "channels", "checks"},
    "report": {"secrets", "schema", "content", "channels", "translation", "center", "checks"},
    # From here on a room may know an engine and start processes.
    "engine": {"schema", "markdown", "cache", "content", "center", "pages", "publishing"},
    "preview": {"engine", "publishing"},
    "search_runner": {"schema", "assets", "cache", "search", "pages", "checks", "engine", "preview"},
    "state_page": {"report"},
    "commands": {
        *("schema", "markdown", "cache", "content", "channels", "translation", "authoring", "center", "checks"),
        *("report", "scaffold", "publishing", "engine", "preview", "search_runner", "state_page", "search_export"),
    },
}
"""Which rooms a room may import, beside itself. A room stands below all that it may import, so there is no circle."""
FIRST_ENGINE_ROOM = "engine"
PROCESSES = {
    "publishing/precompressed.py": "texts are compressed side by side, in threads",
    "cache/parallel.py": "pages of large sites are looked at side by side",
    "search/parallel.py": "indexes of large sites are made side by side",
    "translation/git_history.py": "git says when a section was changed",
}
"""Files above the first engine room that start processes all the same, and why."""

ROOMS = list(MAY_IMPORT)
ENGINE_ROOMS = set(ROOMS[ROOMS.index(FIRST_ENGINE_ROOM) :])
FILES = sorted(PACKAGE.glob("*/**/*.py"))
CORE = [file for file in FILES if file.relative_to(PACKAGE).parts[0] not in ENGINE_ROOMS]
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
IMPORTED = re.compile(r"""\b(?:from|import)\s*\(?\s*["']([^"']+)["']""")
STARTS_PROCESSES = {"subprocess", "multiprocessing", "concurrent"}
ENGINES = {"mkdocs", "properdocs", "material", "zensical", "jinja2"}
GENERATOR = ("hooks", "overrides", "scripts")
TEXTS = {".py", ".html", ".js", ".css", ".xml", ".svg", ".txt", ".json"}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imports(file: Path) -> Iterator[tuple[str, bool]]:
    """The modules that a file imports, and whether it does so at its top."""
    at_top = set(tree(file).body)
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in at_top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or ""), node in at_top


def room(module: str) -> str:
    """The room of a module of the package, such as `handrail.schema.dates`."""
    return module.split(".")[1]


def parts_of_the_package(file: Path) -> set[str]:
    """The modules of the package that a file imports: whole modules, whether it names them or something in them."""
    found = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name for name in map(module_of, found - {"handrail.__version__"}) if name}


def module_of(name: str) -> str:
    """The module that a dotted name is or lies in; empty where that is none of the package."""
    parts = name.split(".")
    for length in range(len(parts), 1, -1):
        if parts[0] == "handrail" and PACKAGE.parent.joinpath(*parts[:length]).with_suffix(".py").is_file():
            return ".".join(parts[:length])
    return name if parts[0] == "handrail" else ""


def component_imports(folder: Path) -> set[str]:
    """The other component folders whose modules those of a folder import, or load when they are needed."""
    texts = (file.read_text("utf-8") for file in folder.rglob("*.js"))
    paths = (path for text in texts for path in IMPORTED.findall(COMMENT.sub("", text)))
    return {path.split("/")[1] for path in paths if path.startswith("../")}


def generator_files() -> list[Path]:
    """The files of the generator that are, or will be, under version control."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *GENERATOR]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return [file for line in listed.splitlines() if (file := ROOT / line).is_file()]


def particulars() -> set[str]:
    """What belongs to one product: its names, its hosts, what its languages call themselves."""
    found: set[str] = set()
    for config in CONFIGS.values():
        settings = load(config)["extra"]["help_center"]
        for key in ("site_name", "vendor", "description"):
            found.update(settings[key].values())
        found.update(language["name"] for language in settings["languages"])
        for channel in load(config.parent / "docs/data/channels.yml"):
            found.update(re.findall(r"https?://([^/]+)", channel.get("url", "")))
    return found - {"English"}


def named(text: str, *names: str) -> list[str]:
    """Where a text holds one of the names as a whole word, however it is written."""
    any_of_them = "|".join(map(re.escape, names))
    return re.findall(rf"(?<!\w)(?:{any_of_them})(?!\w)", text, re.IGNORECASE)


def test_every_room_is_a_folder_of_the_table_and_imports_only_what_stands_above_it() -> None:
    assert {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists()} == set(ROOMS)
    for number, (name, may_import) in enumerate(MAY_IMPORT.items()):
        assert may_import <= set(ROOMS[:number]), name


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_file_imports_only_the_rooms_that_its_own_may(file: Path) -> None:
    own = file.relative_to(PACKAGE).parts[0]
    assert {room(module) for module in parts_of_the_package(file)} <= MAY_IMPORT[own] | {own}
    assert not [module for module, _ in imports(file) if module.startswith(".")], "imports are whole, not relative"


def test_no_file_imports_itself_by_way_of_others() -> None:
    names = {".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts): file for file in FILES}
    graph = {name: parts_of_the_package(file) for name, file in names.items()}
    assert len(list(TopologicalSorter(graph).static_order())) >= len(FILES)


def test_a_room_says_in_one_sentence_what_it_is_for_and_hands_nothing_on() -> None:
    for name in ROOMS:
        (statement,) = tree(PACKAGE / name / "__init__.py").body
        assert isinstance(statement, ast.Expr), name
        assert isinstance(statement.value, ast.Constant), name


@pytest.mark.parametrize("file", CORE, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_the_core_imports_no_engine_and_starts_no_process(file: Path) -> None:
    modules = {module.split(".")[0] for module, _ in imports(file)}
    assert not modules & ENGINES
    assert bool(modules & STARTS_PROCESSES) == (file.relative_to(PACKAGE).as_posix() in PROCESSES)


def test_one_place_reads_the_clock() -> None:
    """Or a build and a check, or two parts of one build, would not agree on the day."""
    reads = re.compile(r"date\.today|datetime\.(now|utcnow|today)|time\.(time|localtime|gmtime)\b")
    assert {file.relative_to(PACKAGE).as_posix() for file in FILES if reads.search(file.read_text("utf-8"))} == {
        "schema/dates.py",
        "commands/link_checker.py",  # how old a kept answer is
    }
    assert not any(reads.search(file.read_text("utf-8")) for file in HOOKS)


def test_component_folders_of_the_browser_import_each_other_in_no_circle() -> None:
    graph = {folder.name: component_imports(folder) for folder in COMPONENTS.iterdir() if folder.is_dir()}
    assert graph["searchbox"] >= {"shared"}, "imports are found"
    assert graph["shared"] == set(), "what components share knows none of them"
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize(
    ("script", "folders"),
    [
        ('import { a } from "../shared/a.js";\nimport "../page/b.js";', {"shared", "page"}),
        ("export { a } from '../shared/a.js'; const b = await import('../page/b.js');", {"shared", "page"}),
        ('import { a } from "./own.js";\n// import "../page/b.js"\n/** @type {import("../c/c.js").C} */', set()),
    ],
)
def test_imports_of_a_script_are_found(script: str, folders: set[str], tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(script, "utf-8")
    assert component_imports(tmp_path) == folders


def test_the_core_can_be_used_where_no_engine_is() -> None:
    """Not even by way of something else that it imports."""
    paths = (file.relative_to(PACKAGE.parent).with_suffix("").parts for file in CORE if file.stem != "__init__")
    modules = ", ".join(map(".".join, paths))
    code = f"import sys; import {modules}; print(sorted({ENGINES!r} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize("file", HOOKS, ids=lambda file: file.stem)
def test_an_event_of_a_hook_is_short(file: Path) -> None:
    """It unpacks, calls and assigns; what takes more is a function of its room."""
    for function in tree(file).body:
        if isinstance(function, ast.FunctionDef):
            body = function.body[1:] if ast.get_docstring(function) else function.body
            lines = (body[-1].end_lineno or 0) - body[0].lineno + 1
            assert lines <= 8, f"{function.name} has {lines} lines"


@pytest.mark.parametrize("file", HOOKS, ids=lambda file: file.stem)
def test_a_hook_imports_the_core_at_its_top_and_no_other_hook(file: Path) -> None:
    """The engine has the folder of the hooks on the path only while it reads the file."""
    hooks = {other.stem for other in HOOKS}
    for module, at_top in imports(file):
        assert at_top, f"{file.name} imports {module} inside a function"
        assert not module.startswith("."), file
        assert module.split(".")[0] not in hooks, f"{file.name} imports the hook {module}"
        assert module.split(".")[0] not in ENGINES - {"jinja2"}, f"{file.name} knows the engine"


def test_no_hook_is_named_like_a_module_that_something_imports() -> None:
    for file in HOOKS:
        assert file.stem not in sys.stdlib_module_names, file


def test_the_generator_names_no_product_and_no_address() -> None:
    known = particulars()
    assert {"Lamplight Help", "www.lamplight.example", "简体中文", "日本語"} <= known, "they are read from the sites"
    for file in generator_files():
        if file.suffix in TEXTS:
            text = file.read_text("utf-8")
            assert named(text, *known) == [], file.relative_to(ROOT)


def test_templates_and_hooks_name_no_language() -> None:
    """The core may: it knows scripts and their languages as such, not those of a site."""
    for file in [*HOOKS, *(ROOT / "overrides").rglob("*.html"), *(ROOT / "overrides").rglob("*.css")]:
        text = file.read_text("utf-8")
        assert named(text, "English", "Chinese", "Japanese") == [], file
        assert re.findall(r"""["'](?:zh|en|ja)(?:-\w+)?["']|lang\((?:zh|en|ja)""", text) == [], file


def test_a_name_is_found_whole_and_in_any_case() -> None:
    assert named("see BITPIE.com or bitpies", "bit", "bitpie") == ["BITPIE"]
    assert named("bitpies", "bitpie") == []


@pytest.mark.parametrize(
    "config", [CONFIGS["lamplight"], CONFIGS["three_languages"]], ids=lambda file: file.parent.name
)
def test_every_whole_site_is_built_by_the_same_hooks_and_templates(config: Path) -> None:
    """Another product changes its configuration and its content, no code."""
    ours, theirs = load(ROOT / "mkdocs.yml"), load(config)
    for hook, counterpart in zip(ours["hooks"], theirs["hooks"], strict=True):
        assert (config.parent / counterpart).resolve() == (ROOT / hook).resolve()
    assert (config.parent / theirs["theme"]["custom_dir"]).resolve() == ROOT / "overrides"
    assert theirs["theme"]["static_templates"] == ours["theme"]["static_templates"]


def test_every_file_of_the_core_says_why_it_exists() -> None:
    for file in [*CORE, *HOOKS, *(ROOT / "scripts").glob("*.py")]:
        docstring = ast.get_docstring(tree(file))
        assert docstring, file
        assert docstring.splitlines()[0].endswith((".", "?")), file
