"""A search box that asks a real Typesense: what leaves the page and what never does, and what happens without it."""

import json
import os
import re
import signal
import sys
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from built_site import ROOT, files, load
from hosted_site import CHANGES, HOST, KEY
from playwright.sync_api import expect
from site_builds import copy_site

from bench import typesense_server
from handrail.commands.search_export import export

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.uname().machine != "x86_64", reason="the package has a server for Linux on x86-64"
)

BOX = '[data-component="search"] input'
PHRASE = "abandon ability able about above absent absorb abstract absurd abuse access accident"
TERMS = """async ({ questions, index }) => {
  const { termsOf } = await import("/hosted_search/query.js");
  const { open } = await import("/search/engine.js");
  const { index: { manifest } } = await open(index);
  return questions.map((question) => termsOf(question, manifest).join(" "));
}"""
FIRST, AMONG_THREE = 0.6, 0.78
"""The least shares of the queries whose article the server finds; what it found is in BENCHMARKS.md."""


@pytest.fixture
def server(tmp_path):
    """With the records of the site in it."""
    with typesense_server.running(tmp_path / "data") as server:
        server.load(export(copy_site("lamplight", tmp_path) / "mkdocs.yml"), KEY)
        yield server


@pytest.fixture
def reader(visitor, server):
    """Someone whose questions to the server are written down."""
    someone = visitor()
    someone.sent = []

    def lead(route):
        assert route.request.method == "POST"
        someone.sent.append(json.loads(route.request.post_data)["searches"][0]["q"])
        route.continue_(url=route.request.url.replace(HOST, server.url))

    someone.page.route(f"{HOST}/**", lead)
    return someone


def ask(page, question, title):
    page.locator(BOX).fill(question)
    expect(page.locator(".result__title").first).to_contain_text(title)


def test_a_search_box_asks_a_server_nothing_secret_and_does_without_it(serve, server, reader):
    """One after the other, as the server is stopped in the end."""
    home, page = serve("lamplight", changes=CHANGES).url, reader.page
    page.goto(f"{home}en/")
    ask(page, "how do I pair the lamp", "Pair the lamp with your phone")
    expect(page.locator(".search__host")).to_have_text(f"Your question goes to {HOST.removeprefix('http://')}.")
    assert "lamp" in page.locator("[role=listbox] mark").all_inner_texts()
    page.keyboard.press("Enter")
    expect(page.locator(".results .result").first).to_contain_text("Pair the lamp with your phone")
    expect(page.locator(".results .search__host")).to_be_visible()
    assert reader.sent == ["pair lamp", "pair lamp"], "its stems without stop words, when it is typed to its end"
    page.goto(f"{home}zh-Hant/")
    ask(page, "配對失敗", "與手機配對")
    ask(page, "weixiu", "退換或維修")
    assert reader.sent[2:] == ["配对 对失 失败", "weixiu"], "without a plugin, and by its pinyin"
    assert reader.problems == []

    reader.sent.clear()
    sends_neither_a_secret_nor_its_beginning(home, reader)
    assert reader.sent == []

    page.goto(f"{home}en/")
    server.process.send_signal(signal.SIGSTOP)
    ask(page, "light flickers", "The light flickers")
    ask(page, "spare parts", "Order spare parts")
    assert reader.sent == ["light flicker"], "a silent server is asked once a page"
    server.process.kill()
    page.goto(f"{home}en/")
    ask(page, "spare parts", "Order spare parts")
    page.keyboard.press("Enter")
    expect(page.locator(".results .result").first).to_contain_text("Order spare parts")
    assert reader.sent[1:] == ["spare part", "spare part"]


def sends_neither_a_secret_nor_its_beginning(home, reader):
    page = reader.page
    page.goto(f"{home}en/")
    status = page.locator("[data-component=search] [role=status]")
    page.locator(BOX).fill(" ".join(PHRASE.split()[:10]))
    expect(status).to_contain_text(re.compile("exactly|Nothing about"))
    page.locator(BOX).fill(PHRASE)
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Stop: this looks like a secret")
    page.goto(f"{home}en/search/#q={quote(PHRASE)}")
    expect(page.locator(".results__status")).to_contain_text("Stop: this looks like a secret")


def test_the_server_finds_what_people_really_type(site, modules, tmp_path):
    """The queries that the readers' own search is measured with; the server has none of the device's help here."""
    exported = export(ROOT / "mkdocs.yml")
    for path, content in files(site.folder / "search").items():
        modules.put(f"search/{path}", content)
    with typesense_server.running(tmp_path / "data") as server:
        server.load(exported, KEY)
        parameters = json.loads(exported["typesense/search.json"])
        for language, tag in {"zh": "zh-Hans", "en": "en"}.items():
            queries = load(ROOT / f"tests/queries/{language}.yml")[::4]
            page = BeautifulSoup((site.folder / language / "index.html").read_text("utf-8"), "html.parser")
            index = f"/{json.loads(page.find(id='search-settings').string)['index']}"
            terms = modules.evaluate(TERMS, {"questions": [one["query"] for one in queries], "index": index})
            right = []
            for one, q in zip(queries, terms, strict=True):
                search = {**parameters, "q": q, "filter_by": f"lang:={tag}", "per_page": 3}
                (result,) = json.loads(server.call("POST", "/multi_search", {"searches": [search]}))["results"]
                ids = [group["hits"][0]["document"]["article"] for group in result["grouped_hits"]]
                right.append([id in (one["article"], *one.get("also", [])) for id in ids])
            assert sum(any(places[:1]) for places in right) >= FIRST * len(right), language
            assert sum(map(any, right)) >= AMONG_THREE * len(right), language
