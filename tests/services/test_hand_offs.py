"""An account passes on: the owner changes only on acceptance, gaps come back by name, and checks look if it held."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.desktop.hand_off.words import other_rows
from reviewdesk.domain.account import Account
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.errors import NotAFormError, RefusedError
from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.handing_off import Delivered, HandOff, How, PackPart, State
from reviewdesk.domain.pack_lines import risks_in, sceptics_in, terms_in
from reviewdesk.domain.people import Colleague, Stance
from reviewdesk.domain.review import NoteLine, Review, ReviewKind
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.account_revenue import figures_of
from reviewdesk.services.hand_offs import HandOffService
from reviewdesk.services.merging import MergeService
from reviewdesk.services.rates import RateService
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store, small_book, the
from tests.form_filling import tampered

HOOLI = "Hooli"


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    small_book(made)
    yield made
    made.close()


@pytest.fixture
def hand_offs(store):
    return HandOffService(store, resources_folder() / "fonts")


def begun(hand_offs, store, to="Omar Haddad"):
    made = hand_offs.begin(the(store, HOOLI).id).value
    return hand_offs.change(made.id, "to", to).value


def waiting(hand_offs, store):
    return hand_offs.hand_over(begun(hand_offs, store).id).value


def owner(store):
    with store.read() as reading:
        id = the(store, HOOLI).owner_id
        return reading.colleagues.get(id).name if id else ""


def steps(store, hand_off):
    with store.read() as reading:
        found = reading.follow_ups.where(about_id=hand_off.id)
        return sorted((each for each in found if each.is_open), key=lambda each: each.due)


def test_a_pack_begins_with_what_the_book_knows(store, hand_offs):
    account = the(store, HOOLI)
    with store.write("Known") as work:
        person = work.people.where(account_id=account.id)[:1]
        for each in person:
            work.people.put(replace(each, stance=Stance.DOUBTFUL, cares_about="papers"))
        work.accounts.put(replace(account, notice_days=90, rivals=("Initech",)))
    made = hand_offs.begin(account.id).value

    assert "Notice: 90 days" in made.terms
    assert made.rival == "Initech"
    assert all(each.name in made.sceptics for each in person)
    assert hand_offs.begin(account.id).value.id == made.id


def test_the_owner_changes_only_on_acceptance_and_what_was_to_do_goes_along(store, hand_offs):
    before = owner(store)
    account = the(store, HOOLI)
    with store.write("To do") as work:
        mine = work.follow_ups.put(
            FollowUp(account_id=account.id, what="Send the plan", due=TUESDAY, colleague_id=account.owner_id)
        )
        theirs = work.follow_ups.put(
            FollowUp(account_id=account.id, what="Name a contact", side=Side.THEIRS, waits_on=WaitsOn.CUSTOMER)
        )
    handed = waiting(hand_offs, store)
    assert owner(store) == before
    assert [each.what for each in steps(store, handed)] == ["Hear from Omar Haddad whether the hand-off is accepted"]

    accepted = hand_offs.accept(handed.id, How.HERE, "Omar Haddad").value

    assert (accepted.state, owner(store)) == (State.ACCEPTED, "Omar Haddad")
    assert [(each.due - TUESDAY).days for each in steps(store, handed)] == [30, 60, 90]
    with store.read() as reading:
        new = the(store, HOOLI).owner_id
        assert reading.follow_ups.get(mine.id).colleague_id == new
        assert reading.follow_ups.get(theirs.id).colleague_id is None
    store.undo()
    assert owner(store) == before
    with store.read() as reading:
        assert reading.follow_ups.get(mine.id).colleague_id == account.owner_id


def test_somebody_who_is_not_in_the_book_may_take_over(store, hand_offs):
    made = begun(hand_offs, store, "Zoë O’Neil")
    hand_offs.hand_over(made.id)
    hand_offs.accept(made.id, How.SAID, "Zoë O’Neil", words="on the phone, “we take them”")

    assert owner(store) == "Zoë O’Neil"


def test_it_comes_back_with_named_gaps_and_goes_again(store, hand_offs):
    handed = waiting(hand_offs, store)
    back = hand_offs.give_back(handed.id, How.HERE, "Omar", [PackPart.RISKS, PackPart.GOALS], words="third site?").value
    assert (back.state, back.gaps) == (State.RETURNED, (PackPart.GOALS, PackPart.RISKS))
    assert [each.what for each in steps(store, handed)] == ["Fill the gaps of the hand-off and hand it over again"]

    hand_offs.change(handed.id, "risks", "!!! Late papers: Petra sends them on Mondays")
    again = hand_offs.hand_over(handed.id).value

    assert (again.state, again.gaps, len(again.rounds)) == (State.HANDED_OVER, (), 2)
    assert again.rounds[0].words == "third site?"
    done = hand_offs.accept(handed.id, How.HERE, "Omar Haddad").value
    (result,) = hand_offs.results()
    assert (result.accepted, result.at_once, done.state) == (1, 0, State.ACCEPTED)


def test_what_makes_no_sense_is_refused_with_what_to_do(store, hand_offs):
    made = hand_offs.begin(the(store, HOOLI).id).value
    for refused, words in (
        (lambda: hand_offs.hand_over(made.id), "Say who takes over"),
        (lambda: hand_offs.accept(made.id, How.HERE, "Omar"), "Hand it over before"),
        (lambda: hand_offs.check(made.id, 30, Delivered.ALL), "after a hand-off that was accepted"),
        (lambda: hand_offs.change(made.id, "goals", "x"), "kept with the account"),
    ):
        with pytest.raises(RefusedError, match=words):
            refused()
    handed = waiting(hand_offs, store)
    for refused, words in (
        (lambda: hand_offs.accept(handed.id, How.SAID, "Omar"), "how they said yes"),
        (lambda: hand_offs.accept(handed.id, How.HERE, " "), "who answered"),
        (lambda: hand_offs.give_back(handed.id, How.HERE, "Omar", []), "Name what is missing"),
        (lambda: hand_offs.hand_over(handed.id), "waits for an answer"),
        (lambda: hand_offs.change(handed.id, "price", "1"), "answers the pack as it was handed over"),
        (lambda: hand_offs.accept(handed.id, How.HERE, "Omar", on="2 days ago"), "before it was handed over"),
    ):
        with pytest.raises(RefusedError, match=words):
            refused()
    hand_offs.accept(handed.id, How.HERE, "Omar Haddad")
    for refused, words in (
        (lambda: hand_offs.withdraw(handed.id), "by another hand-off"),
        (lambda: hand_offs.change(handed.id, "about", "x"), "stays as it is"),
        (lambda: hand_offs.check(handed.id, 45, Delivered.ALL), "30, 60 and 90"),
    ):
        with pytest.raises(RefusedError, match=words):
            refused()


def test_checks_keep_their_moved_day_and_end_what_asks_for_them(store, hand_offs):
    handed = waiting(hand_offs, store)
    hand_offs.accept(handed.id, How.HERE, "Omar Haddad")
    first = steps(store, handed)[0]
    with store.write("Move") as work:
        work.follow_ups.put(replace(first, due=first.due + timedelta(7)))
    assert [(each.due - TUESDAY).days for each in hand_offs.of_account(handed.account_id).checks] == [37, 60, 90]

    hand_offs.check(handed.id, 30, Delivered.PART, "the third site waits")

    shown = hand_offs.of_account(handed.account_id).checks[0]
    assert (shown.found.delivered, shown.found.words) == (Delivered.PART, "the third site waits")
    assert len(steps(store, handed)) == 2
    (result,) = hand_offs.results()
    assert (result.who, result.checked, result.passed) == ("Operations", 1, 0)


def test_withdrawn_leaves_the_account_where_it_is(store, hand_offs):
    before, handed = owner(store), waiting(hand_offs, store)

    assert hand_offs.withdraw(handed.id).value.state is State.WITHDRAWN
    assert owner(store) == before
    assert not steps(store, handed)


def test_what_is_only_mine_is_not_in_the_pack(store, hand_offs):
    made = begun(hand_offs, store)
    account = the(store, HOOLI)
    with store.write("Only me") as work:
        line = NoteLine(text="/we Between us alone", audience=Audience.ONLY_ME)
        day = TUESDAY - timedelta(9)
        review = Review(
            account_id=account.id, period="2026 Q4", planned_on=day, kind=ReviewKind.QUARTERLY, lines=(line,)
        )
        work.reviews.put(review)
        private = FollowUp(
            account_id=account.id, what="Between us alone", is_promise=True, due=TUESDAY, line_id=line.id
        )
        work.follow_ups.put(private)
        work.follow_ups.put(
            FollowUp(account_id=account.id, what="A promise known to all", is_promise=True, due=TUESDAY)
        )
    pack = hand_offs.of_account(account.id).pack
    assert "A promise known to all" in [each.words for each in pack.promises]
    printed = text_of(hand_offs.paper(made.id).pdf)
    assert "A promise known to all" in printed
    assert "Between us alone" not in printed
    assert hand_offs.paper(made.id).is_for_us
    assert "For our side" in printed


def test_a_price_is_in_the_currency_it_is_labelled_with(store, hand_offs):
    account = the(store, HOOLI)
    with store.write("Zloty") as work:
        work.accounts.put(replace(account, currency="PLN", annual_revenue=Decimal(1_500_000)))
    made = hand_offs.begin(account.id).value
    assert (made.price, hand_offs.of_account(account.id).pack.currency) == (None, "PLN")
    assert "Their own revenue: 1,500,000 a year, as written in the source" in made.terms
    hand_offs.withdraw(made.id)

    RateService(store).add("PLN", "1 Jan 2020", "0.25")
    with store.read() as reading:
        year = figures_of(reading, account.id).year
    assert hand_offs.begin(account.id).value.price == year * 4


def test_what_goes_along_is_chosen_one_by_one_and_the_checks_of_another_stay(store, hand_offs):
    account = the(store, HOOLI)
    with store.write("To do") as work:
        for what in ("Send the plan", "Call about snow"):
            work.follow_ups.put(FollowUp(account_id=account.id, what=what, colleague_id=account.owner_id, due=TUESDAY))
    handed = waiting(hand_offs, store)
    offered = hand_offs.of_account(account.id).along
    chosen = {each.id for each in offered if each.what != "Call about snow"}
    assert len(chosen) == len(offered) - 1
    hand_offs.accept(handed.id, How.HERE, "Omar Haddad", along=chosen)
    omar = the(store, HOOLI).owner_id
    with store.read() as reading:
        owners = {each.what: each.colleague_id for each in reading.follow_ups.where(account_id=account.id)}
    assert (owners["Send the plan"], owners["Call about snow"]) == (omar, account.owner_id)

    again = begun(hand_offs, store, "Petra Lind")
    hand_offs.hand_over(again.id)
    assert not any("after the hand-off" in each.what for each in hand_offs.of_account(account.id).along)
    hand_offs.accept(again.id, How.HERE, "Petra Lind")
    assert {each.colleague_id for each in steps(store, handed)} == {omar}


def test_a_team_is_nobody_and_of_it_takes_over_who_answered(store, hand_offs):
    team = Colleague(name="Uma Berg", team="Night crew"), Colleague(name="Ola Fey", team="night crew")
    with store.write("A team") as work:
        for each in team:
            work.colleagues.put(each)
    handed = hand_offs.hand_over(begun(hand_offs, store, "Night crew").id).value
    with pytest.raises(RefusedError, match="is a team. Say who of it accepted and takes over: Ola Fey, Uma Berg"):
        hand_offs.accept(handed.id, How.HERE, "Night crew")
    hand_offs.accept(handed.id, How.HERE, "uma berg")

    assert owner(store) == "Uma Berg"
    with store.write("Another name") as work:
        work.colleagues.put(replace(work.colleagues.get(the(store, HOOLI).owner_id), name="Uma Berg-Holm"))
    assert [each.who for each in hand_offs.results()] == ["Night crew"]


def test_a_promise_counts_for_whoever_had_the_account_when_it_ended(store, hand_offs):
    account = the(store, HOOLI)
    for to, on in (("Omar Haddad", 20), ("Zoë O’Neil", 10)):
        with store.write("Accepted") as work:
            day = TUESDAY - timedelta(on)
            handed = HandOff(account_id=account.id, begun_on=day, to=to).handed_over(day)
            work.hand_offs.put(handed.accepted(day, How.HERE, to))
    endings = ((25, Ending.KEPT), (15, Ending.KEPT), (14, Ending.KEPT_LATE), (12, Ending.BROKEN), (5, Ending.KEPT))
    with store.write("Kept") as work:
        for ago, ending in endings:
            kept = FollowUp(account_id=account.id, what="A promise", is_promise=True)
            work.follow_ups.put(replace(kept, ending=ending, ended_on=TUESDAY - timedelta(ago)))
    results = {each.who: (each.promises, each.kept) for each in hand_offs.results()}
    assert results["Operations"] == (3, Fraction(1, 2))
    assert results["Zoë O’Neil"] == (1, None)


def test_what_was_handed_over_stays_as_it_was_until_it_is_handed_over_again(store, hand_offs):
    account = the(store, HOOLI)
    handed = waiting(hand_offs, store)
    before = hand_offs.of_account(account.id).pack
    with store.write("Later") as work:
        work.follow_ups.put(FollowUp(account_id=account.id, what="Said too late", is_promise=True, due=TUESDAY))
        person = work.people.where(account_id=account.id)[0]
        work.people.put(replace(person, name="Another Name"))
    assert hand_offs.of_account(account.id).pack == before
    assert "Said too late" not in text_of(hand_offs.paper(handed.id).pdf)

    hand_offs.give_back(handed.id, How.HERE, "Omar", [PackPart.PROMISES])
    assert "Said too late" in [each.words for each in hand_offs.of_account(account.id).pack.promises]
    hand_offs.hand_over(handed.id)
    hand_offs.accept(handed.id, How.HERE, "Omar Haddad")
    with store.write("Later still") as work:
        work.follow_ups.put(FollowUp(account_id=account.id, what="After it all", is_promise=True, due=TUESDAY))
    kept = [each.words for each in hand_offs.of_account(account.id).pack.promises]
    assert "Said too late" in kept
    assert "After it all" not in kept


def written(hand_offs, handed, tmp_path, **values):
    pdf = hand_offs.paper(handed.id).pdf
    for name, value in values.items():
        pdf = tampered(pdf, name, value)
    path = tmp_path / "pack back.pdf"
    path.write_bytes(pdf)
    return path


def test_the_signed_form_is_read_into_its_hand_off(store, hand_offs, tmp_path):
    handed = waiting(hand_offs, store)
    words = "No goals for the arrivals; whose risky peopling?"
    said = {"hand_off_answer": "returned", "accepted_by": "Omar Haddad", "gaps": words}
    path = written(hand_offs, handed, tmp_path, **said)
    back = hand_offs.look(path)
    assert (back.accepts, back.who, back.account) == (False, "Omar Haddad", HOOLI)
    returned = hand_offs.take(back).value
    assert returned.gaps == (PackPart.GOALS,)
    with store.read() as reading:
        assert "pack back.pdf" in [each.name for each in reading.attachments.where(account_id=handed.account_id)]
    with pytest.raises(RefusedError, match="earlier version"):
        hand_offs.look(path)

    again = hand_offs.hand_over(handed.id).value
    with pytest.raises(RefusedError, match="earlier version"):
        hand_offs.look(path)
    accepted = hand_offs.take(hand_offs.look(written(hand_offs, again, tmp_path, hand_off_answer="accepted"))).value
    assert (accepted.state, accepted.rounds[-1].how, owner(store)) == (State.ACCEPTED, How.FORM, "Omar Haddad")


def test_a_form_that_is_none_or_strange_or_empty_is_refused(store, hand_offs, tmp_path):
    handed = waiting(hand_offs, store)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(NotAFormError):
        hand_offs.look(other)
    with pytest.raises(RefusedError, match="Nothing is ticked"):
        hand_offs.look(written(hand_offs, handed, tmp_path))
    with pytest.raises(RefusedError, match="no hand-off of this book"):
        hand_offs.look(written(hand_offs, handed, tmp_path, hand_off="0" * 32, hand_off_answer="accepted"))


def test_lines_are_read_as_they_are_typed():
    assert [(each.what, each.agreed) for each in terms_in("Payment: 30 days: net\n\n- Notice")] == [
        ("Payment", "30 days: net"), ("Notice", ""),
    ]  # fmt: skip
    (doubt,) = sceptics_in("Luis Ortega: our night crew -> walk the dock")
    assert (doubt.name, doubt.doubts, doubt.what_helps) == ("Luis Ortega", "our night crew", "walk the dock")
    risks = risks_in("!!! Late papers: Mondays\nSnow\n!!!!!! Fire")
    assert [(each.what, each.severity, each.answer) for each in risks] == [
        ("Late papers", 3, "Mondays"), ("Snow", 2, ""), ("Fire", 4, ""),
    ]  # fmt: skip


ACTIONS = st.lists(st.sampled_from(["over", "accept", "return", "withdraw", "check"]), max_size=12)


@settings(max_examples=40)
@given(ACTIONS)
def test_whatever_is_done_it_is_accepted_only_after_it_was_handed_over(actions):
    made = HandOff(account_id=uuid4(), begun_on=TUESDAY, to="Omar")
    waits = accepted = gone = False
    for action in actions:
        try:
            if action == "over":
                made = made.handed_over(TUESDAY)
                allowed, waits = not (waits or accepted or gone), True
            elif action == "accept":
                made = made.accepted(TUESDAY, How.HERE, "Omar")
                allowed, accepted, waits = waits and not gone, True, False
            elif action == "return":
                made = made.returned(TUESDAY, How.HERE, "Omar", [PackPart.GOALS])
                allowed, waits = waits and not gone, False
            elif action == "withdraw":
                made = made.withdrawn(TUESDAY)
                allowed, gone = not accepted, True
            else:
                made = made.checked(30, TUESDAY, Delivered.ALL)
                allowed = accepted
        except RefusedError:
            continue
        assert allowed
        assert (made.state is State.ACCEPTED) is (accepted and not gone)


def test_of_two_accounts_that_are_one_a_single_hand_off_goes_on_and_nothing_is_owed_twice(store, hand_offs):
    handed = waiting(hand_offs, store)
    with store.write("The same again") as work:
        twin = work.accounts.put(Account(name="Hooli Ltd"))
    written = hand_offs.begin(twin.id).value
    hand_offs.change(written.id, "risks", "!! Late papers")

    MergeService(store).merge(twin.id, handed.account_id, {})

    shown = hand_offs.of_account(twin.id)
    assert (shown.hand_off.id, shown.hand_off.state) == (handed.id, State.HANDED_OVER)
    assert [(each.id, each.state, each.risks) for each in shown.others] == [
        (written.id, State.WITHDRAWN, "!! Late papers")
    ]
    assert [row.title for row in other_rows(shown)] == ["To nobody yet"]
    assert [each.what for each in steps(store, handed)] == ["Hear from Omar Haddad whether the hand-off is accepted"]
    store.undo()
    assert hand_offs.of_account(twin.id).hand_off.state is State.DRAFTING


def test_two_packs_that_are_being_written_become_one_and_two_accepted_ones_owe_their_checks_once(store, hand_offs):
    with store.write("Twins") as work:
        one, two = (work.accounts.put(Account(name=each)) for each in ("Acme", "Acme Ltd"))
    for account, to in ((one, "Omar Haddad"), (two, "Zoë")):
        made = hand_offs.begin(account.id).value
        hand_offs.change(made.id, "to", to)
        hand_offs.hand_over(made.id)
        hand_offs.accept(made.id, How.HERE, to)
        again = hand_offs.begin(account.id).value
        hand_offs.change(again.id, "risks", f"!! {to} alone\n! both")
    hand_offs.change(again.id, "rival", "Initech")

    MergeService(store).merge(one.id, two.id, {})

    shown = hand_offs.of_account(one.id)
    lines = sorted(shown.hand_off.risks.splitlines())
    assert (lines, shown.hand_off.rival) == (["! both", "!! Omar Haddad alone", "!! Zoë alone"], "Initech")
    assert sorted(each.state for each in shown.others) == [State.ACCEPTED, State.ACCEPTED, State.WITHDRAWN]
    with store.read() as reading:
        owed = [each for each in reading.follow_ups.where(account_id=one.id) if each.is_open]
    assert sorted((each.due - TUESDAY).days for each in owed) == [30, 60, 90]
