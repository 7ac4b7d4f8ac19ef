"""Who else said it: the same cause in other words, other languages, among many others."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.said_before import ideas_of, likeness
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.said_before import SaidBeforeService
from tests.books import TUESDAY, a_store, small_book, the

LABELLED = Path(__file__).parent / "labelled"
KNOWN, HELD_OUT, UNSEEN = "causes.txt", "causes_held_out.txt", "causes_unseen.txt"
AT, OUT_OF = 5, 20


def causes(name=KNOWN):
    """Give the wordings of each cause of a file; `KNOWN` are those by which words were chosen, the others are not."""
    blocks = (LABELLED / name).read_text(encoding="utf-8").partition("\n\n")[2].strip().split("\n\n")
    return [block.splitlines() for block in blocks]


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def concern_of(account, words, on=TUESDAY):
    return Concern(account_id=account.id, words=words, summary=words, severity=2, raised_on=on)


def fill(store, wordings_of_causes):
    """Let each wording be the concern of an account of its own."""
    accounts, concerns = [], []
    for wordings in wordings_of_causes:
        for words in wordings:
            account = Account(name=f"Customer {uuid4().hex[:8]}", added_on=TUESDAY)
            accounts.append(account)
            concerns.append(concern_of(account, words))
    with store.write("Add") as work:
        work.accounts.add_all(accounts)
        work.concerns.add_all(concerns)


def figures(store, wordings_of_causes):
    """Give precision and recall of these wordings in a book, and what was missed or is another cause's."""
    service = SaidBeforeService(store)
    cause_of = {words: number for number, wordings in enumerate(wordings_of_causes) for words in wordings}
    with store.read() as reading:
        account_of = {each.words: each.account_id for each in reading.concerns.where(words=list(cause_of))}
    precise, recalled, misses = [], [], []
    for words, cause in cause_of.items():
        found = [each.words for each in service.look(words, account_of[words], OUT_OF).found]
        right = [cause_of.get(each) == cause for each in found]
        if found:
            precise.append(sum(right[:AT]) / len(right[:AT]))
        recalled.append(sum(right) / (list(cause_of.values()).count(cause) - 1))
        misses += [f"{words!r} also brings {each!r}" for each, fits in zip(found[:AT], right, strict=False) if not fits]
        if not any(right):
            misses.append(f"{words!r} finds none of its own")
    return sum(precise) / len(precise), sum(recalled) / len(recalled), misses


@pytest.mark.parametrize(
    ("name", "precise", "recalled"), [(KNOWN, 0.77, 0.60), (HELD_OUT, 0.82, 0.51), (UNSEEN, 0.80, 0.20)]
)
def test_the_same_cause_is_found_in_other_words(store, name, precise, recalled):
    fill(store, causes(name))

    precision, recall, misses = figures(store, causes(name))
    wordings = sum(map(len, causes(name)))
    print(f"\nsaid before, {name}: {wordings} wordings of {len(causes(name))} causes: ", end="")
    print(f"precision at {AT} {precision:.0%}, recall at {OUT_OF} {recall:.0%}")
    print("\n".join(f"  {each}" for each in misses))

    assert precision >= precise
    assert recall >= recalled


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


def test_what_the_same_customer_said_before_stands_apart_with_how_often(store, said):
    for days, words in ((400, "Rechnung falsch"), (200, "the invoice is wrong"), (20, "wrong bill again")):
        said("Hooli", words, TUESDAY - timedelta(days=days))

    echo = look(store, "wrong invoice", "Hooli")

    assert ([each.words for each in echo.own], echo.own_times) == (["wrong bill again", "the invoice is wrong"], 3)
    assert not echo.may_be_shared


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


def test_the_same_lot_is_evidence_in_whatever_words(store, said):
    other = said("Globex Corporation", "caps do not close")
    said("Łódź Logistics", "the ramp was closed")
    ConcernService(store).change(other.id, "lots", "L-2291")

    (found,) = look(store, "lot L-2291 smells").found

    assert (found.words, found.shared) == ("caps do not close", ("lot L-2291",))


def test_praise_is_no_complaint(store, said):
    lines = (NoteLine(text="+ never so little breakage"), NoteLine(text="breakage", sorted_as=Marker.GOING_RIGHT))
    with store.write("Note") as work:
        work.reviews.put(Review(account_id=the(store, "Globex Corporation").id, planned_on=TUESDAY, lines=lines))

    assert look(store, "crates arrive with breakage").found == ()


def test_a_note_of_a_review_without_a_day_was_not_said_before(store, said):
    lines = (NoteLine(text="! crates arrive with breakage"),)
    with store.write("Note") as work:
        work.reviews.put(Review(account_id=the(store, "Globex Corporation").id, lines=lines))

    assert look(store, "crates arrive with breakage").found == ()


def test_what_was_taken_back_was_not_said(store, said):
    concern = said("Globex Corporation", "wrong invoice")
    ConcernService(store).bring_to(concern.id, Stage.WITHDRAWN)
    assert look(store, "wrong invoice").found
    assert not look(store, "wrong invoice").accounts_lately

    with store.write("Take back") as work:
        work.concerns.put(replace(work.concerns.get(concern.id), withdrawn=True))
    assert "Globex Corporation" not in [each.account for each in look(store, "wrong invoice").found]


def test_two_that_name_the_same_thing_are_more_alike_than_two_of_the_same_trouble():
    asked, weights = ideas_of("wrong invoice"), {"invoice": 1.0, "wrong": 1.0}

    same = likeness(asked, ideas_of("invoice incorrect"), weights)
    other = likeness(asked, ideas_of("wrong label"), weights)

    assert same == pytest.approx(1.0)
    assert other < same / 2
