"""The site on a reader's device, where the settings say so: what opens without a network, and what is never mixed."""

import re
import shutil
from datetime import UTC, datetime

import lamplight_later
import pytest
from playwright.sync_api import expect
from waiting import eventually, settled

from handrail.preview.static_server import FolderServer, Handler

SHOW = """async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image.naturalWidth > 0;
}"""
KEPT = "async () => (await caches.keys()).length"
READY = "async () => { await navigator.serviceWorker.ready; return Boolean(navigator.serviceWorker.controller); }"
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"
ARTICLE = "en/light/light-flickers/"
UNREAD = "en/start/pair-the-lamp/"
BUILDS = {
    "old": {},
    "new": lamplight_later.CHANGES,
    "off": {"mkdocs.yml": ("offline: true", "offline: false")},
}


class Line(Handler):
    """A host at the end of a line that can be cut, and that lets browsers keep nothing by themselves."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.server.cut:
            self.close_connection = True
        else:
            super().do_GET()

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, "no-store" if keyword == "Cache-Control" else value)


class Host(FolderServer):
    cut = False

    def __init__(self, folder, prefix: str = "/") -> None:
        self.asked: list[str] = []
        super().__init__(folder, prefix)
        self.RequestHandlerClass = Line


@pytest.fixture
def builds(shared_builds):
    """The same site as it was, as it is after a change of its words, and with the workers turned off."""
    return {name: shared_builds("lamplight", changes=changes).folder for name, changes in BUILDS.items()}


@pytest.fixture
def host(builds):
    with Host(builds["old"]) as found:
        yield found


@pytest.fixture
def reader(host, visitor):
    """Somebody who read an article while there was a network, and whose device has kept what it keeps."""
    reader = visitor(service_workers="allow")
    reader.page.goto(f"{host.url}{ARTICLE}")
    until_kept(reader.page, f"{host.url}{ARTICLE}", f"{host.url}en/support/", f"{host.url}404.html")
    return reader


def until_kept(page, *addresses):
    eventually(page, READY)
    held = "async (all) => (await Promise.all(all.map((one) => caches.match(one)))).every(Boolean)"
    eventually(page, held, arg=list(addresses))


def until_kept_anew(page, address):
    """Until the page at an address is that of the second build, and that of the first is gone."""
    held = """async (address) => {
      const held = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const all = await Promise.all(held.map((cache) => cache.match(address)));
      const texts = await Promise.all(all.map((one) => one?.text() ?? ""));
      return texts.length === 2 && texts[0] === "" && texts[1].includes("a novel one");
    }"""
    eventually(page, held, arg=address)


def line(page):
    return page.locator(".offline-notice")


def test_what_was_read_and_what_helps_opens_without_a_network_and_search_answers(host, reader):
    page, picture = reader.page, f"{host.url}favicon.ico"
    assert page.evaluate(SHOW, picture), "and a picture that was seen"
    until_kept(page, picture)
    host.cut = True
    assert page.evaluate("async (picture) => (await fetch(picture)).ok", picture)
    for path in (ARTICLE, "en/", "en/search/", "en/support/", "en/light/lamp-gets-hot/", "en/reach/reach-lamplight/"):
        page.goto(f"{host.url}{path}?from=elsewhere#content")
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("h1").evaluate("h1 => getComputedStyle(h1).fontSize") != "32px", "its style is there"
    page.goto(f"{host.url}{ARTICLE}")
    expect(page.locator("h1")).to_have_text("The light flickers")
    page.goto(f"{host.url}en/")
    page.locator(".search input").fill("flicker")
    expect(page.get_by_role("option").first).to_contain_text("flicker")
    page.goto(f"{host.url}en/search/#q=flicker")
    expect(page.locator(".results a").first).to_contain_text("flicker")


def test_a_page_that_was_kept_says_so_and_since_when(host, reader):
    today = datetime.now(UTC).date().isoformat()
    expect(line(reader.page)).to_be_empty()
    for path in (ARTICLE, "en/support/"):
        host.cut = True
        reader.page.goto(f"{host.url}{path}")
        said = reader.page.get_by_role("status").filter(has_text=f"No connection. This copy was kept on {today}.")
        expect(said, path).to_be_visible()
        expect(said, path).to_be_in_viewport(ratio=1)
        host.cut = False
        reader.page.goto(f"{host.url}{path}")
        expect(line(reader.page), path).to_be_empty()
    assert [one for one in reader.problems if not one.startswith("failed: ")] == []


def test_a_page_says_when_the_network_goes_and_when_it_is_back(reader):
    page = reader.page
    before = page.locator("h1").bounding_box()
    reader.context.set_offline(True)
    expect(line(page)).to_have_text("No connection. Pages you have read still open.")
    assert page.locator("h1").bounding_box() == before
    reader.context.set_offline(False)
    expect(line(page)).to_be_empty()


def test_a_page_that_was_never_read_is_said_to_be_missing_offers_articles_that_are_here_and_opens_with_the_network(
    host, reader
):
    host.cut = True
    page = reader.page
    page.goto(f"{host.url}en/light/the-light-flickers-after-pairing/")
    offered = page.locator("[data-suggestions] a:visible")
    expect(offered.first).to_be_visible()
    for address in offered.evaluate_all("links => links.map(link => link.href)"):
        page.goto(address)
        expect(page.locator("article h1")).to_be_visible()
    answer = page.goto(f"{host.url}{UNREAD}")
    assert answer.status == 503
    expect(page.locator("h1:visible")).to_have_text("No connection, and this page is not on your device")
    expect(page).to_have_title("No connection, and this page is not on your device")
    links = page.locator("ol a:visible, ul a:visible, .button:visible")
    expect(links.first).to_be_visible()
    host.cut = False
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("article h1")).to_have_text("Pair the lamp with your phone")


def assets(page):
    """What a page names by a hash: scripts, styles, index."""
    return set(re.findall(r"(?:assets|search)/[\w.-]*\.[0-9a-f]{12}\.\w+", page.content()))


def test_a_new_build_fetches_what_was_read_anew_and_never_mixes_with_the_old_one(host, reader, builds):
    page = reader.page
    old = assets(page)
    host.folder = builds["new"]
    page.goto(f"{host.url}en/")
    new = assets(page)
    assert old != new
    until_kept_anew(page, f"{host.url}{ARTICLE}")
    host.cut = True
    page.goto(f"{host.url}{ARTICLE}")
    expect(page.get_by_text("a novel one")).to_be_visible()
    assert {name for name in assets(page) if name.startswith("search/")} <= new
    page.locator(".search input").fill("novel")
    expect(page.get_by_role("option").filter(has_text="novel one")).to_be_visible()


def test_with_a_network_pages_come_from_the_host_and_one_of_the_old_build_still_finds_its_own_search(
    host, reader, builds
):
    page = reader.page
    other = reader.context.new_page()
    host.folder = builds["new"]
    other.goto(f"{host.url}{ARTICLE}")
    expect(other.get_by_text("a novel one"), "the device has another copy").to_be_visible()
    eventually(other, "async () => (await caches.keys()).length === 2")
    page.locator(".search input").fill("flicker")
    expect(page.get_by_role("option").first).to_contain_text("flicker")
    assert not reader.problems


def version(folder):
    return re.search(r'"version":"(\w+)"', (folder / "offline.js").read_text("utf-8"))[1]


def test_of_the_builds_before_the_last_nothing_stays(host, reader, builds, tmp_path):
    third = tmp_path / "third"
    shutil.copytree(builds["new"], third)
    worker = third / "offline.js"
    worker.write_text(worker.read_text("utf-8").replace(version(third), "0123456789ab"), "utf-8")
    held = """async (wanted) => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update().catch(() => {}); // a browser asks when it likes; a failed try is made again
      const { active, installing } = registration;
      const versions = (await caches.keys()).map((name) => name.split(" ").at(-1));
      return active.state === "activated" && !installing && versions.join() === wanted;
    }"""
    versions = [version(builds["old"])]
    for folder in (builds["new"], third):
        host.folder = folder
        reader.page.goto(f"{host.url}en/")
        versions.append(version(folder))
        eventually(reader.page, held, ",".join(versions[-2:]))


def test_turned_off_it_removes_itself_and_all_that_it_kept(host, reader, builds):
    page = reader.page
    assert page.evaluate(REGISTERED) == 1
    assert page.evaluate(KEPT) == 1
    host.folder = builds["off"]
    page.goto(f"{host.url}en/")
    eventually(page, f"async () => !(await ({KEPT})()) && !(await ({REGISTERED})())")
    page.goto("about:blank")
    page.goto(f"{host.url}{ARTICLE}")
    expect(page.locator("h1")).to_have_text("The light flickers")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    host.cut = True
    assert page.evaluate("fetch(location.href).then(() => 'an answer', () => 'none')") == "none"


def test_where_it_is_off_a_first_visit_neither_asks_for_a_worker_nor_keeps_anything(host, visitor, builds):
    host.folder = builds["off"]
    reader = visitor(service_workers="allow")
    for path in ("en/", ARTICLE, "en/support/", "gone/"):
        reader.page.goto(f"{host.url}{path}")
        settled(reader.page)
        assert reader.page.evaluate(f"async () => [await ({KEPT})(), await ({REGISTERED})()]") == [0, 0]
    assert "/offline.js" not in host.asked


def test_an_expired_channel_is_not_shown_as_current_by_a_copy(host, reader):
    page = reader.page
    page.goto(f"{host.url}en/reach/reach-lamplight/")
    held = page.locator("main [data-until]")
    assert held.locator("a").count() > 0
    host.cut = True
    page.clock.install(time=datetime(2036, 1, 1, tzinfo=UTC))
    page.goto(f"{host.url}en/reach/reach-lamplight/")
    expect(line(page)).not_to_be_empty()
    expect(page.locator("main [data-until]")).to_have_count(0)
    outward = page.locator("main a").evaluate_all(
        "all => all.map(one => one.href).filter(url => !url.startsWith(origin))"
    )
    assert outward == []


def test_a_device_keeps_the_pages_that_were_read_last(host, reader, builds, tmp_path):
    """Seventy of them: made-up ones, as the site has not so many, and with nothing on them; in frames, which a browser
    opens as it does any other page, at less cost."""
    page = reader.page
    host.folder = shutil.copytree(builds["old"], tmp_path / "site")
    kept = """async () => {
      const [name] = await caches.keys();
      const all = await (await caches.open(name)).keys();
      return all.map(({ url }) => url.match(/made-(\\d+)/)).filter(Boolean).map((found) => Number(found[1]));
    }"""
    for number in range(70):
        made = host.folder / f"en/light/made-{number}/index.html"
        made.parent.mkdir()
        made.write_text("<!doctype html><title>Made up</title>", "utf-8")
    page.goto(f"{host.url}en/light/made-0/")
    read = f"""async () => {{
      const kept = {kept};
      for (let number = 1; number < 70; number += 1) {{
        document.querySelector("iframe")?.remove();
        document.body.append(Object.assign(document.createElement("iframe"), {{ src: `../made-${{number}}/` }}));
        // Before the next one can overtake it.
        while ((await kept()).at(-1) !== number) await new Promise((done) => setTimeout(done, 5));
      }}
    }}"""
    page.evaluate(read)
    assert 50 < len(page.evaluate(kept)) <= 60
    assert not {*range(5)} & {*page.evaluate(kept)}
