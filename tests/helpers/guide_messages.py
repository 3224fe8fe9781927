"""What support is told at the end of every path of a site's guides that leads there: by the script, and without it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from built_site import load
from factories import help_center
from js_modules import Modules

from handrail.contact.contact_form import ContactForm
from handrail.content.guide import Guide, Step

UNSURE = {"zh": "不知道", "en": "I don't know"}
ABOUT = {"zh": ("问题类型", "已经排除"), "en": ("What it is about", "Already ruled out")}
COMPOSE = """async ({ ways, language, labels, types }) => {
  const { answersOf, inWords } = await import("/contact/guide_answers.js");
  const { compose } = await import("/contact/message.js");
  const { guides } = await import("/guides.js");
  return ways.map((way) => {
    const answers = answersOf(guides, way);
    const about = types[answers.at(-1)?.type]?.[language];
    const details = Object.assign({}, ...answers.map((answer) => answer.details));
    const parts = { about, ...inWords(answers, language), read: "", searched: "", answers: [] };
    return { message: compose(parts, labels[language], false), details };
  });
}"""


@cache
def read(site: Path, name: str) -> Any:
    return load(site / f"docs/data/{name}.yml")


def ends(guide: Guide) -> list[tuple[Step, ...]]:
    """The paths that lead to support."""
    return [path for path in guide.paths if path[-1].lead.contact]


def expected(
    site: Path, language: str, guide: str, path: tuple[Step, ...]
) -> tuple[list[str], list[str], dict[str, str]]:
    """What the answers say, what they rule out and the details that they fill in, by the file of the guide."""
    written = {question["id"]: question for question in read(site, f"guides/{guide}")["questions"]}
    types = {issue_type["id"]: issue_type["title"][language] for issue_type in read(site, "issue_types")}
    said, ruled_out, details = [f"{ABOUT[language][0]}: {types[path[-1].lead.contact or '']}"], [], {}
    for step in path:
        question = written[step.question.id]
        answer = [*question["answers"], question["unsure"]][step.number]
        if "details" in answer:
            details |= answer["details"]
        elif "ruled_out" in answer:
            ruled_out.append(answer["ruled_out"][language])
        else:
            said.append(f"{question['text'][language]} {answer.get('text', UNSURE)[language]}")
    return said, ruled_out, details


def assert_messages_say_all(site: Path, language: str, modules: Modules) -> int:
    """Every path to support ends in a message that says all of it; how many paths there are."""
    form = contact_form(site, language)
    modules.put("guides.js", form.guide_answers[1].encode())
    paths = [(guide.id, path) for guide in form.center.guides.values() for path in ends(guide)]
    ways = ["~".join([id, *(f"{step.question.id}.{step.number}" for step in path)]) for id, path in paths]
    types = {id: issue_type.title for id, issue_type in form.center.issue_types.items()}
    given = {"ways": ways, "language": language, "labels": form.message_strings, "types": types}
    for (id, path), told in zip(paths, modules.evaluate(COMPOSE, given), strict=True):
        said, ruled_out, details = expected(site, language, id, path)
        excluded = [f"{ABOUT[language][1]}: {'; '.join(ruled_out)}"] if ruled_out else []
        assert (told["message"].splitlines(), told["details"]) == ([*said, *excluded], details)
    return len(paths)


def assert_messages_hold_without_a_script(site: Path, language: str) -> None:
    """A message says what every way to it says, and asks the rest."""
    form = contact_form(site, language)
    titles = tuple(f"{detail.title[language]}:" for detail in form.center.details.values())
    for guide in form.center.guides.values():
        for path in ends(guide):
            said, ruled_out, details = expected(site, language, guide.id, path)
            lines = form.message_at_end(guide, path[-1]).splitlines()
            told = [line for line in lines[: lines.index("")] if not line.startswith(titles)]
            excluded = [line for line in told if line.startswith(f"{ABOUT[language][1]}: ")]
            asked = {step.question.text[language] for step in path}
            assert set(told) - set(excluded) - asked <= set(said)
            assert all(part in ruled_out for line in excluded for part in line.partition(": ")[2].split("; "))
            for id, option in details.items():
                detail = form.center.details[id]
                name = next(known.title[language] for known in detail.options if known.id == option)
                assert f"{detail.title[language]}: {name}" in lines


def contact_form(site: Path, language: str) -> ContactForm:
    center = help_center(site)
    return ContactForm(center, center.editions[language])
