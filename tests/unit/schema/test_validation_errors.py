"""What does not fit a model is said in plain words, with the nearest right word."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from handrail.schema.fields import Day, Https, Id, Interval, Localized, LocalizedList, Number, Text, Value
from handrail.schema.problem import one_of
from handrail.schema.validation_errors import explain


class Inner(Value):
    word: Text
    number: Number = 0


class Outer(Value):
    id: Id = "an-id"
    text: Text = "text"
    number: Number = 1
    day: Day = datetime.date(2026, 1, 1)
    every: Interval = "1 day"
    url: Https | None = None
    kind: Literal["one", "two", "three"] = "one"
    flag: bool = False
    words: Annotated[list[Text], Field(min_length=1)] = ["a"]
    inner: Inner | None = None
    inners: list[Inner] = []
    said: Localized = {}
    lists: LocalizedList = {}


def messages(data: object, model: object = Outer) -> list[str]:
    try:
        TypeAdapter(model).validate_python(data, context={"languages": ("en", "fr")})
    except ValidationError as error:
        found = [explain(model, data, details, "the file") for details in error.errors()]
        return [f"{message}. {fix}" for _, message, fix in found]
    return []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"text": 7}, "text must be text. Put it in quotes."),
        ({"text": ""}, "text is empty. Write it."),
        ({"text": "  \n"}, "text is empty. Write it."),
        ({"text": None}, "text is empty. Write it."),
        ({"id": "Lost Lamp"}, "id: 'Lost Lamp' is not an id. Use lower-case letters"),
        ({"id": "lost-lamp\n"}, "id: 'lost-lamp\n' is not an id. "),
        ({"number": "7"}, "number must be a whole number. "),
        ({"number": True}, "number must be a whole number. "),
        ({"number": 1.5}, "number must be a whole number. "),
        ({"day": "soon"}, "day: 'soon' is not a date. Write it as year-month-day, as in 2026-11-23."),
        ({"day": 20261123}, "day: '20261123' is not a date. "),
        ({"day": datetime.datetime(2026, 1, 1, 2, 3)}, "day: '2026-01-01 02:03:00' is not a date. "),
        ({"every": "0 days"}, "every: '0 days' is not an interval. Write it as in '6 months'."),
        ({"url": "http://a.example/"}, "url: 'http://a.example/' is not an https address. "),
        ({"url": "https://"}, "url: 'https://' is not an https address. "),
        ({"kind": "tow"}, "kind: 'tow' is not known. Did you mean 'two'?"),
        ({"kind": "zzz"}, "kind: 'zzz' is not known. Use one of: one, three, two."),
        ({"flag": "perhaps"}, "flag must be true or false. "),
        ({"words": "a"}, "words must be a list. "),
        ({"words": []}, "words needs at least one item. Add one."),
        ({"words": ["a", 7]}, "words must be text. Put it in quotes."),
        ({"inner": {}}, "no key 'inner.word'. Add it."),
        ({"inner": "x"}, "inner must hold keys and values. "),
        ({"wrods": []}, "unknown key 'wrods'. Did you mean 'words'?"),
        ({"inner": {"word": "a", "numbr": 1}}, "unknown key 'inner.numbr'. Did you mean 'number'?"),
        ({"inners": [{"word": "a"}, {"wodr": "a", "word": "b"}]}, "unknown key 'inners.wodr'. Did you mean 'word'?"),
        ({"said": {"en": "a"}}, "said has no text in 'fr'. Add said.fr."),
        ({"said": {}}, "said has no text in 'en' and 'fr'. Add said.en and said.fr."),
        ({"said": {"en": "a", "rf": "b"}}, "said has no text in 'fr'. Add said.fr."),
        ({"said": {"en": "", "fr": "b"}}, "said.en is empty. Write it."),
        ({"said": "a"}, "said must hold keys and values. "),
        ({"lists": {"en": ["a"], "fr": "b"}}, "lists.fr must be a list. "),
        (None, "the file is empty. Write it."),
        ([], "the file must hold keys and values. "),
    ],
)
def test_a_mistake_is_named_with_its_cure(data: object, message: str) -> None:
    found = messages(data)
    assert len(found) == 1
    assert found[0].startswith(message)


def test_what_is_right_has_no_message() -> None:
    assert messages({"day": "2026-11-23", "url": "https://a.example/b?c", "every": "12 weeks", "kind": "two"}) == []


def test_all_mistakes_are_named_at_once() -> None:
    assert len(messages({"text": 7, "number": "x", "kind": "zzz", "unknown": 1})) == 4


def test_an_entry_of_a_list_is_named_by_its_id_or_by_its_place() -> None:
    class Entry(Value):
        id: Id
        name: Text

    data = [{"id": "email"}, {"name": "x"}, "phone", {"id": 7, "name": "y"}]
    assert [message.split(". ")[0] for message in messages(data, list[Entry])] == [
        "'email': no key 'name'",
        "entry 2: no key 'id'",
        "entry 3 must hold keys and values",
        "entry 4: id must be text",
    ]


def test_the_cure_for_an_unknown_word_is_the_nearest_one_else_all_else_that_there_are_none() -> None:
    assert one_of("strat", ["start", "end"]) == "Did you mean 'start'?"
    assert one_of("xyz", ["start", "end"]) == "Use one of: end, start."
    assert one_of("xyz", ["start", "end"], "Look it up.") == "Look it up."
    assert one_of("xyz", []) == "There are none yet."
