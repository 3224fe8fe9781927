"""Asks the contact form which articles are nearest to what somebody describes."""

NEAR = """async ([articles, glossary, queries]) => {
  const { articleMatcher } = await import("/contact/suggestions.js");
  const nearest = articleMatcher(articles, glossary);
  return queries.map((query) => nearest(query, "").map(({ id }) => id));
}"""
"""From articles, a glossary and queries to the ids of the nearest articles of each."""
