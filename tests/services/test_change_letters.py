"""A letter about a change tells one customer what it means for them, and nothing of anybody else."""

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from email import message_from_bytes, policy

import pytest

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.domain.people import Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.change_letters import ChangeLetterService
from reviewdesk.services.change_notices import ChangeNoticeService
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def changes(store):
    return ChangeNoticeService(store)


@pytest.fixture
def letters(store):
    return ChangeLetterService(store, resources_folder() / "fonts")


def add(store, name, amount, currency="EUR", **fields):
    with store.write("Add") as work:
        account = work.accounts.put(Account(name=name, added_on=TUESDAY, **fields))
        work.people.put(Person(account_id=account.id, name=f"Buyer {name}", email=f"{name.split()[0]}@example.com"))
        work.purchases.put(
            Purchase(account_id=account.id, bought_on=TUESDAY - timedelta(9), amount=Decimal(amount),
                     currency=currency, product_name="Pump P7")
        )  # fmt: skip
    return account.id


@pytest.fixture
def begun(store, changes):
    """A rise of 5 % that touches Kestrel Air and a customer in Poland who pays in złoty."""
    with store.write("Rates") as work:
        work.books.put(replace(work.book, rates=(("PLN", TUESDAY - timedelta(400), Decimal("0.25")),)))
    kestrel = add(store, "Kestrel Air", 1000)
    lodz = add(store, "Łódź Logistics", 4000, "PLN", language="de")
    change = changes.start("Pump P7", "5", "1 jun 2027", "Steel costs more than last year.").value
    return change.id, kestrel, lodz


def words(made):
    return re.sub(r"\s+", " ", text_of(made.pdf))


def test_a_letter_says_what_it_means_for_this_customer_in_their_language_and_currency(begun, changes, letters):
    change_id, kestrel, lodz = begun

    english, german = words(letters.letter(change_id, kestrel)), words(letters.letter(change_id, lodz))

    assert "rise by 5 %" in english.replace("\u202f", " ").replace("\u00a0", " ")
    assert "50.00" in english
    assert "Steel costs more" in english
    assert "Kestrel" not in german
    assert "zł" in german
    assert "200,00" in german
    assert [each.exposure for each in changes.show(change_id).hurt] == [Decimal("50.00"), Decimal("50.00")]


def test_the_reason_is_in_the_language_of_the_letter_where_somebody_wrote_it(begun, changes, letters):
    change_id, kestrel, lodz = begun
    assert changes.show(change_id).languages == (("de", 1),)
    changes.set_field(change_id, "why:de", "Stahl ist teurer geworden.")

    english, german = words(letters.letter(change_id, kestrel)), words(letters.letter(change_id, lodz))

    assert "Stahl ist teurer" in german
    assert "Steel costs more" not in german
    assert "Steel costs more" in english
    changes.set_field(change_id, "why:de", "")
    changes.announce(change_id)
    assert [each.untranslated for each in letters.to_write(change_id)] == ["", "German"]


def test_nothing_leaves_while_it_is_rehearsed(begun, letters):
    change_id, kestrel, _ = begun
    for leave in (
        lambda: letters.mail(change_id, kestrel), lambda: letters.to_write(change_id),
        lambda: letters.write(change_id, [kestrel], lambda _done, _all: None),
    ):  # fmt: skip
        with pytest.raises(RefusedError, match="rehearsal"):
            leave()


def test_drafts_are_written_for_whoever_is_ticked_and_one_that_names_another_account_is_not(begun, changes, letters):
    change_id, kestrel, lodz = begun
    changes.set_field(change_id, "offer", "Kestrel Air got the same.")
    changes.draw_line(change_id, 0)
    changes.announce(change_id)
    assert [each.is_ticked for each in letters.to_write(change_id)] == [True, True]

    result = letters.write(change_id, [kestrel, lodz], lambda _done, _all: None).value

    assert [(each.account_id, "Kestrel Air" in each.why) for each in result.left] == [(lodz, True)]
    (path,) = result.folder.glob("*.eml")
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert mail["To"].addresses[0].addr_spec == "Kestrel@example.com"
    assert [each.get_content_type() for each in mail.iter_attachments()] == ["application/pdf"]
    written = {each.account_id: each.was_written for each in letters.to_write(change_id)}
    assert written == {kestrel: True, lodz: False}
    with pytest.raises(LeakError):
        letters.letter(change_id, lodz)


def test_a_letter_names_the_items_as_they_were_announced_and_none_goes_to_who_left_since(
    store, begun, changes, letters
):
    change_id, kestrel, lodz = begun
    changes.draw_line(change_id, 0)
    changes.announce(change_id)
    with store.write("Import again") as work:
        for each in work.purchases.where(account_id=kestrel):
            work.purchases.remove(each.id)
        work.accounts.put(replace(work.accounts.get(lodz), status=AccountStatus.ARCHIVED))

    text = words(letters.letter(change_id, kestrel))

    assert "Pump P7" in text
    assert "50.00" in text
    assert [each.account for each in letters.to_write(change_id)] == ["Kestrel Air"]


def test_what_is_paid_in_several_currencies_is_told_without_amounts_at_our_rates(store, begun, letters):
    change_id, _, lodz = begun
    with store.write("Buy") as work:
        (bought,) = work.purchases.where(account_id=lodz)
        work.purchases.put(Purchase(account_id=lodz, bought_on=bought.bought_on, amount=Decimal(500), currency="EUR",
                                    product_name="Pump P7"))  # fmt: skip

    text = words(letters.letter(change_id, lodz))

    assert "Pump P7" in text
    assert "75,00" not in text
    assert "€" not in text


def test_a_letter_calls_no_figures_those_of_the_last_months_that_are_of_a_year_long_past(store, changes, letters):
    account_id = add(store, "Kestrel Air", 1000)
    with store.write("Old") as work:
        (bought,) = work.purchases.where(account_id=account_id)
        work.purchases.put(replace(bought, bought_on=TUESDAY - timedelta(300)))
    change = changes.start("Pump P7", "5", "1 jun 2027", "Steel costs more than last year.").value

    text = words(letters.letter(change.id, account_id))

    assert changes.show(change.id).total == Decimal("50.00")
    assert "50.00" not in text
    assert "Pump P7" in text
