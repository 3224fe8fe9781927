"""scripts/evaluate_search.py measures what a browser finds, on any documents."""

import json
import subprocess
import sys

import pytest
from built_site import ROOT

KEYS = (
    *("documents", "queries", "success@1", "success@3", "success@10", "mrr@10", "zero_result_rate"),
    *("query_ms_median", "query_ms_p95", "build_seconds", "index_bytes", "index_bytes_gzip", "engine_bytes_gzip"),
    *("first_result_bytes", "first_result_requests"),
)

DOCUMENTS = [
    {"id": "a", "lang": "zh", "title": "忘记密码", "text": "重设密码要用助记词。"},
    {"id": "b", "lang": "zh-Hant", "title": "轉賬", "text": "轉賬沒有到賬怎麼辦。"},
    {
        "id": "c",
        "lang": "en",
        "title": "Fees",
        "text": "",
        "sections": [{"h": "Gas", "level": 2, "text": "Pay the miner."}],
    },
]
QUERIES = [
    {"qid": "1", "lang": "zh", "text": "转账没到账", "relevant": ["b"]},
    {"qid": "2", "lang": "zh-Hant", "text": "忘記密碼", "relevant": ["a"]},
    {"qid": "3", "lang": "zh", "text": "pay the miner", "relevant": ["c"]},
    {"qid": "4", "lang": "fr", "text": "xyzzy", "relevant": ["c"]},
]


def lines(path, values):
    path.write_text("\n".join(json.dumps(value, ensure_ascii=False) for value in values), "utf-8")
    return path


def evaluate(documents, queries, *options):
    command = [sys.executable, ROOT / "scripts/evaluate_search.py", "--documents", documents, "--queries", queries]
    return subprocess.run([*command, *options], capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("layout", ["small", "large"])
def test_it_prints_one_object_with_every_number(tmp_path, layout):
    documents, queries = lines(tmp_path / "d.jsonl", DOCUMENTS), lines(tmp_path / "q.jsonl", QUERIES)
    done = evaluate(documents, queries, "--format", "json", "--layout", layout)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert tuple(report) == KEYS
    assert (report["documents"], report["queries"]) == (3, 4)
    assert (report["success@1"], report["zero_result_rate"]) == (0.75, 0.25)
    assert report["first_result_requests"] <= 8


def test_a_mistake_in_a_file_is_named_by_its_line(tmp_path):
    documents = lines(tmp_path / "d.jsonl", [DOCUMENTS[0], {"id": "x"}])
    done = evaluate(documents, lines(tmp_path / "q.jsonl", QUERIES))
    assert done.returncode == 1
    assert "d.jsonl:2: no key 'lang'. Add it." in done.stderr
