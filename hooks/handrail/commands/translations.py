"""The translations of a help center, compared with their originals, and the lines written into their front matter."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handrail.authoring import front_matter, translation_template, whole_file
from handrail.authoring.article_template import scalar
from handrail.checks.context import Context
from handrail.commands.load_context import load_context
from handrail.commands.terminal import CommandError
from handrail.content.article import Article
from handrail.content.source_change import NONE, Change, Level
from handrail.schema.problem import one_of
from handrail.translation import drift
from handrail.translation.drift import OutdatedSection
from handrail.translation.drift_age import drift_age


@dataclass(frozen=True)
class Translations:
    """The translations of a help center. Each method is what a person may ask; it returns what to print."""

    config: Path
    context: Context
    pairs: tuple[tuple[Article, Article], ...]
    """Each translation, behind its original."""

    @classmethod
    def of(cls, config: Path, today: datetime.date) -> Translations:
        context = load_context(config, today)
        articles = [page for page in context.loaded.content_pages.values() if isinstance(page, Article)]
        return cls(config, context, tuple(drift.pairs(articles, context.loaded.codes)))

    def status(self, id: str | None) -> str:
        chosen = self._pairs_of(id) if id else self.pairs
        lines: list[str] = []
        done = 0
        for source, translation in chosen:
            behind = drift.outdated(source, drift.hashes_of(source), translation)
            if not translation.front_matter.source_hashes:
                lines.append(f"{self._file(translation)}: nobody recorded which text it was made from")
            elif behind or translation.front_matter.state == "started":
                started = ", only started" if translation.front_matter.state == "started" else ""
                lines.append(f"{self._file(translation)}, from {self._file(source)}: {_count(behind)}{started}")
                lines += [f"  {self._line(source, section)}" for section in behind]
            else:
                done += 1
                lines += [f"{self._file(translation)}: up to date"] if id else []
        return "\n".join([*lines, f"{done} of {len(chosen)} translations are up to date."])

    def accept(self, id: str | None, sections: Sequence[str], language: str | None) -> str:
        pairs = self.pairs if id is None else self._pairs_of(id, language, "accept")
        for source, translation in pairs:
            now = drift.hashes_of(source)
            recorded = translation.front_matter.source_hashes
            for section in sections:
                if section not in now and section not in recorded:
                    raise CommandError(f"'{id}' has no section '{section}'. {one_of(section, now)}")
            wanted = {key: now[key] if key in sections else recorded.get(key, "") for key in now} if sections else now
            wanted |= {key: value for key, value in recorded.items() if sections and key not in (*sections, *now)}
            self._write(translation, "source_hashes", _hashes({key: hash for key, hash in wanted.items() if hash}))
        self._forget_changes()
        return f"{len(pairs)} translation{'' if len(pairs) == 1 else 's'} recorded."

    def mark(self, id: str, section: str, level: Level, note: str | None) -> str:
        pairs = self._pairs_of(id)
        source = pairs[0][0]
        now = drift.hashes_of(source).get(section, NONE)
        since = sorted({translation.front_matter.source_hashes.get(section, NONE) for _, translation in pairs} - {now})
        if not since:
            raise CommandError(
                f"No translation of '{id}' is behind in '{section}'. Change it first, then mark the change."
            )
        date = self.context.today
        change = Change(section=section, level=level, since=since, hash=now, date=date, note=note)
        others = [other for other in source.front_matter.changes if (other.section, other.hash) != (section, now)]
        self._write(source, "changes", _changes([*others, change]))
        return f"{self._file(source)}: the change to '{section}' is marked {level}."

    def new(self, id: str, language: str | None) -> str:
        articles = [
            article
            for article in self.context.loaded.content_pages.values()
            if isinstance(article, Article) and article.id == id
        ]
        if not articles:
            raise CommandError(self._unknown(id))
        there = {article.language for article in articles}
        codes = self.context.loaded.codes
        lacking = [code for code in codes if code not in there]
        if language not in lacking and (language or len(lacking) != 1):
            raise CommandError(
                f"'{id}' lacks these languages: {', '.join(lacking) or 'none'}. Name one with --language."
            )
        language = language or lacking[0]
        declared = [article.front_matter.source for article in articles]
        first = next(code for code in (*declared, *codes) if code in there)
        source = next(article for article in articles if article.language == first)
        file = self.context.docs / language / source.path.partition("/")[2]
        text = (self.context.docs / source.path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        top = text[: len(text) - len(source.content.text)]
        for key in ("changes", "source", "redirect_from"):
            top = front_matter.change(top, key, "")
        top = front_matter.change(top, "status", "status: draft")
        top = front_matter.change(
            top, "state", "state: started # title, summary and questions are to be translated too"
        )
        top = front_matter.change(top, "source_hashes", _hashes(drift.hashes_of(source)))
        try:
            whole_file.create({file: f"{top}\n{translation_template.template(source.content.text)}"})
        except FileExistsError:
            raise CommandError(f"{file} exists, and is left as it is. Move it away first.") from None
        return f"Started {self.context.loaded.docs}/{file.relative_to(self.context.docs).as_posix()}"

    def _pairs_of(self, id: str, language: str | None = None, command: str = "") -> tuple[tuple[Article, Article], ...]:
        """The pairs of an article; just one where a command is about one language."""
        pairs = tuple(pair for pair in self.pairs if pair[0].id == id)
        if not pairs:
            raise CommandError(self._unknown(id))
        chosen = tuple(pair for pair in pairs if language in (None, pair[1].language))
        if not chosen or (command and len(chosen) > 1):
            codes = ", ".join(pair[1].language for pair in pairs)
            raise CommandError(f"'{id}' is translated into {codes}. Name one of these with --language.")
        return chosen

    def _unknown(self, id: str) -> str:
        ids = {source.id for source, _ in self.pairs}
        alone = "There is no article" if id not in self._ids() else "There is no translation of"
        return f"{alone} '{id}'. {one_of(id, ids)}"

    def _ids(self) -> set[str]:
        return {markdown_file.id for markdown_file in self.context.loaded.markdown_files if markdown_file.is_article}

    def _line(self, source: Article, section: OutdatedSection) -> str:
        text = drift.sections(source.title, source.summary, source.content.text).get(section.id, "")
        how = drift_age(self.context.docs / source.path, section, text).describe(self.context.today)
        said = {"changed": f"changed {how}", "new": "new", "gone": "no longer there"}[section.what]
        return f"{section.id}: {section.level}, {said}"

    def _file(self, article: Article) -> str:
        return article.front_matter_source.path

    def _write(self, article: Article, key: str, lines: str) -> None:
        front_matter.write(self.context.docs / article.path, key, lines)

    def _forget_changes(self) -> None:
        """Delete the marks of changes that every translation has by now."""
        again = Translations.of(self.config, self.context.today)
        needed: dict[str, set[str]] = {}
        for source, translation in again.pairs:
            behind = drift.outdated(source, drift.hashes_of(source), translation)
            needed.setdefault(source.path, set()).update(section.id for section in behind)
        for source in {source.path: source for source, _ in again.pairs}.values():
            kept = [change for change in source.front_matter.changes if change.section in needed[source.path]]
            if len(kept) < len(source.front_matter.changes):
                self._write(source, "changes", _changes(kept))


def _count(behind: Sequence[OutdatedSection]) -> str:
    return f"{len(behind)} section{'' if len(behind) == 1 else 's'} behind" if behind else "up to date"


def _hashes(hashes: dict[str, str]) -> str:
    """In quotes, as some hashes look like numbers, and some ids like other values."""
    return "\n".join(["source_hashes:", *(f'  {scalar(section)}: "{hash}"' for section, hash in hashes.items())])


def _changes(changes: Sequence[Change]) -> str:
    return "\n".join(["changes:", *(line for change in changes for line in _entry(change))]) if changes else ""


def _entry(change: Change) -> list[str]:
    since = ", ".join(f'"{hash}"' for hash in change.since)
    lines = [
        f"  - section: {scalar(change.section)}",
        f"    level: {change.level}",
        f"    since: [{since}]",
        f'    hash: "{change.hash}"',
        f"    date: {change.date}",
    ]
    return [*lines, f"    note: {json.dumps(change.note, ensure_ascii=False)}"] if change.note else lines
