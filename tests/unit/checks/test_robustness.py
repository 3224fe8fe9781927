"""Nothing that an author can type crashes a rule, and every finding names a line that exists."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import yaml
from built_site import ROOT, theme_folder
from check_contexts import context_of
from planted_mistakes import valid

from handrail.center import loader
from handrail.center.theme_resources import Theme
from handrail.checks.formatters import as_github, as_json, as_text
from handrail.checks.rules import RULES
from handrail.checks.runner import run

PIECES = [
    *(
        "\n",
        "\n\n",
        "    ",
        "  ",
        "\t",
        "---\n",
        "\r\n",
        "\x0b",
        "\x0c",
        "\u2028",
        "\u0000",
        "\ufeff",
        "\u200b",
        "\u202e",
    ),
    *(
        "#",
        "## ",
        "{#a}",
        "{: .b onclick=x }",
        "{",
        "}",
        "[",
        "](",
        ")",
        "![",
        "][",
        "[x]: y\n",
        "<",
        ">",
        "</",
        "<a href=",
    ),
    *(
        "<!-- check: allow structure/alt-text: x -->",
        "<!-- check: allow",
        "-->",
        "<script>",
        "<svg/onload=x>",
        "&lt;",
        "\\",
    ),
    *(
        "`",
        "```",
        "~~~\n",
        "``",
        "|",
        "| --- |\n",
        "1. ",
        "1) ",
        "- ",
        "* ",
        "!!! warning",
        '!!! note "x"\n',
        "??? ",
        "> ",
    ),
    *(
        "https://",
        "http://a.b@c.d:99999/",
        "//x",
        "https://[::1",
        "javascript:",
        "data:,",
        "mailto:",
        "channel:",
        "tel:+1",
    ),
    *(
        "a@b.cd",
        "@name",
        "t.me/x",
        "1.2.3.4",
        "xn--",
        "xn--a-ecp.ru",
        "пример.рф",
        "９９９９",
        "1,000,000",
        "2026-02-30",
    ),
    *(
        "null",
        "[]",
        "{}",
        "- - -",
        "? ",
        ": ",
        "&a",
        "*a",
        "!!int x",
        "'",
        '"',
        "%",
        "$",
        "\\u0041",
        "🙂",
        "👩‍👩‍👧",
        "e\u0301",
    ),
    *(
        "助记词",
        "私钥",
        "。",
        "，",
        "“",
        "”",
        "ﷺ",
        "ﬁ",
        "١٢٣",
        "𝟙",
        "㈱",
        "abandon " * 12,
        "a" * 5000,
        "[" * 300,
        "> " * 300,
    ),
    *("id:", "title:", "questions:", "status: draft", "reviewed_on: 9999-12-31", "review_every: 999999999999 years"),
]
"""What has a meaning in YAML, Markdown, HTML or a rule, and what has none anywhere."""


def typed(random: Random, text: str) -> str:
    """The text after random edits."""
    for _ in range(random.randint(1, 6)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice((0, 0, 0, 1, 10, 100)))
        piece = "".join(random.choices(PIECES, k=random.randint(0, 5)))
        if random.random() < 0.2:
            other = random.randint(0, len(text))
            piece += text[other : other + random.randint(0, 200)]
        text = text[:start] + piece + text[end:]
    return text


@pytest.mark.parametrize("seed", range(15))
def test_no_rule_crashes_after_random_edits(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    files = valid()
    for path in random.sample(sorted(files), k=5):
        if path.endswith(".md") or (path.endswith(".yml") and path.startswith("docs/")):
            files[path] = typed(random, files[path])
    found = run(context_of(tmp_path, files, strict=random.random() < 0.5), RULES)
    assert [finding for finding in found if finding.rule == "check/broken-rule"] == []
    for finding in found:
        text = files.get(finding.problem.path, "").replace("\r\n", "\n").replace("\r", "\n")
        assert 0 <= finding.problem.line <= text.count("\n") + 1, finding
        assert finding.problem.message, finding
        assert finding.problem.fix, finding
    assert len(json.loads(as_json(found))["findings"]) == len(found)
    assert as_text(found)
    assert len(as_github(found).split("\n")) == max(1, len(found))


@pytest.mark.parametrize("seed", range(15))
def test_no_rule_crashes_on_random_markup(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    files = valid()
    for path in ("docs/en/pay/send-money.md", "docs/zh/pay/send-money.md"):
        head, _, _ = files[path].partition("\n---\n")
        files[path] = f"{head}\n---\n" + "".join(random.choices(PIECES, k=60))
    found = run(context_of(tmp_path, files), RULES)
    assert [finding for finding in found if finding.rule == "check/broken-rule"] == []


def test_a_file_name_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    """File systems allow any byte in a name; Python represents invalid ones as lone surrogates."""
    context = context_of(tmp_path, valid())
    extra = yaml.safe_load(context.loaded.configuration.text)["extra"]
    theme = Theme((ROOT / "overrides", theme_folder()))
    paths = [*context.loaded.content_pages, "en/\udcff.md"]
    loaded = loader.read(context.loaded.configuration, extra, theme, context.docs, "docs", paths)
    assert [str(problem) for problem in loaded.problems] == [
        "docs/en/\\udcff.md: a name that is not UTF-8 text. Give it another name."
    ]
    found = run(replace(context, loaded=loaded), RULES)
    assert [(finding.place, finding.rule) for finding in found] == [("docs/en/\\udcff.md", "structure/front-matter")]
