"""States of help centers for tests of the report: one without problems, and variations of it."""

from __future__ import annotations

import datetime
from typing import Any

from handrail.report.guide_graph import Guide, GuideAnswer, GuideNode, GuideText
from handrail.report.state import Answer, Article, Channel, Finding, Language, OutdatedSection, Review, State, Weight

DAY = datetime.date(2026, 11, 24)


def state(**other: Any) -> State:
    """A help center of two articles in two languages without problems, except for the given values."""
    values: dict[str, Any] = {
        "day": DAY,
        "name": "Lamp Help",
        "languages": [Language(code="en", name="English"), Language(code="zh", name="中文")],
        "categories": {"start": "Begin", "light": "Light"},
        "articles": [article("lost-lamp"), article("no-light", category="light")],
        "findings": [],
        "drift": [],
        "reviews": [review("lost-lamp"), review("no-light"), review("shop", kind="channel", language="")],
        "channels": [Channel(id="shop", kind="website", written="verified", shown="verified")],
        "findability": [answer("where is my lamp"), answer("Lost lamp", kind="title")],
        "weights": [Weight(url="en/", kind="home", html=4000, css=7000, js=3000)],
        "guides": [guide()],
    }
    return State(**(values | other))


def article(id: str, category: str = "start", **status: str) -> Article:
    known = status or {"en": "published", "zh": "published"}
    return Article(id=id, category=category, titles={code: f"{id} <{code}>" for code in known}, status=known)


def guide(**other: Any) -> Guide:
    """Two questions, three ends; both questions lead to the article about the bulb."""
    ways = {"light": ["plug", "bulb#first-steps", "contact#other"], "plug": ["bulb#first-steps", "cord"]}
    kinds = {"light": "question", "plug": "question", "contact#other": "contact"}
    ids = ["light", "plug", "bulb#first-steps", "cord", "contact#other"]
    values: dict[str, Any] = {
        "id": "dark",
        "path": "docs/data/guides/dark.yml",
        "titles": {"en": "Too <dark>", "zh": "太暗"},
        "nodes": [
            GuideNode(
                id=id,
                kind=kinds.get(id, "article"),
                texts={"en": f"About <{id}>", "zh": f"说 {id}"},
                url=f"en/{id}/",
                depth=["light", "plug"].index(id) if kinds.get(id) == "question" else 2,
            )
            for id in ids
        ],
        "answers": [
            GuideAnswer(start=start, end=end, texts={"en": f"<Yes> {end}", "zh": f"是 {end}"}, knows=end != "cord")
            for start, ends in ways.items()
            for end in ends
        ],
        "lengths": {1: 2, 2: 2, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0},
        "drift": [],
    }
    return Guide(**(values | other))


def finding(line: int = 3, rule: str = "structure/alt-text", severity: str = "error", **other: Any) -> Finding:
    values = {"path": "docs/en/start/lost-lamp.md", "message": "an image <b>without</b> words", "fix": "Add them."}
    return Finding(rule=rule, severity=severity, line=line, **(values | other))


def review(id: str, days: int = 90, kind: str = "article", language: str = "en") -> Review:
    """A review that is due in some days, half a year after the last one."""
    due = DAY + datetime.timedelta(days=days)
    done = due - datetime.timedelta(days=180)
    return Review(kind=kind, id=id, language=language, path="docs/x.md", done_on=done, due_on=due)


def answer(text: str, place: int = 1, kind: str = "question", **other: Any) -> Answer:
    values = {"language": "en", "article": "lost-lamp", "instead": []}
    return Answer(kind=kind, text=text, place=place, **(values | other))


def outdated(section: str, days: int | None = 9, level: str = "medium") -> OutdatedSection:
    """A section whose original changed some days ago."""
    since = None if days is None else DAY - datetime.timedelta(days=days)
    return OutdatedSection(
        article="lost-lamp",
        language="zh",
        section=section,
        path="docs/zh/x.md",
        what="new" if days is None else "changed",
        level=level,
        since=since,
        share=None if days is None else 0.25,
    )


def troubled(size: int = 1) -> State:
    """Problems of every kind, `size` times."""
    rules = (
        "structure/alt-text",
        "links/broken",
        "safety/host",
        "translations/facts",
        "links/orphan",
        "language/length",
    )
    return state(
        articles=[
            article("lost-lamp"),
            article("no-light", category="light", en="published"),
            article("hot-lamp", category="light", en="draft", zh="published"),
            *(article(f"lamp-{number:04}") for number in range(size)),
        ],
        findings=[
            finding(number, rule, "error" if place < 4 else "warning", message=f"{rule} is broken, {number}")
            for place, rule in enumerate(rules)
            for number in range(1, size * (place + 1) + 1)
        ],
        guides=[
            guide(
                drift=[
                    GuideText(language="zh", text="是", original="<Yes>, it does", before="Yes", since=DAY),
                    GuideText(language="zh", text="bulb", original="bulb", before="", since=None),
                ]
            )
        ],
        drift=[
            outdated("first-steps", 40, "major"),
            outdated("_top", None),
            *(outdated(f"more-{number}") for number in range(size)),
        ],
        reviews=[
            *(review("lost-lamp", -20), review("no-light", 12), review("hot-lamp", 200), review("old-lamp", -400)),
            *(review(f"lamp-{number:04}", 20 + number % 500) for number in range(size)),
            review("shop", -3, kind="channel", language=""),
        ],
        channels=[
            Channel(id="shop", kind="website", written="verified", shown="unconfirmed"),
            Channel(id="letter", kind="email", written="documented", shown="documented"),
            Channel(id="thief", kind="social", written="impostor", shown="impostor"),
        ],
        findability=[
            *(answer("where is my lamp"), answer("Lost lamp", kind="title"), answer("dark", 3), answer("too dark", 2)),
            *(answer(f"lamp? {number}", 0, instead=["no-light", "hot-lamp"]) for number in range(size)),
            answer("灯不亮", 5, kind="query", language="zh", article="no-light", instead=["lost-lamp"]),
        ],
        weights=[
            Weight(url="en/", kind="home", html=4000, css=7000, js=3000),
            Weight(url="", kind="chooser", html=1000, css=5000, js=100),
            *(Weight(url=f"en/lamp-{n:04}/", kind="article", html=6000 + n, css=7000, js=3000) for n in range(size)),
        ],
    )
