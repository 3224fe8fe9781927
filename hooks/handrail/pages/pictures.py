"""The pictures of a site: which file a page shows in its language and its scheme, and the files made for that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from handrail.center.help_center import HelpCenter
from handrail.content import picture
from handrail.content.image_size import image_size
from handrail.content.picture import FOLDER, Picture
from handrail.content.settings import Language


@dataclass(frozen=True)
class Shown:
    """The files of one picture on one page, by their paths below the site's root."""

    light: str
    dark: str
    """Empty where a picture has one file for both schemes."""
    size: tuple[int, int] | None
    """Width and height in CSS pixels, where the file says them."""


@dataclass(frozen=True)
class Pictures:
    docs: Path
    """The docs folder."""
    paths: Collection[str] = ()
    """Of all files below it that are no pages, and of those made."""
    made: Mapping[str, str] = field(default_factory=dict)
    """What the build makes, by path."""
    sources: Collection[str] = ()
    """The paths of drawings that are published only as what is made of them."""

    def shown(self, path: str, code: str) -> Shown:
        """What a page in a language shows for the picture at `path`: that of the same name in the language's folder."""
        own = f"{code}/{path}"
        light = own if own in self.paths else path
        dark = dark_path(light)
        file = self.docs / (path if light in self.made else light)
        return Shown(light, dark if dark in self.paths else "", image_size(file))


def dark_path(path: str) -> str:
    """Where the picture for dark pages is, next to the one for light pages: `a.dark.png` for `a.png`."""
    return str(PurePosixPath(path).with_suffix(f".dark{PurePosixPath(path).suffix}"))


def of_site(center: HelpCenter, docs: Path, paths: Iterable[str]) -> Pictures:
    """Those at `paths` below the folder `docs`, and drawings in the words of each language that has none of its own."""
    known = set(paths)
    made = {path: text for path, text in _drawings(center, docs) if path not in known}
    sources = {f"{FOLDER}{id}.svg" for id in center.pictures}
    return Pictures(docs, known | made.keys(), made, sources)


def _drawings(center: HelpCenter, docs: Path) -> Iterator[tuple[str, str]]:
    for id, drawing in center.pictures.items():
        path = f"{FOLDER}{id}.svg"
        text = (docs / path).read_text("utf-8-sig")
        for language in center.settings.languages:
            own = f"{language.code}/{path}"
            for scheme, target in (("light", own), ("dark", dark_path(own))):
                palette = picture.colours(center.settings.colours, scheme)
                yield target, picture.drawn(text, _words(drawing, language), language.tag, _fonts(language), palette)


def _words(drawing: Picture, language: Language) -> dict[str, str]:
    return {key: words[language.code] for key, words in drawing.words.items()}


def _fonts(language: Language) -> str:
    """The device's own, then those that have the language's script. A picture cannot ask the page for its fonts."""
    return ", ".join(["system-ui", *(f"'{font}'" for font in language.fonts), "sans-serif"])
