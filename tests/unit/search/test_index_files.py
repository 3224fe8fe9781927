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


def folder_of(built: index_files.IndexFiles) -> str:
    """The folder that the entry file names."""
    return f"zh.{dict(built.files)[built.entry_file][: index_files.HASH].decode()}/"


def has_shards(built: index_files.IndexFiles) -> bool:
    """Whether shards are files of their own."""
    return any(path.endswith("/0.bin") for path, _ in built.files)


def test_a_small_site_has_one_index_and_one_file_of_texts() -> None:
    built = index_files.build("zh", [document(1), document(2)], [])
    assert built.entry_file == "zh.bin"
    assert [path for path, _ in built.files] == ["zh.bin", f"{folder_of(built)}0.json"]


def test_texts_are_what_readers_see() -> None:
    texts = json.loads(dict(index_files.build("zh", [document(1)], []).files).popitem()[1])
    parts = [["", "", "钱包 wallet"], ["转账", "transfer", "没有到账"]]
    assert texts == [["a1", "zh/a1/", "标题 1", "摘要", parts, {"en": ["en/a/", "A"]}, ""]]


def test_a_large_site_has_a_manifest_shards_and_files_of_texts() -> None:
    documents = [document(number, f"文章 {number} " + "钱包转账" * 400) for number in range(9)]
    built = index_files.build("zh", documents, [], "large")
    paths = [path for path, _ in built.files]
    assert built.entry_file == paths[0]
    assert {f"{folder_of(built)}{name}" for name in ("0.bin", "0.json", "1.json")} <= set(paths)


def test_long_texts_of_a_small_site_are_several_files() -> None:
    documents = [document(number, "转账" * 1000) for number in range(6)]
    built = index_files.build("zh", documents, [])
    assert [path for path, _ in built.files[1:]] == [f"{folder_of(built)}{number}.json" for number in range(3)]
    texts = [article for path, data in built.files[1:] for article in json.loads(data)]
    assert [article[0] for article in texts] == [f"a{number}" for number in range(6)]


def test_the_layout_follows_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = [document(1)], [document(number) for number in range(index_files.MIN_LARGE)]
    assert len(index_files.build("zh", few, []).files) == 2
    assert has_shards(index_files.build("zh", many, []))
    assert not has_shards(index_files.build("zh", many, [], "small"))
    monkeypatch.setattr(index_files, "MAX_SMALL", 1000)
    assert has_shards(index_files.build("zh", few, []))


def test_only_an_index_that_no_browser_loads_whole_has_pinyin_initials(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    with_initials = index_files.inverted_index.with_initials

    def noted(index: InvertedIndex) -> InvertedIndex:
        asked.append(index_files.MAX_COMPLETE)
        return with_initials(index)

    monkeypatch.setattr(index_files.inverted_index, "with_initials", noted)
    monkeypatch.setattr(index_files, "MAX_SMALL", 1000)
    for most in (index_files.MAX_COMPLETE, 1000):
        monkeypatch.setattr(index_files, "MAX_COMPLETE", most)
        index_files.build("zh", [document(1)], [])
    assert asked == [1000]


def test_the_same_articles_make_the_same_bytes_and_other_ones_another_folder() -> None:
    one, again, other = (index_files.build("zh", [document(number)], []) for number in (1, 1, 2))
    assert one == again
    assert one.entry_file == other.entry_file
    assert folder_of(one) != folder_of(other)


def test_a_language_without_articles_has_an_index() -> None:
    assert len(index_files.build("zh", [], []).files) == 2
    assert len(index_files.build("zh", [], [], "large").files) == 2


def test_shards_are_near_the_size_they_should_have() -> None:
    characters = [chr(point) for point in range(0x4E00, 0x5A00)]
    documents = [document(number, "".join(characters[number * 9 : number * 9 + 90])) for number in range(180)]
    built = index_files.build("zh", documents, [], "large")
    sizes = [len(data) for path, data in built.files if path.endswith(".bin")][1:]
    assert len(sizes) > 3
    assert max(sizes) < 4096 * 2
