"""Follow-ups: whom they wait on, how they end, what repeats, and what a colleague is told."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.review import Review, ReviewKind
from reviewdesk.services.follow_up_rows import Nearness
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.storage import standing
from reviewdesk.storage.book_file import open_book

TODAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path):
    book = open_book(tmp_path / "northgate.reviewdesk", Clock(TODAY), may_create=True)
    yield book
    book.close()


@pytest.fixture
def follow_ups(store):
    return FollowUpService(store)


@pytest.fixture
def put(store):
    def put(*records):
        with store.write("Arrange") as work:
            for each in records:
                {
                    Account: work.accounts,
                    Person: work.people,
                    Colleague: work.colleagues,
                    Review: work.reviews,
                    FollowUp: work.follow_ups,
                }[type(each)].put(each)
        return records[0] if len(records) == 1 else records

    return put


@pytest.fixture
def lodz(put):
    return put(Account(name="Łódź Logistics"))


@pytest.fixture
def pricing(put):
    return put(Colleague(name="Paula Pricing", email="paula@northgate.example"))


def on(store, day):
    store.clock = Clock(day)


def loaded(store, follow_up):
    with store.read() as reading:
        return reading.follow_ups.get(follow_up.id)


def all_of(store):
    with store.read() as reading:
        return reading.follow_ups.all()


def test_what_is_open_is_listed_late_first_and_what_has_no_date_last(follow_ups, lodz):
    for what, due in (
        ("Forecast", None),
        ("Price sheet", date(2026, 11, 27)),
        ("Delivery plan", date(2026, 11, 12)),
        ("Call Anna", TODAY),
        ("Yearly plan", date(2027, 1, 11)),
        ("Samples", date(2026, 11, 25)),
    ):
        follow_ups.add(lodz.id, what, due)

    assert [(row.what, row.due_words, row.nearness) for row in follow_ups.rows()] == [
        ("Delivery plan", "12 days over", Nearness.LATE),
        ("Call Anna", "Today", Nearness.TODAY),
        ("Samples", "Tomorrow", Nearness.SOON),
        ("Price sheet", "Fri", Nearness.SOON),
        ("Yearly plan", "11 Jan 2027", Nearness.LATER),
        ("Forecast", "no date", Nearness.UNDATED),
    ]


def test_a_row_says_for_whom_on_whom_and_from_which_review(follow_ups, put, lodz, pricing):
    anna = put(Person(account_id=lodz.id, name="Anna Nowak", phone="0048 42 555 0142", email="anna@lodz.example"))
    review = put(Review(account_id=lodz.id, kind=ReviewKind.QUARTERLY, held_on=date(2026, 8, 25)))
    put(
        FollowUp(
            account_id=lodz.id, what="Price sheet", due=TODAY, review_id=review.id, colleague_id=pricing.id,
            waits_on=WaitsOn.COLLEAGUE, is_promise=True,
        ),
        FollowUp(account_id=lodz.id, what="Forecast", side=Side.THEIRS, person_id=anna.id, waits_on=WaitsOn.CUSTOMER),
    )  # fmt: skip

    ours, theirs = follow_ups.rows()

    assert (ours.account, ours.who, ours.source) == (
        "Łódź Logistics",
        "Paula Pricing",
        "quarterly review of 25 Aug",
    )
    assert (ours.is_ours, ours.is_promise, ours.waits_on, ours.review_id) == (
        True,
        True,
        WaitsOn.COLLEAGUE,
        review.id,
    )
    assert (theirs.who, theirs.phone, theirs.is_ours, theirs.source) == ("Anna Nowak", "0048 42 555 0142", False, "")


def test_what_waits_on_a_colleague_who_is_me_waits_on_me(follow_ups, put, lodz):
    me = put(Colleague(name="Dana Reyes", is_me=True))
    put(FollowUp(account_id=lodz.id, what="Call Anna", colleague_id=me.id, waits_on=WaitsOn.COLLEAGUE))

    (row,) = follow_ups.rows()

    assert (row.waits_on, row.who) == (WaitsOn.ME, "")


def test_the_rows_of_one_account_are_its_own(follow_ups, put, lodz):
    other = put(Account(name="Globex"))
    follow_ups.add(lodz.id, "Price sheet", TODAY)
    follow_ups.add(other.id, "Samples", TODAY)

    assert [row.what for row in follow_ups.rows(other.id)] == ["Samples"]


def test_added_for_a_colleague_it_waits_on_them_and_for_a_person_of_theirs_on_the_customer(
    follow_ups, put, lodz, pricing
):
    anna = put(Person(account_id=lodz.id, name="Anna Nowak"))

    ours = follow_ups.add(lodz.id, "Price sheet", TODAY, who_id=pricing.id).value
    theirs = follow_ups.add(lodz.id, "Forecast", TODAY, side=Side.THEIRS, who_id=anna.id).value

    assert (ours.waits_on, ours.colleague_id, ours.person_id) == (WaitsOn.COLLEAGUE, pricing.id, None)
    assert (theirs.waits_on, theirs.colleague_id, theirs.person_id) == (WaitsOn.CUSTOMER, None, anna.id)
    assert ours.said_on == TODAY


def test_what_says_nothing_and_a_promise_without_a_date_are_refused_and_not_kept(follow_ups, store, lodz):
    with pytest.raises(RefusedError, match="few words"):
        follow_ups.add(lodz.id, "  ", TODAY)
    with pytest.raises(RefusedError, match="by when"):
        follow_ups.add(lodz.id, "Price sheet", is_promise=True)
    with pytest.raises(MissingError):
        follow_ups.add(uuid4(), "Price sheet", TODAY)

    assert all_of(store) == ()


def test_one_done_in_time_is_kept_and_one_done_after_its_date_kept_late(follow_ups, lodz):
    in_time = follow_ups.add(lodz.id, "Price sheet", TODAY).value
    late = follow_ups.add(lodz.id, "Delivery plan", TODAY - timedelta(1)).value

    assert follow_ups.done(in_time.id).value.ending is Ending.KEPT
    assert follow_ups.done(late.id).value.ending is Ending.KEPT_LATE
    assert follow_ups.rows() == ()


def test_one_that_was_done_opens_again_and_undo_brings_it_back_too(follow_ups, store, lodz):
    made = follow_ups.add(lodz.id, "Price sheet", TODAY).value

    done = follow_ups.done(made.id)
    with pytest.raises(RefusedError, match="Reopen"):
        follow_ups.done(made.id)
    store.undo(done.changes.step)
    assert [row.id for row in follow_ups.rows()] == [made.id]

    follow_ups.done(made.id)
    assert follow_ups.reopen(made.id).value.is_open


def test_one_that_repeats_comes_again_from_its_first_day_without_drift(follow_ups, store, lodz):
    on(store, date(2026, 11, 30))
    made = follow_ups.add(lodz.id, "Quarterly figures", date(2026, 11, 30), repeat_months=3).value

    dues = []
    for _ in range(4):
        follow_ups.done(made.id)
        (row,) = follow_ups.rows()
        dues.append(row.due)
        made = loaded(store, row)

    assert dues == [date(2027, 2, 28), date(2027, 5, 30), date(2027, 8, 30), date(2027, 11, 30)]


def test_done_and_its_repeat_are_one_step_that_is_undone_whole(follow_ups, store, lodz):
    made = follow_ups.add(lodz.id, "Quarterly figures", TODAY, repeat_months=3).value

    done = follow_ups.done(made.id)
    assert len(all_of(store)) == 2
    store.undo(done.changes.step)

    assert [each.id for each in all_of(store)] == [made.id]


def test_one_that_was_reopened_and_done_again_does_not_come_twice(follow_ups, store, lodz):
    made = follow_ups.add(lodz.id, "Quarterly figures", TODAY, repeat_months=3).value

    follow_ups.done(made.id)
    follow_ups.reopen(made.id)
    follow_ups.done(made.id)

    assert [row.due for row in follow_ups.rows()] == [date(2027, 2, 24)]


def test_a_promise_moved_before_its_date_keeps_the_old_one_with_who_agreed(follow_ups, store, lodz):
    made = follow_ups.add(lodz.id, "Price sheet", date(2026, 11, 27), is_promise=True).value

    follow_ups.move(made.id, date(2026, 12, 4), agreed_with=" Anna Nowak ")

    moved = loaded(store, made)
    assert moved.due == date(2026, 12, 4)
    assert [(each.was_due, each.agreed_with) for each in moved.moves] == [(date(2026, 11, 27), "Anna Nowak")]
    with store.read() as reading:
        assert standing.stored(reading.connection)[lodz.id].promises_due == (date(2026, 12, 4),)


def test_one_that_has_ended_is_neither_moved_nor_snoozed_nor_handed_on(follow_ups, lodz):
    made = follow_ups.add(lodz.id, "Price sheet", TODAY).value
    follow_ups.done(made.id)

    for attempt in (
        lambda: follow_ups.move(made.id, date(2026, 12, 4)),
        lambda: follow_ups.snooze(made.id, date(2026, 12, 4)),
        lambda: follow_ups.wait_on(made.id, WaitsOn.CUSTOMER),
    ):
        with pytest.raises(RefusedError, match="Reopen"):
            attempt()


def test_nothing_is_snoozed_past_its_day_while_that_is_still_to_come(follow_ups, store, lodz):
    made = follow_ups.add(lodz.id, "Price sheet", date(2026, 12, 4), is_promise=True).value
    with pytest.raises(RefusedError, match="It is due on 4 Dec. Move it, or snooze it until then."):
        follow_ups.snooze(made.id, date(2026, 12, 15))
    assert follow_ups.snooze(made.id, date(2026, 12, 4)).value.snoozed_until == date(2026, 12, 4)

    on(store, date(2026, 12, 7))
    assert follow_ups.snooze(made.id, date(2026, 12, 9)).value.snoozed_until == date(2026, 12, 9)


def test_nothing_is_promised_for_a_day_gone_by(follow_ups, lodz):
    with pytest.raises(RefusedError, match="20 Nov was over when this was promised"):
        follow_ups.add(lodz.id, "Price sheet", date(2026, 11, 20), is_promise=True)


def test_a_snoozed_one_is_out_of_sight_until_its_day_and_keeps_its_date(follow_ups, store, lodz):
    made = follow_ups.add(lodz.id, "Price sheet", TODAY).value

    follow_ups.snooze(made.id, date(2026, 11, 26))

    assert follow_ups.rows() == ()
    assert [row.is_snoozed for row in follow_ups.rows(with_snoozed=True)] == [True]
    on(store, date(2026, 11, 26))
    assert [(row.due, row.due_words) for row in follow_ups.rows()] == [(TODAY, "2 days over")]
    with pytest.raises(RefusedError, match="later day"):
        follow_ups.snooze(made.id, date(2026, 11, 26))


def test_a_promise_is_dropped_only_with_a_reason_and_anything_else_without(follow_ups, store, lodz):
    promise = follow_ups.add(lodz.id, "Price sheet", TODAY, is_promise=True).value
    chore = follow_ups.add(lodz.id, "Tidy the folder", TODAY).value

    with pytest.raises(RefusedError, match="why it is dropped"):
        follow_ups.drop(promise.id, because=" ")
    follow_ups.drop(promise.id, because="They chose another product")
    follow_ups.drop(chore.id)

    assert (loaded(store, promise).ending, loaded(store, promise).reason) == (
        Ending.DROPPED,
        "They chose another product",
    )
    assert loaded(store, chore).ending is Ending.DROPPED


def test_handing_on_names_the_colleague_and_taking_back_names_me(follow_ups, store, put, lodz, pricing):
    me = put(Colleague(name="Dana Reyes", is_me=True))
    made = follow_ups.add(lodz.id, "Price sheet", TODAY).value

    assert follow_ups.wait_on(made.id, WaitsOn.COLLEAGUE, pricing.id).value.colleague_id == pricing.id
    assert [(row.waits_on, row.who) for row in follow_ups.rows()] == [(WaitsOn.COLLEAGUE, "Paula Pricing")]
    back = follow_ups.wait_on(made.id, WaitsOn.ME).value
    assert (back.waits_on, back.colleague_id) == (WaitsOn.ME, me.id)


def test_ours_that_waits_on_the_customer_keeps_its_owner(follow_ups, lodz, pricing):
    made = follow_ups.add(lodz.id, "Price sheet", TODAY, who_id=pricing.id).value

    handed = follow_ups.wait_on(made.id, WaitsOn.CUSTOMER).value

    assert (handed.waits_on, handed.colleague_id, handed.person_id) == (WaitsOn.CUSTOMER, pricing.id, None)


def test_what_the_customer_owes_cannot_wait_on_a_colleague(follow_ups, lodz, pricing):
    theirs = follow_ups.add(lodz.id, "Forecast", TODAY, side=Side.THEIRS).value

    with pytest.raises(RefusedError, match="for the customer to do"):
        follow_ups.wait_on(theirs.id, WaitsOn.COLLEAGUE, pricing.id)
    with pytest.raises(RefusedError, match="which colleague"):
        follow_ups.wait_on(theirs.id, WaitsOn.COLLEAGUE)


def test_words_typed_one_after_the_other_are_one_step_to_undo(follow_ups, store, lodz):
    made = follow_ups.add(lodz.id, "Price", TODAY).value

    follow_ups.change(made.id, "what", "Price sheet")
    follow_ups.change(made.id, "what", "Price sheet with their item numbers")
    assert loaded(store, made).what == "Price sheet with their item numbers"
    store.undo()

    assert loaded(store, made).what == "Price"


def test_a_change_that_does_not_fit_is_refused(follow_ups, lodz):
    made = follow_ups.add(lodz.id, "Price sheet").value

    for field, value in (
        ("what", " "),
        ("is_promise", True),
        ("remind_before", (400,)),
        ("remind_before", (-1,)),
        ("id", uuid4()),
    ):
        with pytest.raises(RefusedError):
            follow_ups.change(made.id, field, value)


def test_a_year_before_is_the_earliest_reminder(follow_ups, lodz):
    made = follow_ups.add(lodz.id, "Contract", date(2027, 11, 30)).value

    assert follow_ups.change(made.id, "remind_before", (366, 30, 0)).value.remind_before == (366, 30, 0)


def test_a_repeat_set_later_counts_from_the_date_it_has_then(follow_ups, lodz):
    made = follow_ups.add(lodz.id, "Figures", date(2026, 11, 30)).value

    changed = follow_ups.change(made.id, "repeat_months", 3).value

    assert (changed.repeat_months, changed.repeat_anchor) == (3, date(2026, 11, 30))
    assert follow_ups.what_next(made.id).repeats_on == date(2027, 2, 28)


def test_after_one_is_done_another_for_the_same_account_is_offered(follow_ups, lodz):
    made = follow_ups.add(lodz.id, "Price sheet", TODAY).value
    follow_ups.done(made.id)

    offer = follow_ups.what_next(made.id)

    assert (offer.account_id, offer.account, offer.after, offer.repeats_on) == (
        lodz.id,
        "Łódź Logistics",
        "Price sheet",
        None,
    )


def ended(lodz, ending, ended_on=TODAY, **known):
    return FollowUp(
        **{"account_id": lodz.id, "what": f"{ending}", "is_promise": True, "due": ended_on, "ending": ending,
           "ended_on": ended_on} | known
    )  # fmt: skip


def test_four_kept_two_late_and_one_broken_make_a_kept_rate_of_71_per_cent(follow_ups, put, lodz):
    put(
        *(ended(lodz, Ending.KEPT) for _ in range(4)),
        *(ended(lodz, Ending.KEPT_LATE) for _ in range(2)),
        ended(lodz, Ending.BROKEN),
        ended(lodz, Ending.DROPPED),
    )

    ledger = follow_ups.ledger()

    assert ledger.rate == 71
    assert (ledger.kept, ledger.kept_late, ledger.broken) == (4, 2, 1)
    assert len(ledger.promises) == 7
    assert ledger.arithmetic == "(4 × 1 + 2 × ½ + 1 × 0) ÷ 7 = 71 %"


def test_below_three_ended_promises_the_kept_rate_is_unknown(follow_ups, put, lodz):
    put(ended(lodz, Ending.KEPT), ended(lodz, Ending.KEPT))

    ledger = follow_ups.ledger()

    assert ledger.rate is None
    assert ledger.arithmetic == "2 of the 3 that are needed"


def test_only_our_promises_of_the_last_180_days_count(follow_ups, put, lodz):
    first = TODAY - timedelta(180)
    put(
        ended(lodz, Ending.KEPT, first, what="just inside"),
        ended(lodz, Ending.BROKEN, first - timedelta(1), what="too long ago"),
        ended(lodz, Ending.BROKEN, what="theirs", side=Side.THEIRS),
        ended(lodz, Ending.BROKEN, what="no promise", is_promise=False),
        ended(lodz, Ending.BROKEN, what="withdrawn", withdrawn=True),
    )

    ledger = follow_ups.ledger()

    assert ledger.since == first
    assert [each.what for each in ledger.promises] == ["just inside"]


def test_one_mail_tells_a_colleague_all_they_owe_for_whom_and_since_when(follow_ups, put, lodz, pricing):
    globex = put(Account(name="Globex"))
    put(
        *(
            FollowUp(
                account_id=account.id, what=what, due=due, said_on=date(2026, 11, 3), colleague_id=pricing.id,
                waits_on=WaitsOn.COLLEAGUE, is_promise=promised,
            )
            for account, what, due, promised in (
                (lodz, "Price sheet\nwith item numbers", date(2026, 11, 12), True),
                (globex, "Rebate for 2027", date(2026, 11, 27), False),
                (lodz, "Answer on freight", None, False),
            )
        )
    )  # fmt: skip
    follow_ups.add(lodz.id, "Mine alone", TODAY)

    mail = follow_ups.mail(pricing.id)

    assert (mail.address, mail.subject) == ("paula@northgate.example", "What I am waiting for: 3 things")
    assert mail.text == (
        "Hello Paula Pricing,\n\n"
        "3 things for our customers wait on you:\n\n"
        "Globex\n"
        "- Rebate for 2027 (since 3 Nov, due 27 Nov)\n\n"
        "Łódź Logistics\n"
        "- Price sheet with item numbers (promised to them, since 3 Nov, due 12 Nov, 12 days over)\n"
        "- Answer on freight (since 3 Nov, no date yet)\n\n"
        "Please tell me what is done, and where a date will not hold.\n"
    )
    link = urlsplit(mail.link)
    assert (link.scheme, link.path) == ("mailto", "paula@northgate.example")
    assert parse_qs(link.query)["body"] == [mail.text.replace("\n", "\r\n")]


def test_a_mail_too_long_for_a_link_is_there_to_be_copied(follow_ups, lodz, pricing):
    for number in range(40):
        follow_ups.add(lodz.id, f"The {number}. thing that was asked for long ago", TODAY, who_id=pricing.id)

    mail = follow_ups.mail(pricing.id)

    assert mail.link == ""
    assert "The 39. thing" in mail.text


def test_an_address_with_a_line_break_adds_no_header_to_the_link(follow_ups, put, lodz):
    sly = put(Colleague(name="Sly", email="sly@x.example\r\nBcc: all@x.example?cc=b@x.example"))
    follow_ups.add(lodz.id, "Price sheet", TODAY, who_id=sly.id)

    link = follow_ups.mail(sly.id).link

    assert "%0D%0A" not in link.partition("&body=")[0]
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}


def test_where_nothing_waits_on_a_colleague_there_is_no_mail(follow_ups, pricing):
    with pytest.raises(RefusedError, match="Nothing waits on Paula Pricing"):
        follow_ups.mail(pricing.id)


def test_a_late_promise_moved_and_then_done_was_kept_late(follow_ups, put, lodz):
    today = follow_ups.desk().today
    late = put(FollowUp(account_id=lodz.id, what="Send it", is_promise=True, due=today - timedelta(20)))
    moved = follow_ups.move(late.id, today + timedelta(9), agreed_with="Anna").value
    assert (moved.moves[0].agreed_with, moved.moves[0].was_late) == ("", True)

    assert follow_ups.done(late.id).value.ending is Ending.KEPT_LATE
    assert follow_ups.ledger().kept_late >= 1


def test_a_promise_moved_in_time_was_kept(follow_ups, put, lodz):
    today = follow_ups.desk().today
    soon = put(FollowUp(account_id=lodz.id, what="Send it", is_promise=True, due=today))
    moved = follow_ups.move(soon.id, today + timedelta(9), agreed_with="Anna").value

    assert (moved.moves[0].agreed_with, moved.moves[0].was_late) == ("Anna", False)
    assert follow_ups.done(soon.id).value.ending is Ending.KEPT


def test_nothing_is_moved_to_a_day_gone_by(follow_ups, lodz):
    step = follow_ups.add(lodz.id, "Send figures", TODAY + timedelta(days=3)).value

    with pytest.raises(RefusedError, match="That day is past"):
        follow_ups.move(step.id, TODAY - timedelta(days=1))

    assert follow_ups.move(step.id, TODAY).value.due == TODAY
