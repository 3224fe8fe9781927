"""The pictures of a site: which file a page shows in its language and its scheme, and the files made for that."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from handrail.center.help_center import HelpCenter
from handrail.content import drawing
from handrail.content.image_size import image_size
from handrail.content.language import Language
from handrail.content.picture import FOLDER, Picture
from handrail.pages import webp

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""What makes the bytes of a name, or has them from an earlier build."""


@dataclass(frozen=True)
class Shown:
    """One picture on one page, its files by their paths below the site's root."""

    light: str
    dark: str = ""
    """Empty where a picture has one file for both schemes."""
    size: tuple[int, int] | None = None
    """Width and height in CSS pixels, where the file says them."""
    callouts: tuple[str, ...] = ()
    """What the numbers on it stand for, in their order."""


@dataclass(frozen=True)
class Pictures:
    center: HelpCenter
    docs: Path
    """The docs folder."""
    paths: Collection[str] = ()
    """Of all files below it that are no pages, and of those made."""
    made: Mapping[str, str | bytes] = field(default_factory=dict)
    """What the build makes, by path."""
    copies: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """The paths of the smaller copies of a picture, by its path and their width in pixels."""

    @property
    def sources(self) -> Collection[str]:
        """The paths of drawings that are published only as what is made of them."""
        return {f"{FOLDER}{id}.svg" for id, words in self.center.pictures.items() if words.words}

    def shown(self, path: str, code: str) -> Shown:
        """What a page in a language shows for the picture at `path`: that of the same name in the language's folder."""
        own = f"{code}/{path}"
        light = own if own in self.paths else path
        dark = with_suffix(light, "dark")
        size = image_size(self.docs / (path if light in self.made else light))
        data = self.center.pictures.get(_id(path))
        callouts = tuple(callout.text[code] for callout in data.callouts) if data else ()
        return Shown(light, dark if dark in self.paths else "", size, callouts)


def with_suffix(path: str, word: str) -> str:
    """The path of another version of a picture, next to it: `a.dark.png` for `a.png`."""
    return str(PurePosixPath(path).with_suffix(f".{word}{PurePosixPath(path).suffix}"))


def overlay(path: str) -> str:
    """The path of the drawing that puts the numbers of callouts on a picture that all languages share."""
    return f"{FOLDER}{_id(path)}.callouts.svg"


def _id(path: str) -> str:
    """That of the data of a picture in the folder of those that all languages share; empty for any other picture."""
    return PurePosixPath(path).stem if path.startswith(FOLDER) else ""


def of_site(center: HelpCenter, docs: Path, paths: Iterable[str], keep: Keep = lambda name, make: make()) -> Pictures:
    """Those at `paths` below the folder `docs`, and what the build makes of them.

    That is drawings in the words of each language that has none of its own, numbers of callouts, and smaller copies.
    """
    known = set(paths)
    made: dict[str, str | bytes] = {path: text for path, text in _drawings(center, docs) if path not in known}
    made |= {overlay(path): _numbers(center, docs / path) for path in known if _has_callouts(center, path)}
    copies: dict[str, dict[int, str]] = {}
    for path in known:
        for width, content in webp.copies(docs / path, keep).items():
            copies.setdefault(path, {})[width] = target = str(PurePosixPath(path).with_suffix(f".{width}.webp"))
            made[target] = content
    return Pictures(center, docs, known | made.keys(), made, copies)


def _drawings(center: HelpCenter, docs: Path) -> Iterator[tuple[str, str]]:
    for id, data in center.pictures.items():
        if not data.words:
            continue
        path = f"{FOLDER}{id}.svg"
        text = (docs / path).read_text("utf-8-sig")
        for language in center.settings.languages:
            own = f"{language.code}/{path}"
            for scheme, target in (("light", own), ("dark", with_suffix(own, "dark"))):
                palette = drawing.colours(center.settings.colours, scheme)
                yield target, drawing.drawn(text, _words(data, language), language.tag, _fonts(language), palette)


def _words(data: Picture, language: Language) -> dict[str, str]:
    return {key: words[language.code] for key, words in data.words.items()}


def _fonts(language: Language) -> str:
    """The device's own, then those that have the language's script. A picture cannot ask the page for its fonts."""
    return ", ".join(["system-ui", *(f"'{font}'" for font in language.fonts), "sans-serif"])


def _has_callouts(center: HelpCenter, path: str) -> bool:
    data = center.pictures.get(_id(path))
    return data is not None and bool(data.callouts)


def _numbers(center: HelpCenter, file: Path) -> str:
    size = image_size(file)
    assert size, "the check of the data has read it"
    places = [(callout.x, callout.y) for callout in center.pictures[file.stem].callouts]
    return drawing.numbers(places, size, drawing.colours(center.settings.colours, "light"))
