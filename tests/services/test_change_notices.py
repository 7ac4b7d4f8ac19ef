"""A change is rehearsed before anybody is told, announced as steps with dates, and followed through."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Account, AccountStatus, ReasonToStay
from reviewdesk.domain.agenda import CONCERNS, fill_agenda
from reviewdesk.domain.answer import SCALES, Answer, Asked
from reviewdesk.domain.change_exposure import Sign
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.planned_change import Taken
from reviewdesk.domain.purchase import Purchase
from reviewdesk.services.briefs import BriefService
from reviewdesk.services.change_notices import ChangeNoticeService
from reviewdesk.services.change_outcomes import ChangeOutcomeService
from reviewdesk.services.gathering import known_of
from reviewdesk.services.merging import MergeService
from tests.books import TUESDAY, a_store

LONG_AGO = TUESDAY - timedelta(days=400)


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def changes(store):
    return ChangeNoticeService(store)


@pytest.fixture
def outcomes(store):
    return ChangeOutcomeService(store)


def add(store, name, *bought, people=(), **fields):
    """Add an account that bought: what, for how much, and perhaps when and in which currency."""
    with store.write("Add") as work:
        account = work.accounts.put(Account(name=name, added_on=TUESDAY, **fields))
        for product, amount, *more in bought:
            day = next((each for each in more if isinstance(each, date)), TUESDAY - timedelta(days=10))
            currency = next((each for each in more if isinstance(each, str)), "EUR")
            work.purchases.put(
                Purchase(account_id=account.id, product_name=product, bought_on=day, amount=Decimal(amount),
                         currency=currency)
            )  # fmt: skip
        for each in people:
            work.people.put(Person(account_id=account.id, name=each))
    return account


@pytest.fixture
def begun(store, changes):
    """A rise of 4.5 % that touches three accounts and leaves three out."""
    add(store, "Small", ("drive x4", "333.33"), ("Oil", 1000), people=("Ann",), price_notice_days=120)
    add(store, "Large", ("Drive X4", "1000"), ("Drive X4", "-100"), ("Oil", 99100))
    add(store, "Cheap", ("Drive X4", "10"), ("Oil", 9990), reason_to_stay=ReasonToStay.PRICE)
    add(store, "Long ago", ("Drive X4", "500", LONG_AGO), ("Oil", 10))
    add(store, "Gone", ("Drive X4", "500"), status=AccountStatus.LOST)
    return changes.start("Drive X4", "4.5", "1 jun 2027", "Steel costs more").value


def test_who_is_hurt_and_by_how_much_and_who_is_left_out_and_why(begun, changes):
    shown = changes.show(begun.id)

    assert [(each.account, each.exposure, each.signs) for each in shown.hurt] == [
        ("Small", Decimal("15.00"), (Sign.ONE_CONTACT,)),
        ("Cheap", Decimal("0.45"), (Sign.PRICE_LED,)),
        ("Large", Decimal("40.50"), ()),
    ]
    assert [each.call_by for each in shown.hurt] == [date(2027, 2, 1), date(2027, 5, 2), date(2027, 5, 2)]
    assert shown.hurt[0].why[Sign.ONE_CONTACT] == "only Ann"
    assert {each.account: each.why for each in shown.left_out} == {
        "Long ago": "last bought 20 Oct 2025, over 12 months ago", "Gone": "no longer a customer",
    }  # fmt: skip
    assert shown.total == sum(each.exposure for each in (*shown.called, *shown.by_letter)) == shown.balance.exposure


def test_nothing_is_announced_over_the_head_of_who_bought_in_a_currency_without_a_rate(store, begun, changes):
    add(store, "Abroad", ("Drive X4", "500", "NOK"))

    assert [each.account for each in changes.show(begun.id).without_rate] == ["Abroad"]
    with pytest.raises(RefusedError, match=r"^Abroad bought .* Enter it in Settings"):
        changes.announce(begun.id)


def test_who_returned_as_much_as_they_bought_is_left_out_by_name_and_lowers_no_total(store, begun, changes):
    add(store, "Returner", ("Drive X4", "500"), ("Drive X4", "-900"))

    shown = changes.show(begun.id)
    assert [each.why for each in shown.left_out if each.account == "Returner"] == ["returned as much as they bought"]
    assert shown.total == Decimal("55.95")


def test_accounts_are_put_in_the_order_of_the_amount_and_back_in_that_of_the_rule(begun, changes):
    changes.rank_by_amount(begun.id)
    assert [each.account for each in changes.show(begun.id).hurt] == ["Large", "Small", "Cheap"]
    assert [str(each.share) for each in changes.show(begun.id).hurt] == ["0.0", "1.1", "0.0"]
    changes.rank_by_rule(begun.id)
    assert [each.account for each in changes.show(begun.id).hurt] == ["Small", "Cheap", "Large"]


def test_each_call_goes_into_the_diary_of_the_owner_of_its_account_beside_the_calls_about_other_changes(
    store, begun, changes
):
    with store.write("Hours") as work:
        work.books.put(replace(work.book, hours_a_week=Decimal("0.5"), hours_a_call=Decimal("0.5")))
        ada = work.colleagues.put(Colleague(name="Ada", hours_a_week=Decimal(40)))
    for each in ("One", "Two", "Three"):
        add(store, each, ("Oil", 10), owner_id=ada.id)
    oil = changes.start("Oil", "4.5", "31 dec 2026", "It costs more").value
    shown = changes.show(oil.id)
    names = {each.account_id: each.account for each in shown.hurt}

    assert {names[each] for each in shown.diary.days} >= {"One", "Two", "Three"}, "Ada has room for all of hers"
    assert (
        {names[each] for each in shown.diary.late} == {"Small"} == {each.account for each in shown.hurt if each.is_late}
    )
    assert len(shown.diary.no_room) == 2, "one's own week has room for one call"
    changes.announce(oil.id)
    drive = changes.start("Drive X4", "4.5", "31 dec 2026", "It costs more").value
    assert {names[each] for each in changes.show(drive.id).diary.no_room} == {"Large", "Cheap"}


def test_a_row_moved_by_hand_stays_and_the_line_says_who_is_called(begun, changes):
    large = changes.show(begun.id).hurt[2].account_id
    changes.move(begun.id, large, 1)
    changes.draw_line(begun.id, 2)
    changes.by_letter(begun.id, changes.show(begun.id).hurt[1].account_id, enough=True)

    shown = changes.show(begun.id)

    assert [(each.account, each.is_called) for each in shown.hurt] == [
        ("Large", True), ("Small", False), ("Cheap", False),
    ]  # fmt: skip
    changes.rank_by_rule(begun.id)
    assert changes.show(begun.id).hurt[0].account == "Small"


def test_nobody_has_a_step_before_it_is_announced_and_then_four_each_above_the_line(store, begun, changes):
    changes.draw_line(begun.id, 1)
    with store.read() as reading:
        assert not reading.follow_ups.where(about_id=begun.id)

    changes.announce(begun.id)

    (small,) = changes.show(begun.id).called
    assert [each.due for each in small.steps] == [
        date(2027, 2, 1), date(2027, 6, 15), date(2027, 7, 16), date(2027, 8, 30),
    ]  # fmt: skip
    assert not any(name in each.what for each in small.steps for name in ("Large", "Cheap", "4.5"))
    with pytest.raises(RefusedError, match="were told"):
        changes.draw_line(begun.id, 3)


def test_figures_stay_as_they_were_announced_whatever_is_bought_later(store, begun, changes):
    changes.announce(begun.id)
    before = changes.show(begun.id).total
    add(store, "New one", ("Drive X4", 10000, TUESDAY + timedelta(1)))

    assert changes.show(begun.id).total == before == Decimal("55.95")
    store.clock = Clock(TUESDAY + timedelta(2))
    assert changes.show(begun.id).bought_since == ("New one",)


def test_what_is_refused_says_what_to_do_next(store, changes):
    add(store, "Buyer", ("Drive X4", 10))
    with pytest.raises(RefusedError, match="No product is called"):
        changes.start("Drive X5", "4", "1 jun 2027")
    with pytest.raises(RefusedError, match="per cent"):
        changes.start("Drive X4", "", "1 jun 2027")
    with pytest.raises(RefusedError, match="from which day"):
        changes.start("Drive X4", "4", "")
    change = changes.start("Drive X4", "discontinued", "1 jun 2027").value
    with pytest.raises(RefusedError, match="why it changes"):
        changes.announce(change.id)
    changes.remove_item(change.id, "Drive X4")
    with pytest.raises(RefusedError, match="touches nobody"):
        changes.announce(change.id)


def test_it_is_followed_through_and_the_next_change_knows_who_took_it_badly(store, begun, changes, outcomes):
    changes.draw_line(begun.id, 2)
    changes.announce(begun.id)
    small, cheap, _ = changes.show(begun.id).hurt
    with pytest.raises(RefusedError, match="how it was taken"):
        outcomes.close(small.touched.id, lost=False)
    outcomes.took(small.touched.id, Taken.BADLY, "They will ask others")
    assert outcomes.concede(small.touched.id, "Half of it", "50 %", accepted=None).value.cost == Decimal("7.50")
    outcomes.concede(small.touched.id, "Old price until December", "5", accepted=True)
    outcomes.close(small.touched.id, lost=False)
    outcomes.close(cheap.touched.id, lost=True)
    with pytest.raises(RefusedError, match="1 who are to get a letter got none"):
        outcomes.end(begun.id)
    outcomes.took(changes.show(begun.id).hurt[2].touched.id, Taken.NEUTRAL)
    outcomes.end(begun.id)

    balance = changes.show(begun.id).balance
    assert (balance.kept, balance.conceded, balance.lost, balance.open) == (
        Decimal("50.50"), Decimal(5), Decimal("0.45"), 0,
    )  # fmt: skip
    with store.read() as reading:
        steps = reading.follow_ups.where(about_id=begun.id)
    assert not [each for each in steps if each.is_open]
    done = {(each.account_id, each.what.partition(":")[0]) for each in steps if each.ending is not Ending.DROPPED}
    assert done == {
        (small.account_id, "Call in person about the change"), (small.account_id, "Check in 90 days after the change"),
    }, "nothing is done that nobody did"  # fmt: skip
    assert balance.spend_lost == 10000
    for late in (partial(outcomes.reopen, cheap.touched.id), partial(outcomes.took, cheap.touched.id, Taken.WELL)):
        with pytest.raises(RefusedError, match="has ended"):
            late()
    again = changes.start("Drive X4", "2", "1 jun 2028").value
    assert Sign.TAKEN_BADLY in next(each for each in changes.show(again.id).hurt if each.account == "Small").signs


RATES = {"EUR": Decimal(1), "USD": Decimal("0.913725"), "PLN": Decimal("0.2315")}
FIRST_DAY = date(2025, 11, 25)
EDGES = (TUESDAY, TUESDAY + timedelta(1), FIRST_DAY, FIRST_DAY - timedelta(1), TUESDAY - timedelta(200), LONG_AGO)
BOUGHT = st.tuples(
    st.sampled_from(("Drive X4", "drive x4", "Drive X2", "Oil")),
    st.decimals("-500", "5000", places=2),
    st.sampled_from(EDGES),
    st.sampled_from((*RATES, "EUR", "EUR", "NOK")),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(book=st.lists(st.tuples(st.lists(BOUGHT, max_size=6), st.integers(0, 2), st.booleans()), max_size=6))
def test_exposure_and_order_are_those_of_a_naive_recomputation(tmp_path_factory, book):
    store = a_store(tmp_path_factory.mktemp("book"))
    try:
        with store.write("Rates") as work:
            old = tuple((each, LONG_AGO - timedelta(1), Decimal(7)) for each in ("USD", "PLN"))
            new = tuple((each, TUESDAY, RATES[each]) for each in ("USD", "PLN"))
            later = tuple((each, TUESDAY + timedelta(1), Decimal(9)) for each in ("USD", "PLN"))
            work.books.put(replace(work.book, rates=(*old, *new, *later)))
        add(store, "Product list", ("Drive X4", 1, LONG_AGO), ("Drive X2", 1, LONG_AGO), ("Oil", 1))
        for at, (bought, people, cheap) in enumerate(book):
            reason = ReasonToStay.PRICE if cheap else None
            add(store, f"Account {at}", *bought, people=[f"P{at}{each}" for each in range(people)],
                reason_to_stay=reason)  # fmt: skip
        changes = ChangeNoticeService(store)
        change = changes.start("Drive X4", "3.7", "1 jun 2027").value
        changes.put_item(change.id, "Drive X2", "discontinued")

        shown = changes.show(change.id)

        assert [(each.account, each.exposure) for each in shown.hurt] == [
            (name, amount) for *_, name, amount in naive(book)
        ]
        assert shown.total == shown.balance.exposure == sum(amount for *_, amount in naive(book))
        told = {each.account for each in (*shown.hurt, *shown.left_out, *shown.without_rate)}
        assert told == {"Product list"} | {
            f"Account {at}" for at, (bought, *_) in enumerate(book)
            if any(amount > 0 and day <= TUESDAY and product != "Oil" for product, amount, day, _ in bought)
        }, "whoever ever bought an item is either in it or named with the reason"  # fmt: skip
    finally:
        store.close()


def naive(book):
    """Work the same out with nothing but loops over what was put in."""
    rows = []
    for at, (bought, people, cheap) in enumerate(book):
        new = [each for each in bought if FIRST_DAY <= each[2] <= TUESDAY]
        spent = {"drive x4": Decimal(0), "drive x2": Decimal(0), "oil": Decimal(0)}
        for product, amount, _, currency in new:
            spent[product.casefold()] += amount * RATES.get(currency, Decimal("NaN"))
        if not any(amount > 0 for product, amount, *_ in new if product != "Oil"):
            continue
        if any(each.is_nan() for each in spent.values()) or max(spent["drive x4"], spent["drive x2"]) <= 0:
            continue
        cents = Decimal("0.01")
        rise = (max(spent["drive x4"], Decimal(0)) * 37 / 1000).quantize(cents, ROUND_HALF_UP)
        amount = rise + max(spent["drive x2"], Decimal(0)).quantize(cents, ROUND_HALF_UP)
        spend = sum(spent.values())
        share = Fraction(amount) / Fraction(spend) if spend > 0 else Fraction(0)
        rows.append((-((people == 1) + cheap), -share, -amount, f"Account {at}", amount))
    return sorted(rows)


def test_an_account_without_its_own_notice_takes_that_of_the_change(begun, changes):
    changes.set_field(begun.id, "notice_days", "90")

    assert {each.account: each.notice_days for each in changes.show(begun.id).hurt} == {
        "Small": 120, "Large": 90, "Cheap": 90,
    }  # fmt: skip


def test_the_next_agenda_and_the_brief_mention_an_announced_change_and_never_a_rehearsed_one(
    store, begun, changes, outcomes
):
    small = changes.show(begun.id).hurt[0]

    def told():
        with store.read() as reading:
            agenda = fill_agenda(known_of(reading, small.account_id), TUESDAY)
        points = next(each.points for each in agenda if each.title == CONCERNS)
        page = BriefService(store).page(small.account_id)
        return points, [
            line.text for each in page.sections if each.title == "Changes that touch them" for line in each.said
        ]

    assert told() == ((), [])
    changes.announce(begun.id)
    assert told() == ((), []), "they hear of it in the call, not from a page on the table"
    (ours,) = changes.of_account(small.account_id)
    assert (ours.change.name, ours.touched.exposure, ours.call_on) == (begun.name, Decimal("15.00"), date(2027, 2, 1))
    touched = changes.show(begun.id).hurt[0].touched
    outcomes.took(touched.id, Taken.NEUTRAL)
    outcomes.concede(touched.id, "Old price until May", "10", accepted=False)
    words = "Drive X4: changes from 1 Jun 2027"
    assert told() == ((words,), [words])


def test_the_name_goes_along_with_what_it_names_until_the_person_gives_another_one(begun, changes):
    assert begun.name == "Drive X4 +4.5 % from 1 Jun 2027"
    changes.set_field(begun.id, "effective", "1 jul 2027")
    assert changes.put_item(begun.id, "Oil", "discontinued").value.name == "Drive X4, Oil from 1 Jul 2027"
    changes.set_field(begun.id, "name", "Summer prices")

    assert changes.set_field(begun.id, "effective", "1 aug 2027").value.name == "Summer prices"


def test_who_stays_for_the_price_is_price_led_unless_the_relationship_says_otherwise(store, begun, changes):
    cheap = next(each for each in changes.show(begun.id).hurt if each.account == "Cheap")

    def signs(trust, days):
        with store.write("Answers") as work:
            for asked, value in ((Asked.TRUST, trust), (Asked.SERVICE, 6)):
                answer = Answer(account_id=cheap.account_id, asked=asked, value=value, scale=SCALES[asked],
                                answered_on=TUESDAY - timedelta(days))  # fmt: skip
                work.answers.put(answer)
        return changes.show(begun.id).of(cheap.account_id).signs

    assert cheap.signs == (Sign.PRICE_LED,)
    assert signs(4, 30) == (Sign.PRICE_LED,)
    assert signs(6, 3) == ()


def test_two_accounts_that_are_merged_afterwards_are_closed_together_and_the_totals_stay(
    store, begun, changes, outcomes
):
    changes.announce(begun.id)
    before = changes.show(begun.id)
    small, _, large = before.hurt
    MergeService(store).merge(large.account_id, small.account_id, {})

    found = changes.show(begun.id)
    both = next(each for each in found.hurt if each.account_id == large.account_id)
    assert (len(found.hurt), found.total, found.balance.exposure) == (2, before.total, before.total)
    outcomes.took(both.touched.id, Taken.WELL)
    outcomes.close(both.touched.id, lost=False)
    assert changes.show(begun.id).balance.kept == small.exposure + large.exposure
