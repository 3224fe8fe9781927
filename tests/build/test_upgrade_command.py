"""`handrail upgrade`: old names are written anew, in place and with nothing else changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

from built_site import files
from commands import run
from site_builds import copy_site

from handrail.checks.rules import RULES

OLD_NAMES = {
    "mkdocs.yml": {"ownership:": "relation:", "contact_article:": "contact:", "popular_articles": "most_asked"},
    "docs/data/channels.yml": {"accepts_messages:": "takes_messages:", "method:": "way:"},
    "docs/data/ui_strings.yml": {"home.popular_articles:": "home.most_asked:"},
}


def test_old_names_become_the_new_ones(tmp_path: Path) -> None:
    site = copy_site("lamplight", tmp_path)
    before = files(site)
    for path, names in OLD_NAMES.items():
        text = (site / path).read_text("utf-8")
        for new, old in names.items():
            assert new in text, path
            text = text.replace(new, old)
        (site / path).write_text(text, "utf-8")
    (site / "docs/data/ui_strings.yml").rename(site / "docs/data/phrases.yml")
    done = run("upgrade", "--config", str(site / "mkdocs.yml"))
    assert done.returncode == 0, done.stderr
    assert "docs/data/phrases.yml: phrases.yml is ui_strings.yml now." in done.stdout
    after = files(site)
    assert [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)] == []
    assert "now." not in run("upgrade", "--config", str(site / "mkdocs.yml")).stdout


def test_what_new_rules_find_is_named_once(tmp_path: Path) -> None:
    site = copy_site("lamplight", tmp_path)
    upgrade = ("upgrade", "--config", str(site / "mkdocs.yml"))
    assert "New rules" not in run(*upgrade).stdout, "nobody knows which were there"
    old = [rule.id for rule in RULES if rule.id not in ("translations/copied", "structure/duplicate-title")]
    (site / ".schema").mkdir()
    (site / ".schema/rules.json").write_text(json.dumps(old), "utf-8")
    first, second, *_ = sorted((site / "docs/en").glob("*/*.md"))
    title = re.findall("(?m)^title: .*", first.read_text("utf-8"))[0]
    second.write_text(re.sub("(?m)^title: .*", title, second.read_text("utf-8")), "utf-8")
    said = run(*upgrade).stdout
    assert "New rules: structure/duplicate-title, translations/copied. They find:" in said
    assert "[structure/duplicate-title]" in said
    assert f"{second.parent.name}/{second.name}" in said
    assert "New rules" not in run(*upgrade).stdout
