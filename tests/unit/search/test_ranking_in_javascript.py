"""lunr's own query, over the same terms, is what the browser's scores of texts are held against.

The two agree where only the texts count: titles and headings are empty. lunr counts every occurrence and knows each
length exactly, our index counts up to three and keeps lengths in steps of the square root of two around the average:
so no word stands more than three times here, and texts have half, once or twice the average length. lunr rounds each
term's score to three places; scores may differ by that much.
"""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

from js_modules import Modules
from lunr.builder import Builder
from lunr.query import Query
from search_documents import index_of

from handrail.search import analyzer

SCORES = """async ({ index, queries }) => {
  const { InvertedIndex } = await import("/search/inverted_index.js");
  const { lookUp, queryTermsOf } = await import("/search/query_terms.js");
  const { rank, weightInText } = await import("/search/ranking.js");
  const opened = await InvertedIndex.open(index, (address) => fetch(address));
  const { weights } = opened.manifest;
  const found = [];
  for (const query of queries) {
    const queryTerms = queryTermsOf(query, opened);
    await lookUp(queryTerms, opened);
    const rankings = rank(queryTerms, opened);
    found.push({
      weights: queryTerms.map((queryTerm) => [queryTerm.term, weightInText(queryTerm, weights)]),
      scores: rankings.map(({ article, score }) => [article, score]),
    });
  }
  return { ...weights.text, found };
}"""
RARE = ["wallet", "ledger", "token", "swap", "bridge", "钱包", "转账", "备份", "私钥", "矿工"]
FILLING = [f"x{letter}q" for letter in "abcdefghijklmnop"]


def texts() -> list[str]:
    """Texts of 16 terms, twice as many as of 64, and some of 32: so their average is 32."""
    random = Random(29)
    made = []
    for length in (*[16] * 24, *[64] * 12, *[32] * 12):
        words = [word for word in random.sample(RARE, random.randint(1, 3)) for _ in range(random.randint(1, 2))]
        text = "。".join(words)
        missing = length - len(analyzer.terms(text))
        filling = (FILLING * 6)[: max(0, missing)]
        made.append(" ".join([text, *filling]))
        assert len(analyzer.terms(made[-1])) == length
    random.shuffle(made)
    return made


def lunrs(texts: list[str], k1: float, b: float) -> Any:
    builder = Builder()
    builder.field("text")
    builder.k1(k1)
    builder.b(b)
    for number, text in enumerate(texts):
        builder.add({"id": str(number), "text": analyzer.terms(text)})
    return builder.build()


def ask_lunr(index: Any, weights: list[tuple[str, float]]) -> dict[int, float]:
    """lunr divides by the length of the question, taken as a vector; here that is undone."""

    def fill(query: Query) -> None:
        for term, weight in weights:
            query.term(term, boost=weight, use_pipeline=False)

    known = [weight for term, weight in weights if term in index.inverted_index]
    length = sum(weight**2 for weight in known) ** 0.5
    return {int(match["ref"]): match["score"] * length for match in index.query(callback=fill)}


def test_texts_are_scored_as_lunr_scores_them(modules: Modules) -> None:
    random = Random(31)
    queries = [" ".join(random.sample(RARE, random.randint(1, 4))) for _ in range(60)]
    queries += ["钱包转账", "备份私钥 token", "矿工 nowhere", *RARE]
    made = texts()
    answer = modules.evaluate(SCORES, {"index": modules.put_index(index_of(made)), "queries": queries})
    index = lunrs(made, answer["k1"], answer["b"])
    for query, found in zip(queries, answer["found"], strict=True):
        expected = ask_lunr(index, found["weights"])
        ours = dict(found["scores"])
        near = 0.0005 * sum(weight for _, weight in found["weights"]) + 1e-6
        assert ours.keys() == expected.keys(), query
        assert all(abs(ours[article] - expected[article]) <= near for article in ours), query
        order = [article for article, _ in found["scores"]]
        assert all(expected[one] >= expected[two] - 2 * near for one, two in pairwise(order)), query
    assert sum(len(found["scores"]) for found in answer["found"]) > 500
