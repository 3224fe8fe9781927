"""What may know what: the core knows no engine, the generator knows no product, and a hook knows no other hook."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import CONFIGS, ROOT, load

ENGINE_ROOMS = {"engine", "search_runner", "state_page", "preview", "commands"}
"""These may know an engine and start processes."""

PACKAGE = ROOT / "hooks/handrail"
CORE = sorted(file for file in PACKAGE.rglob("*.py") if not {*file.relative_to(PACKAGE).parts} & ENGINE_ROOMS)
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
ENGINES = {"mkdocs", "properdocs", "material", "zensical", "jinja2"}
GENERATOR = ("hooks", "overrides", "scripts")
TEXTS = {".py", ".html", ".js", ".css", ".xml", ".svg", ".txt", ".json"}


def imports(file: Path) -> Iterator[tuple[str, bool]]:
    """The modules that a file imports, and whether it does so at its top."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in tree.body) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or ""), node in tree.body


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


def names(text: str, name: str) -> bool:
    """Whether a text holds a name as a whole word, however it is written."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


@pytest.mark.parametrize("file", CORE, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_the_core_imports_no_engine(file: Path) -> None:
    for module, _ in imports(file):
        assert module.split(".")[0] not in ENGINES, file


def test_the_core_can_be_used_where_no_engine_is() -> None:
    """Not even by way of something else that it imports."""
    paths = (file.relative_to(PACKAGE.parent).with_suffix("").parts for file in CORE if file.stem != "__init__")
    modules = ", ".join(map(".".join, paths))
    code = f"import sys; import {modules}; print(sorted({ENGINES!r} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("[]\n", "")


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
    assert {"Lamplight Help", "Bitpie", "bitpie.com", "简体中文", "日本語"} <= known, "they are read from the sites"
    for file in generator_files():
        if file.suffix in TEXTS:
            text = file.read_text("utf-8")
            assert [name for name in known if names(text, name)] == [], file.relative_to(ROOT)


def test_templates_and_hooks_name_no_language() -> None:
    """The core may: it knows scripts and their languages as such, not those of a site."""
    for file in [*HOOKS, *(ROOT / "overrides").rglob("*.html"), *(ROOT / "overrides").rglob("*.css")]:
        text = file.read_text("utf-8")
        assert [name for name in ("English", "Chinese", "Japanese") if names(text, name)] == [], file
        assert re.findall(r"""["'](?:zh|en|ja)(?:-\w+)?["']|lang\((?:zh|en|ja)""", text) == [], file


def test_a_name_is_found_whole_and_in_any_case() -> None:
    assert names("see BITPIE.com", "bitpie")
    assert not names("bitpies", "bitpie")


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
        docstring = ast.get_docstring(ast.parse(file.read_text("utf-8")))
        assert docstring, file
        assert docstring.splitlines()[0].endswith((".", "?")), file
