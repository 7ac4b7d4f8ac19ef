"""Back to the company's CRM: what goes, what stays here, nothing twice, and in that CRM's own files."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending, FollowUp
from reviewdesk.domain.handing_over import HandKind
from reviewdesk.domain.people import Person
from reviewdesk.domain.purchase import SourceKey
from reviewdesk.domain.review import NoteLine, Review, ReviewState
from reviewdesk.domain.said import Channel, Contact, Opportunity
from reviewdesk.exchange.crm.every import CRMS
from reviewdesk.exchange.crm.formats import amount_of
from reviewdesk.services.crm_out import CrmOutService
from tests.books import TUESDAY, a_store


@pytest.fixture
def store(tmp_path):
    book = a_store(tmp_path)
    yield book
    book.close()


@pytest.fixture
def crm(store):
    return CrmOutService(store)


@pytest.fixture
def lodz(store):
    """An account and a person that came from HubSpot."""
    account = Account(name="Łódź Logistics")
    anna = Person(account_id=account.id, name="Anna Nowak", email="anna@lodz.example")
    with store.write("Arrange") as work:
        work.accounts.put(account)
        work.people.put(anna)
        work.source_keys.put(SourceKey(source="HubSpot", source_id="901", kind="account", record_id=account.id))
        work.source_keys.put(SourceKey(source="HubSpot", source_id="55", kind="person", record_id=anna.id))
    return account


def put(store, **records):
    with store.write("Arrange") as work:
        return [getattr(work, name).put(record) for name, record in records.items()]


def a_call(account, **known):
    return Contact(account_id=account.id, channel=Channel.CALL, **{"made_on": TUESDAY, "words": "Price list"} | known)


def a_review(account, *lines):
    held = Review(account_id=account.id, period="2026 Q4", planned_on=TUESDAY, held_on=TUESDAY, state=ReviewState.HELD)
    return replace(held, lines=tuple(each if isinstance(each, NoteLine) else NoteLine(text=each) for each in lines))


def titles(offer):
    return [each.item.title for each in offer.going]


def handed(crm, tmp_path, name="HubSpot"):
    offer = crm.offer(name)
    return crm.hand_over(offer, [each.key for each in offer.going], tmp_path)


def rows(path):
    return list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline="")))


def the_file(files, word):
    (found,) = [each for each in files.paths if word in each.name]
    return rows(found)


def test_the_crm_is_the_one_the_accounts_came_from(crm, lodz):
    offer = crm.offer()

    assert (offer.crm, offer.known) == ("HubSpot", ("HubSpot",))


def test_in_a_book_of_nobodys_export_it_is_a_plain_table(crm):
    assert crm.offer().crm == "Any CRM"


def test_everything_that_may_goes_once_in_the_crms_own_files_with_its_ids(crm, store, lodz, tmp_path):
    with store.read() as reading:
        (anna,) = reading.people.all()
    put(
        store,
        contacts=a_call(lodz, person_id=anna.id),
        reviews=a_review(lodz, "! Two late deliveries"),
        follow_ups=FollowUp(
            account_id=lodz.id, what="Send the price list", due=TUESDAY + timedelta(3), is_promise=True
        ),
        opportunities=Opportunity(account_id=lodz.id, what="Night shift", noted_on=TUESDAY, about="about 40 k EUR"),
    )

    files = handed(crm, tmp_path).value

    assert files.count == 4
    (call,) = the_file(files, "calls")
    assert (call["Call title"], call["Associated Company IDs"], call["Associated Contact IDs"]) == (
        "Price list",
        "901",
        "55",
    )
    (note,) = the_file(files, "notes")
    assert note["Note body"] == "Quarterly review 2026 Q4\nConcern: Two late deliveries"
    (task,) = the_file(files, "tasks")
    assert (task["Task title"], task["Task status"]) == ("Send the price list", "Not started")
    assert task["Due date"] == "2026-11-27 12:00"
    (deal,) = the_file(files, "deals")
    assert (deal["Amount"], deal["Deal Currency Code"], deal["Close Date"]) == ("40000", "EUR", "2027-02-22")
    assert crm.offer("HubSpot").going == ()


def test_only_me_stays_here(crm, store, lodz):
    kept_here = "They will not stay"
    put(
        store,
        reviews=a_review(
            lodz,
            f"{kept_here}, a plain line",
            f"// {kept_here}, said to me",
            NoteLine(text=f"! {kept_here}, a concern", audience=Audience.ONLY_ME),
            NoteLine(text="They like the new sensor", audience=Audience.OUR_SIDE),
            "? Can you deliver at night",
        ),
    )

    (note,) = crm.offer("HubSpot").going

    assert note.item.text == "They like the new sensor\nQuestion: Can you deliver at night"
    assert kept_here not in crm.as_text(note.item.record_id)


def test_notes_that_are_all_for_me_are_named_as_staying(crm, store, lodz):
    (review,) = put(store, reviews=a_review(lodz, "They will not stay"))

    offer = crm.offer("HubSpot")

    assert [(each.item.title, each.why) for each in offer.staying] == [
        ("Quarterly review 2026 Q4", "Its notes are for you alone")
    ]
    assert offer.going == ()
    with pytest.raises(RefusedError, match="for you alone"):
        crm.as_text(review.id)


def test_a_follow_up_and_an_opportunity_from_a_line_of_mine_stay_with_it(crm, store, lodz):
    lines = [NoteLine(text=each, audience=Audience.ONLY_ME) for each in ("[] Ask around", "/o Second plant")]
    review = a_review(lodz, *lines)
    step, chance = (
        FollowUp(account_id=lodz.id, what="Ask around", review_id=review.id, line_id=lines[0].id),
        Opportunity(
            account_id=lodz.id, what="Second plant", noted_on=TUESDAY, review_id=review.id, line_id=lines[1].id
        ),
    )
    put(store, reviews=review, follow_ups=step, opportunities=chance)
    with store.write("A step about a concern of that line") as work:
        worry = Concern(
            account_id=lodz.id, words="Ask around", summary="Ask around", severity=2, raised_on=TUESDAY,
            review_id=review.id, line_id=lines[0].id,
        )  # fmt: skip
        work.concerns.put(worry)
        work.follow_ups.put(FollowUp(account_id=lodz.id, what="Call about “Ask around”", concern_id=worry.id))

    offer = crm.offer("HubSpot")

    assert offer.going == ()
    assert {each.item.title for each in offer.staying} == {
        "Ask around", "Second plant", "Quarterly review 2026 Q4", "Call about “Ask around”",
    }  # fmt: skip


def test_what_was_changed_since_goes_again_as_changed_and_nothing_else_does(crm, store, lodz, tmp_path):
    step, _ = put(store, follow_ups=FollowUp(account_id=lodz.id, what="Send the price list"), contacts=a_call(lodz))
    handed(crm, tmp_path)
    put(store, follow_ups=replace(step, ending=Ending.KEPT, ended_on=TUESDAY))

    (again,) = crm.offer("HubSpot").going
    files = handed(crm, tmp_path).value

    assert again.again
    (task,) = the_file(files, "tasks")
    assert (task["Task title"], task["Task status"]) == ("Changed: Send the price list", "Completed")
    assert "(2)" in files.paths[0].name
    assert crm.offer("HubSpot").going == ()


def test_what_went_to_one_crm_still_goes_to_another(crm, store, lodz, tmp_path):
    put(store, contacts=a_call(lodz))
    handed(crm, tmp_path)

    assert titles(crm.offer("Pipedrive")) == ["Price list"]


def test_the_first_time_the_last_thirty_days_go_and_what_is_still_open(crm, store, lodz):
    for days in (20, 40):
        put(store, contacts=a_call(lodz, made_on=TUESDAY - timedelta(days), words=f"{days} days ago"))
    said = TUESDAY - timedelta(300)
    put(store, follow_ups=FollowUp(account_id=lodz.id, what="Still open", said_on=said))

    offer = crm.offer("HubSpot")

    assert (titles(offer), offer.earlier) == (["Still open", "20 days ago"], 1)
    assert titles(crm.offer("HubSpot", TUESDAY - timedelta(50))) == ["Still open", "40 days ago", "20 days ago"]


def test_what_is_entered_late_goes_next_time_though_its_day_is_before_the_last(crm, store, lodz, tmp_path):
    put(store, contacts=a_call(lodz))
    handed(crm, tmp_path)
    put(store, contacts=a_call(lodz, made_on=TUESDAY - timedelta(15), words="15 days ago"))

    assert titles(crm.offer("HubSpot")) == ["15 days ago"]


def test_handing_over_is_undone_in_one_step(crm, store, lodz, tmp_path):
    put(store, contacts=a_call(lodz))
    handed(crm, tmp_path)

    store.undo()

    assert titles(crm.offer("HubSpot")) == ["Price list"]


def test_what_was_not_ticked_comes_again_next_time(crm, store, lodz, tmp_path):
    put(store, contacts=a_call(lodz), follow_ups=FollowUp(account_id=lodz.id, what="Send the price list"))
    offer = crm.offer("HubSpot")

    crm.hand_over(offer, [each.key for each in offer.going if each.item.kind is HandKind.CONTACT], tmp_path)

    assert titles(crm.offer("HubSpot")) == ["Send the price list"]
    with pytest.raises(RefusedError, match="Nothing is ticked"):
        crm.hand_over(crm.offer("HubSpot"), [], tmp_path)


def test_an_account_that_the_crm_does_not_know_is_named_with_the_reason(crm, store, lodz):
    (other,) = put(store, accounts=Account(name="Aurora Labs"))
    put(store, contacts=a_call(other))

    (staying,) = crm.offer("HubSpot").staying

    assert (staying.account, staying.why) == (
        "Aurora Labs",
        "HubSpot does not know this account: it did not come from there",
    )
    assert titles(crm.offer("Pipedrive")) == ["Price list"]


def test_a_day_that_a_crm_asks_for_and_nobody_said_is_shown_beforehand(crm, store, lodz):
    put(store, opportunities=Opportunity(account_id=lodz.id, what="Night shift", noted_on=TUESDAY))

    assert crm.offer("HubSpot").going[0].remark == "closes 22 Feb 2027, since HubSpot asks for a day"
    assert crm.offer("Pipedrive").going[0].remark == ""


def test_where_a_file_cannot_be_written_nothing_counts_as_handed_over(crm, store, lodz, tmp_path):
    put(store, contacts=a_call(lodz))
    offer = crm.offer("HubSpot")
    no_folder = tmp_path / "notes.txt"
    no_folder.write_text("a file")

    with pytest.raises(RefusedError):
        crm.hand_over(offer, [each.key for each in offer.going], no_folder)

    assert titles(crm.offer("HubSpot")) == ["Price list"]


def test_a_withdrawn_record_and_a_review_ahead_are_nothing_to_hand_over(crm, store, lodz):
    put(
        store,
        follow_ups=FollowUp(account_id=lodz.id, what="x", withdrawn=True),
        opportunities=Opportunity(account_id=lodz.id, what="x", noted_on=TUESDAY, withdrawn=True),
        reviews=Review(account_id=lodz.id, planned_on=TUESDAY, lines=(NoteLine(text="! x"),)),
    )

    offer = crm.offer("HubSpot")

    assert (offer.going, offer.staying) == ((), ())


@pytest.mark.parametrize("name", list(CRMS))
def test_cells_that_would_run_as_formulas_are_put_under_guard_in_every_format(crm, store, lodz, tmp_path, name):
    with store.write("Arrange") as work:
        work.source_keys.put(SourceKey(source=name, source_id="=1+1", kind="account", record_id=lodz.id))
    put(
        store,
        contacts=a_call(lodz, words="=cmd|' /C calc'!A0\n@SUM(1)"),
        reviews=a_review(lodz, NoteLine(text="+1+1", audience=Audience.OUR_SIDE)),
        follow_ups=FollowUp(account_id=lodz.id, what="-2+3"),
        opportunities=Opportunity(account_id=lodz.id, what="\t=1", noted_on=TUESDAY, next_step="=2"),
    )

    files = handed(crm, tmp_path, name).value

    cells = [cell for path in files.paths for row in rows(path) for cell in row.values()]
    assert any("cmd" in each for each in cells)
    assert not [each for each in cells if each.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("name", list(CRMS))
def test_every_kind_has_its_table_in_every_format(crm, store, lodz, tmp_path, name):
    with store.write("Arrange") as work:
        work.source_keys.put(SourceKey(source=name, source_id="901", kind="account", record_id=lodz.id))
    for channel in Channel:
        put(store, contacts=replace(a_call(lodz), channel=channel, words=f"By {channel}"))
    put(
        store,
        reviews=a_review(lodz, "+ On time"),
        follow_ups=FollowUp(account_id=lodz.id, what="Send it", ending=Ending.DROPPED, reason="not needed"),
        opportunities=Opportunity(account_id=lodz.id, what="Night shift", noted_on=TUESDAY, won=True, ended_on=TUESDAY),
    )

    files = handed(crm, tmp_path, name).value

    text = "\n".join(path.read_text("utf-8-sig") for path in files.paths)
    assert files.count == 7
    assert all(
        each in text for each in ("By call", "By visit", "By answered mail", "On time", "Send it", "Night shift")
    )
    assert "901" in text or name == "Any CRM"
    assert "{" not in text


def test_one_is_copied_as_text(crm, store, lodz):
    (step,) = put(store, follow_ups=FollowUp(account_id=lodz.id, what="Send the price list", due=date(2026, 11, 27)))

    text = crm.as_text(step.id)

    assert text == "Follow-up, 27 Nov 2026, Łódź Logistics\nSend the price list\ndue 27 Nov 2026"


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("about 40,000 EUR", ("40000", "EUR")), ("€ 12.500", ("12500", "EUR")), ("40k", ("40000", "")),
        ("~ 1 200 000 PLN", ("1200000", "PLN")), ("a lot", ("", "")), ("40,5", ("", "")),
        ("two or 3", ("", "")), ("", ("", "")),
    ],
)  # fmt: skip
def test_an_amount_is_one_only_where_the_words_leave_no_doubt(words, amount):
    assert amount_of(words) == amount
