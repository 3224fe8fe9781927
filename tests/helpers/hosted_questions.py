"""What the browser makes of a question before it asks a search server."""

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
