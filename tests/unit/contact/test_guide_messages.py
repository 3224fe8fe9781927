"""What support is told at the end of every path of every guide that leads there: by the script, and without it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from built_site import CONFIGS, load
from factories import help_center
from js_modules import Modules

from handrail.contact.contact_form import ContactForm
from handrail.content.guide import Guide, Step

DATA = CONFIGS["bitpie"].parent / "docs/data"
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
def read(name: str) -> Any:
    return load(DATA / f"{name}.yml")


def ends(guide: Guide) -> list[tuple[Step, ...]]:
    """The paths that lead to support."""
    return [path for path in guide.paths if path[-1].lead.contact]


def expected(language: str, guide: str, path: tuple[Step, ...]) -> tuple[list[str], list[str], dict[str, str]]:
    """What the answers say, what they rule out and the details that they fill in, by the file of the guide."""
    written = {question["id"]: question for question in read(f"guides/{guide}")["questions"]}
    types = {issue_type["id"]: issue_type["title"][language] for issue_type in read("issue_types")}
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


@pytest.mark.parametrize("language", UNSURE)
def test_every_path_to_support_ends_in_a_message_that_says_all_of_it(language: str, modules: Modules) -> None:
    form = contact_form(language)
    modules.put("guides.js", form.guide_answers[1].encode())
    paths = [(guide.id, path) for guide in form.center.guides.values() for path in ends(guide)]
    assert len(paths) > 50
    ways = ["~".join([id, *(f"{step.question.id}.{step.number}" for step in path)]) for id, path in paths]
    types = {id: issue_type.title for id, issue_type in form.center.issue_types.items()}
    given = {"ways": ways, "language": language, "labels": form.message_strings, "types": types}
    for (id, path), told in zip(paths, modules.evaluate(COMPOSE, given), strict=True):
        said, ruled_out, details = expected(language, id, path)
        excluded = [f"{ABOUT[language][1]}: {'; '.join(ruled_out)}"] if ruled_out else []
        assert (told["message"].splitlines(), told["details"]) == ([*said, *excluded], details)


@pytest.mark.parametrize("language", UNSURE)
def test_without_a_script_the_message_says_what_every_way_to_it_says_and_asks_the_rest(language: str) -> None:
    form = contact_form(language)
    titles = tuple(f"{detail.title[language]}:" for detail in form.center.details.values())
    for guide in form.center.guides.values():
        for path in ends(guide):
            said, ruled_out, details = expected(language, guide.id, path)
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


def contact_form(language: str) -> ContactForm:
    center = help_center(CONFIGS["bitpie"].parent)
    return ContactForm(center, center.editions[language])
