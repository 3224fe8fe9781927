"""The browser tests run in whatever Chromium there is, and get one where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import chromium


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """Where the machine keeps browsers: nowhere, unless the test says."""
    found: list[Path] = []
    monkeypatch.setattr(chromium, "_places", lambda: iter(found))
    return found


@pytest.fixture(autouse=True)
def fonts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The machine's fonts with Chinese characters: one, whatever this one has."""
    names = ["Noto Sans CJK"]
    monkeypatch.setattr(chromium, "_has_chinese_font", lambda: bool(names))
    return names


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was run to get a browser."""
    commands: list[str] = []
    monkeypatch.setattr(chromium, "_run", lambda *command: commands.append(" ".join(command[:3])) or True)
    return commands


def browser(path: Path, content: bytes = b"\x7fELF") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_the_first_browser_there_is_gets_taken(places: list[Path], ran: list[str], tmp_path: Path) -> None:
    places += [tmp_path / "missing", browser(tmp_path / "one"), browser(tmp_path / "two")]
    assert chromium.ensure() == tmp_path / "one"
    assert ran == []


@pytest.mark.parametrize(("debian", "root"), [(True, True), (True, False), (False, True)])
def test_a_bare_server_without_a_chinese_font_gets_one_where_that_is_possible(
    places: list[Path],
    ran: list[str],
    fonts: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    debian: bool,
    root: bool,
) -> None:
    fonts.clear()
    places.append(browser(tmp_path / "one"))
    monkeypatch.setattr(chromium, "_is_debian", lambda: debian)
    monkeypatch.setattr(chromium, "_is_root", lambda: root)
    assert chromium.ensure() == tmp_path / "one"
    assert ran == (["apt-get install --yes"] if debian and root else [])


def test_the_script_that_stands_for_a_snap_is_passed_over(places: list[Path], tmp_path: Path) -> None:
    places.append(browser(tmp_path / "chromium", b"#!/bin/sh\nexec /snap/bin/chromium\n"))
    assert chromium.find() is None


def test_the_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HANDRAIL_CHROMIUM", str(browser(tmp_path / "mine")))
    assert chromium.find() == tmp_path / "mine"


def test_the_browser_that_playwright_keeps_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HANDRAIL_CHROMIUM", raising=False)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    kept = browser(tmp_path / "chromium-1200" / "chrome-linux64" / "chrome")
    assert kept in chromium._places()


@pytest.mark.parametrize(
    ("debian", "root", "command"),
    [(True, True, "apt-get install --yes"), (True, False, "playwright"), (False, True, "playwright")],
)
def test_a_machine_without_one_gets_one_or_is_told(
    places: list[Path],
    ran: list[str],
    monkeypatch: pytest.MonkeyPatch,
    debian: bool,
    root: bool,
    command: str,
) -> None:
    monkeypatch.setattr(chromium, "_is_debian", lambda: debian)
    monkeypatch.setattr(chromium, "_is_root", lambda: root)
    with pytest.raises(SystemExit, match="Install Chromium, Chrome or Edge"):
        chromium.ensure()
    assert len(ran) == 1
    assert command in ran[0]
