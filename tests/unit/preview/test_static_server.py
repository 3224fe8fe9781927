"""A server of files on this machine gives out the site and nothing else, and only to who asked for this machine."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from handrail.preview.server import Preview
from handrail.preview.static_server import FolderServer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site, and secrets beside it and hidden in it."""
    for path in (
        *("site/index.html", "site/404.html", "site/en/index.html", "site/a b.txt", "site/.well-known/security.txt"),
        *("site/.handrail", "site/en/.git/config", "secret.txt", "site-of-another/secret.txt"),
    ):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, "utf-8")
    (tmp_path / "site/link.txt").symlink_to(tmp_path / "secret.txt")
    return tmp_path / "site"


@pytest.fixture
def server(folder: Path) -> Iterator[FolderServer]:
    with FolderServer(folder) as server:
        yield server


def get(server: FolderServer, path: str, host: str = "127.0.0.1", method: str = "GET") -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=30)) as connection:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host)
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/en/?q=1", "en/index.html"),
        ("/a%20b.txt", "a b.txt"),
        ("/.well-known/security.txt", ".well-known/security.txt"),
    ],
)
def test_a_file_of_the_site_is_served(server: FolderServer, path: str, file: str) -> None:
    response, content = get(server, path)
    assert (response.status, content.decode()) == (200, f"site/{file}")
    assert get(server, path, method="HEAD")[1] == b""


@pytest.mark.parametrize(
    "path",
    [
        *("/../secret.txt", "/en/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt"),
        *("/link.txt", "/../site-of-another/secret.txt", "//secret.txt", "/%00", "/{outside}", "/%2f{outside}"),
        *("/.handrail", "/en/.git/config", "/en/%2egit/config", "/nothing", "/en/nothing/", "/" + "x" * 5000),
    ],
)
def test_nothing_else_is(server: FolderServer, folder: Path, path: str) -> None:
    response, content = get(server, path.replace("{outside}", str(folder.parent / "secret.txt")))
    assert (response.status, content) == (404, b"site/404.html")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "[", ""])
def test_a_foreign_name_for_this_machine_is_refused(server: FolderServer, host: str) -> None:
    response, content = get(server, "/", host)
    assert (response.status, content) == (421, b"")


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST", "127.0.0.1:1"])
def test_its_own_names_are_not(server: FolderServer, host: str) -> None:
    assert get(server, "/", host)[0].status == 200


@pytest.mark.parametrize(
    ("path", "location"), [("/en", "/en/"), ("/en?q=a%20b", "/en/?q=a%20b"), ("/%65n", "/en/"), ("//en", "/en/")]
)
def test_a_folder_leads_to_itself_and_never_to_another_host(server: FolderServer, path: str, location: str) -> None:
    response, _ = get(server, path)
    assert (response.status, response.headers["Location"]) == (302, location)


def test_a_site_below_a_path_answers_there_only(folder: Path) -> None:
    with FolderServer(folder, "/help/") as server:
        assert server.url.endswith("/help/")
        assert get(server, "/help/")[1] == b"site/index.html"
        assert get(server, "/help/en")[0].headers["Location"] == "/help/en/"
        assert get(server, "/en/")[0].status == 404


def test_texts_are_compressed_where_that_is_wanted(server: FolderServer) -> None:
    assert get(server, "/")[0].headers["Content-Encoding"] is None
    server.compress = True
    response, content = get(server, "/")
    assert (response.headers["Content-Encoding"], gzip.decompress(content)) == ("gzip", b"site/index.html")
    assert int(response.headers["Content-Length"]) == len(content)


def test_the_preview_hides_the_same(folder: Path) -> None:
    with Preview(folder, 0) as preview:
        preview.renew()
        assert get(preview, "/", "evil.example")[0].status == 421
        for path in ("/.handrail", "/../secret.txt", "/link.txt"):
            response, content = get(preview, path)
            assert response.status == 404
            assert content.startswith(b"site/404.html<script")


def test_a_page_that_is_new_before_the_rest_reloads_once(folder: Path) -> None:
    """The first time is when it is new, and not again when the site has followed, if it is the same there."""
    page, other = folder / "en/index.html", folder / "index.html"
    with Preview(folder, 0) as preview:
        preview.renew()

        def version(path: str) -> str:
            found = re.search(rb"since=(\d+)&amp;page=", get(preview, path)[1])
            assert found
            return found[1].decode()

        first, of_other = version("/en/"), version("/")
        page.write_text("Second.", "utf-8")
        preview.renew_page("en/index.html")
        second = version("/en/")
        assert second != first
        assert version("/en/index.html") == second, "the same page by another address"
        assert version("/") == of_other
        assert get(preview, f"/.reload.svg?since={first}&page=/en/")[0].status == 200
        preview.renew()
        assert version("/en/") == second
        assert version("/") != of_other
        preview.renew()
        assert version("/en/") != second, "what it shows may have changed at the same address, as pictures do"
        page.write_text("Third.", "utf-8")
        preview.renew_page("en/index.html")
        third = version("/en/")
        page.write_text("Third, as the whole site has it.", "utf-8")
        other.write_text("Other.", "utf-8")
        preview.renew()
        assert version("/en/") != third
        preview.renew_page("en/index.html")
        ahead = version("/en/")
        preview.renew("docs/en/a.md:1: no title. Add one.")
        assert version("/en/") != ahead, "the page says what is wrong"
