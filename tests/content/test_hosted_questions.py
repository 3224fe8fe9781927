"""What readers of a wallet ask goes to a search server whole, but for what may be the beginning of a secret."""

import pytest
import yaml
from built_site import ROOT
from hosted_questions import HELD, TERMS
from search_documents import index_of

from handrail.search.stop_words import stop_words
from handrail.search_export import cut_terms


@pytest.fixture(scope="module")
def queries():
    texts = [yaml.safe_load((ROOT / f"tests/queries/{name}.yml").read_text("utf-8")) for name in ("zh", "en")]
    return [one["query"] for queries in texts for one in queries]


def test_questions_are_cut_as_the_records_are_without_stop_words(modules, queries):
    index = modules.put_index(index_of(["".join(queries)]))
    common = set(cut_terms.query(stop_words("zh")).split())
    cut = [list(dict.fromkeys(cut_terms.query(query).split())) for query in queries]
    expected = [[term for term in terms if term not in common] or terms for terms in cut]
    assert modules.evaluate(TERMS, {"questions": queries, "index": index}) == expected


def test_nearly_all_questions_are_sent(modules, queries):
    held = modules.evaluate(HELD, queries)
    assert len(held) <= 0.06 * len(queries), held
