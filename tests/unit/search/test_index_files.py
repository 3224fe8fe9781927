"""The files of an index."""

import json

import pytest

from handrail.search import index_files
from handrail.search.document import Document, Section
from handrail.search.inverted_index import InvertedIndex


def document(number: int, text: str = "钱包 wallet") -> Document:
    sections = (Section(1, "", "", text), Section(2, "转账", "transfer", "没有到账"))
    return Document(
        f"a{number}", f"zh/a{number}/", "zh", f"标题 {number}", "摘要", ("怎么办",), sections, {"en": ("en/a/", "A")}
    )


def test_a_small_site_has_one_index_and_one_file_of_texts() -> None:
    built = index_files.build("zh", [document(1), document(2)], [])
    name = built.entry_file.removesuffix(".bin")
    assert [path for path, _ in built.files] == [f"{name}.bin", f"{name}.json"]
    assert name.startswith("zh.")


def test_texts_are_what_readers_see() -> None:
    texts = json.loads(dict(index_files.build("zh", [document(1)], []).files).popitem()[1])
    parts = [["", "", "钱包 wallet"], ["转账", "transfer", "没有到账"]]
    assert texts == [["a1", "zh/a1/", "标题 1", "摘要", parts, {"en": ["en/a/", "A"]}, ""]]


def test_a_large_site_has_a_manifest_shards_and_files_of_texts() -> None:
    documents = [document(number, f"文章 {number} " + "钱包转账" * 400) for number in range(9)]
    built = index_files.build("zh", documents, [], "large")
    paths = [path for path, _ in built.files]
    assert built.entry_file == paths[0]
    assert built.entry_file.endswith("/index.bin")
    folder = built.entry_file.removesuffix("index.bin")
    assert {f"{folder}{name}" for name in ("0.bin", "0.json", "1.json")} <= set(paths)


def test_long_texts_of_a_small_site_are_several_files() -> None:
    documents = [document(number, "转账" * 1000) for number in range(6)]
    built = index_files.build("zh", documents, [])
    folder = built.entry_file.removesuffix("whole.bin")
    names = ("whole.bin", "0.json", "1.json", "2.json")
    assert [path for path, _ in built.files] == [f"{folder}{name}" for name in names]
    texts = [article for path, data in built.files[1:] for article in json.loads(data)]
    assert [article[0] for article in texts] == [f"a{number}" for number in range(6)]


def test_the_layout_follows_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = [document(1)], [document(number) for number in range(index_files.MIN_LARGE)]
    assert len(index_files.build("zh", few, []).files) == 2
    assert index_files.build("zh", many, []).entry_file.endswith("/index.bin")
    assert index_files.build("zh", many, [], "small").entry_file.endswith("/whole.bin")
    monkeypatch.setattr(index_files, "MAX_SMALL", 1000)
    assert index_files.build("zh", few, []).entry_file.endswith("/index.bin")


def test_only_an_index_that_no_browser_loads_whole_has_pinyin_initials(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    build = index_files.inverted_index.build

    def noted(documents: list[Document], with_initials: bool) -> InvertedIndex:
        asked.append(with_initials)
        return build(documents, with_initials)

    monkeypatch.setattr(index_files.inverted_index, "build", noted)
    monkeypatch.setattr(index_files, "MAX_SMALL", 1000)
    for most in (index_files.MAX_COMPLETE, 1000):
        monkeypatch.setattr(index_files, "MAX_COMPLETE", most)
        index_files.build("zh", [document(1)], [])
    assert asked == [False, False, False, True]


def test_the_same_articles_make_the_same_bytes_and_other_ones_another_name() -> None:
    one, again, other = (index_files.build("zh", [document(number)], []) for number in (1, 1, 2))
    assert one == again
    assert one.entry_file != other.entry_file


def test_a_language_without_articles_has_an_index() -> None:
    assert len(index_files.build("zh", [], []).files) == 2
    assert index_files.build("zh", [], [], "large").entry_file.endswith("/index.bin")


def test_shards_are_near_the_size_they_should_have() -> None:
    characters = [chr(point) for point in range(0x4E00, 0x5A00)]
    documents = [document(number, "".join(characters[number * 9 : number * 9 + 90])) for number in range(180)]
    built = index_files.build("zh", documents, [], "large")
    sizes = [len(data) for path, data in built.files if path.endswith(".bin")][1:]
    assert len(sizes) > 3
    assert max(sizes) < 4096 * 2
