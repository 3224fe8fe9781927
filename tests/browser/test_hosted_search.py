"""A search box that asks a real Typesense: what leaves the page and what never does, and what happens without it."""

import json
import os
import re
import signal
import sys
from urllib.parse import quote

import pytest
import yaml
from bs4 import BeautifulSoup
from built_site import ROOT, files
from playwright.sync_api import expect
from site_builds import copy_site

from bench import typesense_server
from handrail.commands.search_export import export

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.uname().machine != "x86_64", reason="the package has a server for Linux on x86-64"
)

BOX = '[data-component="search"] input'
PHRASE = "abandon ability able about above absent absorb abstract absurd abuse access accident"
SETTINGS = """    secrets: [recovery-phrase]
    search:
      engine: typesense
      host: {host}
      search_only_key: {key}
    feedback_channel: ticket
"""
TERMS = """async ({ questions, index }) => {
  const { termsOf } = await import("/hosted_search/query.js");
  const { open } = await import("/search/engine.js");
  const { index: { manifest } } = await open(index);
  return questions.map((question) => termsOf(question, manifest).join(" "));
}"""
FIRST, AMONG_THREE = 0.6, 0.78
"""The least shares of the queries whose article the server finds; what it found is in BENCHMARKS.md."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """With the records of the site in it."""
    folder = tmp_path_factory.mktemp("typesense")
    with typesense_server.running(folder / "data") as server:
        server.search_only_key = server.load(export(copy_site("lamplight", folder) / "mkdocs.yml"))
        yield server


@pytest.fixture(scope="module")
def hosted(serve, server):
    settings = SETTINGS.format(host=server.url, key=server.search_only_key)
    return serve("lamplight", changes={"mkdocs.yml": ("    feedback_channel: ticket\n", settings)})


@pytest.fixture
def reader(visitor, server):
    """Someone whose questions to the server are written down."""
    someone = visitor()
    someone.sent = []

    def note(request):
        if request.url.startswith(server.url):
            assert request.method == "POST"
            someone.sent.append(json.loads(request.post_data)["searches"][0]["q"])

    someone.page.on("request", note)
    return someone


def ask(page, question, title):
    page.locator(BOX).fill(question)
    expect(page.locator(".result__title").first).to_contain_text(title)


def test_the_box_asks_the_server_and_says_so(hosted, server, reader):
    page = reader.page
    page.goto(f"{hosted.url}en/")
    ask(page, "how do I pair the lamp", "Pair the lamp with your phone")
    expect(page.locator(".search__host")).to_have_text(f"Your question goes to {server.url.removeprefix('http://')}.")
    assert "lamp" in page.locator("[role=listbox] mark").all_inner_texts()
    page.keyboard.press("Enter")
    expect(page.locator(".results .result").first).to_contain_text("Pair the lamp with your phone")
    expect(page.locator(".results .search__host")).to_be_visible()
    assert reader.sent == ["pair lamp", "pair lamp"], "its stems without stop words, when it is typed to its end"
    page.goto(f"{hosted.url}zh-Hant/")
    ask(page, "配對失敗", "與手機配對")
    ask(page, "weixiu", "退換或維修")
    assert reader.sent[2:] == ["配对 对失 失败", "weixiu"], "without a plugin, and by its pinyin"
    assert reader.problems == []


def test_neither_a_secret_nor_its_beginning_is_sent(hosted, reader):
    page = reader.page
    page.goto(f"{hosted.url}en/")
    status = page.locator("[data-component=search] [role=status]")
    page.locator(BOX).fill(PHRASE.rpartition(" ")[0])
    expect(status).to_contain_text(re.compile("exactly|Nothing about"))
    page.locator(BOX).fill(PHRASE)
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Stop: this looks like a secret")
    page.goto(f"{hosted.url}en/search/#q={quote(PHRASE)}")
    expect(page.locator(".results__status")).to_contain_text("Stop: this looks like a secret")
    assert reader.sent == []
    ask(page, "spare parts", "Order spare parts")
    assert reader.sent == ["spare part"], "what is sent is seen"


def test_only_pages_with_a_search_box_may_reach_the_server(hosted, server):
    for path, content in files(hosted.folder).items():
        if not path.endswith(".html"):
            continue
        page = content.decode()
        policy = BeautifulSoup(page, "html.parser").find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
        has_box = 'id="search-settings"' in page and not path.endswith(("/support/index.html", "/verify/index.html"))
        (connections,) = re.findall("connect-src ([^;]*)", policy)
        assert (server.url in connections) == has_box, path
        assert has_box or server.url not in page, path


def test_what_asks_the_server_is_in_scripts_of_its_own_and_on_no_other_site(hosted, lamplight):
    def scripts(site):
        return {file.name for file in (site.folder / "assets").glob("*.js")}

    added = {name.partition(".")[0] for name in scripts(hosted) - scripts(lamplight)}
    assert {"hosted_engine", "unfinished_secret"} <= added
    assert not {"engine", "lazy_entry", "main"} & added, "those that all sites have are the same bytes"
    assert not {name for name in scripts(lamplight) if name.startswith(("hosted", "unfinished"))}
    assert not any(
        b"hosting" in (lamplight.folder / path).read_bytes() for path in ("en/index.html", "en/search/index.html")
    )


def test_the_device_answers_where_the_server_is_silent_or_gone(hosted, server, visitor, reader):
    page = reader.page
    page.goto(f"{hosted.url}en/")
    server.process.send_signal(signal.SIGSTOP)
    ask(page, "light flickers", "The light flickers")
    ask(page, "spare parts", "Order spare parts")
    assert reader.sent == ["light flicker"], "a silent server is asked once a page"
    server.process.kill()
    page.goto(f"{hosted.url}en/")
    ask(page, "spare parts", "Order spare parts")
    page.keyboard.press("Enter")
    expect(page.locator(".results .result").first).to_contain_text("Order spare parts")
    assert reader.sent[1:] == ["spare part", "spare part"]


def test_the_server_finds_what_people_really_type(site, modules, tmp_path):
    """The queries that the readers' own search is measured with; the server has none of the device's help here."""
    exported = export(ROOT / "mkdocs.yml")
    for path, content in files(site.folder / "search").items():
        modules.put(f"search/{path}", content)
    with typesense_server.running(tmp_path / "data") as server:
        server.load(exported)
        parameters = json.loads(exported["typesense/search.json"])
        for language, tag in {"zh": "zh-Hans", "en": "en"}.items():
            queries = yaml.safe_load((ROOT / f"tests/queries/{language}.yml").read_text("utf-8"))
            page = BeautifulSoup((site.folder / language / "index.html").read_text("utf-8"), "html.parser")
            index = f"/{json.loads(page.find(id='search-settings').string)['index']}"
            terms = modules.evaluate(TERMS, {"questions": [one["query"] for one in queries], "index": index})
            places = []
            for one, q in zip(queries, terms, strict=True):
                search = {**parameters, "q": q, "filter_by": f"lang:={tag}", "per_page": 3}
                (result,) = json.loads(server.call("POST", "/multi_search", {"searches": [search]}))["results"]
                right = {one["article"], *one.get("also", [])}
                places.append([group["hits"][0]["document"]["article"] in right for group in result["grouped_hits"]])
            assert sum(any(place[:1]) for place in places) >= FIRST * len(places), language
            assert sum(map(any, places)) >= AMONG_THREE * len(places), language
