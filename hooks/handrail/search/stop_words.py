"""The stop words of a language: those of stop_words.yml, which the manifest carries to the browser."""

from __future__ import annotations

from pathlib import Path

import yaml

_WORDS: dict[str, str] = yaml.safe_load(Path(__file__).with_name("stop_words.yml").read_text("utf-8"))


def stop_words(language: str) -> str:
    """Those of a language without script and region, separated by spaces; none where none are known."""
    return _WORDS.get(language.split("-")[0].lower(), "")
