"""What readers of a wallet ask goes to a search server whole, but for what may be the beginning of a secret."""

import pytest
import yaml
from built_site import ROOT
from hosted_questions import HELD, terms_of_records, terms_sent


@pytest.fixture(scope="module")
def queries():
    texts = [yaml.safe_load((ROOT / f"tests/queries/{name}.yml").read_text("utf-8")) for name in ("zh", "en")]
    return [one["query"] for queries in texts for one in queries]


def test_questions_are_cut_as_the_records_are_without_stop_words(modules, queries):
    assert terms_sent(modules, queries) == terms_of_records(queries)


def test_nearly_all_questions_are_sent(modules, queries):
    held = modules.evaluate(HELD, queries)
    assert len(held) <= 0.06 * len(queries), held
