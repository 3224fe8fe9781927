"""Which answer a reader sees of the two that a search box gets: that of the server, or that of the device."""

import pytest
from search_documents import index_of

ASK = """async ({ index, questions, together, found, own, isWeak, fails, secret }) => {
  globalThis.document ??= { getElementById: () => null, documentElement: { lang: "en" } };
  const { HostedEngine } = await import("/hosted_search/hosted_engine.js");
  const { open } = await import("/search/engine.js");
  const engine = await open(index);
  engine.search = async () => {
    if (own === "fails") throw new Error("no network");
    return { results: [{ id: own }], near: [], isWeak };
  };
  const sent = [];
  const files = globalThis.fetch;
  globalThis.fetch = async (address, { body, signal }) => {
    sent.push(JSON.parse(body).searches[0].q);
    if (fails === "silent") return new Promise((_, fail) => (signal.onabort = () => fail(signal.reason)));
    if (fails === "gone") throw new TypeError("Failed to fetch");
    const document = { article: "server", path: "en/server/", type: "lvl1", hierarchy: { lvl1: "Title" }, summary: "" };
    const hits = [{ document, text_match_info: { tokens_matched: found } }];
    return Response.json({ results: [{ grouped_hits: found ? [{ hits }] : [] }] });
  };
  const server = { host: "https://search.example", key: "k", parameters: {} };
  const box = new HostedEngine(engine, { server, emergency: "emergency" }, () => secret);
  const ids = [];
  const ask = async (question) => {
    const answer = await box.search(question).catch(() => ({ results: [{ id: "fails" }] }));
    ids.push(answer.results[0].id);
  };
  if (together) await Promise.all(questions.map(ask));
  else for (const question of questions) await ask(question);
  globalThis.fetch = files;
  return [ids, sent];
}"""
QUESTION = "lost phone pin"


@pytest.fixture
def ask(modules):
    def ask(questions=(QUESTION,), **case):
        known = {"index": modules.put_index(index_of(["text"])), "questions": questions, "found": 3, "own": "device"}
        return modules.evaluate(ASK, known | case)

    return ask


@pytest.mark.parametrize(
    ("case", "shown"),
    [
        ({}, "server"),
        ({"found": 2}, "server"),
        ({"found": 1}, "device"),
        ({"found": 0}, "device"),
        ({"own": "emergency"}, "emergency"),
        ({"isWeak": True}, "device"),
        ({"own": "fails"}, "server"),
        ({"own": "fails", "found": 1}, "fails"),
        ({"own": "fails", "fails": "gone"}, "fails"),
    ],
)
def test_the_server_answers_if_it_holds_half_of_the_question_and_the_device_sees_no_reason_against_it(ask, case, shown):
    assert ask(**case) == [[shown], [QUESTION]]


@pytest.mark.parametrize("fails", ["silent", "gone"])
def test_a_server_that_fails_is_asked_once_a_page(ask, fails):
    assert ask([QUESTION, "fees", "fees"], fails=fails) == [["device"] * 3, [QUESTION]]


def test_only_the_newest_question_is_sent(ask):
    ids, sent = ask(["lost", "lost phone", QUESTION], together=True)
    assert (sorted(ids), sent) == (["device", "device", "server"], [QUESTION])


def test_what_may_become_a_secret_and_what_is_long_is_not_sent(ask):
    assert ask(secret=True) == [["device"], []]
    assert ask([" ".join(f"word{number}" for number in range(41))]) == [["device"], []]
