"""What a wallet's readers are asked and answered on the page that leads to support."""

from __future__ import annotations

import re

import pytest
from built_site import ROOT
from factories import help_center

from handrail.center.help_center import HelpCenter
from handrail.contact.contact_form import ANSWERS, ContactForm
from handrail.secrets import guard


@pytest.fixture(scope="module")
def wallet() -> HelpCenter:
    return help_center(ROOT)


def journey(center: HelpCenter, code: str) -> ContactForm:
    return ContactForm(center, center.editions[code])


def test_the_answers_of_a_type_are_the_articles_that_name_it(wallet: HelpCenter) -> None:
    for code in wallet.editions:
        for issue_type in wallet.issue_types.values():
            answers = journey(wallet, code).answers(issue_type)
            assert answers
            assert len(answers) <= ANSWERS
            assert all(issue_type.id in article.front_matter.issue_types for article in answers)


@pytest.mark.parametrize(
    ("id", "first"),
    [("theft", "phrase-stolen"), ("transfer", "transfer-not-arrived"), ("access", "cannot-open-wallet")],
)
def test_the_article_about_the_trouble_itself_is_the_first_answer(wallet: HelpCenter, id: str, first: str) -> None:
    for code in wallet.editions:
        assert journey(wallet, code).answers(wallet.issue_types[id])[0].id == first


def test_support_is_told_what_it_needs_and_never_asked_for_a_secret(wallet: HelpCenter) -> None:
    """What a wallet's support needs is public: address, network, hash, versions, time. Pictures are described."""
    kinds = {detail.kind for detail in journey(wallet, "en").details}
    assert kinds >= {"address", "network", "transaction_hash", "version", "time", "long_text"}
    for detail in wallet.details.values():
        for title in detail.title.values():
            if detail.kind != "choice":
                assert not re.search(r"phrase|private key|PIN|password|code|助记词|私钥|密码|验证码", title), title


def test_no_message_to_fill_in_is_taken_for_a_secret(wallet: HelpCenter) -> None:
    for code in wallet.editions:
        for issue_type in wallet.issue_types.values():
            assert guard.inspect(journey(wallet, code).form(issue_type)) == []


def test_first_come_the_ticket_in_the_app_and_where_the_app_tells_who_is_staff(wallet: HelpCenter) -> None:
    channels = [status.channel.id for status in journey(wallet, "en").first_channels]
    assert channels == ["in-app-ticket", "in-app-verification"]
