"""What the engine answers, asked over small sites of its own."""

import math
import random
from collections import Counter
from dataclasses import replace

import pytest
from js_modules import Modules
from lunr.builder import Builder

from handrail.search import analyzer, index_files, pinyin
from handrail.search.document import Document, Section

ASK = """async ({ entrances, language, query, options }) => {
  const { open } = await import("/search/engine.js");
  const others = Object.entries(entrances).filter(([code]) => code !== language);
  globalThis.engines ??= {};
  engines[language] ??= await open(entrances[language], {
    others: others.map(([code, url]) => ({ language: code, url })),
  });
  globalThis.engine = engines[language];
  return engine.search(query, options);
}"""
RANK = """async (query) => {
  const [{ rank }, { lookUp, queryTermsOf }] = await Promise.all(
    ["ranking", "query_terms"].map((name) => import(`/search/${name}.js`)),
  );
  const { index } = engine;
  const text = { k1: 1.2, b: 0, word: 1, character: 1 };
  index.manifest.weights = { ...index.manifest.weights, text, coverage: [0, 0, 0], proximity: 0 };
  const queryTerms = queryTermsOf(query, index);
  await lookUp(queryTerms, index);
  return rank(queryTerms, index).map(({ article, score }) => [article, score]);
}"""


class Search:
    """An engine in a Node of its own, over an index of each language."""

    def __init__(self, modules, indexes, glossary=(), layout_name="auto"):
        built = {code: index_files.build(code, entries, glossary, layout_name) for code, entries in indexes.items()}
        self.modules = modules
        self.entrances = {code: modules.put_index(one) for code, one in built.items()}

    def fail(self, failing):
        self.modules.evaluate("(failing) => { globalThis.failing = failing; }", failing)

    def ask(self, query, language="zh", **options):
        known = {"entrances": self.entrances, "language": language, "query": query, "options": options}
        return self.modules.evaluate(ASK, known)

    def ids(self, query, language="zh"):
        return [result["id"] for result in self.ask(query, language)["results"]]


def entry(id, title, text="", language="zh", questions=(), headings=(), counterparts=None):
    sections = [
        Section(1, "", "", text),
        *(Section(2, heading, f"h{n}", body) for n, (heading, body) in enumerate(headings)),
    ]
    return Document(
        id, f"{language}/{id}/", language, title, f"{title}.", tuple(questions), tuple(sections), counterparts or {}
    )


CHINESE = [
    entry("phrase", "助记词丢了怎么办", "没有助记词，谁也不能恢复钱包。", headings=[("到哪里找", "翻一翻写过的纸。")]),
    entry(
        "login", "无法登录账户", "登录时提示密码错误。", questions=["登不上去"], headings=[("重设密码", "换一个密码。")]
    ),
    entry(
        "arrive",
        "转账没有到账",
        "在区块浏览器里查交易哈希。手续费 gas 不够会失败。",
        counterparts={"en": ("en/arrive/", "Not arrived")},
    ),
    entry("bank", "银行卡提现", "提现到银行卡要一天。"),
    entry("traditional", "錢包備份", "請把錢包備份抄在紙上。"),
]
ENGLISH = [
    entry(
        "arrive",
        "Transfer not arrived",
        "Look up the transaction hash.",
        "en",
        counterparts={"zh": ("zh/arrive/", "转账没有到账")},
    ),
    entry("update", "Update the application", "Install the newest version of the application.", "en"),
    entry("restore", "Restore a wallet", "Type the recovery phrase.", "en"),
]
GLOSSARY = [["助记词", "seed phrase"], ["手续费", "矿工费", "network fee"]]


@pytest.fixture
def search(modules):
    return lambda *args: Search(modules, *args)


@pytest.fixture(scope="module", params=["small", "large"])
def bilingual(request, tmp_path_factory):
    """A site in two languages, in either layout, for whoever does not count requests."""
    with Modules(tmp_path_factory.mktemp("modules")) as modules:
        yield Search(modules, {"zh": CHINESE, "en": ENGLISH}, GLOSSARY, request.param)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("助记词", "phrase"),
        ("我的助记词不见了", "phrase"),
        ("登陆", "login"),
        ("无法登陆帐户", "login"),
        ("zhujici", "phrase"),
        ("zhu ji ci", "phrase"),
        ("denglu", "login"),
        ("yinhangka", "bank"),
        ("轉賬沒有到賬", "arrive"),
        ("钱包备份", "traditional"),
        ("gas费", "arrive"),
        ("seed phrase 丢了", "phrase"),
        ("network fee", "arrive"),
        ("ｇａｓ", "arrive"),
        ("交易哈希", "arrive"),
    ],
)
def test_a_chinese_reader_finds(bilingual, query, first):
    assert bilingual.ids(query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("wallets", "restore"),
        ("aplication", "update"),
        ("instal", "update"),
        ("recvoery phrase", "restore"),
        ("tran", "arrive"),
    ],
)
def test_an_english_reader_finds(bilingual, query, first):
    assert bilingual.ids(query, "en")[0] == first


TITLES = [
    *("Log out everywhere", "Set up the receiver", "Sign in with a code", "Connect to Wi-Fi", "Choose a user name"),
    *("Plug-in for shops", "Pop-up blocked", "Pre-paid card", "Real-time rates", "Time-out of a payment"),
    *("Backup of keys", "QR-code scan", "The lock-screen sign", "Send 1,000,000 at once", "Only 2500000 are left"),
    *("The max retry count", "Layout of the page"),
]


@pytest.fixture(scope="module", params=["small", "large"])
def compounds(request, tmp_path_factory):
    with Modules(tmp_path_factory.mktemp("modules")) as modules:
        indexes = {"en": [entry(title, title, "", "en") for title in TITLES]}
        yield Search(modules, indexes, (), request.param)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        *(
            ("logout", "Log out"),
            ("setup", "Set up"),
            ("signin", "Sign in"),
            ("wifi", "Connect"),
            ("username", "Choose"),
        ),
        *(("plugin", "Plug-in"), ("popup", "Pop-up"), ("prepaid", "Pre-paid"), ("realtime", "Real-time")),
        *(("timeout", "Time-out"), ("back up", "Backup"), ("qrcode", "QR-code"), ("lockscreen", "The lock-screen")),
        *(("1000000", "Send"), ("2,500,000", "Only"), ("1,000,000", "Send")),
    ],
)
def test_words_are_found_together_and_apart(compounds, query, first):
    assert compounds.ids(query, "en")[0].startswith(first)


def test_a_name_of_code_is_found_by_its_words(search):
    small = search({"en": [entry(title, title, "", "en") for title in TITLES]})
    assert small.ids("maxRetryCount", "en")[0] == "The max retry count"


def test_a_pasted_error_is_found_by_its_telling_line(search):
    numbers = random.Random(6)
    trace = " ".join("".join(numbers.choices("bcdfghjklmnpqrstvwxz", k=8)) for _ in range(70))
    articles = [
        entry("nonce", "Nonce too low", "The nonce was used before.", "en"),
        entry("fee", "Fees", "What it is.", "en"),
    ]
    small = search({"en": articles})
    assert small.ids(f"{trace}\nerror: nonce too low\n{trace}", "en") == ["nonce"]


def test_an_article_is_found_by_what_links_in_others_call_it(search):
    called = replace(entry("pin", "Unlock code", "", "en"), link_texts=("forgotten your passcode",))
    small = search({"en": [entry("passcode", "Settings", "Your passcode, and others.", "en"), called]})
    assert small.ids("forgotten passcode", "en") == ["pin", "passcode"]


def chinese_site(tmp_path_factory, layout_name):
    """Enough articles that their language is known to be Chinese."""
    common = sorted(pinyin.common())
    filling = [entry(f"a{number}", "".join(common[number * 7 : number * 7 + 6])) for number in range(60)]
    english = [entry("person", "Talk to a human", "", "en")]
    with Modules(tmp_path_factory.mktemp("modules")) as modules:
        yield Search(modules, {"zh": [*CHINESE, *filling, entry("slow", "呼慢")], "en": english}, (), layout_name)


@pytest.fixture(scope="module", params=["small", "large"])
def chinese(request, tmp_path_factory):
    yield from chinese_site(tmp_path_factory, request.param)


@pytest.fixture(scope="module")
def small_chinese(tmp_path_factory):
    yield from chinese_site(tmp_path_factory, "small")


@pytest.mark.parametrize(
    ("query", "first"),
    [("zhujici", "phrase"), ("yinhangka", "bank"), ("zjc", "phrase"), ("yhktx", "bank"), ("hu man", "slow")],
)
def test_pinyin_finds(chinese, query, first):
    assert chinese.ids(query)[0] == first


def test_what_is_a_word_of_another_language_is_that_before_it_is_pinyin(chinese):
    assert chinese.ids("human")[0] == "person"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("zhujic", "phrase"),
        ("zhuj", "phrase"),
        ("yinhangk", "bank"),
        ("yinha", "bank"),
        ("dengl", "login"),
        ("zhjici", "phrase"),
        ("zhujuci", "phrase"),
        ("zhujcii", "phrase"),
        ("zhujicii", "phrase"),
    ],
)
def test_pinyin_that_is_unfinished_or_has_a_wrong_letter_finds_in_a_small_index(small_chinese, query, first):
    assert small_chinese.ids(query)[0] == first


def test_pinyin_that_stands_for_many_words_means_the_common_one(search):
    common = sorted(pinyin.common())
    filling = [entry(f"a{number}", "".join(common[number * 7 : number * 7 + 6])) for number in range(60)]
    about_transfers = [entry(f"t{number}", "转账了") for number in range(1, 4)]
    small = search({"zh": [entry("theft", "转走了"), *about_transfers, *filling]})
    assert small.ids("zhuanz")[-1] == "theft"


def test_short_words_are_not_taken_for_others_that_begin_otherwise(search):
    small = search({"en": [entry("look", "Look at the price", "", "en"), entry("send", "Send coins", "", "en")]})
    assert small.ids("cook rice", "en") == []
    assert small.ids("sned", "en") == ["send"]


def test_what_another_language_found_is_shown_in_the_reader_s_own(bilingual):
    result = bilingual.ask("transaction arrived")["results"][0]
    assert (result["id"], result["url"], result["title"]) == ("arrive", "zh/arrive/", "转账没有到账")
    assert result["language"] == "zh"
    assert result["via"] == {"language": "en", "title": "Transfer not arrived", "titleMarks": [[13, 20]]}


def test_what_is_only_in_another_language_leads_there(bilingual):
    result = bilingual.ask("update application")["results"][0]
    assert (result["url"], result["language"], result["via"]["language"]) == ("en/update/", "en", "en")


def test_another_language_is_not_fetched_where_the_reader_s_own_knows_the_words(search):
    both = search({"zh": CHINESE, "en": ENGLISH})
    both.ask("助记词丢了")
    assert not [name for name in both.modules.fetched if name.startswith("en.")]


def test_marks_are_in_the_text_s_own_form(bilingual):
    result = bilingual.ask("钱包备份")["results"][0]
    assert [result["title"][start:end] for start, end in result["titleMarks"]] == ["錢包備份"]
    section = result["sections"][0]
    assert [section["teaser"][start:end] for start, end in section["teaserMarks"]] == ["錢包備份"]


def test_the_best_section_stands_under_the_article_with_its_anchor(bilingual):
    result = bilingual.ask("重设密码")["results"][0]
    section = result["sections"][0]
    assert (section["heading"], section["anchor"], section["headingMarks"]) == ("重设密码", "h0", [[0, 4]])


def test_nothing_fits_says_so(bilingual):
    answer = bilingual.ask("qqqq vvvv")
    assert answer["results"] == []


@pytest.mark.parametrize(
    ("query", "is_weak"),
    [("助记词丢了怎么办", False), ("转账", False), ("周末北京天气预报交易所", True), ("qqqq vvvv", False)],
)
def test_an_answer_that_holds_little_of_the_question_is_called_weak(bilingual, query, is_weak):
    assert bilingual.ask(query)["isWeak"] is is_weak


@pytest.mark.parametrize("query", ["", "  ", "。？！", "\0\u0007", "😱", "constructor", "__proto__", "\\", "-"])
def test_no_word_has_no_results(bilingual, query):
    assert bilingual.ask(query)["results"] == []


def test_any_text_has_an_answer_soon(bilingual):
    numbers = random.Random(3)
    texts = ["助记词" * 4000, "wallet " * 2000, "a" * 10_000, "zhujici" * 1500, "gas费" * 2500]
    texts += [
        "".join(
            chr(numbers.choice((numbers.randrange(0xD800), numbers.randrange(0xE000, 0x110000)))) for _ in range(300)
        )
    ]
    for text in texts:
        bilingual.ask(text)
    assert bilingual.ids("助记词")[0] == "phrase"


def test_half_a_character_is_no_mistake(bilingual):
    bilingual.ask("助")
    script = "async () => (await engine.search('\\ud800助记词\\udc00')).results.length"
    assert bilingual.modules.evaluate(script) > 0


def test_the_limit_holds(search):
    found = search({"zh": [entry(f"a{number}", f"钱包 {number}") for number in range(30)]}).ask("钱包", limit=4)
    assert len(found["results"]) == 4


def test_a_small_site_asks_the_network_twice_and_never_again(search):
    small = search({"zh": CHINESE})
    for query in ("助记词", "登陆", "gas", "银行"):
        small.ask(query)
    assert len(small.modules.fetched) == 2


@pytest.mark.parametrize("layout_name", ["small", "large"])
def test_what_failed_is_fetched_again(search, layout_name):
    bilingual = search({"zh": CHINESE, "en": ENGLISH}, (), layout_name)
    bilingual.fail(True)
    assert "503" in bilingual.modules.evaluate(
        "async (url) => (await import('/search/engine.js')).open(url).catch((error) => error.message)",
        bilingual.entrances["zh"],
    )
    bilingual.fail(False)
    assert bilingual.ids("助记词")[0] == "phrase"
    bilingual.fail(True)
    failed = bilingual.modules.evaluate("() => engine.search('unheard of words').catch((error) => error.message)")
    assert "503" in failed
    bilingual.fail(False)
    assert bilingual.ids("transaction hash")[0] == "arrive"


def test_a_large_site_shows_its_best_article_early(search):
    numbers = random.Random(4)
    characters = [chr(point) for point in range(0x4E00, 0x6E00)]
    texts = ["".join(numbers.choices(characters, k=600)) for _ in range(60)]
    large = search({"zh": [entry(f"a{number}", text[:9], text) for number, text in enumerate(texts)]}, (), "large")
    large.ask("")
    script = """async (query) => {
      const before = [];
      const answer = await engine.search(query, { first: ({ id }) => before.push(id) });
      return [before, answer.results[0].id];
    }"""
    before = len(large.modules.fetched)
    assert large.modules.evaluate(script, texts[7][100:130]) == [["a7"], "a7"]
    assert len([name for name in large.modules.fetched[before:] if name.endswith(".bin")]) <= 12


def test_articles_rank_as_lunr_ranks_them_where_all_else_is_off(search):
    """The scores of lunr's own index over the same terms, up to one factor."""
    numbers = random.Random(9)
    words = [f"word{letter * 2}" for letter in "abcdefghijklmnopqrst"]
    drawn = [Counter(numbers.choices(words, k=12)) for _ in range(40)]
    texts = [" ".join(word for word, count in one.items() for _ in range(min(count, 3))) for one in drawn]
    builder = Builder()
    builder.ref("id")
    builder.field("text")
    builder.k1(1.2)
    builder.b(0)
    for number, text in enumerate(texts):
        builder.add({"id": number, "text": analyzer.terms(text)})
    oracle = builder.build()
    small = search({"en": [entry(str(number), "", text, "en") for number, text in enumerate(texts)]})
    small.ask("", "en")
    for _ in range(30):
        query = " ".join(numbers.sample(words, k=3))

        def ask(asked, query=query):
            for term in analyzer.terms(query):
                asked.term(term, use_pipeline=False)

        expected = {int(match["ref"]): match["score"] for match in oracle.query(callback=ask)}
        found = dict(map(tuple, small.modules.evaluate(RANK, query)))
        assert found.keys() == expected.keys()
        factors = [found[article] / score for article, score in expected.items()]
        assert all(math.isclose(factor, factors[0], rel_tol=0.01) for factor in factors)


def test_a_query_that_has_a_shape_leads_to_the_article_for_it_and_with_words_they_decide(search):
    ticket = replace(entry("ticket", "工单在哪里查"), query_shapes=(r"\b(t|case-)[0-9a-f]{8}\b",))
    engine = search({"zh": [*CHINESE, ticket]})
    assert [engine.ids(query)[:1] for query in ("t0123abcd", "CASE-0123ABCD?", "t0123abcd 没有到账")] == [
        ["ticket"],
        ["ticket"],
        ["arrive"],
    ]
    assert "ticket" not in engine.ids("x0123abcd")


def test_many_questions_with_a_word_are_not_ahead_of_the_one_that_is_asked(search):
    many = entry("many", "设置", questions=[f"钱包怎么换{number}号样子" for number in range(40)])
    few = entry("few", "搬家", questions=["钱包怎么换手机"])
    assert search({"zh": [*CHINESE, many, few]}).ids("钱包换手机")[0] == "few"
