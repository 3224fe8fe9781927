"""FORMAT.md says of an index what the code writes."""

from __future__ import annotations

import re
from pathlib import Path

from handrail.search import index_files, inverted_index, manifest, pronunciation, shards
from handrail.search.document import Document, Section

FORMAT = Path(shards.__file__).with_name("FORMAT.md").read_text("utf-8")
EXAMPLE = FORMAT.partition("## Worked example")[2]


def test_the_worked_example_is_what_the_build_writes() -> None:
    [(first_title, first_text), (second_title, second_text)] = re.findall(
        r"titled `(.+?)`,\s+with the\s+text `(.+?)`", EXAMPLE
    )
    documents = [
        Document("a", "zh/a/", "zh", first_title, sections=(Section(1, "", "", first_text),)),
        Document("b", "zh/b/", "zh", second_title, sections=(Section(1, "", "", second_text),)),
    ]
    index = inverted_index.build(documents)
    _, [shard] = shards.shards(index, pronunciation.pronunciation(index), {})
    bits = "".join(re.findall(r"^\| `([01]+)` \|", EXAMPLE, re.MULTILINE))
    assert int(bits, 2).to_bytes(len(bits) // 8, "big") == shard.data
    assert f"`{shard.data.hex(' ')}`" in EXAMPLE


def test_the_numbers_in_it_are_those_of_the_code() -> None:
    assert f"Version {manifest.VERSION}." in FORMAT
    assert (
        f"manifest and shards up to {index_files.MAX_SMALL:,} bytes, texts up to {index_files.MAX_ONE_TEXT:,}" in FORMAT
    )
    assert f"from {index_files.MIN_LARGE} articles on" in FORMAT
    assert f"{inverted_index.MAX_SHORT_FIELDS} at most" in FORMAT
