"""A site whose search box asks a server: only pages with a box may reach it, and other sites have nothing of it."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from built_site import CONFIGS, files
from commands import run
from hosted_site import CHANGES, HOST, KEY


@pytest.fixture(scope="module")
def hosted(shared_builds):
    return files(shared_builds("lamplight", changes=CHANGES).folder)


@pytest.fixture(scope="module")
def lamplight(shared_builds):
    return files(shared_builds("lamplight").folder)


def test_an_export_holds_every_section_of_every_article_and_the_settings_of_three_servers(tmp_path):
    done = run("search_export", "--config", str(CONFIGS["lamplight"]), "--out", str(tmp_path))
    assert done.returncode == 0
    records = [json.loads(line) for line in (tmp_path / "records.jsonl").read_text("utf-8").splitlines()]
    assert f"{len(records)} records" in done.stderr
    assert {record["lang"] for record in records} == {"en", "zh-Hant"}
    assert "https://help.lamplight.example/en/start/pair-the-lamp/#pair" in {record["url"] for record in records}
    assert {path.parent.name for path in tmp_path.glob("*/*.json")} == {"typesense", "meilisearch", "opensearch"}


def test_an_export_of_no_site_says_so(tmp_path):
    done = run("search_export", "--config", str(tmp_path / "mkdocs.yml"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "mkdocs.yml" in done.stderr


def test_only_pages_with_a_search_box_may_reach_the_server(hosted):
    for path, content in hosted.items():
        if not path.endswith(".html"):
            continue
        page = content.decode()
        policy = BeautifulSoup(page, "html.parser").find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
        has_box = 'id="search-settings"' in page
        assert not (has_box and path.endswith(("/support/index.html", "/verify/index.html"))), path
        (connections,) = re.findall("connect-src ([^;]*)", policy)
        assert (HOST in connections, HOST in page, KEY in page) == (has_box,) * 3, path
    assert f"connect-src 'self' {HOST};" in hosted["_headers"].decode()


def test_what_asks_the_server_is_in_scripts_of_its_own_and_on_no_other_site(hosted, lamplight):
    added = {path.partition(".")[0] for path in hosted.keys() - lamplight.keys() if path.endswith(".js")}
    assert {"assets/hosted_engine", "assets/unfinished_secret"} <= added
    assert not {"assets/engine", "assets/lazy_entry", "assets/main"} & added, "all sites have the same"
    assert not [path for path in lamplight if path.startswith(("assets/hosted", "assets/unfinished"))]
    assert not [path for path, content in lamplight.items() if path.endswith(".html") and b'"hosting"' in content]
