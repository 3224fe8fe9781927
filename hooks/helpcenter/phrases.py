"""The interface's own words, in every language, from docs/data/phrases.yml.

The theme has words for what every site has (previous, next, table of contents); these are the ones it lacks.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from unicodedata import bidirectional

from .problem import Problem, one_of
from .source import Source
from .value import Localized

NEEDED = {
    "home": "the link to the home page",
    "skip": "the first link of a page, which leads past the header",
    "menu": "the button that opens the list of categories",
    "language": "names the language switch for screen readers",
    "theme.light": "the button that turns the page light",
    "theme.dark": "the button that turns the page dark",
    "relation.independent": "the line on every page of an independent help center; {vendor} stands for the vendor",
    "relation.official": "the line on every page of an official help center; {vendor} stands for the vendor",
    "relation.proof": "the link to the vendor's page that confirms an official help center",
    "untranslated": "the home page's word to a reader whose article does not exist in this language",
    "announcement.label": "names the announcements at the top of a page for screen readers",
    "announcement.info": "stands before an announcement that readers may want to know",
    "announcement.warning": "stands before an announcement that readers should know",
    "announcement.critical": "stands before an announcement that readers must know",
    "announcement.dismiss": "the button that takes an announcement away",
    "home.question": "the home page's heading",
    "home.emergency": "what the home page says before the link to the emergency article",
    "home.categories": "the heading of the categories",
    "home.most_asked": "the heading of the most asked questions",
    "category.count": "how many articles a category has; {count} stands for the number",
    "category.empty": "what an empty category says",
    "channel.documented": "what follows a link to a channel known from papers only; {host} and {date} stand for both",
    "channel.heading": "the heading of the channels that an article names",
    "channel.verified": "the status of a channel that somebody opened",
    "channel.from_papers": "the status of a channel that is known from public papers only",
    "channel.unconfirmed": "the status of a channel that nobody could confirm",
    "channel.not_used": "the status of a channel that the vendor does not use",
    "channel.impostor": "the status of a channel that is known to be false",
    "channel.expired": "what takes the place of a link whose evidence has expired",
    "channel.find": "how to find a channel whose author did not say it",
    "channel.open": "the link to a channel; {place} stands for the host",
    "channel.write": "the link to a draft of an e-mail; {place} stands for the address",
    "channel.call": "the link to a telephone number; {place} stands for it",
    "channel.handle": "the name of the vendor's account, which follows",
    "channel.fake": "what a known fake goes by, which follows",
    "channel.more": "unfolds the details of a channel",
    "channel.languages": "names the languages in which a channel answers",
    "channel.hours": "names the hours of a channel",
    "channel.reply": "names the time until a channel replies",
    "channel.asks": "names what to have ready for a channel",
    "channel.never": "names what a channel never asks for",
    "channel.readers": "names who can read what is written in a channel",
    "channel.public": "says that strangers can read a channel",
    "channel.private": "says that only the vendor reads a channel",
    "channel.checked": "names the last check of a channel",
    "channel.by": "when and by whom a channel was checked; {date} and {who} stand for both",
    "channel.editors": "who checks channels, where a channel does not say",
    "channel.evidence": "names the evidence for a channel",
    "evidence.first_party": "evidence that comes from the vendor",
    "evidence.registry": "evidence from a public list",
    "evidence.press": "evidence from the press",
    "evidence.operator": "evidence of those who run this site, who opened it",
    "verify.title": "the title of the page that compares what somebody gave a reader with the channels",
    "verify.lead": "what that page is for",
    "verify.action": "the link to that page",
    "verify.label": "the label of that page's field",
    "verify.help": "what to put into that field",
    "verify.clear": "the button that empties that field",
    "verify.listed": "says that what was given is in the list; {name} stands for the channel",
    "verify.fake": "says that what was given is a known fake; {name} stands for it",
    "verify.unlisted": "says that what was given is not in the list",
    "verify.unclear": "says that nothing to compare was found in the field",
    "verify.note": "what a listed address does not prove",
    "verify.confusable": "why: letters that pass for others; {of} stands for the listed address",
    "verify.edits": "why: a letter or two changed; {of} stands for the listed address",
    "verify.brand": "why: the name of the brand in another address; {of} stands for it",
    "verify.prefix": "why: a listed host in front of another one; {of} stands for it",
    "verify.letters": "why: letters that are not Latin",
    "verify.number": "why: the number of a machine in place of a name",
    "verify.shield": "why: something before an @ in a link; {of} stands for it",
    "verify.odd": "why: a link that is not a plain https one",
    "verify.below": "why: a page of a listed host that is not itself listed; {of} stands for the host",
    "verify.sibling": "why: it shares a domain with a listed host; {of} stands for the host",
    "verify.other": "why: another page or account where a listed one is; {of} stands for the host",
    "verify.address": "why: an e-mail address at a listed host that is not itself listed; {of} stands for the host",
    "verify.expired": "why: it was listed until the evidence expired; {date} stands for the day",
    "verify.list": "the heading of what is listed",
    "verify.none": "what stands there where nothing is listed",
    "verify.fakes": "the heading of known fakes, and of what the vendor does not use",
    "verify.compare": "the heading of how to compare by eye",
    "verify.compare.first": "how to compare: who writes first",
    "verify.compare.end": "how to compare: where a link leads",
    "verify.compare.letters": "how to compare: letter by letter",
    "verify.compare.type": "how to compare: when in doubt",
    "contact.heading": "the heading of the call to contact support",
    "contact.text": "the text of the call to contact support",
    "contact.action": "the link to the page that leads to support, and the title of that page",
    "support.lead": "what the page that leads to support is for; {vendor} stands for the vendor",
    "support.kept": "what becomes of everything typed on that page",
    "support.article": "the link from that page to the contact article; {title} stands for its title",
    "support.step": "where a reader stands; {step} and {count} stand for numbers",
    "support.next": "the button to the next step",
    "support.back": "the button to the step before",
    "support.again": "the button that empties the page and goes back to the first step",
    "support.errors": "the heading of the list of what is missing",
    "support.optional": "follows the name of a detail that may be left out",
    "support.choose": "the empty first choice of a list",
    "support.new_tab": "follows a link that opens beside the page, for who hears it",
    "support.stop": "the first question: whether something happened that cannot wait for support",
    "support.stop.yes": "the answer that leads to the emergency article",
    "support.stop.no": "the answer that leads on",
    "support.stop.now": "the heading above the link to the emergency article",
    "support.stop.why": "why that article comes before any message",
    "support.about": "the question what it is about",
    "support.about.missing": "what to do when nothing was chosen",
    "support.answers": "the heading of the articles that answer an issue type",
    "support.answers.none": "the button of a reader whom none of the articles helped",
    "support.details": "the heading of the details",
    "support.details.never": "what must never be typed there",
    "support.details.helpful": "the heading of the details that may be left out",
    "support.details.missing": "what to do when a detail is missing; {detail} stands for its name",
    "support.details.unchosen": "what to do when nothing was chosen for a detail; {detail} stands for its name",
    "support.details.near": "the heading of articles that fit the words of a description",
    "support.details.now": "the button that enters the present time",
    "support.details.from_search": "says that the words of a search stand in the description",
    "support.details.vain": "the choice to add searches that found nothing to the message; {words} stands for them",
    "support.wrong.address": "explains what does not look like an address",
    "support.wrong.checksum": "explains that the check characters of an address are wrong",
    "support.wrong.network": "explains that an address belongs to another network; {network} stands for it",
    "support.wrong.transaction_hash": "explains what does not look like a transaction hash",
    "support.wrong.prefix": "explains that a transaction hash is written as another network does it",
    "support.wrong.amount": "explains an amount without digits",
    "support.wrong.time": "explains a time without date, hour or UTC offset",
    "support.wrong.version": "explains a version without digits",
    "support.guard.block": "the heading of the warning when a secret was typed",
    "support.guard.gone": "says that the field was emptied, and that nothing was sent",
    "support.guard.then": "what to do if it was ever typed elsewhere",
    "support.guard.ask": "asks what 64 hex digits are",
    "support.guard.hash": "the answer that they are a transaction hash",
    "support.guard.key": "the answer that they are a key, or may be one",
    "support.guard.unanswered": "what to do when that question was not answered",
    "support.guard.warn": "says of something that it looks like a part of a secret",
    "support.guard.mask": "says what will be hidden in the message; {what} stands for it",
    "support.mask.code": "a PIN or one-time code, as a part of a sentence",
    "support.mask.password": "a password, as a part of a sentence",
    "support.mask.card": "a bank card number, as a part of a sentence",
    "support.mask.identity": "an identity number, as a part of a sentence",
    "support.mask.phone": "a telephone number, as a part of a sentence",
    "support.check": "the heading above the finished message",
    "support.check.change": "the link back to an answer",
    "support.check.empty": "stands for an answer that was left out",
    "support.send": "the heading of the choice of a channel",
    "support.send.nothing": "says that nothing is sent from this page",
    "support.send.public": "says what is left out where strangers read",
    "support.send.message": "the name of the field that holds the finished message",
    "support.send.by_hand": "what to do when the browser does not let the page copy",
    "support.send.open": "the link to a channel; {place} stands for its host, address or program",
    "support.send.paste": "says that the message is to be pasted there",
    "support.send.filled": "says that the message is in the link, and who can read it; {place} stands for the host",
    "support.send.draft": "says that the message is in the draft",
    "support.send.short": "says that the message is too long for the link and must be pasted",
    "support.send.nobody": "says that the draft has no recipient, and where to find the address",
    "support.send.no_link": "says of a channel without a link how it is found",
    "support.send.id": "the name of the id to copy where nothing can be opened",
    "support.send.picture": "describes the picture of that id for a camera; {place} stands for the id",
    "support.send.print": "the button that prints the message",
    "support.send.save": "the link that saves the message as a text file",
    "support.send.other": "the heading of the ways to keep the message",
    "support.message.about": "in the message: what it is about",
    "support.message.read": "in the message: the article that the reader came from",
    "support.message.searched": "in the message: the searches that found nothing",
    "support.message.left_out": "in the message: stands for what strangers must not read",
    "support.message.closing": "the last line of the message: that no secret is in it",
    "support.message.short": "the whole message where it is too long: that the text follows by pasting",
    "support.templates": "the heading of the messages to copy by hand",
    "support.templates.how": "how to use them",
    "support.channels": "the heading of the channels",
    "article.toc": "the heading of the list of an article's sections",
    "article.reviewed": "the date of the last review; {date} stands for it",
    "article.related": "the heading of the related articles",
    "article.category": "the heading of the list of other articles of the category; {category} stands for its title",
    "article.section": "the name of the link to a section; {title} stands for its heading",
    "article.address": "what stands before the page's address on paper",
    "copy.action": "the button that copies what stands beside it",
    "copy.done": "what the button says when it has copied",
    "copy.failed": "what the button says when the browser does not let it copy",
    "feedback.question": "the question at the end of an article",
    "feedback.yes": "the answer that it did",
    "feedback.no": "the answer that it did not",
    "feedback.thanks": "what a reader is told whom the article helped, and that nothing was sent",
    "feedback.next": "what stands above the related articles there",
    "feedback.contact": "what stands above the link to contact support there",
    "feedback.vendor": "the link, if the settings name one, to the channel where {vendor}, the vendor, takes feedback",
    "search.title": "the heading of the results page, and the name of the list of results",
    "search.placeholder": "what the empty search box says",
    "search.loading": "what the search box says while it loads",
    "search.failed": "what the search box says when it could not load; the button to try again follows",
    "search.retry": "the button that loads search again",
    "search.count": "how many articles were found; {count} stands for the number",
    "search.none": "what search says when nothing fits; {query} stands for the words",
    "search.near": "the heading of titles that come near, when nothing fits",
    "search.via": "says that an article was found by its title in another language, which follows",
    "search.more": "the link from the first results to all of them",
    "search.recent": "the heading of recent searches",
    "search.forget": "the button that forgets recent searches",
    "search.vain": "what the results page says of searches that found nothing, which follow",
    "search.vain_forget": "the button that forgets those searches",
    "search.all": "the heading of the list of all articles on the results page",
    "not_found.title": "the heading of the page for a broken address",
    "not_found.text": "what the page for a broken address says",
    "not_found.perhaps": "what stands above the articles that the words of a broken address lead to",
    "drift.label": "names the warning above a translation that lacks an important change of its original",
    "drift.major": "what that warning says; {name} stands for the language of the original",
    "drift.read": "the link to the original; {name} stands for its language",
    "offline.away": "the line at the foot of the screen while there is no network",
    "offline.kept": "the same, on a page that was kept on the device on {date}",
    "offline.unread": "the heading of what stands in for a page that is not on the device",
    "offline.unread_text": "the text there",
    "redirect.moved": "what the page at an old address says; the link to the new one follows",
    "chooser.title": "the heading of the page that offers the languages",
    "chooser.enter": "the link into the help center in this language",
}
"""Every phrase the templates use, and where it shows."""


@dataclass(frozen=True)
class Phrases:
    texts: Mapping[str, Mapping[str, str]]

    def say(self, language: str, key: str, **values: object) -> str:
        """The phrase `key` in a language, with `{name}` replaced by each of `values`.

        Among letters that run from right to left a date is set apart: else its parts would change places.
        """
        text = self.texts[key][language]
        if "{" not in text and "}" not in text:
            return text
        if any(isinstance(value, datetime.date) for value in values.values()) and _runs_left(text):
            values = {
                name: _apart(value) if isinstance(value, datetime.date) else value for name, value in values.items()
            }
        return text.format_map(values)


def read(source: Source, languages: tuple[str, ...]) -> tuple[Phrases | None, list[Problem]]:
    """The phrases in `source`, or None, and everything that is wrong with them."""
    data, problems = source.data()
    if problems:
        return None, problems
    texts, problems = source.fit(dict[str, Localized], data, languages)
    held = {key: value for key, value in data.items() if isinstance(key, str)} if isinstance(data, dict) else {}
    for key, use in NEEDED.items():
        if key not in held and isinstance(data, dict):
            problems.append(source.problem((), f"no phrase '{key}'", f"Add it in each language: {use}."))
    for key in held.keys() - NEEDED.keys():
        problems.append(source.problem((key,), f"no page uses the phrase '{key}'", one_of(key, NEEDED)))
    for key, localized in held.items():
        for language, text in localized.items() if isinstance(localized, dict) else ():
            if isinstance(text, str) and not _fields(text) <= _fields(NEEDED.get(key, "")):
                problems.append(source.problem((key, language), *_braces(key, str(language))))
    return Phrases(texts) if texts is not None else None, problems


def _runs_left(text: str) -> bool:
    return any(bidirectional(character) in {"R", "AL"} for character in text)


def _apart(value: object) -> str:
    return f"\N{FIRST STRONG ISOLATE}{value}\N{POP DIRECTIONAL ISOLATE}"


def _fields(text: str) -> set[str]:
    """The {words} of a text, as they stand between the braces. A lone brace counts as one."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return {"{"}
    return {
        f"{name}{'!' if conversion else ''}{conversion or ''}{':' if form else ''}{form or ''}"
        for _, name, form, conversion in parts
        if name is not None
    }


def _braces(key: str, language: str) -> tuple[str, str]:
    allowed = " and ".join(sorted(f"{{{name}}}" for name in _fields(NEEDED.get(key, ""))))
    cure = f"It may hold {allowed}." if allowed else "It may hold none."
    return (
        f"{key}.{language} holds braces that stand for nothing",
        f"{cure} For a brace itself write it twice.",
    )
