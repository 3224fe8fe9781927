"""What is exported: records in the shape that DocSearch documents, and settings that name the fields they have."""

from __future__ import annotations

import json

from search_documents import article

from handrail.search.document import Document, Section
from handrail.search_export import cut_terms
from handrail.search_export.files import files
from handrail.search_export.records import FIELDS, records

SITE = "https://help.example/"
GLOSSARY = [["助记词", "recovery phrase"], ["PIN", "密码"]]
LOST = Document(
    "lost-phone",
    "zh/start/lost-phone/",
    "zh",
    "手机丢了",
    "用助记词恢复。",
    ("手机被偷怎么办",),
    (
        Section(1, "", "", "先别急。"),
        Section(2, "恢复", "restore", "打开新手机。"),
        Section(3, "没有助记词", "none", ""),
        Section(2, "C++ 与 wallets", "cpp", "说明"),
    ),
    category="start",
)


def exported() -> list[dict[str, object]]:
    return list(records([LOST], "zh-Hans", SITE, {"start": "开始"}))


def test_an_article_has_a_record_and_each_section_has_one() -> None:
    whole, first, restore, none, _ = exported()
    assert whole["objectID"] == whole["id"] == "zh-Hans-lost-phone-0"
    assert [record["type"] for record in exported()] == ["lvl1", "content", "content", "lvl3", "content"]
    assert whole["hierarchy"] == {"lvl0": "开始", "lvl1": "手机丢了", **{f"lvl{level}": None for level in range(2, 7)}}
    assert (whole["url"], whole["anchor"], whole["content"]) == (f"{SITE}zh/start/lost-phone/", None, LOST.summary)
    assert first["url"] == first["url_without_anchor"]
    assert (restore["url"], restore["content"]) == (f"{SITE}zh/start/lost-phone/#restore", "打开新手机。")
    assert (none["anchor"], none["content"], none["lang"]) == ("none", None, "zh-Hans")


def test_a_section_stands_below_the_headings_above_it_and_no_others() -> None:
    below = [list(record["hierarchy"].values())[2:5] for record in exported()]  # type: ignore[attr-defined]
    nothing, first, last = [None] * 3, ["恢复", None, None], ["C++ 与 wallets", None, None]
    assert below == [nothing, nothing, first, ["恢复", "没有助记词", None], last]


def test_a_level_that_is_left_out_has_no_heading() -> None:
    document = Document("a", "en/a/", "en", "A", sections=(Section(3, "Deep", "deep", "Text"),))
    assert list(list(records([document], "en", "", {}))[1]["hierarchy"].values())[1:4] == ["A", None, "Deep"]


def test_the_fields_to_search_are_cut_by_our_own_analyzer() -> None:
    whole, *_, last = exported()
    assert whole["terms_title"] == "手 手机 机 机丢 丢 丢了 了"
    assert last["terms_heading"] == "c++ 与 wallet"
    assert {"shouji", "shoujidiu", "sjd"} <= set(str(whole["pronunciation"]).split())
    assert all(set(FIELDS) & {name for name in record if name.startswith("terms")} for record in exported())


def test_a_question_is_cut_into_pairs_and_a_character_that_stands_alone() -> None:
    assert cut_terms.query("助记词 wallets 币 a ab") == "助记 记词 wallet 币 a ab"


def test_the_settings_of_each_server_name_the_fields_of_the_records_and_the_words_of_the_glossary() -> None:
    made = files(exported(), ["zh"], GLOSSARY, "help")
    lines = [json.loads(line) for line in made["records.jsonl"].splitlines()]
    assert lines == exported()
    settings = {path: json.loads(text) for path, text in made.items() if path.endswith(".json")}
    known = set().union(*lines)
    schema = settings["typesense/collection.json"]
    assert schema["name"] == settings["typesense/search.json"]["collection"] == "help"
    assert {field["name"].partition(".")[0] for field in schema["fields"]} <= known
    assert settings["typesense/search.json"]["query_by"].split(",") == list(FIELDS)
    assert set(settings["typesense/search.json"]["include_fields"].split(",")) <= known
    assert settings["typesense/synonyms.json"]["group-1"] == {"synonyms": ["助记 记词", "recoveri phrase"]}
    meilisearch = settings["meilisearch/settings.json"]
    assert meilisearch["searchableAttributes"][0] == "terms_questions"
    assert meilisearch["synonyms"]["助记 记词"] == ["recoveri phrase"]
    assert "怎么" in meilisearch["stopWords"]
    index = settings["opensearch/index.json"]
    glossary = index["settings"]["analysis"]["filter"]["glossary"]
    assert glossary["synonyms"] == ["助记 记词, recoveri phrase", "pin, 密码"]
    assert set(FIELDS) < set(index["mappings"]["properties"]) <= known
    template = settings["opensearch/search.json"]["script"]["source"]["query"]["bool"]["must"]["multi_match"]
    assert {field.partition("^")[0] for field in template["fields"]} == set(FIELDS)


def test_an_article_without_a_category_has_none_above_it() -> None:
    (record,) = records([article("en", "a", "A", {})], "en", SITE, {"start": "Start"})
    assert record["hierarchy"]["lvl0"] is None
