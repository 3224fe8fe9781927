"""`scripts/translate.py` as somebody uses it who keeps two languages true."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from built_site import CONFIGS, ROOT, Site, load
from commands import Done, run, run_process
from site_builds import copy_site

from handrail.translation import git_history

EN = "docs/en/pay/send-money.md"
ZH = "docs/zh/pay/send-money.md"
ENV = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


class Project:
    """A copy of the orchard, under git."""

    def __init__(self, folder: Path) -> None:
        self.folder = copy_site("orchard", folder)
        self.git("init", "--quiet")

    def git(self, *command: str, date: str = "2026-11-01T00:00:00Z") -> None:
        environment = ENV | {"GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date, "HOME": str(self.folder)}
        name = ("-c", "user.name=a", "-c", "user.email=a@a.example")
        subprocess.run(
            ["git", *name, *command], cwd=self.folder, env={"PATH": "/usr/bin:/bin"} | environment, check=True
        )

    def commit(self, date: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A change", date=date)

    def run(self, verb: str, *options: str) -> Done:
        git_history.versions.cache_clear()  # which a process reads once
        return run(verb, "--config", str(self.folder / "mkdocs.yml"), *options)

    def say(self, *options: str) -> str:
        done = self.run("translate", *options)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def refuse(self, *options: str) -> str:
        done = self.run("translate", *options)
        assert (done.returncode, done.stdout) == (1, "")
        assert len(done.stderr.splitlines()) == 1
        return done.stderr

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        (self.folder / path).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    assert "nobody recorded" in project.say("status")
    assert project.say("accept", "--everything") == "3 translations recorded.\n"
    project.commit("2026-11-01T00:00:00Z")
    return project


def test_what_fell_behind_is_named_with_its_age_and_its_size_until_it_is_accepted(project: Project) -> None:
    assert project.say("status") == "3 of 3 translations are up to date.\n"
    project.change(EN, "Check the name.", "Check the name, and the picture beside it.")
    assert "send: medium, changed just now, about" in project.say("status")
    project.commit("2026-11-12T00:00:00Z")
    said = project.say("status")
    assert said.startswith(f"{ZH}, from {EN}: 1 section behind\n  send: medium, changed on 2026-11-12, ")
    checked = project.run("check", "--select", "drift").stdout
    assert checked.startswith(f"{ZH}:26: warning: section 'send' is outdated: {EN} changed on 2026-11-12, ")
    assert project.say("accept", "send-money", "send") == "1 translation recorded.\n"
    assert project.say("status") == "3 of 3 translations are up to date.\n"
    assert project.run("check", "--select", "drift", "--fail-on", "warning").returncode == 0


def test_a_typo_raises_no_alarm_and_the_next_change_does(project: Project) -> None:
    project.change(EN, "It looks like this:", "It looks so:")
    project.say("mark", "send-money", "code", "typo", "--note", '"so": shorter')
    assert project.run("check", "--select", "drift", "--fail-on", "warning").returncode == 0
    project.change(EN, "It looks so:", "It always looks so:")
    assert "[drift/outdated]" in project.run("check", "--select", "drift").stdout


def test_an_id_that_yaml_takes_for_another_value_stays_an_id(project: Project) -> None:
    for path in (EN, ZH):
        project.change(path, "{#send}", "{#off}")
        project.change(path, "{#code}", "{#123}")
    project.say("accept", "send-money")
    project.change(EN, "Check the name.", "Check the name twice.")
    project.say("mark", "send-money", "off", "major")
    assert "off: major, changed" in project.say("status", "send-money")
    assert "[structure/front-matter]" not in project.run("check").stdout


def test_marks_that_nobody_needs_any_more_are_deleted(project: Project) -> None:
    before = (project.folder / EN).read_text("utf-8")
    project.change(EN, "It looks like this:", "It looks so:")
    project.say("mark", "send-money", "code", "medium")
    assert "changes:" in (project.folder / EN).read_text("utf-8")
    project.say("accept", "send-money")
    assert (project.folder / EN).read_text("utf-8") == before.replace("It looks like this:", "It looks so:")


def test_readers_are_told_of_a_major_change_until_it_is_translated(project: Project, tmp_path: Path) -> None:
    project.change(EN, "Check the name.", "Check the name twice.")
    project.say("mark", "send-money", "send", "major")
    assert "[drift/major]" in project.run("check", "--select", "drift").stdout
    page = tmp_path / "site/zh/pay/send-money/index.html"
    assert project.run("build", "--out", str(tmp_path / "site")).returncode == 0
    assert 'href="../../../en/pay/send-money/#send"' in page.read_text("utf-8")
    assert 'class="outdated-translation"' not in (tmp_path / "site/en/pay/send-money/index.html").read_text("utf-8")
    project.say("accept", "send-money")
    assert project.run("build", "--out", str(tmp_path / "site")).returncode == 0
    assert 'class="outdated-translation"' not in page.read_text("utf-8")


def test_a_translation_is_started_and_nothing_is_overwritten(project: Project) -> None:
    (project.folder / ZH).unlink()
    assert project.say("new", "send-money") == f"Started {ZH}\n"
    text = (project.folder / ZH).read_text("utf-8")
    for line in ("status: draft", "state: started", "id: send-money", "related: [money-missing]"):
        assert f"\n{line}" in text
    assert "## … {#send}" in text
    assert "PAY-2026-0042" in text.split("-->")[-1]
    found = project.run("check", "--select", "drift", "--select", "translations", "--select", "structure").stdout
    assert ZH not in found
    assert project.refuse("new", "send-money", "--language", "zh") == (
        "'send-money' lacks these languages: none. Name one with --language.\n"
    )
    (project.folder / ZH).write_text("Mine.\n", "utf-8")
    assert "is left as it is" in project.refuse("new", "send-money")
    assert (project.folder / ZH).read_text("utf-8") == "Mine.\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("status", "send-mony"), "There is no article 'send-mony'. Did you mean 'send-money'?"),
        (("accept", "send-money", "sent"), "'send-money' has no section 'sent'. Did you mean 'send'?"),
        (("accept", "send-money", "--language", "fr"), "translated into zh. Name one of these with --language."),
        (("mark", "send-money", "send", "typo"), "No translation of 'send-money' is behind in 'send'."),
        (("new", "nothing"), "There is no article 'nothing'."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(options: tuple[str, ...], words: str, project: Project) -> None:
    assert words in project.refuse(*options)


def test_every_translation_of_the_project_is_up_to_date() -> None:
    said = run_process("translate", "status").stdout
    count = len(list((ROOT / "docs/en").rglob("*/*.md")))
    assert said == f"{count} of {count} translations are up to date.\n"
    assert load(CONFIGS["bitpie"])["extra"]["help_center"]["languages"][0]["code"] == "zh"


def test_the_warning_is_in_the_words_of_the_reader(lamplight: Site) -> None:
    page = lamplight.article_pages("zh-Hant")["lamp-gets-hot"]
    (link,) = page.soup.select(".outdated-translation a")
    assert page.resolve(str(link["href"])) == "https://site.example/en/light/lamp-gets-hot/"
    assert link["hreflang"] == "en"
    said = lamplight.written.ui_strings["drift.major"]["zh-Hant"].replace("{name}", "English")
    assert said in page.texts(".outdated-translation p")[0]
    assert [each for each in lamplight.pages.values() if each.soup.select(".outdated-translation")] == [page]
