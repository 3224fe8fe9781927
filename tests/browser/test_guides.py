"""A guide, a question at a time: every path ends where its author says, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from accessibility import faults
from built_site import CONFIGS, load
from contact_walk import Walk
from playwright.sync_api import expect

GUIDES = {file.stem: load(file) for file in (CONFIGS["bitpie"].parent / "docs/data/guides").glob("*.yml")}
SHOWN = "section:not([hidden])"
WALK = """async (paths) => {
  const shown = () => document.querySelector(".guide section:not([hidden])");
  const walk = async (path) => {
    const asked = [];
    for (const step of path.slice(0, -1)) {
      asked.push(shown().dataset.question);
      shown().querySelector(`[data-step="${step}"]`).click();
    }
    asked.push(shown().dataset.question);
    const end = shown().querySelector(`[data-step="${path.at(-1)}"]`).getAttribute("href");
    const told = {
      asked, end, address: location.href, state: history.state, stored: localStorage.length + sessionStorage.length,
      way: [...document.querySelectorAll("[data-way] strong")].map((answer) => answer.textContent),
    };
    if (path.length > 1) await new Promise((done) => {
      addEventListener("popstate", done, { once: true });
      document.querySelector("[data-way] button").click();
    });
    return told;
  };
  const told = [];
  for (const path of paths) told.push(await walk(path));
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


def test_every_path_ends_where_it_should_and_nothing_of_it_is_kept(site, page) -> None:
    for name, guide in GUIDES.items():
        page.goto(f"{site.url}zh/guide/{name}/")
        ways = list(paths(guide, guide["questions"][0]["id"]))
        steps = [[f"{id}.{number}" for id, number, _ in way] for way in ways]
        for way, step, told in zip(ways, steps, page.evaluate(WALK, steps), strict=True):
            end = way[-1][2]
            assert told["asked"] == [id for id, _, _ in way]
            assert told["way"] == [answer.get("text", {}).get("zh", "不知道") for _, _, answer in way[:-1]]
            assert (told["address"], told["state"], told["stored"]) == (page.url, len(way) - 1, 0)
            if "article" in end:
                section = f"#{end['section']}" if "section" in end else ""
                assert told["end"].endswith(f"/{end['article']}/{section}")
                assert (site.folder / "zh/guide" / name / told["end"].split("#")[0] / "index.html").is_file()
            else:
                assert told["end"] == f"{site.url}zh/support/#guide={'~'.join([name, *step])}"


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
        "Which of these is closest? I sent coins, and they have not arrived",
        "Look the transfer up in a block explorer. What does it say? Success, confirmed",
        "Whose address did the coins go to? My own wallet",
        "Already ruled out: the explorer shows success, the address and the network are the right ones, "
        "the app was reopened",
        "What happened:",
        "Nothing came.",
        "Network: TRON",
    ]
    assert reader.problems == []


def test_without_a_script_each_question_is_a_page(site, visitor) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto(f"{site.url}zh/guide/access/")
    expect(page.locator(f".guide {SHOWN}")).to_have_count(1)
    page.locator(f"{SHOWN} a", has_text="闪退").click()
    assert page.url == f"{site.url}zh/guide/access/phone/"
    page.locator(f"{SHOWN} a", has_text="不知道").click()
    page.locator(f"{SHOWN} a", has_text="还没有").click()
    assert page.url == f"{site.url}zh/access/cannot-open-wallet/#app-crashes"
    page.go_back()
    page.locator(".guide > p > a").click()
    assert page.url == f"{site.url}zh/guide/access/"


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
    page.goto(f"{site.url}{language}/security/phrase-stolen/")
    page.locator(".article-guide a").click()
    assert page.url == f"{site.url}{language}/guide/strange/"
    vague = {"zh": "打不开", "en": "it doesn't work"}[language]
    label = {"zh": "先弄清出了什么问题", "en": "Find out what is wrong"}[language]
    page.goto(f"{site.url}{language}/search/#q={vague}")
    result = page.locator(".results .result").first
    expect(result.locator(".result__category")).to_have_text(label)
    assert result.locator("a").first.get_attribute("href").endswith(f"{language}/guide/access/")
