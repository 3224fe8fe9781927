"""What the browser makes of a question before it asks a search server."""

from __future__ import annotations

from collections.abc import Sequence

from js_modules import Modules
from search_documents import index_of

from handrail.search.stop_words import stop_words
from handrail.search_export import cut_terms

TERMS = """async ({ questions, index }) => {
  const { termsOf } = await import("/hosted_search/query.js");
  const { open } = await import("/search/engine.js");
  const { index: { manifest } } = await open(index);
  return questions.map((question) => termsOf(question, manifest));
}"""
"""The terms that it sends, of each question."""
HELD = """async (questions) => {
  const { mayBecomeSecret } = await import("/hosted_search/unfinished_secret.js");
  return questions.filter(mayBecomeSecret);
}"""
"""Those of the questions that it keeps to itself."""


def terms_sent(modules: Modules, queries: Sequence[str]) -> list[list[str]]:
    """What the browser cuts each query into for a search server."""
    index = modules.put_index(index_of(["".join(queries)]))
    terms: list[list[str]] = modules.evaluate(TERMS, {"questions": queries, "index": index})
    return terms


def terms_of_records(queries: Sequence[str]) -> list[list[str]]:
    """What the export would cut each query into, without stop words, unless it has nothing else."""
    common = set(cut_terms.query(stop_words("zh")).split())
    cut = [list(dict.fromkeys(cut_terms.query(query).split())) for query in queries]
    return [[term for term in terms if term not in common] or terms for terms in cut]
