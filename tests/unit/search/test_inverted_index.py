"""The inverted index is what lunr's own Builder makes of the same terms."""

from __future__ import annotations

from collections import Counter
from random import Random

from lunr.builder import Builder

from handrail.search import analyzer, inverted_index
from handrail.search.document import HEADING, LINK, QUESTION, TITLE, Document, Section

WORDS = ["钱包", "備份", "助记词", "转账", "wallet", "keys", "transfers", "30", "gas费", "don't", "e\u0301t\u00e9"]


def documents(count: int = 30) -> list[Document]:
    random = Random(5)

    def text(most: int) -> str:
        return "，".join(random.choices(WORDS, k=random.randint(0, most)))

    return [
        Document(
            id=f"a{number}",
            url=f"zh/a{number}/",
            language="zh",
            title=text(2),
            summary=text(3),
            questions=tuple(text(2) for _ in range(random.randint(0, 3))),
            sections=tuple(Section(2, text(1), "s", text(12)) for _ in range(random.randint(0, 4))),
        )
        for number in range(count)
    ]


def lunrs(texts: dict[str, str]) -> Builder:
    builder = Builder()
    builder.field("text")
    for name, text in texts.items():
        builder.add({"id": name, "text": analyzer.terms(text)})
    return builder


def test_texts_are_counted_as_lunr_counts_them() -> None:
    made = documents()
    found = inverted_index.build(made)
    builder = lunrs({str(number): document.text for number, document in enumerate(made)})
    ours = {term: list(postings.articles) for term, postings in found.terms.items() if postings.articles}
    assert ours == {
        term: sorted(map(int, posting["text"])) for term, posting in builder.inverted_index.items() if posting["text"]
    }
    for term, articles in ours.items():
        counts = [builder.field_term_frequencies[f"text/{number}"][term] for number in articles]
        assert list(found.terms[term].counts) == [min(count, inverted_index.MAX_COUNT) for count in counts]
    assert any(
        count > inverted_index.MAX_COUNT
        for counts in builder.field_term_frequencies.values()
        for count in counts.values()
    )
    assert found.lengths == [builder.field_lengths[f"text/{number}"] for number in range(len(made))]


def test_short_fields_are_found_as_lunr_finds_them() -> None:
    made = documents()
    found = inverted_index.build(made)
    builder = lunrs({str(number): short_field.text for number, short_field in enumerate(found.short_fields)})
    ours = {
        term: list(postings.short_fields)
        for term, postings in found.terms.items()
        if postings.short_fields and not term.startswith(inverted_index.INITIALS)
    }
    assert ours == {term: sorted(map(int, posting["text"])) for term, posting in builder.inverted_index.items()}


def test_a_term_counts_what_lunr_says_it_does() -> None:
    for frequency in range(1, 30):
        builder = lunrs({str(number): "lamp" if number < frequency else "bed" for number in range(60)})
        builder.k1(0)  # nothing but the weight of the term is left of a score
        vectors = builder.build().field_vectors["text/0"]
        assert abs(vectors.elements[1] - inverted_index.idf(frequency, 60)) < 0.001


def test_every_short_field_knows_its_article_position_and_kind() -> None:
    document = Document(
        "a",
        "a/",
        "en",
        "One",
        questions=("Two?", "Three?"),
        sections=(Section(1, "", "", "x"), Section(2, "Four", "f", "")),
        link_texts=("Five",),
    )
    short_fields = inverted_index.build([Document("b", "b/", "en", "Zero"), document]).short_fields
    assert [(field.article, field.position, field.kind, field.text) for field in short_fields] == [
        (0, 0, TITLE, "Zero"),
        (1, 0, TITLE, "One"),
        (1, 1, QUESTION, "Two?"),
        (1, 2, QUESTION, "Three?"),
        (1, 3, HEADING, "Four"),
        (1, 4, LINK, "Five"),
    ]


def test_short_fields_beyond_what_the_format_holds_are_left_out() -> None:
    many = tuple(Section(2, f"Heading {number}", "h", "") for number in range(400))
    found = inverted_index.build([Document("a", "a/", "en", "Title", sections=many)])
    assert len(found.short_fields) == inverted_index.MAX_SHORT_FIELDS


def test_titles_and_questions_are_found_by_their_pinyin_initials_headings_are_not() -> None:
    document = Document("a", "a/", "zh", "助记词", questions=("登录",), sections=(Section(2, "转账", "z", "私钥"),))
    assert not {term for term in inverted_index.build([document]).terms if term.startswith(inverted_index.INITIALS)}
    terms = inverted_index.with_initials(inverted_index.build([document])).terms
    letters = {term for term in terms if term.startswith(inverted_index.INITIALS)}
    assert letters == {"-zj", "-jc", "-zjc", "-dl"}


def test_an_index_over_nothing_is_empty() -> None:
    found = inverted_index.build([])
    assert (found.terms, found.lengths, found.short_fields) == ({}, [], [])


def test_an_article_without_words_is_still_one() -> None:
    found = inverted_index.build([Document("a", "a/", "en", "!"), Document("b", "b/", "en", "Lamp")])
    assert found.lengths == [0, 0]
    assert list(found.terms["lamp"].short_fields) == [1]


def test_rare_words_weigh_more_than_common_ones() -> None:
    weights = [inverted_index.idf(frequency, 100) for frequency in range(1, 101)]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0
    assert Counter(weights).most_common(1)[0][1] == 1
