"""A guide, a question at a time: every path ends where its author says, and nothing of it is kept."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from accessibility import faults
from bs4 import BeautifulSoup
from built_site import CONFIGS, load
from contact_walk import Walk
from playwright.sync_api import expect

GUIDES = {file.stem: load(file) for file in (CONFIGS["bitpie"].parent / "docs/data/guides").glob("*.yml")}
UNSURE = {"zh": "不知道", "en": "I don't know"}
SHOWN = "section:not([hidden])"
WALK = """async () => {
  const shown = () => document.querySelector(".guide section:not([hidden])");
  const told = [];
  const walk = async (steps, asked) => {
    const here = [...asked, shown().dataset.question];
    for (const link of shown().querySelectorAll("[data-step]")) {
      const path = [...steps, link.dataset.step];
      if (!link.dataset.next) {
        told.push({
          path, asked: here, end: link.getAttribute("href"), address: location.href, state: history.state,
          stored: localStorage.length + sessionStorage.length,
          way: [...document.querySelectorAll("[data-way] strong")].map((answer) => answer.textContent),
        });
        continue;
      }
      link.click();
      await walk(path, here);
      await new Promise((done) => {
        addEventListener("popstate", done, { once: true });
        [...document.querySelectorAll("[data-way] button")].at(-1).click();
      });
    }
  };
  await walk([], []);
  return told;
}"""


def paths(guide: Any, id: str, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every way from a question to an end: the id of each question, the number of the answer, and the answer."""
    question = next(question for question in guide["questions"] if question["id"] == id)
    for number, answer in enumerate([*question["answers"], question["unsure"]]):
        path = (*before, (id, number, answer))
        if "question" in answer:
            yield from paths(guide, answer["question"], path)
        else:
            yield path


def names(way: tuple[Any, ...]) -> list[str]:
    """The answers of a path, as pages and messages know them."""
    return [f"{id}.{number}" for id, number, _ in way]


@pytest.mark.parametrize("language", UNSURE)
def test_by_click_every_path_ends_where_it_should_and_nothing_of_it_is_kept(site, page, language: str) -> None:
    """One page walks all paths of a guide: it answers, and goes back by the button that changes the last answer."""
    for name, guide in GUIDES.items():
        page.goto(f"{site.url}{language}/guide/{name}/")
        ways = list(paths(guide, guide["questions"][0]["id"]))
        walked = page.evaluate(WALK)
        assert [told["path"] for told in walked] == [names(way) for way in ways]
        for way, told in zip(ways, walked, strict=True):
            end = way[-1][2]
            assert told["asked"] == [id for id, _, _ in way]
            assert told["way"] == [answer.get("text", UNSURE)[language] for _, _, answer in way[:-1]]
            assert (told["address"], told["state"], told["stored"]) == (page.url, len(way) - 1, 0)
            if "article" in end:
                section = f"#{end['section']}" if "section" in end else ""
                assert told["end"].endswith(f"/{end['article']}/{section}")
            else:
                assert told["end"] == f"{site.url}{language}/support/#guide={'~'.join([name, *names(way)])}"


@pytest.mark.parametrize("language", UNSURE)
def test_by_keyboard_every_answer_leads_to_its_question(site, page, language: str) -> None:
    def walk(question: str) -> None:
        for number, answer in enumerate([*questions[question]["answers"], questions[question]["unsure"]], 1):
            if (question, number) in pressed or "question" not in answer:
                continue
            pressed.add((question, number))
            for _ in range(number):  # the question has the focus, its answers follow
                page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            expect(page.locator("h2:focus")).to_have_text(questions[answer["question"]]["text"][language])
            walk(answer["question"])
            page.keyboard.press("Shift+Tab")  # the button that changes the last answer
            page.keyboard.press("Enter")
            expect(page.locator("h2:focus")).to_have_text(questions[question]["text"][language])

    for name, guide in GUIDES.items():
        pressed: set[tuple[str, int]] = set()
        questions = {question["id"]: question for question in guide["questions"]}
        page.goto(f"{site.url}{language}/guide/{name}/")
        page.locator(f"{SHOWN} h2").focus()
        walk(guide["questions"][0]["id"])


@pytest.mark.parametrize("language", UNSURE)
def test_without_a_script_every_path_is_links_from_page_to_page(site, language: str) -> None:
    """A browser without scripts does nothing but follow links, so the files are walked themselves."""

    @cache
    def links(folder: Path) -> dict[str, str]:
        """Where the answers of the question on a page lead."""
        page = BeautifulSoup((folder / "index.html").read_text("utf-8"), "html.parser")
        return {link["data-step"]: link["href"] for link in page.select(f".guide > {SHOWN} [data-step]")}

    for name, guide in GUIDES.items():
        for way in paths(guide, guide["questions"][0]["id"]):
            folder = Path(site.folder, language, "guide", name)
            for step in names(way):
                target, _, fragment = links(folder.resolve())[step].partition("#")
                shown, folder = folder, folder / target
                assert (folder / "index.html").is_file()
            page = (folder / "index.html").read_text("utf-8")
            _, number, answer = way[-1]
            if "article" in answer:
                assert (folder.resolve().name, fragment) == (answer["article"], answer.get("section", ""))
                assert f'id="{fragment}"' in page or not fragment
            else:
                assert (folder.resolve(), fragment) == (shown.resolve(), f"message-{number}")
                assert f'id="{fragment}"' in page


def test_by_keyboard_a_way_to_support_ends_in_a_message_that_says_all_of_it(site, visitor) -> None:
    reader = visitor(viewport={"width": 390, "height": 800})
    page, walk = reader.page, Walk(reader.page)
    page.goto(f"{site.url}en/guide/transfer/")

    def answer(text: str, question: str) -> None:
        link = page.locator(f"{SHOWN} a", has_text=text)
        for _ in range(9):
            if link.evaluate("link => link === document.activeElement"):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("h2:focus")).to_have_text(question)

    page.locator(f"{SHOWN} h2").focus()
    answer("I sent coins", "Look the transfer up in a block explorer. What does it say?")
    answer("Success", "Whose address did the coins go to?")
    page.keyboard.press("Shift+Tab")  # the button that changes the answer just given
    page.keyboard.press("Enter")
    expect(page.locator("h2:focus")).to_have_text("Look the transfer up in a block explorer. What does it say?")
    answer("Success", "Whose address did the coins go to?")
    answer("My own wallet", "Does the app show the same address and the same network?")
    answer("Both are the same", "Which network did it go over?")
    assert faults(page) == {}
    answer("TRON", "What support needs to know")
    assert page.url == f"{site.url}en/support/"
    expect(page.locator("[data-guide-answers] li")).to_have_count(4)
    expect(walk.field("network")).to_have_value("tron")
    walk.to_send({"description": "Nothing came.", "transaction-hash": "3b" * 32})
    walk.choose("in-app-ticket")
    assert walk.message.splitlines()[:8] == [
        "What it is about: A transfer",
        "Which of these is closest to what happened? I sent coins, and they have not arrived",
        "Look the transfer up in a block explorer. What does it say? Success, confirmed",
        "Whose address did the coins go to? My own wallet",
        "Already ruled out: the explorer shows success, the address and the network are the right ones, "
        "the app was reopened",
        "What happened:",
        "Nothing came.",
        "Network: TRON",
    ]
    assert reader.problems == []


def test_a_guide_weighs_less_than_150_bytes_an_answer_or_question_and_its_script_less_than_2_kb(site) -> None:
    (script,) = site.folder.glob("assets/guide.*.js")
    assert len(gzip.compress(script.read_bytes())) < 2048
    for page in site.folder.glob("*/guide/*/index.html"):
        whole = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        rest = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        for part in rest.select(".guide, .guide__flow"):
            part.decompose()
        weight = len(gzip.compress(str(whole).encode())) - len(gzip.compress(str(rest).encode()))
        assert weight / len(whole.select("[data-step], [data-question]")) < 150, page


def test_without_a_script_an_answer_shows_the_message_that_it_leads_to(site, visitor) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto(f"{site.url}en/guide/transfer/display/")
    expect(page.locator(f".guide {SHOWN}")).to_have_count(1)
    page.locator(f"{SHOWN} a", has_text="Both are the same").click()
    messages = page.locator(".guide__message")
    expect(messages).to_have_count(5)
    expect(page.locator(".guide__message:visible")).to_have_count(0)
    page.locator(f"{SHOWN} a", has_text="TRON").click()
    assert page.url == f"{site.url}en/guide/transfer/network/#message-0"
    assert page.locator(".guide__message:visible pre").inner_text().splitlines()[:7] == [
        "What it is about: A transfer",
        "Which of these is closest to what happened?",
        "Look the transfer up in a block explorer. What does it say? Success, confirmed",
        "Whose address did the coins go to? My own wallet",
        "Already ruled out: the explorer shows success, the address and the network are the right ones, "
        "the app was reopened",
        "What happened:",
        "Network: TRON",
    ]
    page.emulate_media(media="print")
    expect(page.locator(".guide__message:visible pre")).to_have_count(1)
    page.emulate_media(media="screen")
    page.locator(".guide__message:visible a").click()
    assert page.url == f"{site.url}en/support/"
    page.go_back()
    page.locator(".guide > p > a").click()
    assert page.url == f"{site.url}en/guide/transfer/"


def test_what_the_device_says_is_not_asked_and_leaving_forgets_the_way(site, visitor) -> None:
    page = visitor(user_agent="Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile").page
    page.goto(f"{site.url}en/guide/access/")
    page.locator(f"{SHOWN} a", has_text="crashes").click()
    expect(page.locator("h2:focus")).to_have_text("Did you restart the phone and install the newest version?")
    expect(page.locator("[data-way] strong")).to_have_text(
        ["It crashes, stays blank or keeps loading", "An Android phone"]
    )
    page.go_back()
    expect(page.locator("h2:focus")).to_have_text("What kind of phone is it?")
    page.go_forward()
    page.locator(f"{SHOWN} a", has_text="Not yet").click()
    expect(page.locator("h1")).to_have_text("Cannot open or log in to the wallet")
    page.go_back()
    expect(page.locator(f".guide {SHOWN} h2")).to_have_text("What happens when you open the app?")
    expect(page.locator("[data-way]")).to_be_hidden()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_readers_meet_the_guides_where_they_look_for_help(site, page, language: str) -> None:
    for path in (language, f"{language}/support"):
        page.goto(f"{site.url}{path}/")
        links = page.locator('main a[href*="guide/"]').evaluate_all("all => all.map((link) => link.pathname)")
        assert [link.split("/")[-2] for link in links] == ["transfer", "access", "strange", "support"]
    page.goto(f"{site.url}{language}/guide/transfer/network/#message-0")
    assert faults(page) == {}
    page.goto(f"{site.url}{language}/security/phrase-stolen/")
    page.locator(".article-guide a").click()
    assert page.url == f"{site.url}{language}/guide/strange/"
    vague = {"zh": "打不开", "en": "it doesn't work"}[language]
    label = {"zh": "先弄清出了什么问题", "en": "Find out what is wrong"}[language]
    page.goto(f"{site.url}{language}/search/#q={vague}")
    result = page.locator(".results .result").first
    expect(result.locator(".result__category")).to_have_text(label)
    assert result.locator("a").first.get_attribute("href").endswith(f"{language}/guide/access/")
