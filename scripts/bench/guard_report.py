"""Measures the guard: how many secrets it finds of each kind and language, and how many ordinary texts it blocks.

The corpora are made from a seed: recovery phrases from the package `mnemonic`, keys in the formats of the networks,
public things that look like keys. Ordinary texts are this repository's own, and those of a folder of your choice.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

import yaml

from bench import guard_keys, guard_phrases, guard_writings
from handrail.secrets import guard

ROOT = Path(__file__).resolve().parents[2]
PERSONAL = Path(__file__).with_name("guard_personal.yml")
PASSAGE = 300
"""Characters of an ordinary text, which is what people write at once; words are not cut."""
KEYS = 50

Test = Callable[[str], bool]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--count", type=int, default=60, metavar="N", help="texts of each kind and language; default: 60"
    )
    parser.add_argument("--seed", default="guard", help="another seed makes other corpora; default: guard")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="ordinary texts: .md, .txt, and .jsonl with 'text'")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="also print N texts of each kind that failed"
    )
    options = parser.parse_args(argv)
    seed, report = options.seed, _Misses(options.misses)
    print("Recall: phrases that are blocked, in percent\n")
    _phrases(seed, options.count, report)
    print("\nPrivate keys: blocked, asked about, of all\n")
    _keys(seed, report)
    print("\nPublic: blocked, asked about, of all\n")
    _public(seed, report)
    print("\nPersonal data: masked, of all\n")
    _personal(seed, report)
    print("\nOrdinary texts: passages, blocked, asked about or warned of, masked\n")
    for name, texts in _texts(options.texts):
        _ordinary(name, texts, report)
    return 0


class _Misses:
    """Prints the first texts of each kind that failed."""

    def __init__(self, limit: int) -> None:
        self._limit, self._counts = limit, defaultdict[str, int](int)

    def add(self, kind: str, text: str) -> None:
        self._counts[kind] += 1
        if self._counts[kind] <= self._limit:
            print(f"  ! {kind}: {text!r}")


def actions(text: str, field: str = "") -> set[str]:
    return {finding.action for finding in guard.inspect(text, field)}


def _phrases(seed: str, count: int, report: _Misses) -> None:
    header = " ".join(
        f"{language[:2] + language[7:10] if 'chinese' in language else language[:3]:>6}"
        for language in guard_phrases.LANGUAGES
    )
    print(f"{'':24}{header}{'all':>7}")
    for kind, writers in guard_writings.KINDS.items():
        rates: dict[str, list[list[bool]]] = {name: [] for name in ("", *writers)}
        for language in guard_phrases.LANGUAGES:
            texts = guard_writings.sample(kind, language, max(count, len(writers) * 12), seed)
            results = [(name, "block" in actions(text)) for name, text in texts]
            for (name, text), (_, blocked) in zip(texts, results, strict=True):
                if not blocked:
                    report.add(f"{kind}, {name}, {language}", text)
            for wanted in rates:
                rates[wanted].append([blocked for name, blocked in results if wanted in ("", name)])
        for name, by_language in rates.items():
            if name and len(writers) == 1:
                continue
            columns = " ".join(f"{_percent(flags):>6}" for flags in by_language)
            print(
                f"{'  ' + name if name else kind:24}{columns}{_percent([f for flags in by_language for f in flags]):>7}"
            )


def _percent(flags: Sequence[bool]) -> str:
    return f"{100 * sum(flags) / len(flags):.1f}"


def _keys(seed: str, report: _Misses) -> None:
    for name, make in guard_keys.SECRET.items():
        random = Random(f"{seed} {name}")
        results = [(text, actions(text)) for text in (make(random) for _ in range(KEYS))]
        _line(name, results, report, lambda found: bool(found & {"block", "ask"}))


def _public(seed: str, report: _Misses) -> None:
    for field, makers in (("", guard_keys.PUBLIC), ("hash", guard_keys.IN_THE_HASH_FIELD)):
        for name, make in makers.items():
            random = Random(f"{seed} {name}")
            results = [(text, actions(text, field)) for text in (make(random) for _ in range(KEYS * 10))]
            label = f"{name}, in the field for hashes" if field else name
            _line(label, results, report, lambda found: not found & {"block", "ask"})


def _line(
    name: str, results: Sequence[tuple[str, set[str]]], report: _Misses, is_right: Callable[[set[str]], bool]
) -> None:
    for text, found in results:
        if not is_right(found):
            report.add(name, text)
    blocked = sum("block" in found for _, found in results)
    asked = sum("ask" in found and "block" not in found for _, found in results)
    print(f"{name:44}{blocked:6}{asked:6}{len(results):6}")


def _personal(seed: str, report: _Misses) -> None:
    for kind, templates in yaml.safe_load(PERSONAL.read_text("utf-8")).items():
        random = Random(f"{seed} {kind}")
        texts = [_with_digits(template, random) for template in templates]
        masked = 0
        for text in texts:
            if "mask" in actions(text):
                masked += 1
            else:
                report.add(kind, text)
        print(f"{kind:44}{masked:6}{len(texts):6}")


def _with_digits(template: str, random: Random) -> str:
    """A text with as many digits as each `{6}` in it says."""
    return re.sub(r"\{(\d)\}", lambda match: "".join(random.choices("0123456789", k=int(match[1]))), template)


def _texts(folder: Path | None) -> Iterator[tuple[str, Iterable[str]]]:
    for language in sorted(path for path in (ROOT / "docs").iterdir() if path.is_dir()):
        yield f"docs/{language.name} (wallet)", (path.read_text("utf-8") for path in sorted(language.rglob("*.md")))
    messages = json.loads((ROOT / "tests/vectors/guard-messages.json").read_text("utf-8"))
    yield "messages to support (wallet)", messages["en"] + messages["zh"]
    if folder:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".md", ".txt"):
                yield str(path.relative_to(folder)), [path.read_text("utf-8")]
            elif path.suffix == ".jsonl":
                lines = path.read_text("utf-8").splitlines()
                texts = [record["text"] for record in map(json.loads, lines) if "text" in record]
                if len(texts) > 200:
                    yield str(path.relative_to(folder)), texts


def passages(text: str) -> Iterator[str]:
    """A text in pieces of about `PASSAGE` characters, cut at spaces where there are any."""
    for match in re.finditer(rf".{{1,{PASSAGE}}}(?:\s|$)|.{{1,{PASSAGE}}}", text, re.DOTALL):
        yield match[0]


def _ordinary(name: str, texts: Iterable[str], report: _Misses) -> None:
    counts = defaultdict[str, int](int)
    for text in texts:
        for passage in passages(text):
            found = actions(passage)
            counts["all"] += 1
            for action in found:
                counts[action] += 1
            if "block" in found:
                report.add(name, passage)
    rate = 100 * counts["block"] / max(1, counts["all"])
    other = counts["ask"] + counts["warn"]
    print(f"{name:44}{counts['all']:7}{counts['block']:6} {rate:.3f} %{other:6}{counts['mask']:6}")
