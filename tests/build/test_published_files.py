"""What is published: every article that is ready, and nothing that is not for readers."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from pathlib import PurePosixPath

from built_site import URL, Site

PUBLISHED = {
    ".css",
    ".gz",
    ".ico",
    ".html",
    ".js",
    ".json",
    ".md",
    ".bin",
    ".svg",
    ".xml",
    ".png",
    ".jpg",
    ".webp",
    ".txt",
    ".webmanifest",
}

FOR_HOSTS = {".nojekyll", ".handrail", "_headers", ".hosting/nginx.conf", ".hosting/Caddyfile"}
ISOLATES = dict.fromkeys((0x2068, 0x2069))
"""Marks that keep the order of a date in a text that runs from right to left."""
WELL_KNOWN = {".well-known/support-channels.json", ".well-known/security.txt"}


def names(site: Site) -> list[str]:
    return sorted(file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file())


def test_every_published_article_and_every_category_has_its_page_in_each_language(site: Site) -> None:
    for code in site.written.codes:
        expected = {f"{code}/{category['id']}/" for category in site.written.data("categories")}
        for article in site.written.articles(code).values():
            expected.add(f"{code}/{article.path.removesuffix('.md')}/")
        assert expected <= site.pages.keys()
        assert f"{code}/" in site.pages


def test_no_page_comes_from_nowhere(site: Site) -> None:
    """A page is an article, a category, a page that was written, or one that a template of the project makes."""
    guides = {
        id: {"", *(question["id"] for question in guide["questions"][1:])} for id, guide in site.written.guides.items()
    }
    for page in site.in_a_language:
        _, _, rest = page.url.partition("/")
        written = site.written.documents[page.language]
        categories = {f"{category['id']}/" for category in site.written.data("categories")}
        known = {path.removesuffix(".md").removesuffix("index") for path in written}
        if rest.startswith("guide/"):
            guide, _, question = rest.removeprefix("guide/").strip("/").partition("/")
            known |= {f"guide/{guide}", f"guide/{guide}/{question}"} if question in guides[guide] else set()
        assert rest in categories | {"", "search/", "support/", "verify/"} or rest.removesuffix("/") in known, page.url


def test_drafts_are_neither_built_nor_named_anywhere(lamplight: Site) -> None:
    drafts = [each for each in lamplight.written.documents["en"].values() if each.head.get("status") == "draft"]
    assert [draft.head["id"] for draft in drafts] == ["voice-control"]
    for file in lamplight.folder.rglob("*"):
        assert "voice-control" not in file.name
        if file.suffix in {".html", ".xml", ".json", ".txt", ".webmanifest"}:
            text = file.read_text("utf-8")
            assert "voice-control" not in text, file
            assert "Talk to the lamp" not in text, file


def test_data_and_front_matter_are_not_published(site: Site) -> None:
    for name in names(site):
        assert "data" not in PurePosixPath(name).parts
        assert PurePosixPath(name).suffix not in {".yml", ".yaml"}
        if name.endswith(".md"):
            assert (site.folder / name).name == "index.md"
            assert not (site.folder / name).read_text("utf-8").startswith("---")
    for page in site.pages.values():
        for key in ("reviewed_on", "review_every", "issue_types", "redirect_from", "owner:"):
            assert key not in page.html, page.url


def test_no_file_of_the_theme_is_published(site: Site) -> None:
    """What our pages need of its style sheet is in a sheet of ours."""
    folders = ("assets/javascripts", "assets/stylesheets", "assets/images")
    assert [name for name in names(site) if name.startswith(folders)] == []


def test_only_kinds_of_files_that_a_reader_needs_are_published(site: Site) -> None:
    """No maps, no fonts, nothing hidden but the mark of the build, what hosts read, and what RFC 8615 gives a place."""
    for name in set(names(site)) - FOR_HOSTS - WELL_KNOWN:
        assert PurePosixPath(name).suffix in PUBLISHED, name
        assert not any(part.startswith((".", "_")) for part in PurePosixPath(name).parts), name


def test_every_script_and_style_sheet_that_is_published_is_loaded_by_some_page(site: Site) -> None:
    """Directly, or by a script or its data; a browser that had the worker asks for what stands in its place."""
    text = "".join(page.html for page in site.all_pages.values())
    scripts = "".join(file.read_text("utf-8") for kind in ("js", "json") for file in site.folder.rglob(f"*.{kind}"))
    for name in names(site):
        if name.endswith((".js", ".css")) and name != "offline.js":
            file = PurePosixPath(name)
            assert name in text or f"/{file.name}" in scripts, f"no page loads {name}"


def test_no_page_loads_a_script_of_the_theme(site: Site) -> None:
    for page in site.pages.values():
        for script in page.soup.select("script[src]"):
            assert script["type"] == "module", page.url
            assert "assets/javascripts" not in script["src"]


def test_every_page_has_a_policy_that_allows_its_own_scripts_alone(site: Site) -> None:
    """The hashes of the headers are those of all pages together, so that the two never forbid what the other allows."""
    headers = (site.folder / "_headers").read_text("utf-8")
    for page in site.pages.values():
        (policy,) = page.soup.select('meta[http-equiv="Content-Security-Policy"]')
        inline = [script.string or "" for script in page.soup.select("script:not([src], [type$=json])")]
        hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline}
        assert set(re.findall(r"'sha256-([^']+)'", policy["content"])) == hashes, page.url
        assert all(f"'sha256-{each}'" in headers for each in hashes)
        assert "unsafe" not in policy["content"]
        assert page.soup.select("[style], style") == [], page.url
        assert not re.search(r"\son\w+=", page.html), page.url


def test_no_markup_is_left_in_what_a_reader_sees(site: Site) -> None:
    """Channel schemes, heading ids, braces of phrases, template tags, entities escaped twice."""
    for page in site.pages.values():
        assert "channel:" not in page.html, page.url
        text = page.soup.get_text()
        for left_over in (r"\{#", r"\]\(", r"\{\{", r"\{%", r"\{[a-z]+\}", r"&(amp|lt|gt|quot|#\d+);"):
            assert not re.search(left_over, text), f"{page.url}: {left_over}"


def test_the_text_of_every_article_is_on_its_page(site: Site) -> None:
    for code in site.written.codes:
        for id, page in site.article_pages(code).items():
            article = site.written.articles(code)[id]
            assert page.texts("article h1") == [article.head["title"]]
            headings = re.findall(r"^#{2,} (.*?) \{#", article.body, re.MULTILINE)
            assert page.texts("article :is(h2, h3, h4)") == [heading.replace("**", "") for heading in headings]
            said = site.written.ui_strings["article.reviewed"][code].replace("{date}", str(article.head["reviewed_on"]))
            assert [text.translate(ISOLATES) for text in page.texts(".review-date time")] == [said]


def test_the_compressed_sitemap_says_the_same(site: Site) -> None:
    assert gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes()) == (site.folder / "sitemap.xml").read_bytes()


def test_the_home_page_puts_first_what_the_settings_name(site: Site) -> None:
    home = site.written.settings.get("home", {})
    for code in site.written.codes:
        page, articles = site.pages[f"{code}/"], site.article_pages(code)
        emergency = [page.resolve(str(link["href"])) for link in page.soup.select(".task--emergency a")]
        assert emergency == [URL + articles[id].url for id in [home.get("emergency")] if id in articles]
        asked = [URL + articles[id].url for id in home.get("popular_articles", []) if id in articles]
        guides = [link for link in page.links(".article-list") if "/guide/" in link]
        assert page.links(".article-list") == [*guides, *asked], "what finds out what is wrong comes first"


def test_an_empty_category_says_that_it_is(lamplight: Site) -> None:
    for code in lamplight.written.codes:
        page = lamplight.pages[f"{code}/account/"]
        assert lamplight.written.ui_strings["category.empty"][code] in page.texts("p")
