"""One customer's concern becomes help for everybody who shares its cause."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.agenda import CONCERNS, fill_agenda
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Colleague, Part, Person
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy
from reviewdesk.domain.today import Sort
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.domain.working_hours import after_hours
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.calls import Spoke
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.gathering import known_of
from reviewdesk.services.history import HistoryService
from reviewdesk.services.problem_words import problems_told, problems_untold
from reviewdesk.services.shared_problems import SharedProblemService
from reviewdesk.services.today import page_of
from tests.books import TUESDAY, a_store

LOT = Cause(by=CauseBy.LOT, value="L-2210")


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def problems(store):
    return SharedProblemService(store)


def add(store, name, *, lot="", spent=100, **fields):
    """Add an account that bought something of a lot."""
    with store.write("Add") as work:
        account = work.accounts.put(Account(name=name, added_on=TUESDAY, **fields))
        if lot:
            work.purchases.put(bought(account, spent, lot=lot))
    return account


def bought(account, spent=100, **fields):
    day = TUESDAY - timedelta(days=10)
    return Purchase(account_id=account.id, bought_on=day, amount=Decimal(spent), currency="EUR", **fields)


def complaint(store, account, severity=3):
    return ConcernService(store).add(account.id, "Caps of lot L-2210 crack", severity).value


@pytest.fixture
def begun(store, problems):
    """An outreach to three accounts that bought the lot of a fourth."""
    raised = add(store, "Raised it", lot="L-2210")
    for name, spent in (("Small", 50), ("Large", 900), ("Middle", 400)):
        add(store, name, lot=" l-2210 ", spent=spent)
    add(store, "Other lot", lot="L-2211")
    concern = complaint(store, raised)
    return problems.start(concern.id, "Cracked caps", [LOT], Remedy.REPLACEMENT, "We replace every cap.").value


def shown(problems):
    (found,) = problems.problems()
    return found


def line(problems, name):
    found = shown(problems)
    return next(each for each in (*found.to_reach, *found.settled) if each.account == name)


def test_everybody_who_shares_the_lot_is_reached_without_the_one_who_raised_it_the_largest_first(begun, problems):
    assert [each.account for each in shown(problems).to_reach] == ["Large", "Middle", "Small"]
    assert {each.affected.joined_by for each in shown(problems).to_reach} == {"lot L-2210"}


def test_what_is_grave_asks_for_a_first_word_within_six_working_hours(begun, problems):
    assert {each.affected.due for each in shown(problems).to_reach} == {TUESDAY + timedelta(days=1)}


def test_coverage_grows_and_a_grave_one_ends_when_all_are_reached_or_excused(begun, problems):
    problems.settle(line(problems, "Large").affected.id, Reach.REACHED)
    assert (shown(problems).coverage.of_accounts, shown(problems).coverage.of_revenue) == (33, 66)
    with pytest.raises(RefusedError, match="2 of 3 accounts"):
        problems.end(begun.id, "enough")

    problems.settle(line(problems, "Middle").affected.id, Reach.NOT_AFFECTED, "uses another size")
    problems.settle(line(problems, "Small").affected.id, Reach.FIXED)
    assert problems.end(begun.id).value.ended_on == TUESDAY


def test_unreachable_takes_three_tries_on_two_channels(begun, problems):
    small = line(problems, "Small").affected.id
    for channel in ("call", "call", "call"):
        problems.attempt(small, channel)
    with pytest.raises(RefusedError, match="3 on 1"):
        problems.settle(small, Reach.UNREACHABLE)

    problems.attempt(small, "mail", "no answer")
    assert problems.settle(small, Reach.UNREACHABLE).value.reach is Reach.UNREACHABLE


def test_what_each_was_given_adds_up(begun, problems):
    problems.give(line(problems, "Large").affected.id, "40 caps", "120.50")
    problems.give(line(problems, "Small").affected.id, "10 caps", "30")

    assert shown(problems).cost == Decimal("150.50")
    with pytest.raises(RefusedError):
        problems.give(line(problems, "Small").affected.id, "10 caps", "much")


def test_a_purchase_that_matches_later_adds_its_account_once_and_says_so(store, begun, problems):
    assert problems.look_again() is None
    late = add(store, "Came later", lot="L-2210")

    (joined,) = problems.look_again().value

    assert (joined.account, joined.problem, joined.by) == ("Came later", "Cracked caps", "lot L-2210")
    assert late.id in {each.affected.account_id for each in shown(problems).to_reach}
    assert problems.look_again() is None


def test_whoever_wants_no_marketing_is_named_as_shy_until_safety_is_said_to_come_first(store, problems):
    raised, shy = add(store, "Raised it", lot="L-2210"), add(store, "Shy", lot="L-2210")
    with store.write("Add") as work:
        work.people.put(Person(account_id=shy.id, name="Anna Nowak", part=Part.DECIDES, no_marketing=True))
    problems.start(complaint(store, raised).id, "Caps", [LOT], Remedy.INFORMATION, "")
    assert line(problems, "Shy").shy
    with pytest.raises(RefusedError, match="Anna Nowak wants no marketing"):
        problems.settle(line(problems, "Shy").affected.id, Reach.REACHED)

    with pytest.raises(RefusedError, match="Say why safety"):
        problems.override(line(problems, "Shy").affected.id, " ")
    problems.override(line(problems, "Shy").affected.id, "sharp edges")

    assert not line(problems, "Shy").shy
    told = HistoryService(store).of_account(shy.id)
    assert [(each.record, each.new, each.step) for each in told if each.field == "override"] == [
        ("Caps", "sharp edges", "Reach them for safety")
    ]
    assert problems.settle(line(problems, "Shy").affected.id, Reach.REACHED).value.reach is Reach.REACHED


def test_it_is_taken_back_as_one_step(store, begun, problems):
    store.undo()

    assert problems.problems() == ()


def test_nobody_else_or_no_cause_is_said_before_anything_is_written(store, problems):
    concern = complaint(store, add(store, "Alone", lot="L-2210"))

    with pytest.raises(RefusedError, match="Nobody else shares"):
        problems.start(concern.id, "Caps", [LOT], Remedy.CREDIT, "")
    with pytest.raises(RefusedError, match="Choose what others may share"):
        problems.start(concern.id, "Caps", [], Remedy.CREDIT, "")


def test_a_concern_offers_what_its_tags_name_first_then_what_its_account_bought(store, problems):
    raised = add(store, "Raised it", lot="L-2210")
    with store.write("Add") as work:
        product = work.products.put(Product(name="Cap 40"))
        work.purchases.put(bought(raised, product_id=product.id, carrier="NordLog", site="Brno"))
    concern = complaint(store, raised)
    ConcernService(store).change(concern.id, "tags", "l-2210, night shift")
    ConcernService(store).change(concern.id, "team", "Operations")

    causes = problems.offered(concern.id).causes

    assert causes[0] == Cause(by=CauseBy.LOT, value="L-2210")
    kinds = {(each.by, each.value) for each in causes}
    assert {
        (CauseBy.PROCESS, "night shift"), (CauseBy.TEAM, "Operations"), (CauseBy.PRODUCT, "Cap 40"),
        (CauseBy.CARRIER, "NordLog"), (CauseBy.SITE, "Brno"), (CauseBy.WORDS, "Caps of lot L-2210 crack"),
    } <= kinds  # fmt: skip


def test_similar_words_of_other_customers_are_a_cause_too(store, problems):
    raised, other = add(store, "Raised it"), add(store, "Other")
    ConcernService(store).add(other.id, "Rechnung falsch", 2)
    concern = ConcernService(store).add(raised.id, "wrong invoice", 2).value

    found = problems.who_else([Cause(by=CauseBy.WORDS, value="wrong invoice")], concern.account_id)

    assert [(each.account, each.said) for each in found] == [("Other", "Rechnung falsch")]


def test_it_stands_in_the_next_agenda_of_who_is_affected_in_words_that_name_nobody_else(store, begun, problems):
    large = line(problems, "Large").affected
    problems.give(large.id, "40 caps")

    with store.read() as reading:
        agenda = fill_agenda(known_of(reading, large.account_id), TUESDAY)

    points = next(each.points for each in agenda if each.title == CONCERNS)
    assert points == ("We replace every cap. (40 caps)",)
    assert "Raised it" not in " ".join(points)


def test_reaching_somebody_counts_as_contact_made_once_and_undo_takes_both_back(store, begun, problems):
    large = line(problems, "Large").affected
    problems.settle(large.id, Reach.REACHED)
    problems.settle(large.id, Reach.FIXED)

    with store.read() as reading:
        (contact,) = reading.contacts.where(account_id=large.account_id)
    assert (contact.made_on, contact.words) == (TUESDAY, "Told of a problem they may share, replacement")
    store.undo()
    store.undo()
    with store.read() as reading:
        assert reading.contacts.where(account_id=large.account_id) == ()
    assert line(problems, "Large").affected.reach is Reach.OPEN


def test_a_call_that_is_logged_about_it_reaches_the_account_with_the_one_contact_of_the_call(store, begun, problems):
    large = line(problems, "Large").affected
    asked = problems.call_about(large.id)
    assert asked.says.startswith("I am not calling about an order. We replace every cap.")

    AccountService(store).log_contact(large.account_id, Spoke(words="They use it daily", reaches=large.id))

    assert line(problems, "Large").affected.reach is Reach.REACHED
    with store.read() as reading:
        assert [each.words for each in reading.contacts.where(account_id=large.account_id)] == ["They use it daily"]


def test_what_is_grave_has_six_working_hours_and_is_late_after_them(store, begun, problems):
    large = line(problems, "Large")
    joined = store.clock.now().astimezone()
    assert large.by == after_hours(joined, 6, WorkingDays())
    assert not large.is_late
    assert large.affected.is_late(large.by + timedelta(minutes=1))
    assert not large.affected.is_late(large.by)


def test_how_an_account_is_reached_is_changed_and_a_day_set_by_hand_ends_the_hours(store, begun, problems):
    large = line(problems, "Large").affected
    with store.write("Add") as work:
        anna = work.people.put(Person(account_id=large.account_id, name="Anna Nowak"))
    later = TUESDAY + timedelta(days=3)
    problems.change_ways(large.id, person_id=anna.id, channel="visit", script="Ask for the foreman.", due=later)

    shown_now = line(problems, "Large")
    assert (shown_now.person.name, shown_now.affected.channel, shown_now.by) == ("Anna Nowak", "visit", None)
    assert problems.ways(large.id).says == "Ask for the foreman."
    with pytest.raises(RefusedError, match="Reach them by"):
        problems.change_ways(large.id, channel="pigeon")


def test_somebody_alone_does_it_themselves(store, begun, problems):
    assert {each.owner for each in shown(problems).to_reach} == {""}


def test_the_day_asks_for_the_next_calls_the_first_word_at_its_hour_and_counts_the_rest(store, problems):
    raised = add(store, "Raised it", lot="L-2210")
    for at in range(7):
        add(store, f"Buyer {at}", lot="L-2210", spent=100 + at)
    problems.start(complaint(store, raised).id, "Cracked caps", [LOT], Remedy.REPLACEMENT, "We replace them.")

    with store.read() as reading:
        page = page_of(reading)

    asked = [each for part in page.parts for each in part.entries if each.sort is Sort.OUTREACH]
    by = after_hours(store.clock.now().astimezone(), 6, WorkingDays())
    assert {each.at for each in asked if each.at} == {by}
    assert len([each for each in asked if each.at]) == 5
    assert "Cracked caps: 2 more to reach" in [each.title for each in asked]


def test_every_way_of_sharing_is_offered_by_a_concern_whose_book_has_it(store, problems):
    raised, other = add(store, "Raised it", tags=("newsletter",)), add(store, "Other", tags=("newsletter",))
    with store.write("Add") as work:
        clerk = work.colleagues.put(Colleague(name="Ole Berg"))
        product = work.products.put(Product(name="Cap 40"))
        more = {"lot": "L-2210", "carrier": "NordLog", "site": "Brno", "contract_term": "net 30"}
        for account in (raised, other):
            work.purchases.put(bought(account, product_id=product.id, **more))
            work.accounts.put(replace(work.accounts.get(account.id), owner_id=clerk.id))
    for each in (other, raised):
        concern = complaint(store, each)
        for field, value in (("team", "Operations"), ("processes", "packing"), ("tags", "night shift")):
            ConcernService(store).change(concern.id, field, value)

    found = problems.offered(concern.id).causes

    assert {each.by for each in found} == set(CauseBy) - {CauseBy.HAND}
    for each in found:
        assert [one.account for one in problems.who_else([each], raised.id)] == ["Other"], each.words


def test_who_shares_what_a_lost_account_bought_or_suffered_may_be_next(store, problems):
    lost = add(store, "Gone", lot="L-2210", status=AccountStatus.LOST, lost_on=TUESDAY)
    other = add(store, "Still here", lot="L-2210")
    add(store, "Another lot", lot="L-9")
    offered = problems.offered_after_loss(lost.id)
    assert LOT in offered.causes
    assert offered.concern_id is None

    problem = problems.start_after_loss(lost.id, offered.name, [LOT], Remedy.INFORMATION, "We call first.").value

    assert (problem.name, problem.severity, problem.reported_on) == ("Who is next after Gone?", 2, TUESDAY)
    with store.read() as reading:
        assert [each.account_id for each in reading.affected.where(problem_id=problem.id)] == [other.id]
    with pytest.raises(RefusedError, match="Nobody else shares"):
        problems.start_after_loss(lost.id, "x", [Cause(by=CauseBy.LOT, value="none")], Remedy.INFORMATION, "")


def test_a_letter_is_no_contact_of_theirs_and_being_reached_again_none_more(store, begun, problems):
    small, large = line(problems, "Small").affected, line(problems, "Large").affected
    problems.change_ways(small.id, channel="letter")
    problems.settle(small.id, Reach.REACHED)
    for each in (Reach.FIXED, Reach.OPEN, Reach.REACHED):
        problems.settle(large.id, each)

    with store.read() as reading:
        assert reading.contacts.where(account_id=small.account_id) == ()
        assert len(reading.contacts.where(account_id=large.account_id)) == 1


def test_whoever_wants_no_marketing_is_neither_tried_nor_fixed_without_a_reason(store, problems):
    raised, shy = add(store, "Raised it", lot="L-2210"), add(store, "Shy", lot="L-2210")
    with store.write("Add") as work:
        work.people.put(Person(account_id=shy.id, name="Anna Nowak", part=Part.DECIDES, no_marketing=True))
    problems.start(complaint(store, raised).id, "Caps", [LOT], Remedy.INFORMATION, "")
    known = line(problems, "Shy").affected.id

    for act in (lambda: problems.attempt(known, "mail"), lambda: problems.settle(known, Reach.FIXED)):
        with pytest.raises(RefusedError, match="Anna Nowak wants no marketing"):
            act()
    problems.override(known, "sharp edges")
    assert problems.attempt(known, "mail").value.attempts
    with pytest.raises(RefusedError, match="Reach them by call"):
        problems.attempt(known, "pigeon")


def test_nobody_learns_from_a_paper_what_they_were_not_told(store, begun, problems):
    small = line(problems, "Small").affected
    with store.read() as reading:
        assert problems_told(reading, small.account_id, TUESDAY) == ()
        assert problems_untold(reading, small.account_id) == ("not told yet: We replace every cap.",)

    problems.give(line(problems, "Middle").affected.id, "9 caps")
    problems.settle(small.id, Reach.REACHED)

    with store.read() as reading:
        middle = line(problems, "Middle").affected.account_id
        assert problems_told(reading, middle, TUESDAY) == ("We replace every cap. (9 caps)",)
        assert problems_untold(reading, middle) == ()
        assert problems_told(reading, small.account_id, TUESDAY) == ("We replace every cap.",)
        assert problems_untold(reading, small.account_id) == ()


def test_accounts_that_became_one_stand_once_as_far_as_either_came_and_none_in_its_own_outreach(store, begun, problems):
    large, middle, small = (line(problems, each).affected for each in ("Large", "Middle", "Small"))
    problems.settle(large.id, Reach.REACHED)
    with store.write("Make one") as work:
        work.affected.put(replace(work.affected.get(large.id), account_id=middle.account_id))
        work.affected.put(replace(small, account_id=begun.account_id))

    found = shown(problems)

    assert ([each.account for each in found.settled], found.to_reach) == (["Middle"], ())
    assert (found.coverage.accounts, found.coverage.of_accounts) == (1, 100)
    assert problems.end(begun.id).value.ended_on == TUESDAY


def test_who_joined_by_a_purchase_that_was_taken_back_leaves_unless_somebody_saw_to_them(store, begun, problems):
    add(store, "Came later", lot="L-2210")
    problems.look_again()

    store.undo()  # the adding: the joining is no step of the person's

    assert problems.look_again() is None
    assert {each.account for each in shown(problems).to_reach} == {"Large", "Middle", "Small"}
    store.redo()
    assert "Came later" in {each.account for each in shown(problems).to_reach}
    store.undo()
    assert {each.account for each in shown(problems).to_reach} == {"Large", "Middle", "Small"}
    problems.attempt(line(problems, "Small").affected.id, "call")
    with store.write("Returned") as work:
        for each in work.purchases.where(lot=" l-2210 "):
            work.purchases.remove(each.id)
    problems.look_again()
    assert {each.account for each in shown(problems).to_reach} == {"Small"}


def test_an_outreach_is_as_grave_as_its_concern_becomes_or_as_it_is_said_to_be(store, problems):
    raised = add(store, "Raised it", lot="L-2210")
    add(store, "Other", lot="L-2210")
    concern = complaint(store, raised, 2)
    problem = problems.start(concern.id, "Caps", [LOT], Remedy.INFORMATION, "").value
    assert line(problems, "Other").by is None

    ConcernService(store).change(concern.id, "severity", "4")
    problems.look_again()

    assert shown(problems).problem.severity == 4
    assert line(problems, "Other").by == after_hours(store.clock.now().astimezone(), 6, WorkingDays())
    changed = problems.change(problem.id, name="Brittle caps", remedy_words="We replace them.", script="Ask first.")
    assert (changed.value.name, changed.value.says) == ("Brittle caps", "Ask first.")
    with pytest.raises(RefusedError):
        problems.change(problem.id, name=" ")
    with pytest.raises(RefusedError, match="Its concern is of severity 4. Bring that down first."):
        problems.change(problem.id, severity=2)


def test_a_remedy_keeps_its_day_costs_no_less_than_nothing_and_is_taken_back_whole(store, begun, problems):
    small = line(problems, "Small").affected.id
    assert problems.give(small, "10 caps", "30").value.given_on == TUESDAY
    for what, cost in (("10 caps", "-3"), ("", "30")):
        with pytest.raises(RefusedError, match="0 or more"):
            problems.give(small, what, cost)

    assert problems.give(small, "", "").value.given_on is None
    assert shown(problems).cost == 0


@pytest.mark.parametrize(
    ("words", "lots"),
    [
        ("Lot L-2291 came a week late", ["L-2291"]),
        ("Charge Nr. 4711/B und batch 88-2 riechen", ["4711/B", "88-2"]),
        ("A lot of boxes were late, and a lot more broke", []),
    ],
)
def test_a_lot_that_their_words_name_is_offered_first_though_nobody_typed_it_anywhere(store, problems, words, lots):
    concern = ConcernService(store).add(add(store, "Raised it").id, words, 3).value

    causes = problems.offered(concern.id).causes

    assert [each.value for each in causes if each.by is CauseBy.LOT] == lots
    assert not lots or causes[0].by is CauseBy.LOT
