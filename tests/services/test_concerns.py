"""What a person does with concerns, on a real book."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import ConcernLink, LinkKind, Stage
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.concern_links import ConcernLinkService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.shared_problems import SharedProblemService
from reviewdesk.services.today import TodayService
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield small_book(store)
    store.close()


@pytest.fixture
def concerns(store):
    return ConcernService(store)


def said(store, words):
    """Give the concern with these words."""
    with store.read() as reading:
        return next(each for each in reading.concerns.all() if each.words == words)


def calls_about(store, concern):
    with store.read() as reading:
        return reading.follow_ups.where(concern_id=concern.id)


def noted(store, tmp_path, text):
    """Note a line in a review held now, and give its concern, the review and the service of meetings."""
    meetings = MeetingService(store, Journal(tmp_path / "northgate.reviewdesk"))
    review = ReviewService(store).start_now(the(store, "Hooli").id).value
    meetings.save_notes(review.id, text)
    return said(store, text.lstrip("! ")), review, meetings


def test_a_concern_goes_from_reported_to_confirmed(store, concerns):
    silence = said(store, "Nobody answers us for a week")

    for stage in (Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED, Stage.CONFIRMED):
        concerns.bring_to(silence.id, stage)
        now = said(store, silence.words)
        assert (now.stage, now.stage_since) == (stage, TUESDAY)

    assert not now.is_open
    assert now.told_on == TUESDAY


def test_once_it_is_confirmed_the_account_and_the_day_have_one_concern_less(store, concerns):
    accounts, globex = AccountService(store), the(store, "Globex Corporation")
    silence = said(store, "Nobody answers us for a week")
    assert next(each for each in accounts.rows() if each.id == globex.id).open_concerns == 1
    asked = TodayService(store).page().asked_today

    concerns.bring_to(silence.id, Stage.CONFIRMED)

    assert next(each for each in accounts.rows() if each.id == globex.id).open_concerns == 0
    assert TodayService(store).page().asked_today == asked - 1


def test_a_confirmed_concern_asks_for_a_call_in_30_days_that_is_not_for_an_order(store, concerns):
    invoices = said(store, "Invoices do not match the orders")

    concerns.bring_to(invoices.id, Stage.CONFIRMED)

    (call,) = calls_about(store, invoices)
    assert call.what == "Call about “Invoices do not match the orders”, not for an order"
    assert call.due == date(2026, 12, 24)
    assert not call.is_promise


def test_a_concern_confirmed_too_early_goes_back_and_takes_its_call_along(store, concerns):
    invoices = said(store, "Invoices do not match the orders")
    concerns.bring_to(invoices.id, Stage.CONFIRMED)

    concerns.bring_to(invoices.id, Stage.ACKNOWLEDGED)

    assert said(store, invoices.words).is_open
    assert calls_about(store, invoices) == ()


def test_a_concern_is_withdrawn_and_taken_up_again(store, concerns):
    slow = said(store, "The portal is slow")

    concerns.bring_to(slow.id, Stage.WITHDRAWN)
    assert not said(store, slow.words).is_open

    concerns.bring_to(slow.id, Stage.REPORTED)
    assert said(store, slow.words).is_open


def test_bringing_it_where_it_is_already_writes_nothing(store, concerns):
    slow = said(store, "The portal is slow")

    outcome = concerns.bring_to(slow.id, slow.stage)

    assert not outcome.changes
    assert said(store, slow.words).stage_since == slow.stage_since


@pytest.mark.parametrize("stage", [Stage.CONFIRMED, Stage.WITHDRAWN, Stage.ACKNOWLEDGED])
def test_a_step_taken_back_leaves_the_concern_and_its_call_as_they_were(store, concerns, stage):
    silence = said(store, "Nobody answers us for a week")
    concerns.bring_to(silence.id, stage)

    store.undo()

    assert said(store, silence.words) == silence
    assert calls_about(store, silence) == ()


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("words", " Nobody  answers ", "Nobody answers"),
        ("summary", "Answers took a week", "Answers took a week"),
        ("severity", "4", 4),
        ("root_cause", "Nobody covers holidays", "Nobody covers holidays"),
        ("fix", "A second name for each account", "A second name for each account"),
        ("team", "Service", "Service"),
        ("plan_due", "next friday", date(2026, 12, 4)),
        ("plan_due", "in 2w", date(2026, 12, 8)),
        ("told_on", "3 nov", date(2026, 11, 3)),
        ("beyond_the_fix", "Flowers for Anna", "Flowers for Anna"),
        ("set_aside", "yes", True),
    ],
)
def test_what_is_typed_stands_in_its_field(store, concerns, field, text, value):
    silence = said(store, "Nobody answers us for a week")

    outcome = concerns.change(silence.id, field, text)

    assert getattr(outcome.value, field) == value
    with store.read() as reading:
        assert getattr(reading.concerns.get(silence.id), field) == value
    assert outcome.changes.touch(Kind.CONCERN)


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("words", "  ", "Write what worries them, in their own words."),
        ("severity", "5", "The severity is one of these: 1 irritates them"),
        ("severity", "", "The severity is one of these"),
        ("plan_due", "soonish", "“soonish” is not a day. Write it as 31 Mar 2027"),
        ("plan_due", "3 jan 2020", "It was raised on 24 Sep. Type that day or a later one."),
        ("told_on", "1 dec 2026", "has not come yet"),
        ("set_aside", "perhaps", "Answer yes or no."),
    ],
)
def test_what_cannot_be_read_is_refused_with_how_it_is_written(store, concerns, field, text, sentence):
    silence = said(store, "Nobody answers us for a week")

    with pytest.raises(RefusedError) as refused:
        concerns.change(silence.id, field, text)

    assert sentence in str(refused.value)
    assert said(store, silence.words) == silence


def test_a_day_is_taken_out_again(store, concerns):
    late = said(store, "Two late deliveries, and again last week")

    assert late.plan_due is not None
    assert concerns.change(late.id, "plan_due", "").value.plan_due is None


def test_a_wording_for_the_customer_that_is_emptied_is_again_what_they_said(store, concerns):
    silence = said(store, "Nobody answers us for a week")
    concerns.change(silence.id, "summary", "Answers took a week")

    concerns.change(silence.id, "summary", "")

    assert said(store, silence.words).summary == "Nobody answers us for a week"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("omar", "Omar Haddad"),
        ("Omar Haddad", "Omar Haddad"),
        ("oh", "Omar Haddad"),
        ("Omar Sharif", "Omar Sharif"),
    ],
)
def test_a_colleague_owns_it_by_name_and_a_new_name_adds_one(store, concerns, typed, name):
    silence = said(store, "Nobody answers us for a week")

    owned = concerns.change(silence.id, "owner", typed).value

    with store.read() as reading:
        assert reading.colleagues.get(owned.colleague_id).name == name
    assert owned.team == ("Operations" if name == "Omar Haddad" else "")


def test_an_owner_leaves_the_team_that_was_named_and_can_be_taken_out(store, concerns):
    late = said(store, "Two late deliveries, and again last week")

    assert concerns.change(late.id, "owner", "Petra Ilić").value.team == "Operations"
    assert concerns.change(late.id, "owner", " ").value.colleague_id is None


def test_typing_on_in_a_field_is_one_step_back(store, concerns):
    silence = said(store, "Nobody answers us for a week")
    for text in ("No", "Nobody covers", "Nobody covers holidays"):
        concerns.change(silence.id, "root_cause", text)
    concerns.change(silence.id, "fix", "A second name")

    store.undo()
    assert said(store, silence.words).root_cause == "Nobody covers holidays"
    store.undo()
    assert said(store, silence.words) == silence


def test_a_concern_is_logged_without_a_review(store, concerns):
    hooli = the(store, "Hooli")

    added = concerns.add(hooli.id, "  the portal is  slow ", 3).value

    assert said(store, "the portal is slow") == added
    assert (added.summary, added.severity, added.raised_on) == ("The portal is slow", 3, TUESDAY)
    assert next(each for each in AccountService(store).rows() if each.id == hooli.id).worst_severity == 3


@pytest.mark.parametrize(("words", "severity"), [("  ", 2), ("Late", 0), ("Late", 5)])
def test_a_concern_without_words_or_severity_is_not_logged(store, concerns, words, severity):
    with pytest.raises(RefusedError):
        concerns.add(the(store, "Hooli").id, words, severity)

    assert AccountService(store).brief(the(store, "Hooli").id).concerns == ()


def test_the_account_says_until_when_each_concern_waits_for_what(store, concerns):
    lodz = the(store, "Łódź Logistics")

    brief = AccountService(store).brief(lodz.id)

    by_words = {each.words: brief.clocks.get(each.id) for each in brief.concerns}
    plan = by_words["Two late deliveries, and again last week"]
    assert (plan.what, plan.due) == ("make a plan", TUESDAY + timedelta(2))
    assert by_words["Invoices do not match the orders"] is None


def test_a_concern_kept_out_of_the_summary_keeps_its_note_line_out_and_in_again(store, concerns, tmp_path):
    slow, review, _ = noted(store, tmp_path, "!! The portal is slow again")

    for text, aside in (("yes", True), ("no", False)):
        concerns.change(slow.id, "set_aside", text)
        with store.read() as reading:
            assert reading.reviews.get(review.id).lines[0].set_aside is aside


def test_what_was_changed_here_stays_when_the_note_it_came_from_is_typed_on(store, concerns, tmp_path):
    slow, review, meetings = noted(store, tmp_path, "!! The portal is slow again")
    concerns.change(slow.id, "summary", "The portal answers late")
    concerns.bring_to(slow.id, Stage.ACKNOWLEDGED)

    meetings.save_notes(review.id, "!!! The portal is slow again and again")

    now = said(store, "The portal is slow again and again")
    assert now.id == slow.id
    assert (now.summary, now.stage, now.severity) == ("The portal answers late", Stage.ACKNOWLEDGED, 3)


def test_a_concern_somebody_plans_for_outlives_the_note_it_came_from(store, concerns, tmp_path):
    slow, review, meetings = noted(store, tmp_path, "!! The portal is slow again")
    concerns.change(slow.id, "plan_due", "in 2w")

    meetings.save_notes(review.id, "")

    assert said(store, "The portal is slow again").withdrawn


def test_what_nobody_asked_about_is_not_closed_without_their_word(store, concerns):
    silence = said(store, "Nobody answers us for a week")
    concerns.bring_to(silence.id, Stage.FIXED)

    with pytest.raises(RefusedError, match="Nobody asked them yet"):
        concerns.bring_to(silence.id, Stage.NOT_CONFIRMED)
    concerns.asked(silence.id)
    with pytest.raises(RefusedError, match="Ask once more from"):
        concerns.bring_to(silence.id, Stage.NOT_CONFIRMED)

    asked = said(store, silence.words)
    with store.write("Asked two weeks before") as work:
        work.concerns.put(replace(asked, asked_on=(TUESDAY - timedelta(days=14), TUESDAY)))
    closed = concerns.bring_to(silence.id, Stage.NOT_CONFIRMED).value
    assert closed.stage is Stage.NOT_CONFIRMED


@pytest.mark.parametrize("stage", [Stage.REPORTED, Stage.PLANNED, Stage.CONFIRMED, Stage.WITHDRAWN])
def test_only_what_is_fixed_is_closed_without_their_word(store, concerns, stage):
    silence = said(store, "Nobody answers us for a week")
    with store.write("Asked about an earlier fix") as work:
        work.concerns.put(replace(silence, asked_on=(TUESDAY - timedelta(days=14), TUESDAY), stage=stage))

    with pytest.raises(RefusedError, match="Bring it to fixed"):
        concerns.bring_to(silence.id, Stage.NOT_CONFIRMED)


def test_only_what_is_fixed_can_be_asked_about(store, concerns):
    with pytest.raises(RefusedError, match="Bring it to fixed first"):
        concerns.asked(said(store, "Nobody answers us for a week").id)


def test_a_letter_is_answered_in_writing_first_and_then_by_a_call(store, concerns):
    letter = concerns.add(the(store, "Hooli").id, "Three invoices were wrong", 3).value
    concerns.change(letter.id, "by_letter", "yes")

    steps = sorted(calls_about(store, letter), key=lambda each: each.due)
    assert [(each.what, each.due) for each in steps] == [
        ("Answer “Three invoices were wrong” in writing", TUESDAY + timedelta(days=1)),
        ("Call about “Three invoices were wrong”, after the first answer", TUESDAY + timedelta(days=2)),
    ]

    concerns.change(letter.id, "raised_on", "23 Nov")
    concerns.change(letter.id, "owner", "Omar Haddad")
    steps = sorted(calls_about(store, letter), key=lambda each: each.due)
    assert [each.due for each in steps] == [TUESDAY, TUESDAY + timedelta(days=1)]
    assert {each.colleague_id for each in steps} == {concerns.asked_of(letter.id).concern.colleague_id}

    concerns.change(letter.id, "by_letter", "no")
    assert calls_about(store, letter) == ()


def test_the_day_on_which_the_cause_was_known_is_kept(store, concerns):
    silence = said(store, "Nobody answers us for a week")

    concerns.change(silence.id, "root_cause", "The night shift has no line")
    assert said(store, silence.words).cause_on == TUESDAY

    concerns.change(silence.id, "root_cause", "")
    assert said(store, silence.words).cause_on is None


def test_what_a_concern_cost_is_an_amount(store, concerns):
    silence = said(store, "Nobody answers us for a week")

    assert concerns.change(silence.id, "cost", "1,200").value.cost == Decimal(1200)
    with pytest.raises(RefusedError):
        concerns.change(silence.id, "cost", "a lot")


def bought(store, account, **more):
    with store.write("Bought") as work:
        purchase = Purchase(
            account_id=the(store, account).id, bought_on=TUESDAY, amount=Decimal(900), currency="EUR", **more
        )
        work.purchases.put(purchase)


def test_what_it_is_about_is_completed_from_what_was_bought_the_accounts_own_first(store, concerns):
    bought(store, "Globex Corporation", product_name="Bolt M8, zinc", lot="L-2209", carrier="Hauler & Sons")
    bought(store, "Hooli", product_name="Nut M8", lot="L-2210", site="Kraków", contract_term="30 days net")

    known = concerns.known(the(store, "Hooli").id)

    assert known["lots"][:2] == ("L-2210", "L-2209")
    assert known["products"][0] == "Nut M8"
    assert "Bolt M8, zinc" in known["products"]
    assert "Kraków" in known["sites"]
    assert "Hauler & Sons" in known["carriers"]
    assert "30 days net" in known["contract_terms"]
    assert "Operations" in known["team"]


def test_several_are_typed_with_commas_and_a_name_that_holds_one_stays_whole(store, concerns):
    bought(store, "Hooli", product_name="Bolt M8, zinc")
    silence = said(store, "Nobody answers us for a week")

    assert concerns.change(silence.id, "lots", "L-1, L-2,l-1").value.lots == ("L-1", "L-2", "l-1")
    assert concerns.change(silence.id, "products", "bolt m8, zinc").value.products == ("bolt m8, zinc",)
    assert concerns.change(silence.id, "products", "Bolt M8, zinc; Nut").value.products == ("Bolt M8, zinc", "Nut")
    assert concerns.change(silence.id, "processes", "").value.processes == ()


def test_what_it_is_about_is_offered_by_itself_when_one_asks_who_else_is_affected(store, concerns):
    bought(store, "Hooli", lot="L-2210")
    silence = said(store, "Nobody answers us for a week")
    concerns.change(silence.id, "lots", "l-2210")
    concerns.change(silence.id, "processes", "Returns")
    other = concerns.add(the(store, "Łódź Logistics").id, "Returns take a month", 2).value
    concerns.change(other.id, "processes", "returns")
    problems = SharedProblemService(store)

    first, *rest = problems.offered(silence.id).causes

    assert (first.by, first.value) == (CauseBy.LOT, "l-2210")
    assert [each.account for each in problems.who_else([first], silence.account_id)] == ["Hooli"]
    process = next(each for each in rest if each.by is CauseBy.PROCESS)
    assert [each.account for each in problems.who_else([process], silence.account_id)] == ["Łódź Logistics"]


def test_an_account_that_only_complained_about_the_lot_shares_it_too(store, concerns):
    other = concerns.add(the(store, "Hooli").id, "Rust on the rim", 2).value
    concerns.change(other.id, "lots", "L-7")
    cause = Cause(by=CauseBy.LOT, value="l-7")

    assert [each.account for each in SharedProblemService(store).who_else([cause], None)] == ["Hooli"]


def test_what_a_stage_asks_for_is_told_in_one_step(store, concerns):
    silence = said(store, "Nobody answers us for a week")
    concerns.bring_to(silence.id, Stage.PLANNED)

    now = concerns.tell(silence.id, {"owner": "Omar Haddad", "fix_due": "in 2w", "fix": ""}).value

    assert (now.fix_due, now.team) == (TUESDAY + timedelta(14), "Operations")
    store.undo()
    assert said(store, silence.words).fix_due is None


def test_linked_concerns_stand_on_both_and_are_unlinked_on_both(store):
    one, other = said(store, "Nobody answers us for a week"), said(store, "Invoices do not match the orders")
    links = ConcernLinkService(store)
    assert [each.concern for each in links.find("łódź invoices", one.id)] == [other]

    links.link(one.id, other.id, LinkKind.FOLLOWS)
    assert said(store, one.words).links == (ConcernLink(concern_id=other.id, kind=LinkKind.FOLLOWS),)
    assert said(store, other.words).links == (ConcernLink(concern_id=one.id, kind=LinkKind.LED_TO),)

    links.link(one.id, other.id, LinkKind.CAUSE)
    assert [each.kind for each in said(store, other.words).links] == [LinkKind.CAUSE]
    assert [(each.account, each.kind) for each in links.linked(one.id)] == [("Łódź Logistics", LinkKind.CAUSE)]
    assert links.find("invoices", one.id) == ()

    links.unlink(other.id, one.id)
    assert said(store, one.words).links == said(store, other.words).links == ()
    with pytest.raises(RefusedError, match="with itself"):
        links.link(one.id, one.id, LinkKind.CAUSE)
