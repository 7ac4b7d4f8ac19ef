"""Reminders as documents: what each side promised, on a page for each person, and nothing that is ours."""

import re
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from io import BytesIO

import pytest
from pypdf import PdfReader

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.errors import LeakError, MissingError, RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.people import Person
from reviewdesk.domain.review import NoteLine
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.reminder_papers import ReminderPaperService
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, UGLY_NAMES, a_store, small_book, the, ugly_book


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def lodz(store):
    return the(small_book(store), "Łódź Logistics").id


def papers(store):
    return ReminderPaperService(store, resources_folder() / "fonts")


def read(made):
    return re.sub(r"\s+", " ", text_of(made.pdf))


def pages(made):
    return len(PdfReader(BytesIO(made.pdf)).pages)


def person(store, account_id, name):
    with store.read() as reading:
        return next(each for each in reading.people.where(account_id=account_id) if each.name == name)


def promise(store, account_id, what, *, side=Side.THEIRS, days=-2, said=True, **more):
    waits = WaitsOn.CUSTOMER if side is Side.THEIRS else WaitsOn.ME
    step = FollowUp(
        account_id=account_id, what=what, side=side, is_promise=said, due=TUESDAY + timedelta(days), waits_on=waits,
        said_on=TUESDAY - timedelta(40), **more,
    )  # fmt: skip
    with store.write("Promise") as work:
        return work.follow_ups.put(step)


def test_a_person_reads_what_they_took_on_and_what_they_will_get_from_us(store, lodz):
    luis = person(store, lodz, "Luis Ortega")
    made = papers(store).of_person(lodz, luis.id)

    words = read(made)
    assert pages(made) == 1
    assert made.file_name == "Łódź-Logistics-Luis-Ortega-what-we-agreed-2026-11-24.pdf"
    assert not made.is_for_us
    assert "Dear Luis Ortega," in words
    assert "What you took on What For By Agreed Forecast for January Dana Reyes 1 Dec" in words
    assert "Send the revised delivery plan Dana Reyes 12 Nov 25 Aug" in words
    assert "Price sheet with their item numbers Petra Ilić 27 Nov 25 Aug" in words


def test_a_reminder_blames_nobody(store, lodz):
    luis = person(store, lodz, "Luis Ortega")
    promise(store, lodz, "Name a technical contact", days=-20, person_id=luis.id)
    words = read(papers(store).of_person(lodz, luis.id)).casefold()

    assert "name a technical contact dana reyes 4 nov" in words
    assert not re.search(r"\b(over|late|overdue|still|unfortunately|reminder|failed|forgot)", words)


def test_the_meeting_it_was_agreed_in_is_named_in_the_language_of_the_account(store, lodz):
    with store.write("Meeting") as work:
        work.accounts.put(replace(work.accounts.get(lodz), language="de-DE"))
        held = work.reviews.where(account_id=lodz)[0]
        luis = next(each for each in work.people.where(account_id=lodz) if each.name == "Luis Ortega")
        for each in work.follow_ups.where(account_id=lodz):
            work.follow_ups.put(replace(each, review_id=held.id))
    made = papers(store).of_person(lodz, luis.id)

    assert "Guten Tag Luis Ortega," in read(made)
    assert "was wir vereinbart haben (Quartalsgespräch, 25. Aug.), damit" in read(made)
    assert "Forecast for January Dana Reyes 1. Dez." in read(made)
    assert made.file_name == "Łódź-Logistics-Luis-Ortega-Vereinbarungen-2026-11-24.pdf"


def test_what_was_promised_in_a_meeting_somebody_was_not_in_is_not_on_their_page(store, lodz):
    luis = person(store, lodz, "Luis Ortega")
    with store.write("Meeting") as work:
        held = work.reviews.where(account_id=lodz)[0]
        other = next(each for each in work.people.where(account_id=lodz) if each.name != "Luis Ortega")
        work.reviews.put(replace(held, people_ids=(other.id,)))
        plan = next(each for each in work.follow_ups.where(account_id=lodz) if "delivery plan" in each.what)
        work.follow_ups.put(replace(plan, review_id=held.id))

    assert "delivery plan" not in read(papers(store).of_person(lodz, luis.id))
    assert "Price sheet" in read(papers(store).of_person(lodz, luis.id))
    assert "delivery plan" in read(papers(store).of_person(lodz, other.id))


def test_what_is_ours_to_know_is_on_no_page(store, lodz):
    luis = person(store, lodz, "Luis Ortega")
    promise(store, lodz, "Chase them about the slow answers", said=False, person_id=luis.id)
    promise(store, lodz, "Find out who signs", side=Side.OURS, said=False)
    with store.write("Line") as work:
        held = work.reviews.where(account_id=lodz)[0]
        line = NoteLine(text="/they send the pallet sizes", audience=Audience.OUR_SIDE)
        work.reviews.put(replace(held, lines=(*held.lines, line)))
    promise(store, lodz, "send the pallet sizes", review_id=held.id, line_id=line.id, person_id=luis.id)
    words = read(papers(store).of_person(lodz, luis.id))

    assert "Chase" not in words
    assert "signs" not in words
    assert "pallet" not in words


def test_a_line_reworded_for_print_is_printed_so(store, lodz):
    luis = person(store, lodz, "Luis Ortega")
    with store.write("Line") as work:
        held = work.reviews.where(account_id=lodz)[0]
        line = NoteLine(text="/they fix their mess of pallets", print_wording="Send the pallet sizes")
        work.reviews.put(replace(held, lines=(*held.lines, line)))
    promise(store, lodz, "fix their mess of pallets", review_id=held.id, line_id=line.id, person_id=luis.id)
    words = read(papers(store).of_person(lodz, luis.id))

    assert "Send the pallet sizes" in words
    assert "mess" not in words


def test_a_promise_that_names_another_customer_is_refused_and_said_which(store, lodz):
    luis = person(store, lodz, "Luis Ortega")
    promise(store, lodz, "Send the same sheet as Globex Corporation", person_id=luis.id)

    with pytest.raises(LeakError, match=r"Luis Ortega .*“Globex Corporation” \(another account\)\. Reword"):
        papers(store).of_person(lodz, luis.id)


def test_all_of_an_account_is_one_document_with_a_page_each(store, lodz):
    anna = promise(store, lodz, "Name a technical contact", person_id=person(store, lodz, "Piotr Zając").id)
    promise(store, lodz, "Confirm the address of the new warehouse")
    papers_of = papers(store)
    made = papers_of.of_account(lodz)
    file = PdfReader(BytesIO(made.pdf))

    assert anna.person_id is not None
    assert [each.name for each in papers_of.to_remind(lodz)] == ["Luis Ortega", "Piotr Zając", "Łódź Logistics"]
    assert [each.late for each in papers_of.to_remind(lodz)] == [0, 1, 1]
    assert pages(made) == 3
    assert [each.title for each in file.outline] == [
        "Luis Ortega, Łódź Logistics", "Piotr Zając, Łódź Logistics", "Łódź Logistics",
    ]  # fmt: skip
    assert made.file_name == "Łódź-Logistics-reminders-2026-11-24.pdf"
    assert made.pdf == papers_of.of_account(lodz).pdf
    assert file.metadata.creation_date.date() == TUESDAY
    assert "1 of 1" in file.pages[2].extract_text()


def test_who_has_left_is_reminded_of_nothing_and_what_they_took_on_is_the_account_s(store, lodz):
    with store.write("Left") as work:
        luis = next(each for each in work.people.where(account_id=lodz) if each.name == "Luis Ortega")
        work.people.put(replace(luis, left_on=TUESDAY - timedelta(5)))

    (only,) = papers(store).to_remind(lodz)
    assert (only.person_id, only.name) == (None, "Łódź Logistics")
    assert "Dear Sir or Madam," in read(papers(store).of_account(lodz))


def test_all_who_are_late_at_any_customer_are_one_document_for_our_side(store, lodz):
    hooli = the(store, "Hooli").id
    promise(store, lodz, "Name a technical contact", person_id=person(store, lodz, "Piotr Zając").id)
    with store.write("Person") as work:
        zoe = work.people.put(Person(account_id=hooli, name="Zoë O’Neil"))
    promise(store, hooli, "Send the order numbers", person_id=zoe.id)
    made = papers(store).of_all_late()

    assert pages(made) == 2
    assert made.is_for_us
    assert made.file_name == "reminders-to-customers-2026-11-24-for-our-side.pdf"
    first, second = (each.extract_text() for each in PdfReader(BytesIO(made.pdf)).pages)
    assert "Hooli" not in first + second or "Łódź" not in first or "Łódź" not in second
    assert "Luis Ortega" not in first + second


def test_whose_people_owe_us_something_is_listed_those_most_late_first(store, lodz):
    hooli = the(store, "Hooli").id
    before = {each.account_id: (each.count, each.late) for each in papers(store).who_owes()}
    promise(store, hooli, "Send the order numbers")
    promise(store, hooli, "Name a contact", days=9)
    promise(store, hooli, "Their price list", said=False)
    promise(store, hooli, "Ours", side=Side.OURS)

    found = papers(store).who_owes()

    assert (found[0].account, found[0].count, found[0].late) == ("Hooli", 2, 1)
    assert {each.account_id: (each.count, each.late) for each in found[1:]} == before


def test_where_nothing_is_open_it_says_so(store, lodz):
    with store.write("Account") as work:
        marta = work.people.put(Person(account_id=the(store, "Santos Café").id, name="Marta Lima"))
    made = papers(store)

    with pytest.raises(RefusedError, match="Nothing is open between us and Marta Lima"):
        made.of_person(marta.account_id, marta.id)
    with pytest.raises(RefusedError, match="Nobody at Santos Café has promised"):
        made.of_account(marta.account_id)
    with pytest.raises(RefusedError, match="No customer is over a day"):
        made.of_all_late()


def test_a_colleague_reads_what_they_owe_to_whom_since_when_and_how_late_and_that_it_is_ours(store, lodz):
    with store.read() as reading:
        omar, petra = (next(e for e in reading.colleagues.all() if e.name.startswith(n)) for n in ("Omar", "Petra"))
    made = papers(store).of_colleague(omar.id)
    words = read(made)

    assert "For our side" in words
    assert made.is_for_us
    assert made.file_name == "Omar-Haddad-what-we-wait-for-2026-11-24-for-our-side.pdf"
    assert "2 things for 2 customers wait on you, 2 over the day that was agreed." in words
    assert "Globex Corporation Answer the question about batch 7 promised 15 Nov 9 days over" in words
    assert "Wonka Foods Find out why two pallets went wrong 22 Nov 2 days over" in words
    assert "Asked by Dana Reyes" in words
    assert "One thing for a customer waits on you." in read(papers(store).of_colleague(petra.id))
    every = papers(store).of_all_colleagues()
    assert pages(every) == 2
    assert every.is_for_us


def test_a_colleague_on_whom_nothing_waits_gets_no_page(store, lodz):
    with store.read() as reading:
        dana = next(each for each in reading.colleagues.all() if each.is_me)

    with pytest.raises(RefusedError, match="Nothing waits on Dana Reyes"):
        papers(store).of_colleague(dana.id)
    with pytest.raises(MissingError):
        papers(store).of_colleague(lodz)


def test_the_mail_to_a_person_carries_their_page(store, lodz):
    luis = person(store, lodz, "Luis Ortega")
    draft = papers(store).mail(lodz, luis.id)
    mail = message_from_bytes(draft.path.read_bytes(), policy=policy.default)

    assert mail["To"] == f"Luis Ortega <{luis.email}>"
    assert mail["Subject"] == "What we agreed: where we stand"
    assert "Attached is one page on what we agreed" in mail.get_body().get_content()
    (part,) = mail.iter_attachments()
    assert part.get_filename() == "Łódź-Logistics-Luis-Ortega-what-we-agreed-2026-11-24.pdf"
    assert part.get_content().startswith(b"%PDF")
    assert draft.lacking == ()


def test_who_has_no_address_is_named_and_the_mail_is_there_all_the_same(store, lodz):
    with store.write("Person") as work:
        luis = next(each for each in work.people.where(account_id=lodz) if each.name == "Luis Ortega")
        work.people.put(replace(luis, email=""))
    draft = papers(store).mail(lodz, luis.id)

    assert draft.lacking == ("Luis Ortega",)
    assert draft.path.exists()


def test_names_in_any_script_give_pages_all_the_same(store):
    ugly_book(store)
    with store.read() as reading:
        accounts = {each.name: each for each in reading.accounts.all()}
        omar = next(each for each in reading.colleagues.all() if each.name.startswith("Omar"))
    for name in (UGLY_NAMES[0], UGLY_NAMES[1], UGLY_NAMES[5], UGLY_NAMES[7]):
        promise(store, accounts[name].id, f"{name} \x07 R&D <b>bold 🎉")
        assert pages(papers(store).of_account(accounts[name].id)) == 1
    assert pages(papers(store).of_colleague(omar.id)) > 5
    with pytest.raises(LeakError):
        papers(store).of_person(accounts[UGLY_NAMES[2]].id)
