"""The rules for content, a file for each family, in the order of RULES.md.

To add a rule:

1. Write a plain function in the file of its family. It gets the `Context` and yields a `Problem` for each place that
   breaks the rule. The context has `context.pages` (front matter, valid or not, and parsed Markdown of every file),
   `context.counterparts` (the articles of each id, by language), `context.loaded` (settings, channels, categories,
   glossary, UI strings: each None where invalid), `context.today`, `context.site`. The function has no side effects,
   uses no network, and copes with every text that an author can type. It repeats nothing that another rule reports.
2. Add a `Rule` to the `RULES` of that file: id, severity, the sentence for the table, the function. A new family is a
   new file; its `RULES` are joined here.
3. Plant the mistake: a file in `tests/sites/planted/` makes it and says what must be found. Every rule has one.
4. `python3 scripts/check.py --write-table` updates the table in RULES.md.
"""

from handrail.checks.rule import Rule
from handrail.checks.rules import (
    built_site,
    drift,
    findability,
    freshness,
    guides,
    help_ids,
    language,
    links,
    pictures,
    safety,
    structure,
    translations,
)
from handrail.checks.runner import RULES as RUNNER

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *links.RULES,
    *pictures.RULES,
    *translations.RULES,
    *drift.RULES,
    *safety.RULES,
    *built_site.RULES,
    *freshness.RULES,
    *findability.RULES,
    *guides.RULES,
    *help_ids.RULES,
    *language.RULES,
    *RUNNER,
)
