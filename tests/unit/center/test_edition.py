"""Categories, the order of articles, and what stands beside an article."""

from __future__ import annotations

from factories import article

from handrail.center.edition import Edition, compose
from handrail.content.category import Category, CategorySection
from handrail.content.language import Language

CATEGORIES = [Category(id=id, icon="lamp", title={"en": id}, summary={"en": id}) for id in ("start", "middle", "empty")]
LANGUAGE = Language(code="en", name="English")


def edition(*articles: tuple[str, int], **heads: dict[str, object]) -> Edition:
    made = [article(id, order=order, **heads.get(id, {})) for id, order in articles]
    return compose(LANGUAGE, made, CATEGORIES)


def ids(articles: object) -> list[str]:
    return [each.id if each else "" for each in articles]


def test_articles_stand_by_order_and_where_it_is_the_same_by_id() -> None:
    assert list(edition(("b", 2), ("c", 1), ("a", 2)).articles) == ["c", "a", "b"]


def test_articles_are_listed_by_category_in_the_order_of_the_categories_empty_ones_too() -> None:
    made = edition(("a", 1), ("b", 2), a={"category": "middle"})
    assert {id: ids(articles) for id, articles in made.by_category.items()} == {
        "start": ["b"],
        "middle": ["a"],
        "empty": [],
    }
    assert list(made.articles) == ["b", "a"]


SECTIONS = [CategorySection(id=id, title={"en": id.title()}) for id in ("second", "first", "empty")]
SECTIONED = [CATEGORIES[0].model_copy(update={"sections": SECTIONS}), *CATEGORIES[1:]]


def test_articles_stand_by_section_after_those_that_are_in_none() -> None:
    sections = {"a": "first", "b": "second", "c": None, "d": "second"}
    made = compose(
        LANGUAGE,
        [article(id, order=order, section=section) for order, (id, section) in enumerate(sections.items())],
        SECTIONED,
    )
    assert list(made.articles) == ids(made.by_category["start"]) == ["c", "b", "d", "a"]
    groups = [(section and section.id, ids(articles)) for section, articles in made.sections(SECTIONED[0])]
    assert groups == [(None, ["c"]), ("second", ["b", "d"]), ("first", ["a"])]
    assert made.sections(SECTIONED[1]) == []
    assert ids(made.around(made.articles["d"])) == ["b", "d"]
    assert ids(made.around(made.articles["c"])) == ["c"]


def test_drafts_stand_nowhere() -> None:
    made = edition(("a", 1), ("b", 2), a={"status": "draft"}, b={"related": ["a"]})
    assert list(made.articles) == ["b"]
    assert made.pick(made.related["b"]) == ()


def test_a_short_shelf_stands_beside_its_articles_as_a_whole() -> None:
    made = edition(("a", 1), ("b", 2))
    assert ids(made.around(made.articles["b"])) == ["a", "b"]


def test_picked_are_those_that_this_language_has_in_the_order_asked_for() -> None:
    made = edition(("a", 1), ("b", 2))
    assert ids(made.pick(["b", "nowhere", "a"])) == ["b", "a"]


def test_addresses_begin_with_the_code() -> None:
    made = edition()
    assert (made.home, made.category_url(CATEGORIES[0])) == ("en/", "en/start/")
    assert made.section_url(SECTIONED[0], SECTIONS[0]) == "en/start/#section-second"
    assert made.section_url(SECTIONED[0], None) == "en/start/"
