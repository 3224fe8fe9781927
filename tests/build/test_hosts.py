"""Real web servers send a site as the settings of the build say, at the root of a host and below a path."""

from __future__ import annotations

import gzip
import http.client
import re
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
import requests
from built_site import URL
from site_builds import NO_CHANGES

from bench import web_servers
from handrail.preview.static_server import FolderServer, Handler
from handrail.publishing import doctor
from handrail.publishing.host_headers import AT_ONCE, FOR_EVER, HEADERS
from handrail.scaffold.new_site import STARTER

Answer = tuple[int, dict[str, str], bytes]
Get = Callable[..., Answer]

PLACES = [(name, prefix) for name in web_servers.SERVERS for prefix in ("/", "/help/")]
CHANGES = {
    "/": NO_CHANGES,
    "/help/": {"mkdocs.yml": ("    offline: true\n", "    offline: true\n    precompress: true\n")},
}
"""Below a path the site is compressed by the build, else by the server."""


@pytest.fixture(scope="module", params=PLACES, ids=[f"{name} {prefix}" for name, prefix in PLACES])
def host(request, shared_builds, tmp_path_factory):
    """The address of the site, and its folder."""
    name, prefix = request.param
    require(name)
    build = shared_builds("lamplight", f"{URL.rstrip('/')}{prefix}", CHANGES[prefix])
    with web_servers.running(name, build.folder, prefix, tmp_path_factory.mktemp(name)) as address:
        yield address, build.folder


@pytest.fixture
def get(host) -> Get:
    """Asks for a path of the site: the status, the headers by their names in lower case, and the body."""
    address, _ = host

    def get(path: str, **headers: str) -> Answer:
        parts = urlsplit(address)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
        connection.request(
            "GET", f"{parts.path}{path}", headers={name.replace("_", "-"): headers[name] for name in headers}
        )
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    return get


def require(name: str) -> str:
    """Where a web server is. Skips the test where it is not."""
    return web_servers.program(name) or pytest.skip(f"{name} is not installed")


def one(host, pattern: str) -> str:
    _, folder = host
    return next(path.relative_to(folder).as_posix() for path in sorted(folder.glob(pattern)))


def assert_protected(headers: dict[str, str]) -> None:
    """As by every answer, whatever it is."""
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_every_kind_of_answer_has_its_headers_and_its_type(host, get):
    kinds = {
        "": ("text/html; charset=utf-8", AT_ONCE),
        "en/light/light-flickers/": ("text/html; charset=utf-8", AT_ONCE),
        one(host, "en/light/*/index.md"): ("text/markdown; charset=utf-8", AT_ONCE),
        one(host, "assets/main.*.css"): ("text/css; charset=utf-8", FOR_EVER),
        one(host, "assets/main.*.js"): ("(text|application)/javascript; charset=utf-8", FOR_EVER),
        one(host, "assets/*.webmanifest"): ("application/manifest\\+json.*", FOR_EVER),
        one(host, "assets/*.png"): ("image/png", FOR_EVER),
        ".well-known/security.txt": ("text/plain; charset=utf-8", AT_ONCE),
        ".well-known/support-channels.json": ("application/json.*", AT_ONCE),
        "sitemap.xml": ("(text|application)/xml; charset=utf-8", AT_ONCE),
    }
    for path, (type_, caching) in kinds.items():
        status, headers, body = get(path)
        assert (status, headers["cache-control"]) == (200, caching), path
        assert re.fullmatch(type_, headers["content-type"], re.IGNORECASE), (path, headers["content-type"])
        assert body
        assert_protected(headers)
        assert headers.get("access-control-allow-origin") == ("*" if path.endswith("channels.json") else None), path


def test_what_is_missing_or_hidden_is_answered_by_the_page_for_that(host, get):
    _, folder = host
    page = (folder / "404.html").read_bytes()
    for path in ("en/gone/", "gone.html", ".handrail", ".hosting/nginx.conf", ".hosting/Caddyfile", "en/.git/config"):
        status, headers, body = get(path)
        assert (status, body) == (404, page), path
        assert_protected(headers)


def test_a_folder_without_its_slash_leads_there_whatever_stands_in_front_of_the_server(get):
    status, headers, _ = get("en/light")
    assert status in (301, 302, 307, 308)
    assert headers["location"].endswith("en/light/")
    assert_protected(headers)
    assert "127.0.0.1" not in headers["location"], "a proxy with another name or with TLS would be passed by"


def test_texts_are_compressed_parts_are_sent_and_what_is_known_is_not_sent_again(host, get):
    for path in (one(host, "assets/main.*.css"), "sitemap.xml", "en/"):
        _, plain, body = get(path)
        _, compressed, shorter = get(path, Accept_Encoding="gzip")
        assert compressed["content-encoding"] == "gzip"
        assert compressed["vary"] == "Accept-Encoding"
        assert gzip.decompress(shorter) == body
        assert len(shorter) < len(body) * 0.7
        status, known, nothing = get(path, If_None_Match=plain["etag"])
        assert (status, nothing) == (304, b"")
        status, partial, part = get(path, Range="bytes=0-9")
        assert (status, part) == (206, body[:10])
        assert get(path, Range=f"bytes={len(body)}-")[0] == 416
        for headers in (plain, compressed, known, partial):
            assert_protected(headers)
            assert headers["cache-control"] == plain["cache-control"]


def test_what_the_build_compressed_is_sent_as_it_is_with_the_same_headers(host, get):
    _, folder = host
    has_brotli = web_servers.BROTLI.exists() or "Caddy" in get("")[1]["server"]
    style_sheet = one(host, "assets/main.*.css")
    for path, file in ((style_sheet, style_sheet), ("en/", "en/index.html")):
        _, plain, _ = get(path)
        for coding, suffix in (("gzip", "gz"), *([("br", "br")] if has_brotli else [])):
            made = folder / f"{file}.{suffix}"
            if not made.exists():
                assert not list(folder.rglob("*.br")), "a site without precompress has none"
                continue
            _, headers, body = get(path, Accept_Encoding=coding)
            assert (headers["content-encoding"], body) == (coding, made.read_bytes())
            assert headers["content-type"] == plain["content-type"]
            assert headers["cache-control"] == plain["cache-control"]
            assert_protected(headers)


def test_many_readers_at_once_all_get_the_page(get):
    with ThreadPoolExecutor(20) as readers:
        answers = list(readers.map(get, ["en/light/light-flickers/"] * 500))
    assert {status for status, _, _ in answers} == {200}
    assert len({body for _, _, body in answers}) == 1


@pytest.mark.parametrize("name", web_servers.SERVERS)
def test_the_pages_for_frames_have_headers_of_their_own_and_no_other_page_has(name, shared_builds, tmp_path):
    folder = shared_builds("router", f"{URL}help/").folder
    places = {"embed/en/": "app.larkwave.example *.shop.larkwave.example", "embed.js": "'none'", "en/": "'none'"}
    with web_servers.running(name, folder, "/help/", tmp_path) as address:
        sent = {path: requests.get(f"{address}{path}", timeout=30).headers for path in (*places, "embed/gone/")}
    for path, ancestors in {**places, "embed/gone/": "'none'"}.items():
        assert sent[path]["Content-Security-Policy"].endswith(f"frame-ancestors {ancestors}"), path
        shared = "cross-origin" if path == "embed.js" else "same-origin"
        assert sent[path]["Cross-Origin-Resource-Policy"] == shared, path
        assert sent[path].keys() >= HEADERS.keys()


def test_the_doctor_finds_nothing_to_mend_but_the_missing_encryption(host):
    address, folder = host
    assert [finding.where for finding in doctor.published(folder, address)] == [address]


def test_the_doctor_names_what_a_host_without_settings_does_not_send(shared_builds):
    folder = shared_builds("lamplight", f"{URL.rstrip('/')}/help/", CHANGES["/help/"]).folder
    with FolderServer(folder, "/help/") as plain:
        findings = [str(finding) for finding in doctor.published(folder, plain.url)]
    text = "\n".join(findings)
    for expected in ("no Content-Security-Policy", "no X-Frame-Options", "is not kept by browsers", "scripts of other"):
        assert expected in text
    assert "404" not in text, "this host answers broken addresses as it should"


def test_the_doctor_says_of_a_host_that_can_send_no_headers_what_can_be_done(shared_builds, monkeypatch):
    monkeypatch.setattr(Handler, "server_version", "AliyunOSS")
    folder = shared_builds("lamplight", f"{URL.rstrip('/')}/help/", CHANGES["/help/"]).folder
    with FolderServer(folder, "/help/") as storage:
        findings = [finding for finding in doctor.published(folder, storage.url) if finding.where == "/"]
    assert len(findings) == 1 + len(HEADERS)
    assert {finding.fix for finding in findings} == {
        "OSS sends of these only Cache-Control, kept with each object. Let the CDN in front add the others."
    }


def test_nginx_takes_the_settings_of_the_container(shared_builds, tmp_path):
    nginx = require("nginx")
    folder = shared_builds("lamplight", URL).folder
    server = (STARTER / "ci/nginx.conf").read_text("utf-8")
    server = server.replace("/usr/share/nginx/html", str(folder)).replace("8080", f"unix:{tmp_path}/socket")
    config = tmp_path / "nginx.conf"
    config.write_text(f"pid {tmp_path}/pid; events {{}} http {{ include /etc/nginx/mime.types; {server} }}", "utf-8")
    done = subprocess.run([nginx, "-t", "-e", "stderr", "-c", config], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_doctor_says_what_is_not_ready_to_be_published(tmp_path):
    names = [finding.where for finding in doctor.built(tmp_path, "http://help.example/")]
    assert str(tmp_path / "404.html") in names
    assert "site_url" in names
