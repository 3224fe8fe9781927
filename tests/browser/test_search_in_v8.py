"""The search that `scripts/check.py` asks without a browser answers as a browser does."""

import sys
from pathlib import Path

import pytest
from built_site import CONFIGS, ROOT

sys.path.append(str(ROOT / "scripts"))

ASK = """async (questions) => {
  const settings = JSON.parse(document.getElementById("search-settings").textContent);
  const address = (path) => new URL(settings.root + path, location.href).href;
  const { open } = await import(address(settings.engine));
  const others = settings.others.map(({ language, url }) => ({ language, url: address(url) }));
  const engine = await open(address(settings.index), { others });
  const found = [];
  for (const question of questions) {
    const { results } = await engine.search(question, { limit: 6 });
    found.push(results.map(({ id }) => id));
  }
  return found;
}"""

ODD = ["", " ", "的", "a", "\U0001f511", "é́", "zjc", "qianbao", "０x１２", "x" * 300, "\ud83d\udd11 key", "钱包" * 200]
"""What nobody is led anywhere by, and what is read in a way of its own."""


SOME = 4
"""Of how many questions one is asked: each way of searching comes up many times all the same."""


def promised(config: Path) -> dict[str, list[str]]:
    """Some of what search is expected to answer, by language: not asked yet."""
    from handrail.checks import findability
    from handrail.commands.load_context import load_context

    found: dict[str, list[str]] = {}
    read = load_context(config)
    assert read.center
    editions = {code: edition.articles.values() for code, edition in read.center.editions.items()}
    for expectation in findability.expectations(editions, read.queries, read.center.guides.values()):
        found.setdefault(expectation.language, []).append(expectation.text)
    for queries in read.queries:
        found[queries.language] += [query.query for query in queries.queries]
    return {language: [*list(dict.fromkeys(texts))[::SOME], *ODD] for language, texts in found.items()}


@pytest.mark.parametrize("name", ["bitpie", "lamplight", "three_languages"])
def test_it_answers_as_the_browser_does(serve, browser, tmp_path, name):
    from handrail.search_runner.runner import Searcher

    questions = promised(CONFIGS[name])
    answers = Searcher(CONFIGS[name], tmp_path / "answers.json")(questions)
    site = serve(name)
    asked = 0
    for language, texts in questions.items():
        page = browser.new_page()
        page.goto(f"{site.url}{language}/")
        found = page.evaluate(ASK, texts)
        page.close()
        assert dict(zip(texts, answers[language], strict=True)) == dict(zip(texts, found, strict=True)), language
        asked += sum(bool(ids) for ids in found)
    assert asked > len(questions) * (100 if name == "bitpie" else 1)
