"""Addresses of other sites, visited on a server of our own: gently, again where it may help, and not twice a day."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from check_contexts import context_of
from planted_mistakes import valid

from handrail.checks.rules import RULES
from handrail.checks.runner import run
from handrail.commands.link_checker import LinkChecker


class Server(ThreadingHTTPServer):
    """Answers by what the path says, and notes what was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        seen = self.server.asked.count(f"{self.command} {self.path}")
        status = {"/gone": 404, "/busy": 503, "/tired": 503 if seen == 1 else 200, "/moved": 301}.get(self.path, 200)
        if self.path == "/no-head" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if status == 301:
            self.send_header("Location", self.server.address.replace("127.0.0.1", "localhost") + "/fine")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def visitor(tmp_path: Path) -> LinkChecker:
    return LinkChecker(tmp_path / "visits.json", pause=0.01)


@pytest.mark.parametrize(
    ("path", "wrong", "asked"),
    [
        ("/fine", "", ["HEAD /fine"]),
        ("/gone", "it answers 404 Not Found", ["HEAD /gone", "GET /gone"]),
        ("/no-head", "", ["HEAD /no-head", "GET /no-head"]),
        ("/tired", "", ["HEAD /tired"] * 2),
        ("/busy", "it answers 503 Service Unavailable", ["HEAD /busy"] * 3),
    ],
)
def test_an_address_is_asked_as_often_as_it_takes(
    path: str, wrong: str, asked: list[str], server: Server, visitor: LinkChecker
) -> None:
    assert visitor([server.address + path])[server.address + path] == wrong
    assert server.asked == asked


def test_an_address_that_leads_to_another_host_is_named(server: Server, visitor: LinkChecker) -> None:
    wrong = visitor([f"{server.address}/moved"])[f"{server.address}/moved"]
    assert wrong.startswith("it leads on to http://localhost:")


def test_what_was_answered_today_is_not_asked_again(server: Server, visitor: LinkChecker) -> None:
    for _ in range(2):
        visitor([f"{server.address}/fine", f"{server.address}/fine#place"])
    assert server.asked == ["HEAD /fine"]


def test_a_host_that_is_not_there_is_named(visitor: LinkChecker) -> None:
    assert visitor(["http://127.0.0.1:9/"])["http://127.0.0.1:9/"].startswith("it does not answer: ")


def test_a_broken_cache_is_begun_anew(server: Server, visitor: LinkChecker) -> None:
    visitor.cache.write_text("{", "utf-8")
    assert visitor([f"{server.address}/fine"])[f"{server.address}/fine"] == ""


def test_links_to_other_sites_are_visited_only_where_that_is_asked_for(tmp_path: Path) -> None:
    files = valid()
    for code in ("en", "zh"):
        files[f"docs/{code}/reach/reach-orchard.md"] += "\n[a](https://pears.example/b#c)\n"
    key = "    contact_article:"
    assert key in files["mkdocs.yml"]
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(key, f"    allowed_hosts: [pears.example]\n{key}")
    asked: list[str] = []

    def check_urls(addresses: list[str]) -> dict[str, str]:
        asked.extend(addresses)
        return {"https://pears.example/b": "it answers 404 Not Found"}

    line = files["docs/en/reach/reach-orchard.md"].count("\n")
    found = run(context_of(tmp_path, files, check_urls=check_urls), RULES)
    assert [(finding.place, finding.rule, finding.severity) for finding in found] == [
        (f"docs/{code}/reach/reach-orchard.md:{line}", "links/external", "warning") for code in ("en", "zh")
    ]
    assert set(asked) == {"https://pears.example/b#c", "https://orchard.example/"}
    assert run(context_of(tmp_path, files), RULES) == []
