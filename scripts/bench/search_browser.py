"""The browser that is asked, and the server that its files come from."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Self

from playwright.sync_api import Page, sync_playwright

import chromium
from handrail.preview.static_server import Answer, Server

ENGINE = "engine.js"
PAGE = b'<!doctype html><html lang="mul"><meta charset="utf-8"><title>Search</title><link rel="icon" href="data:,">'
_BATCH = 250

OPEN = """async ({ engine, entrances, language }) => {
  const { open } = await import(engine);
  window.engines ??= {};
  const others = Object.entries(entrances).filter(([code]) => code !== language);
  window.engines[language] ??= await open(entrances[language], {
    others: others.map(([language, url]) => ({ language, url })),
  });
}"""
ANSWER = """async ({ questions, limit }) => {
  const found = [];
  for (const { language, text } of questions) {
    const { results } = await window.engines[language].search(text, { limit });
    found.push(results.map(({ id }) => id));
  }
  return found;
}"""
TIME = """async ({ questions, limit }) => {
  const found = [];
  for (const { language, text } of questions) {
    const engine = window.engines[language];
    await engine.search(text, { limit });
    const start = performance.now();
    await engine.search(text, { limit });
    found.push(performance.now() - start);
  }
  return found;
}"""
CUT = """(texts) => {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const words = (text) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
  return texts.map((text) => words(text).map(({ segment }) => segment));
}"""
FIRST = """async ({ language, text, limit }) => {
  const shown = await new Promise((done, fail) => {
    const first = () => done(performance.now());
    window.engines[language].search(text, { limit, first }).then(first, fail);
  });
  await new Promise((done) => setTimeout(done, 50));
  const asked = performance.getEntriesByType("resource").filter(({ startTime }) => startTime < shown);
  return [asked.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0), asked.length];
}"""


class Browser:
    """A headless browser with the files of an index, by name; `entrances` names the file each language begins with."""

    def __init__(self, files: Mapping[str, bytes], entrances: Mapping[str, str]) -> None:
        self.host = _Files(files)
        self.entrances = {language: self.host.url + name for language, name in entrances.items()}

    def __enter__(self) -> Self:
        self.host.__enter__()
        self._playwright = sync_playwright().start()
        root = sys.platform != "win32" and os.geteuid() == 0  # whom its sandbox refuses
        arguments = ["--enable-precise-memory-info", *(["--no-sandbox"] if root else [])]
        self._browser = self._playwright.chromium.launch(executable_path=chromium.ensure(), args=arguments)
        self.page = self._open_page()
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()
        self.host.__exit__()

    def answers(self, questions: Sequence[Mapping[str, str]], limit: int) -> list[list[str]]:
        """The ids of the results of each question."""
        for language in self.entrances:
            self._open_engine(self.page, language)
        return self._ask(ANSWER, questions, limit)

    def times(self, questions: Sequence[Mapping[str, str]], limit: int) -> list[float]:
        """The milliseconds that each question takes where everything it needs is loaded."""
        found: list[float] = self._ask(TIME, questions, limit)
        return found

    def cut(self, texts: Sequence[str]) -> list[list[str]]:
        """The words of each text, as the browser sees them."""
        found: list[list[str]] = self.page.evaluate(CUT, list(texts))
        return found

    def cold(self, question: Mapping[str, str], limit: int) -> tuple[int, int]:
        """The bytes and requests from the focus on a page that knows nothing to the first result."""
        page = self._open_page()
        self._open_engine(page, question["language"])
        size, requests = page.evaluate(FIRST, {**question, "limit": limit})
        page.context.close()
        return size, requests

    def _open_page(self) -> Page:
        page = self._browser.new_context().new_page()
        page.set_default_timeout(0)
        page.goto(self.host.url)
        return page

    def _open_engine(self, page: Page, language: str) -> None:
        page.evaluate(OPEN, {"engine": self.host.url + ENGINE, "entrances": self.entrances, "language": language})

    def _ask(self, script: str, questions: Sequence[Mapping[str, str]], limit: int) -> list[Any]:
        found: list[Any] = []
        for start in range(0, len(questions), _BATCH):
            found += self.page.evaluate(script, {"questions": questions[start : start + _BATCH], "limit": limit})
        return found


class _Files(Server):
    """Serves an empty page, and files by their name."""

    compress = True

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__()
        self.files = {"index.html": PAGE, **files}

    def answer(self, path: str, query: str) -> Answer:
        name = path.removeprefix("/") or "index.html"
        content = self.files.get(name)
        return Answer(HTTPStatus.NOT_FOUND, name) if content is None else Answer(HTTPStatus.OK, name, content)
