"""The files of a new help center: small, whole, and without a problem. Its texts stand in starter/, in two languages.

In any other language the English ones stand in, for its authors to translate.
"""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from handrail.content import ui_strings
from handrail.scaffold import accent, cms
from handrail.schema import language_tags

STARTER = Path(__file__).with_name("starter")
WRITTEN_IN = ("en", "zh-Hans")
_WORKFLOW = ".github/workflows/help-center.yml"
CI = {
    "github": {_WORKFLOW: "github.yml"},
    "gitlab": {".gitlab-ci.yml": "gitlab.yml"},
    "gitee": {".workflow/help-center.yml": "gitee.yml"},
    "cloudflare": {_WORKFLOW: "cloudflare.yml"},
    "netlify": {"netlify.toml": "netlify.toml"},
    "docker": {"Dockerfile": "Dockerfile", ".dockerignore": "dockerignore", "nginx.conf": "nginx.conf"},
}
"""The files that each service reads, and where the starter has them. The first of them is what runs."""
NAMED = {"category": "categories", "channels": "channels", "issue_types": "issue_types"}
"""The keys of front matter that name ids of a data file, and the file."""
IDEOGRAPHIC = {"Hans", "Hant", "Jpan"}

_LINK_TO_FOLDER = re.compile(r"\]\(\.\./[\w-]+/")
_LOCALIZED = re.compile(r"\{en: (?:[^{}]|\{\w+\})*\}")
_HAN = "[\u3400-\u9fff]"
_UNSPACED = re.compile(f"({_HAN})(?=[A-Za-z0-9])|([A-Za-z0-9])(?={_HAN})")


@dataclass(frozen=True)
class Answers:
    """Whose help center it is."""

    name: str
    vendor: str
    languages: tuple[str, ...]
    ownership: str
    verification_url: str
    accent: str
    secrets: tuple[str, ...]
    url: str
    ci: str = ""
    cms: bool = False
    """Whether there is the configuration of an editor in the browser."""


def files(answers: Answers, today: datetime.date, version: str) -> dict[str, str]:
    """The text of each file, by path. `version` is that of this package."""
    values = {"name": answers.name, "vendor": answers.vendor, "today": today.isoformat()}
    made = {
        "mkdocs.yml": _configuration(answers),
        "requirements.txt": f"handrail[check]~={version}\n",
        "README.md": _read("README.md").replace("{name}", answers.name),
        ".gitignore": "/site/\n/state.*\n/.venv/\n.cache/\n",
        "docs/index.md": _chooser(answers),
    }
    for file in sorted((STARTER / "data").iterdir()):
        text = file.read_text("utf-8").replace("{today}", values["today"])
        made[f"docs/data/{file.name}"] = _localized(text, answers)
    for code in answers.languages:
        folder = STARTER / "articles" / written_in(code)
        for file in sorted(folder.rglob("*.md")):
            path, text = file.relative_to(folder).as_posix(), _filled(file.read_text("utf-8"), code, answers, values)
            if answers.cms:
                path, text = file.name, _LINK_TO_FOLDER.sub("](", text)
            made[f"docs/{code}/{path}"] = text
    if answers.cms:
        ids = {key: _ids(made[f"docs/data/{name}.yml"]) for key, name in NAMED.items()}
        made |= cms.files(answers.languages, ids, answers.ci if answers.ci in cms.SERVICES else cms.SERVICES[0])
        made["README.md"] += _read("README.cms.md")
    return made | {path: _read(f"ci/{name}") for path, name in CI.get(answers.ci, {}).items()}


def written_in(code: str) -> str:
    """The language of the texts that a new help center gets in this language."""
    return language_tags.best(code, WRITTEN_IN) or "en"


def _configuration(answers: Answers) -> str:
    light, dark = accent.readable(answers.accent)
    official = f"\n    verification_url: {answers.verification_url}" if answers.ownership == "official" else ""
    values = {
        "name": _quoted(answers.name),
        "url": _quoted(answers.url),
        "languages": "\n".join(f"      - {_language(code)}" for code in answers.languages),
        "names": _flow(dict.fromkeys(answers.languages, answers.name)),
        "vendors": _flow(dict.fromkeys(answers.languages, answers.vendor)),
        "ownership": f"    ownership: {answers.ownership}{official}",
        "secrets": _flow(list(answers.secrets)),
        "light": _quoted(light),
        "dark": _quoted(dark),
    }
    text = _localized(_read("mkdocs.yml"), answers)
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], text)


def _language(code: str) -> str:
    ideographic = {"script": "ideographic"} if language_tags.script(code) in IDEOGRAPHIC else {}
    return _flow({"code": code, "name": language_tags.autonym(code), **ideographic})


def _chooser(answers: Answers) -> str:
    title = " · ".join(dict.fromkeys(ui_strings.built_in(code)["chooser.title"] for code in answers.languages))
    front_matter = {"template": "chooser.html", "title": title, "summary": answers.name}
    return f"---\n{yaml.safe_dump(front_matter, allow_unicode=True, sort_keys=False)}---\n"


def _localized(text: str, answers: Answers) -> str:
    """A data file with its texts in the languages of the help center."""

    def chosen(match: re.Match[str]) -> str:
        texts = yaml.safe_load(match[0])
        values = {"vendor": answers.vendor}
        return _flow({code: _filled(texts[written_in(code)], code, answers, values) for code in answers.languages})

    return _LOCALIZED.sub(chosen, text)


def _filled(text: str, code: str, answers: Answers, values: dict[str, str]) -> str:
    """A text with its placeholders filled; where that put Han next to Latin letters, with a space between them."""
    words = ui_strings.built_in(written_in(code))
    secrets = language_tags.either([words[f"secret.{kind}"] for kind in answers.secrets], written_in(code))
    for name, value in {**values, "secrets": secrets}.items():
        text = text.replace(f"{{{name}}}", value)
    return _UNSPACED.sub(lambda match: f"{match[1] or match[2]} ", text)


def _ids(data_file: str) -> list[str]:
    return [entry["id"] for entry in yaml.safe_load(data_file)]


def _read(path: str) -> str:
    return (STARTER / path).read_text("utf-8")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _flow(data: object) -> str:
    """Data as YAML on one line."""
    return yaml.safe_dump(data, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000).strip()
