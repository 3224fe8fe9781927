"""The engine in a browser: what it finds for what people really type, from small and from large layouts alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from searching import Modules, article

from helpcenter import layout, pinyin
from helpcenter.entry import Entry

LAYOUTS: tuple[layout.Layout, ...] = ("small", "large")
GLOSSARY = [["助记词", "恢复短语", "seed phrase"], ["矿工费", "手续费", "gas fee"], ["钱包", "wallet"]]
TOPICS = [
    (
        "login",
        "登录不了应用怎么办",
        "You cannot sign in",
        "检查网络，再输入密码登录。",
        "Check the network, then sign in again.",
    ),
    ("phrase", "助记词备份", "Back up the seed phrase", "把十二个单词抄在纸上。", "Write the twelve words on paper."),
    (
        "missing",
        "转账没有到账",
        "A transfer has not arrived",
        "先看区块确认的次数。",
        "Look at the confirmations first.",
    ),
    ("fee", "矿工费太高", "The network fee is too high", "等网络空闲时再转账。", "Wait until the network is quiet."),
    (
        "password",
        "忘记支付密码",
        "Forgotten payment password",
        "用助记词重新导入。",
        "Import again to set a new password.",
    ),
    (
        "scam",
        "识别钓鱼网站",
        "Recognise phishing websites",
        "客服从不索要私钥。",
        "Support never asks for private secrets.",
    ),
    (
        "hardware",
        "连接硬件钱包",
        "Connect a hardware wallet",
        "打开蓝牙并配对设备。",
        "Turn on Bluetooth and pair the device.",
    ),
    (
        "language",
        "更改显示语言",
        "Change the display language",
        "在设置里选择简体中文。",
        "Choose English in the settings.",
    ),
    (
        "update",
        "更新到最新版本",
        "Update to the latest version",
        "从官方网站下载安装包。",
        "Download the installer yourself.",
    ),
    ("swap", "闪兑失败", "A swap failed", "滑点太小会导致失败。", "Slippage that is too small makes it fail."),
    ("stake", "质押奖励", "Staking rewards", "每个周期发放一次奖励。", "Rewards are paid every epoch."),
    (
        "address",
        "添加地址簿",
        "Add to the address book",
        "长按可以复制收款地址。",
        "Press and hold to copy a receiving address.",
    ),
]
SINGLES = sorted(pinyin.common())[:: len(pinyin.common()) // 360]
QUESTIONS = {
    "zh": {
        "登录": "login",
        "登陆": "login",
        "登陸": "login",
        "denglu": "login",
        "deng lu": "login",
        "助记词": "phrase",
        "zhujici": "phrase",
        "zjc": "phrase",
        "助記詞備份": "phrase",
        "恢复短语": "phrase",
        "seed phrase": "phrase",
        "seed phrase 备份": "phrase",
        "转账没到账怎么办": "missing",
        "轉賬沒有到賬": "missing",
        "手续费太高": "fee",
        "忘记密码了": "password",
        "忘计密码": "password",
        "钓鱼网站": "scam",
        "硬件wallet怎么连": "hardware",
        "蓝牙": "hardware",
        "更新": "update",
        "bluetooth": "hardware",
        "slippage": "swap",
    },
    "en": {
        "sign in": "login",
        "cannot sign in": "login",
        "seed phrase": "phrase",
        "SEED PHRASES": "phrase",
        "recieving adress": "address",
        "hardwear wallet": "hardware",
        "blutooth": "hardware",
        "langauge": "language",
        "phishing": "scam",
        "transfer not arrived": "missing",
        "staking": "stake",
        "slippage too small": "swap",
        "instal": "update",
        "助记词": "phrase",
        "质押奖励": "stake",
        "闪兑": "swap",
    },
}
NOTHING = ["xyzzy plugh", "qqqqqqqq", "😀😀", "！？。"]
ODD = [
    "",
    " ",
    "\t\n\r",
    "。，！？",
    "....----",
    "constructor __proto__",
    "hasOwnProperty toString valueOf",
    "\ud83d",
    "\ude00\ud83d 钱包 \ud83d",
    "\x00\x01\x07\x1b[0m wallet \x7f",
    "\ufeff\u200d\u202e登录",
    "钱" * 10_000,
    "wallet " * 1500,
    "x" * 10_000,
    "登录denglu" * 1000,
    "\u0301" * 50,
    "<script>alert(1)</script>",
    "-zjc",
    "0",
    "a",
    "👨‍👩‍👧 seed",
    "%00 ' OR 1=1 --",
    "\\",
    "[(*+?",
]

SEARCH = """async ({ own, other, queries, limit }) => {
  const { open } = await import("/engine.js");
  const engine = await open(own, { others: [other] });
  const found = [];
  for (const query of queries) found.push(await engine.search(query, { limit: limit ?? 10 }));
  return found;
}"""


def entries(language: str) -> list[Entry]:
    """Twelve articles that are asked for, and others around them, so that words are as rare as they are."""
    chinese = language == "zh"
    made = []
    for id, zh, en, zh_text, en_text in TOPICS:
        title, text, twin = (zh, zh_text, en) if chinese else (en, en_text, zh)
        twins = {"en": (f"en/{id}/", twin)} if chinese else {"zh": (f"zh/{id}/", twin)}
        steps = "按照下面的步骤操作。" if chinese else "Follow the steps below."
        heading = "操作步骤" if chinese else "Steps"
        made.append(article(language, id, title, twins, summary=text, sections=[("", text), (heading, steps)]))
    for number in range(18):
        id = f"more-{number}"
        singles = " ".join(SINGLES[number::18])
        title = f"其他说明第{number}篇" if chinese else f"Other remarks, part {number}"
        text = f"编号{number}：{singles}" if chinese else f"Remark number {number} about nothing special."
        made.append(article(language, id, title, {}, sections=[("", text)]))
    return made


class Engines:
    """Both languages in both layouts."""

    def __init__(self, modules: Modules) -> None:
        self.modules = modules
        self.entrances = {
            (language, kind): modules.keep(layout.build(language, entries(language), GLOSSARY, kind))
            for language in QUESTIONS
            for kind in LAYOUTS
        }

    def ask(self, language: str, kind: str, queries: list[str], limit: int = 10) -> list[dict[str, Any]]:
        other = "en" if language == "zh" else "zh"
        others = {"language": other, "url": self.entrances[other, kind]}
        own = self.entrances[language, kind]
        found: list[dict[str, Any]] = self.modules.run(SEARCH, own=own, other=others, queries=queries, limit=limit)
        return found


@pytest.fixture(scope="module")
def engines(browser: Browser) -> Iterator[Engines]:
    modules = Modules(browser)
    yield Engines(modules)
    modules.page.close()


def first(answer: dict[str, Any]) -> str:
    return answer["results"][0]["id"] if answer["results"] else "nothing"


@pytest.mark.parametrize("kind", LAYOUTS)
@pytest.mark.parametrize("language", QUESTIONS)
def test_what_people_type_is_found_first(engines: Engines, language: str, kind: str) -> None:
    questions = QUESTIONS[language]
    answers = engines.ask(language, kind, list(questions))
    assert dict(zip(questions, map(first, answers), strict=True)) == questions


@pytest.mark.parametrize("language", QUESTIONS)
def test_both_layouts_answer_alike(engines: Engines, language: str) -> None:
    """Of short questions, for which a large layout fetches all it needs."""
    queries = [query for query in QUESTIONS[language] if len(query) <= 12]
    small, large = ([first(answer) for answer in engines.ask(language, kind, queries)] for kind in LAYOUTS)
    assert small == large


@pytest.mark.parametrize("kind", LAYOUTS)
@pytest.mark.parametrize("language", QUESTIONS)
def test_what_stands_nowhere_finds_nothing(engines: Engines, language: str, kind: str) -> None:
    answers = engines.ask(language, kind, NOTHING)
    assert [(first(answer), answer["total"]) for answer in answers] == [("nothing", 0)] * len(NOTHING)


@pytest.mark.parametrize("kind", LAYOUTS)
def test_every_title_finds_its_own_article(engines: Engines, kind: str) -> None:
    for language, place in (("zh", 1), ("en", 2)):
        answers = engines.ask(language, kind, [topic[place] for topic in TOPICS])
        assert [first(answer) for answer in answers] == [topic[0] for topic in TOPICS]


@pytest.mark.parametrize("kind", LAYOUTS)
def test_a_word_that_exists_always_has_a_result(engines: Engines, kind: str) -> None:
    words = ["账", "抄在纸上", "简体", "滑点", "收款", "zhuanzhang", "周期"]
    assert all(answer["results"] for answer in engines.ask("zh", kind, words))
    words = ["bluetooth", "epoch", "paper", "twelve", "hold", "press and", "quiet"]
    assert all(answer["results"] for answer in engines.ask("en", kind, words))


@pytest.mark.parametrize("kind", LAYOUTS)
def test_the_other_language_leads_to_the_article_in_the_readers(engines: Engines, kind: str) -> None:
    (answer,) = engines.ask("zh", kind, ["slippage"])
    found = answer["results"][0]
    assert (found["id"], found["language"], found["url"], found["title"]) == ("swap", "zh", "zh/swap/", "闪兑失败")
    assert (found["via"]["language"], found["via"]["title"]) == ("en", "A swap failed")
    (answer,) = engines.ask("en", kind, ["闪兑"])
    found = answer["results"][0]
    assert (found["id"], found["language"], found["url"], found["title"]) == ("swap", "en", "en/swap/", "A swap failed")
    assert (found["via"]["language"], found["via"]["title"]) == ("zh", "闪兑失败")


def test_an_article_only_in_the_other_language_is_shown_in_that(engines: Engines) -> None:
    (answer,) = engines.ask("zh", "small", ["remarks nothing special"])
    assert answer["results"][0]["language"] == "en"
    assert answer["results"][0]["url"].startswith("en/more-")


def test_a_typo_is_told_as_it_was_understood_and_what_is_right_is_not(engines: Engines) -> None:
    wrong, right = engines.ask("en", "small", ["blutooth", "bluetooth"])
    assert wrong["corrected"].startswith("bluetooth")
    assert "corrected" not in right


@pytest.mark.parametrize("kind", LAYOUTS)
def test_nothing_that_can_be_typed_breaks_it(engines: Engines, kind: str) -> None:
    for language in QUESTIONS:
        answers = engines.ask(language, kind, ODD)
        assert len(answers) == len(ODD)
        assert all(isinstance(answer["results"], list) for answer in answers)


def test_punctuation_and_nothing_have_no_results(engines: Engines) -> None:
    assert not any(answer["results"] for answer in engines.ask("zh", "small", ODD[:5]))


@pytest.mark.parametrize("limit", [1, 3])
def test_there_are_no_more_results_than_wanted_and_each_only_once(engines: Engines, limit: int) -> None:
    for language, questions in QUESTIONS.items():
        for answer in engines.ask(language, "large", list(questions), limit):
            ids = [result["id"] for result in answer["results"]]
            assert len(ids) == len(set(ids)) <= limit
            assert answer["total"] >= len(ids)


@pytest.mark.parametrize("kind", LAYOUTS)
@pytest.mark.parametrize("language", QUESTIONS)
def test_marks_are_in_order_and_within_their_texts(engines: Engines, language: str, kind: str) -> None:
    count = 0
    for answer in engines.ask(language, kind, [*QUESTIONS[language], *ODD]):
        for result in answer["results"]:
            texts = [(result["title"], result["titleMarks"])]
            texts += [(part["heading"], part["headingMarks"]) for part in result["sections"]]
            texts += [(part["teaser"], part["teaserMarks"]) for part in result["sections"]]
            if "via" in result:
                texts.append((result["via"]["title"], result["via"]["titleMarks"]))
            for text, marks in texts:
                units = len(text.encode("utf-16-le")) // 2
                edges = [edge for mark in marks for edge in mark]
                assert edges == sorted(set(edges)), (text, marks)
                assert all(0 <= edge <= units for edge in edges), (text, marks)
                count += len(marks)
    assert count > 50


def test_marks_are_in_the_texts_own_form(engines: Engines) -> None:
    """A Simplified question marks a Traditional text, a plain one an accented text, whatever their lengths."""
    entry = article(
        "zh",
        "t",
        "😀 錢包轉賬 Ｗａｌｌｅｔ",
        {},
        sections=[("備份錢包", "請先備份錢包，再轉賬。The café ﬁnancing ends.")],
    )
    others = [article("zh", f"o{number}", f"别的{number}", {}, sections=[("", "没有")]) for number in range(5)]
    url = engines.modules.keep(layout.build("zh", [entry, *others], [], "small"))
    script = SEARCH.replace("{ others: [other] }", "{}")
    queries = ["转账", "钱包", "wallet", "cafe", "financing"]
    answers = engines.modules.run(script, own=url, queries=queries)
    marked = [
        {
            cut(text, mark)
            for result in answer["results"]
            for text, marks in [
                (result["title"], result["titleMarks"]),
                *((part["heading"], part["headingMarks"]) for part in result["sections"]),
                *((part["teaser"], part["teaserMarks"]) for part in result["sections"]),
            ]
            for mark in marks
        }
        for answer in answers
    ]
    assert marked == [{"轉賬"}, {"錢包"}, {"Ｗａｌｌｅｔ"}, {"café"}, {"ﬁnancing"}]


def cut(text: str, mark: list[int]) -> str:
    """The part of a text that is marked, in UTF-16 units."""
    return text.encode("utf-16-le")[2 * mark[0] : 2 * mark[1]].decode("utf-16-le")


def test_a_small_layout_needs_no_network_once_it_is_open(engines: Engines) -> None:
    engines.modules.fetched.clear()
    engines.ask("zh", "small", ["登录", "矿工费", "更新", "登录"])
    assert sorted(engines.modules.fetched) == sorted(set(engines.modules.fetched))
    own = engines.entrances["zh", "small"].lstrip("/")
    assert set(engines.modules.fetched) <= {own, own.replace(".bin", ".json"), "engine.js"}


def test_a_large_layout_fetches_a_piece_at_a_time_and_only_once(engines: Engines) -> None:
    engines.modules.fetched.clear()
    engines.ask("zh", "large", ["登录", "登录", "登录不了"])
    assert len(engines.modules.fetched) == len(set(engines.modules.fetched))


def test_the_best_article_is_told_first_where_the_rest_takes_longer(engines: Engines) -> None:
    script = """async ({ own, query }) => {
      const { open } = await import("/engine.js");
      const told = [];
      const { results } = await (await open(own)).search(query, { first: ({ id }) => told.push(id) });
      return [told, results.map(({ id }) => id)];
    }"""
    told, results = engines.modules.run(script, own=engines.entrances["zh", "large"], query="助记词备份")
    assert set(told) <= {"phrase"}
    assert results[0] == "phrase"


def test_a_broken_network_rejects_and_the_same_question_may_be_asked_again(engines: Engines) -> None:
    script = """async ({ own, query }) => {
      const { open } = await import("/engine.js");
      let broken = false;
      const flaky = (url) => (broken ? Promise.reject(new TypeError("no network")) : fetch(url));
      const engine = await open(own, { fetch: flaky });
      broken = true;
      const failed = await engine.search(query).then(() => "answered", () => "rejected");
      broken = false;
      const { results } = await engine.search(query);
      return [failed, results[0]?.id];
    }"""
    url = engines.entrances["zh", "large"]
    assert engines.modules.run(script, own=url, query="登录不了") == ["rejected", "login"]
    missing = "async ({ own }) => (await import('/engine.js')).open(own).then(() => 'opened', () => 'rejected')"
    assert engines.modules.run(missing, own="/zh.0123456789ab.bin") == "rejected"
