"""Who else said it: the same cause in other words, other languages, among many others."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.said_before import ideas_of, likeness
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.said_before import SaidBeforeService
from tests.books import TUESDAY, a_store, small_book, the

LABELLED = Path(__file__).parent / "labelled" / "causes.txt"
AT, OUT_OF = 5, 20


def causes():
    """Give the wordings of each cause."""
    blocks = LABELLED.read_text(encoding="utf-8").partition("\n\n")[2].strip().split("\n\n")
    return [block.splitlines() for block in blocks]


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def concern_of(account, words, on=TUESDAY):
    return Concern(account_id=account.id, words=words, summary=words, severity=2, raised_on=on)


@pytest.fixture
def labelled(store):
    """A book in which each wording is the concern of an account of its own."""
    accounts, concerns = [], []
    for wordings in causes():
        for words in wordings:
            account = Account(name=f"Customer {uuid4().hex[:8]}", added_on=TUESDAY)
            accounts.append(account)
            concerns.append(concern_of(account, words))
    with store.write("Add") as work:
        work.accounts.add_all(accounts)
        work.concerns.add_all(concerns)
    return store


def test_the_same_cause_is_found_in_other_words(labelled):
    service = SaidBeforeService(labelled)
    cause_of = {words: number for number, wordings in enumerate(causes()) for words in wordings}
    with labelled.read() as reading:
        account_of = {each.words: each.account_id for each in reading.concerns.all()}
    precise, recalled, misses = [], [], []
    for words, cause in cause_of.items():
        found = [each.words for each in service.look(words, account_of[words], OUT_OF).found]
        right = [each for each in found if cause_of[each] == cause]
        others = len([each for each in cause_of.values() if each == cause]) - 1
        first = found[:AT]
        if first:
            precise.append(sum(cause_of[each] == cause for each in first) / len(first))
        recalled.append(len(right) / others)
        misses += [f"{words!r} also brings {each!r}" for each in first if cause_of[each] != cause]
        if not right:
            misses.append(f"{words!r} finds none of its own")
    precision, recall = sum(precise) / len(precise), sum(recalled) / len(recalled)
    print(f"\nsaid before: {len(cause_of)} wordings of {len(causes())} causes: ", end="")
    print(f"precision at {AT} {precision:.0%}, recall at {OUT_OF} {recall:.0%}")
    print("\n".join(f"  {each}" for each in misses))

    assert precision >= 0.74
    assert recall >= 0.53


@pytest.fixture
def said(store):
    """A book of some customers; says something for one of them."""
    small_book(store)

    def say(account, words, on=TUESDAY):
        with store.write("Say") as work:
            return work.concerns.put(concern_of(the(store, account), words, on))

    return say


def look(store, words, account="Hooli"):
    return SaidBeforeService(store).look(words, the(store, account).id)


def test_it_is_found_in_another_language_and_says_by_which_words(store, said):
    said("Globex Corporation", "Rechnung schon wieder falsch")

    found = next(each for each in look(store, "wrong invoice").found if each.kind is Kind.CONCERN)

    assert found.account == "Globex Corporation"
    assert found.shared == ("Rechnung", "falsch")


def test_one_never_stands_among_others(store, said):
    said("Hooli", "Rechnung falsch")

    assert "Hooli" not in [each.account for each in look(store, "wrong invoice", "Hooli").found]


def test_who_else_comes_before_what_else_they_said(store, said):
    for words in ("wrong invoice", "the invoice is wrong", "invoice wrong again"):
        said("Globex Corporation", words)
    said("Łódź Logistics", "mistake on the invoice for the pump")

    accounts = [each.account for each in look(store, "wrong invoice").found]

    assert accounts[:2] == ["Globex Corporation", "Łódź Logistics"]


def test_three_customers_within_thirty_days_may_be_one_problem(store, said):
    said("Globex Corporation", "smell of solvent", TUESDAY - timedelta(days=30))
    assert not look(store, "the granulate smells").may_be_shared

    said("Łódź Logistics", "odour in the drums", TUESDAY - timedelta(days=2))
    assert look(store, "the granulate smells").may_be_shared

    said("Łódź Logistics", "strong smell", TUESDAY - timedelta(days=31))
    assert look(store, "the granulate smells").accounts_lately == 2


def test_chinese_words_are_found_though_no_space_parts_them(store, said):
    said("Globex Corporation", "客户投诉发票错误")

    assert [each.account for each in look(store, "发票错误").found] == ["Globex Corporation"]


@pytest.mark.parametrize("words", ["", "   ", "!!!", "and again", '" OR *', "(a AND b) NOT c", "x" * 5_000, "\0\ud800"])
def test_words_that_say_nothing_find_nothing_and_never_fail(store, said, words):
    assert look(store, words).found == ()


def test_what_was_taken_back_was_not_said(store, said):
    concern = said("Globex Corporation", "wrong invoice")
    ConcernService(store).bring_to(concern.id, Stage.WITHDRAWN)
    assert look(store, "wrong invoice").found

    with store.write("Take back") as work:
        work.concerns.put(replace(work.concerns.get(concern.id), withdrawn=True))
    assert "Globex Corporation" not in [each.account for each in look(store, "wrong invoice").found]


def test_two_that_name_the_same_thing_are_more_alike_than_two_of_the_same_trouble():
    asked, weights = ideas_of("wrong invoice"), {"invoice": 1.0, "wrong": 1.0}

    same = likeness(asked, ideas_of("invoice incorrect"), weights)
    other = likeness(asked, ideas_of("wrong label"), weights)

    assert same == pytest.approx(1.0)
    assert other < same / 2
