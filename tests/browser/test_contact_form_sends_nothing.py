"""The page that leads to support sends nothing and keeps nothing: every way out is watched while it is used.

What a browser could be made to send is counted where it would arrive: by the server that serves the site, by another
one with HTTP and WebSocket, and on a UDP port. Other hosts have no address, and every try to reach one is seen.
"""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

import phrase_disguises
import pytest
from contact_walk import HASH, ORDINARY, Walk
from playwright.sync_api import expect
from waiting import PATIENCE

from bench import guard_phrases

PHRASE = phrase_disguises.vectors("guard-bip39")["english"][1][1]
CHINESE = guard_phrases.phrase("chinese_simplified", bytes.fromhex("7f" * 16))
KEY = "5KYZdUEo39z3FPrtuX2QbbwGnNP5zTd7yyr2SC1j299sBCnWjss"
MARK = "zebrafish"
"""A word that stands nowhere on the site, in everything that is typed."""
TYPED = (MARK, *PHRASE.split()[1:4], "".join(CHINESE)[:6], KEY, HASH, "482913", "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8")

WATCH = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.effectiveDirective}: ${event.blockedURI}`);
  });
"""
KEPT = """async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await (self.caches?.keys() ?? []),
  cookie: document.cookie,
  name: window.name,
  state: history.state,
  address: document.URL,
  title: document.title,
})"""
FIELDS = """() => [...document.querySelectorAll("main :is(input, textarea, select)")].map((one) =>
  one.type === "radio" ? one.checked : one.tagName === "SELECT" ? one.selectedIndex : one.value)"""

# Each tries to send a word away, by an address that ends in it. What the browser refuses at once is a violation too.
TRY = """([way, url]) => {
  const part = (name, values) => Object.assign(document.createElement(name), values);
  const add = (name, values) => document.body.appendChild(part(name, values));
  const post = new XMLHttpRequest();
  const ways = {
    "fetch": () => fetch(url),
    "XMLHttpRequest": () => (post.open("POST", url), post.send("word")),
    "a beacon": () => navigator.sendBeacon(url, "word"),
    "a WebSocket": () => new WebSocket(url.replace("http", "ws")),
    "an EventSource": () => new EventSource(url),
    "a picture": () => add("img", { src: url }),
    "an import": () => import(url),
    "a script": () => add("script", { src: url }),
    "a worker": () => new Worker(url),
    "a worker made of text": () => new Worker(URL.createObjectURL(new Blob([`fetch("${url}")`]))),
    "a frame": () => add("iframe", { src: url }),
    "a form": () => add("form", { action: url }).submit(),
    "a prefetch": () => document.head.append(part("link", { rel: "prefetch", href: url })),
    "a style sheet": () => document.head.append(part("link", { rel: "stylesheet", href: url })),
    "a font": () => new FontFace("x", `url(${url})`).load(),
    "a sound": () => add("audio", { src: url, preload: "auto" }),
    "an object": () => add("object", { data: url }),
  };
  if (!way) return Object.keys(ways);
  try {
    Promise.resolve(ways[way]()).catch(() => {});
  } catch (error) {
    window.violations.push(`${way}: ${error.name}`);
  }
}"""
BARE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
    b"<!doctype html><html lang=en><title>bare</title><link rel=icon href='data:,'><body>"
)


@dataclass
class Ear:
    """What arrived at a port, whatever it was."""

    url: str
    port: int
    heard: list[bytes] = field(default_factory=list)
    arrival: threading.Condition = field(default_factory=threading.Condition)

    def hear(self, content: bytes) -> None:
        with self.arrival:
            self.heard.append(content)
            self.arrival.notify_all()

    def has_heard(self, word: str) -> bool:
        """Whether it arrived; waits until it does."""
        with self.arrival:
            return self.arrival.wait_for(
                lambda: any(word.encode() in content for content in self.heard), PATIENCE / 1000
            )


class _Stream(socketserver.BaseRequestHandler):
    """Answers everything with a page that has no policy, and remembers what was asked for."""

    def handle(self) -> None:
        self.request.settimeout(30)
        try:
            self.server.ear.hear(self.request.recv(65536))
            self.request.sendall(BARE)
        except OSError:
            self.server.ear.hear(b"a connection")


class _Datagram(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.server.ear.hear(self.request[0])


@pytest.fixture
def ear() -> Iterator[Ear]:
    """Listens for TCP (HTTP, WebSocket, anything) and UDP on the same port of this machine."""
    stream = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Stream)
    port = stream.server_address[1]
    datagram = socketserver.ThreadingUDPServer(("127.0.0.1", port), _Datagram)
    listener = Ear(f"http://127.0.0.1:{port}/", port)
    for server in (stream, datagram):
        server.daemon_threads = True
        server.ear = listener
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield listener
    for server in (stream, datagram):
        server.shutdown()
        server.server_close()


def traces(text: str) -> list[str]:
    """Those of the typed words that a text holds, however it is encoded."""
    plain = unquote(text.replace("+", " "))
    return [word for word in TYPED if word in text or word in plain]


def walk_and_type(one: Walk) -> None:
    """The whole journey, with ordinary text and with secrets in every field."""
    one.to_details()
    one.page.evaluate("document.querySelector('[data-optional-fields]').open = true")
    for field_ in one.page.locator("[data-details] :is(textarea, input[type=text])").all():
        for secret in (PHRASE, "".join(CHINESE), f"{MARK} {KEY}"):
            field_.fill(secret)
            expect(field_).to_have_value("")
    one.field("description").press_sequentially(f"{MARK} it has not arrived, the code is 482913")
    one.fill(ORDINARY | {"description": f"{MARK} gone, the code is 482913", "tried": f"{MARK} {HASH[::-1]}"})
    one.fill({"address": "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "earlier-contact": f"{MARK} ticket"})
    one.part("[data-hash]").click()
    one.next()
    one.back()
    one.next()
    one.page.evaluate("document.querySelector('.handoffs details').open = true")
    for radio in one.page.locator('[data-step="send"] input').all():
        radio.check()
        one.part("[data-copy]").click()
    one.choose("email")
    assert MARK in one.message


def test_nothing_that_is_typed_leaves_the_page_or_is_kept_not_even_when_its_reader_leaves_and_comes_back(
    site, visitor, ear
):
    """Leaving empties the page before it is put away, whether the browser keeps it as it was or loads it anew."""
    someone = visitor()
    requests: list[str] = []
    for event in ("request", "requestfailed", "requestfinished"):
        someone.context.on(
            event, lambda request: requests.append(f"{request.url} {request.headers} {request.post_data}")
        )
    someone.page.on("websocket", lambda socket: requests.append(socket.url))
    someone.context.add_init_script(WATCH)
    someone.context.clock.install()
    one = Walk(someone.page)
    one.page.goto(f"{site.url}en/support/")
    empty = one.page.evaluate(FIELDS)
    one.page.goto("about:blank")
    one.page.goto(f"{site.url}en/support/#q={MARK}&article=transfer-not-arrived")
    length = one.page.evaluate("history.length")
    walk_and_type(one)
    one.page.clock.run_for(60_000)  # what a timer would send or keep
    assert one.page.evaluate("window.violations") == []

    kept = one.page.evaluate(KEPT)
    assert kept.pop("state").keys() == {"step"}
    assert traces(str(kept)) == []
    assert (kept["local"], kept["session"], kept["databases"], kept["cookie"], kept["name"]) == ({}, {}, [], "", "")
    assert kept["address"] == f"{site.url}en/support/"
    assert someone.context.cookies() == []
    steps = one.page.evaluate("history.length") - length

    one.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert traces(one.page.content()) == []
    assert MARK not in str(one.page.evaluate(FIELDS))
    links = one.page.locator("[data-open], [data-save]").evaluate_all("all => all.map((one) => one.href)")
    assert [link for link in links if traces(link)] == []
    asked = {request.split(" ")[0].split("#")[0] for request in requests if "/assets/" not in request}
    assert asked <= {f"{site.url}en/support/"}

    one.page.goto(f"{site.url}en/")
    one.page.go_back()
    assert one.step == "about"
    assert traces(one.page.content()) == []
    assert one.page.evaluate(FIELDS) == empty
    one.to_details()
    one.fill({"description": MARK})
    one.page.reload()
    assert one.page.evaluate(FIELDS) == empty
    for _ in range(steps):
        one.page.go_back()
        assert traces(one.page.url + str(one.page.evaluate("history.state"))) == []
        assert set(one.page.evaluate("history.state")) == {"step"}
    one.page.goto("about:blank")
    assert [traces(request) for request in requests if traces(request.replace(f"#q={MARK}", ""))] == []
    assert ear.heard == []
    assert someone.problems == []


def test_what_a_script_could_send_the_policy_stops_and_would_arrive_without_it(site, visitor, ear):
    """So the tests above can fail: what is tried on the page itself is forbidden and not heard, and from a bare page
    it is heard."""
    someone = visitor()
    someone.context.add_init_script(WATCH)
    page = someone.page
    page.goto(f"{site.url}en/support/")
    ways = page.evaluate(TRY, ["", ""])
    assert len(ways) == 17
    for way in ways:
        before = page.evaluate("window.violations.length")
        page.evaluate(TRY, [way, f"{ear.url}{before}"])
        page.wait_for_function("before => window.violations.length > before", arg=before)
    assert ear.heard == []
    for number, way in enumerate(ways):
        bare = someone.context.new_page()  # a form that was sent would interrupt the next page
        bare.goto(ear.url)
        bare.evaluate(TRY, [way, f"{ear.url}{MARK}-{number}"])
        assert ear.has_heard(f"{MARK}-{number}"), f"{way}: nothing arrived from a page without a policy either"


def test_the_listener_hears_datagrams(ear):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as speaker:
        speaker.sendto(b"hello", ("127.0.0.1", ear.port))
    assert ear.has_heard("hello")
    assert ear.heard == [b"hello"]


def test_a_secret_gets_into_no_part_of_the_page(site, visitor):
    one = Walk(visitor().page)
    one.page.goto(f"{site.url}zh/support/")
    one.to_details()
    for text in (PHRASE, "".join(CHINESE), KEY):
        one.fill({"description": text})
        assert text not in one.page.content()
        assert text not in str(one.page.evaluate(FIELDS))
        assert text not in str(one.page.evaluate(KEPT))
