"""The rules that content is held to, a file a family, in the order in which RULES.md lists them.

To add a rule:

1. Write a plain function in the file of its family that gets the `Subject` and gives a `Problem` for each place where
   the rule is broken. What the subject knows: `subject.pages` (each file's head, right or wrong, and its Markdown taken
   apart), `subject.twins` (the articles of each id, by language), `subject.reading` (settings, channels, categories,
   glossary, phrases: each None where it is wrong), `subject.today`, `subject.site`. The function changes nothing, asks
   no network, and takes every text that an author can type. It says nothing of what another rule says already.
2. Add a `Rule` to the `RULES` of that file: id, severity, the sentence for the table, the function. A new family is a
   new file; its `RULES` are joined here.
3. Plant the mistake: a file in `tests/sites/planted/` says how, and what must be found. No rule is without one.
4. `python3 scripts/check.py --write-table` writes the table in RULES.md anew.
"""

from handrail.checks.rule import Rule
from handrail.checks.rules import built_site, drift, findability, freshness, language, links, safety, structure, translations
from handrail.checks.runner import RULES as CHECK

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *links.RULES,
    *translations.RULES,
    *drift.RULES,
    *safety.RULES,
    *built_site.RULES,
    *freshness.RULES,
    *findability.RULES,
    *language.RULES,
    *CHECK,
)
