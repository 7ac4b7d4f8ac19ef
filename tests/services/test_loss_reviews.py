"""Why a customer left is asked by an outsider, a plan is owed, and a return is weighed by its break-even."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.desktop.account.loss_words import asked_of, bought_of, even_of, not_knowing, sum_of
from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import CauseKind, Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.loss_document import LossCause
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import NoteLine, Review, ReviewState
from reviewdesk.domain.reviewed_loss import ReviewedLoss, training_topics
from reviewdesk.domain.said import Opportunity
from reviewdesk.domain.win_back import WinBack
from reviewdesk.services.earned_back import earned_from
from reviewdesk.services.loss_reviews import LossReviewService
from reviewdesk.services.loss_steps import PLAN
from reviewdesk.services.loss_typing import with_field, written
from reviewdesk.services.making_up import making_up
from reviewdesk.services.merging import MergeService
from reviewdesk.services.search import SearchService
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store
from tests.reports.printed import page_texts

LAST_WEEK = TUESDAY - timedelta(days=7)
FIGURES = {
    "revenue": "80,000", "margin": "22 %", "retention": "80", "years": "3", "discount": "10", "up_front": "9000",
    "chance": "35",
}  # fmt: skip


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def losses(store):
    return LossReviewService(store, resources_folder() / "fonts")


def lost(store, **fields):
    with store.write("Add") as work:
        gone = {"status": AccountStatus.LOST, "lost_on": TUESDAY - timedelta(days=3)} | fields
        return work.accounts.put(Account(name="Wonka Foods", added_on=TUESDAY, **gone)).id


def with_people(store, *people):
    with store.write("Add") as work:
        return [work.colleagues.put(each) for each in people]


def fill(losses, account_id, **more):
    for field, text in (FIGURES | more).items():
        losses.set_field(account_id, field, text)
    return losses.of_account(account_id).win_back


def test_the_break_even_comes_first_and_the_figures_are_those_of_the_rules(store, losses):
    account_id = lost(store)
    found = fill(losses, account_id)
    assert sum_of(None, "EUR", ["Margin in %"]) == "Still to be said: Margin in %."
    assert asked_of(found) == "Is the chance better than one in four?"
    assert even_of(found) == "Break-even at 24.9 %. At your 35 % trying is worth +3,635."
    assert "= 36,099 EUR. Only the 9,000 up front are at stake." in sum_of(found, "EUR")
    dearer = fill(losses, account_id, up_front="16000")
    assert even_of(dearer) == "Break-even at 44.3 %. At your 35 % trying is worth −3,365."


@given(
    st.tuples(st.integers(1, 10**6), st.integers(1, 100), st.integers(0, 100), st.integers(1, 12), st.integers(0, 60)),
    st.tuples(st.integers(0, 10**5), st.integers(0, 10**5), st.integers(0, 100)),
)
def test_a_naive_sum_over_each_year_agrees(brought, spent):
    (revenue, margin, kept, years, rate), (up_front, on_return, chance) = brought, spent
    share = Decimal("0.01")
    found = WinBack(
        revenue=Decimal(revenue), margin=margin * share, retention=kept * share, years=years, discount=rate * share,
        up_front=Decimal(up_front), on_return=Decimal(on_return), chance=chance * share,
    )  # fmt: skip
    value = sum(revenue * margin / 100 * (kept / 100) ** (t - 1) / (1 + rate / 100) ** t for t in range(1, years + 1))
    assert float(found.present_value) == pytest.approx(value)
    worth = chance / 100 * (value - on_return) - up_front
    assert float(found.worth) == pytest.approx(worth, rel=1e-6, abs=1e-4)
    if found.break_even is not None:
        assert float(found.break_even) * (value - on_return) == pytest.approx(up_front, rel=1e-6, abs=1e-4)
    else:
        assert up_front > value - on_return - 1e-4 or value <= on_return + 1e-4


def test_the_first_word_owes_a_plan_that_the_accountable_team_keeps(store, losses):
    ada, ben = with_people(store, Colleague(name="Ada", is_me=True, team="Sales"), Colleague(name="Ben", team="Depot"))
    account_id = lost(store, owner_id=ada.id)
    losses.set_field(account_id, "what_happened", "Two pallets went wrong.")
    losses.set_field(account_id, "team", "depot")
    with store.read() as reading:
        (plan,) = reading.follow_ups.where(account_id=account_id)
    assert (plan.what, plan.due, plan.colleague_id) == (PLAN, TUESDAY + timedelta(days=14), ben.id)
    assert losses.of_account(account_id).is_plan_open


def test_nobody_of_the_accountable_team_asks_whichever_is_said_first(store, losses):
    with_people(store, Colleague(name="Ben", team="Depot"), Colleague(name="Cleo", team="Sales"))
    account_id = lost(store)
    losses.set_field(account_id, "team", "Depot")
    with pytest.raises(RefusedError, match="Ben belongs to Depot, which answers for this loss. Let another team ask."):
        losses.set_field(account_id, "interviewer", "Ben")
    losses.set_field(account_id, "interviewer", "Cleo")
    with pytest.raises(RefusedError, match="Cleo belongs to Sales"):
        losses.set_field(account_id, "team", "Sales")


def test_one_person_alone_is_only_told_that_an_outsider_hears_more(store, losses):
    with_people(store, Colleague(name="Ada", is_me=True))
    account_id = lost(store)
    losses.set_field(account_id, "interviewer", "Ada")
    assert "Somebody from outside hears" in losses.of_account(account_id).hint


def test_not_to_know_is_counted_and_the_lines_come_back_as_typed(store, losses):
    account_id = lost(store)
    typed = "Anna: in May, on the pallets\nBen: don't know\nCleo: Don’t know."
    losses.set_field(account_id, "turned", typed)
    losses.set_field(account_id, "causes", "Nobody called back / process / Depot")
    shown = losses.of_account(account_id)
    assert not_knowing(shown) == "2 × don't know: When did it turn, and on what?"
    assert shown.fields["turned"] == "Anna: in May, on the pallets\nBen: don't know\nCleo: don't know"
    assert shown.fields["causes"] == "Nobody called back / process / Depot"
    assert shown.fields["taken_on"] == ""


def test_what_cannot_be_read_is_refused_and_nothing_typed_begins_nothing(store, losses):
    account_id = lost(store)
    for field, text in (("years", "1.5"), ("margin", "220"), ("revenue", "-5"), ("revenue", "much")):
        with pytest.raises(RefusedError):
            losses.set_field(account_id, field, text)
    losses.set_field(account_id, "team", "  ")
    assert losses.of_account(account_id).plan_due is None
    active = lost(store, status=AccountStatus.ACTIVE, lost_on=None)
    with pytest.raises(RefusedError, match="is not lost"):
        losses.set_field(active, "team", "Depot")
    with pytest.raises(RefusedError, match="no loss to review"):
        losses.paper(active)


def test_the_paper_says_what_was_typed_and_for_whom_it_is(store, losses):
    account_id = lost(store)
    fill(losses, account_id, what_happened="Two pallets went wrong.", causes="Nobody called back / process / Depot")
    made = losses.paper(account_id)
    text = " ".join(" ".join(page_texts(made.pdf)).split())
    assert made.file_name.endswith("-for-our-side.pdf")
    for each in ("Two pallets went wrong.", "Nobody called back", "36,099", "24.9"):
        assert each in text


def test_three_concerns_that_came_of_skill_and_the_like_propose_a_training_topic():
    def concern(team, kind):
        said = {"words": "late", "summary": "late", "raised_on": TUESDAY, "severity": 2}
        return Concern(account_id=Account(name="A").id, team=team, cause_kind=kind, **said)

    two = [concern("Depot", CauseKind.SKILL), concern("Depot", CauseKind.KNOWLEDGE), concern("Depot", CauseKind.PRICE)]
    assert training_topics([*two, concern("Sales", CauseKind.SKILL)]) == ()
    (topic,) = training_topics([*two, concern("depot ", CauseKind.SKILL)])
    assert (topic.team, topic.kinds) == ("Depot", ((CauseKind.SKILL, 2), (CauseKind.KNOWLEDGE, 1)))


def test_a_loss_is_made_up_at_the_margin_that_is_usual_here_with_what_others_might_buy(store, losses):
    account_id = lost(store)
    with store.write("Others") as work:
        other = work.accounts.put(Account(name="Hooli", added_on=TUESDAY))
        for amount, margin in ((300, 10), (100, 50)):
            paid = {"amount": Decimal(amount), "currency": "EUR", "margin": Decimal(margin)}
            work.purchases.put(Purchase(account_id=other.id, bought_on=TUESDAY, **paid))
        told = {"what": "A second site", "about": "20k", "noted_on": TUESDAY}
        work.opportunities.put(Opportunity(account_id=other.id, **told))
        gone = work.accounts.get(account_id)
    fill(losses, account_id)
    with store.read() as reading:
        (loss,) = reading.reviewed_losses.where(account_id=account_id)
        made = making_up(reading, gone, loss)

    assert (made.contribution, made.margin, made.cost_to_take_out) == (17_600, Decimal("0.2"), 17_600)
    assert made.revenue_needed == 88_000
    assert [each.what for each in made.candidates] == ["Hooli: A second site 20k"]
    text = " ".join(" ".join(page_texts(losses.paper(account_id).pdf)).split())
    assert "88,000 Of that those named below might bring EUR 20,000" in text

    the_plan_is_kept_and_printed(store, losses, account_id, other.id)

    losses.leave_out(account_id, other.id)
    losses.set_field(account_id, "cost_out", "")
    with store.read() as reading:
        assert [each.what for each in reading.follow_ups.all()] == [PLAN]
    with pytest.raises(RefusedError, match="does not buy from us now"):
        losses.choose(account_id, account_id)


def the_plan_is_kept_and_printed(store, losses, account_id, other_id):
    losses.choose(account_id, other_id)
    losses.choose(account_id, other_id)
    for field, text in (("cost_out", "5000"), ("cost_out_due", "2026-12-20"), ("cost_out_owner", "Ben")):
        losses.set_field(account_id, field, text)
    found = losses.replacing(account_id)
    assert (found.contribution, found.revenue_needed, found.planned) == (17_600, 88_000, 20_000 * found.margin + 5000)
    with store.read() as reading:
        (step,) = reading.follow_ups.where(account_id=other_id)
        cost = [each for each in reading.follow_ups.where(account_id=account_id) if each.what != PLAN]
    assert (step.what, step.due) == ("Ask about: A second site 20k", TUESDAY + timedelta(days=14))
    assert [(each.what, each.due) for each in cost] == [("Take out cost of 5,000 EUR a year", date(2026, 12, 20))]
    text = " ".join(" ".join(page_texts(losses.paper(account_id).pdf)).split())
    assert "Hooli: Ask about: A second site 20k" in text
    assert "5,000" in text


def test_a_review_ends_with_what_was_learnt_and_asks_for_nothing_any_more(store, losses):
    account_id = lost(store)
    with pytest.raises(RefusedError, match="Nothing is noted yet"):
        losses.end(account_id)
    losses.set_field(account_id, "lessons", "Call back within a day / Cleo / 2026-12-10")
    losses.end(account_id)
    shown = losses.of_account(account_id)
    assert (shown.ended_on, shown.is_plan_open) == (TUESDAY, True)
    losses.set_field(account_id, "plan", "Visit them / Ben")
    losses.end(account_id)
    assert not losses.of_account(account_id).is_plan_open
    text = " ".join(" ".join(page_texts(losses.paper(account_id).pdf)).split())
    assert "Call back within a day" in text
    assert "ended on 24 November 2026" in text
    assert losses.take_up(account_id).value.ended_on is None


def test_a_review_that_is_set_aside_owes_no_plan_until_somebody_types_again(store, losses):
    account_id = lost(store)
    losses.set_aside(account_id)
    shown = losses.of_account(account_id)
    assert (shown.set_aside_on, shown.plan_due) == (TUESDAY, None)
    losses.set_field(account_id, "team", "Depot")
    shown = losses.of_account(account_id)
    assert (shown.set_aside_on, shown.is_plan_open) == (None, True)


def test_what_is_only_mine_is_not_on_the_paper_for_our_side(store, losses):
    account_id = lost(store)
    mine, ours = (NoteLine(text="! late", audience=who) for who in (Audience.ONLY_ME, Audience.OUR_SIDE))
    with store.write("Meet") as work:
        held = {"state": ReviewState.HELD, "planned_on": LAST_WEEK, "held_on": LAST_WEEK}
        work.reviews.put(Review(account_id=account_id, lines=(mine, ours), **held))
        for line, word in ((mine, "Secret"), (ours, "Open")):
            about = {"account_id": account_id, "line_id": line.id}
            told = {"words": f"{word} concern", "summary": "late", "raised_on": LAST_WEEK, "severity": 2}
            work.concerns.put(Concern(**told, **about))
            work.follow_ups.put(FollowUp(what=f"{word} promise", is_promise=True, said_on=LAST_WEEK, **about))

    text = " ".join(" ".join(page_texts(losses.paper(account_id).pdf)).split())

    assert "Open concern" in text
    assert "Open promise" in text
    assert "Secret" not in text


def test_a_step_that_has_passed_keeps_its_day_when_another_line_is_edited(store, losses):
    account_id = lost(store)
    losses.set_field(account_id, "plan", "Call them / Ben / 2026-11-02\nWrite / / 2 Dec")
    shown = losses.of_account(account_id).fields["plan"]
    losses.set_field(account_id, "plan", shown + "\nVisit")

    with store.read() as reading:
        (loss,) = reading.reviewed_losses.all()
    assert [(each.what, each.owner, each.due) for each in loss.plan] == [
        ("Call them", "Ben", date(2026, 11, 2)), ("Write", "", date(2026, 12, 2)), ("Visit", "", None),
    ]  # fmt: skip


def test_strokes_and_colons_within_words_tear_nothing_apart(store, losses):
    account_id = lost(store)
    losses.set_field(account_id, "causes", "24/7 service and/or parts / price/quality / Depot")
    losses.set_field(account_id, "turned", "at 10:30 they left\nAnna: at 9:15, I think")

    with store.read() as reading:
        (loss,) = reading.reviewed_losses.all()
    assert loss.causes == (LossCause(words="24/7 service and/or parts", kind="price/quality", team="Depot"),)
    assert [(each.who, each.words) for each in loss.answers] == [
        ("", "at 10:30 they left"), ("Anna", "at 9:15, I think"),
    ]  # fmt: skip


@given(st.text("ab /:1\n", max_size=30))
def test_what_is_shown_is_read_again_as_the_same(text):
    for field in ("causes", "plan", "turned"):
        once = typed_so(field, text.replace("1", "x") if field == "plan" else text)
        assert typed_so(field, written(once)[field]) == once


def typed_so(field, text):
    empty = ReviewedLoss(account_id=UUID(int=1), id=UUID(int=2), begun_on=TUESDAY, plan_due=TUESDAY)
    try:
        return with_field(empty, field, text, TUESDAY)
    except RefusedError:
        return empty


def test_the_owners_team_answers_where_none_is_named(store, losses):
    ada, _ = with_people(store, Colleague(name="Ada", team="Sales"), Colleague(name="Cleo", team="sales"))
    account_id = lost(store, owner_id=ada.id)
    with pytest.raises(RefusedError, match="Cleo belongs to Sales, which answers for this loss"):
        losses.set_field(account_id, "interviewer", "Cleo")


def test_the_plan_is_the_owners_again_once_the_team_is_corrected_or_taken_out(store, losses):
    ada, ben = with_people(store, Colleague(name="Ada", is_me=True, team="Sales"), Colleague(name="Ben", team="Depot"))
    account_id = lost(store, owner_id=ada.id)
    owes = []
    for team in ("Depot", "Sales", "Depot", "", "Nobody’s"):
        losses.set_field(account_id, "team", team)
        with store.read() as reading:
            owes += [each.colleague_id for each in reading.follow_ups.where(account_id=account_id)]
    assert owes == [ben.id, ada.id, ben.id, ada.id, ada.id]


def test_the_paper_says_that_they_left_too_early_that_the_own_team_asked_and_who_is_next(store, losses):
    ada, cleo = with_people(store, Colleague(name="Ada", team="Sales"), Colleague(name="Cleo", team="Depot"))
    account_id = lost(store, owner_id=ada.id, cost_to_win=Decimal(5000), currency="EUR")
    losses.set_field(account_id, "interviewer", "Cleo")
    losses.set_field(account_id, "causes", "Nobody called back / process / Depot")
    with store.write("Since") as work:
        work.colleagues.put(replace(cleo, team="Sales"))
        work.books.put(replace(work.book, rates=(("PLN", LAST_WEEK, Decimal("0.25")),)))
        for amount, currency in ((10_000, "EUR"), (40_000, "PLN")):
            paid = {"amount": Decimal(amount), "currency": currency, "margin": Decimal(20)}
            work.purchases.put(Purchase(account_id=account_id, bought_on=LAST_WEEK, **paid))
        other = work.accounts.put(Account(name="Hooli", added_on=TUESDAY))
        said = {"words": "They never call", "summary": "late", "raised_on": TUESDAY, "severity": 2, "team": "Depot"}
        work.concerns.put(Concern(account_id=other.id, **said))

    text = " ".join(" ".join(page_texts(losses.paper(account_id).pdf)).split())

    assert "Hooli" in text
    assert "team depot" in text.casefold()
    for each in ("EUR 5,000", "EUR 4,000", "Cleo belongs to the team"):
        assert each in text


def test_an_unknown_margin_or_rate_is_not_taken_for_nothing(store):
    account_id = lost(store, cost_to_win=Decimal(5000), currency="EUR")
    for currency, margin in (("EUR", None), ("PLN", Decimal(20))):
        with store.write("Buy") as work:
            paid = {"amount": Decimal(100), "currency": currency, "margin": margin}
            kept = work.purchases.put(Purchase(account_id=account_id, bought_on=LAST_WEEK, **paid))
            found = earned_from(work, work.accounts.get(account_id))
            assert not found.falls_short_of(Decimal(5000))
            work.purchases.remove(kept.id)


def test_what_they_bought_is_offered_as_what_was_lost(store, losses):
    account_id = lost(store)
    with pytest.raises(RefusedError, match="is not in the book"):
        losses.take_figures(account_id)
    with store.write("Buy") as work:
        for ago, amount, margin in ((10, 60_000, 20), (200, 20_000, 40), (380, 5_000, 90)):
            paid = {"amount": Decimal(amount), "currency": "EUR", "margin": Decimal(margin)}
            work.purchases.put(Purchase(account_id=account_id, bought_on=TUESDAY - timedelta(days=ago), **paid))
    assert bought_of(losses.of_account(account_id)) == (
        "They bought for 80,000 EUR at a margin of 25 % in the 12 months to 14 Nov."
    )
    loss = losses.take_figures(account_id).value
    assert (loss.revenue, loss.margin) == (80_000, Decimal("0.25"))
    assert bought_of(losses.of_account(account_id)) == ""


def test_the_day_they_left_is_corrected_and_no_day_to_come(store, losses):
    account_id = lost(store)
    losses.set_field(account_id, "lost_on", "2026-10-01")
    assert losses.of_account(account_id).lost_on == date(2026, 10, 1)
    assert losses.of_account(account_id).plan_due is None
    for text in ("", "2026-12-24"):
        with pytest.raises(RefusedError):
            losses.set_field(account_id, "lost_on", text)


def test_notes_stand_on_the_way_without_the_signs_they_were_typed_with_and_nothing_twice(store, losses):
    account_id = lost(store)
    typed = ("[] read the figures", "/we show the list", "// tired of us", "plain words", "? Is there an export")
    with store.write("Meet") as work:
        held = {"state": ReviewState.HELD, "planned_on": LAST_WEEK, "held_on": LAST_WEEK}
        work.reviews.put(Review(account_id=account_id, lines=tuple(NoteLine(text=each) for each in typed), **held))
    assert [each.words for each in losses.of_account(account_id).events] == [
        "Follow-up: read the figures", "Noted for me: tired of us", "Noted: plain words",
        "Question: Is there an export",
    ]  # fmt: skip


def test_two_lost_accounts_that_are_one_keep_one_review_with_what_both_told(store, losses):
    kept, other = lost(store), lost(store)
    losses.set_field(kept, "causes", "Too dear / price")
    losses.set_field(kept, "what_happened", "They called twice.")
    losses.set_field(other, "causes", "Too late / delivery")
    losses.set_field(other, "team", "Depot")

    MergeService(store).merge(kept, other, {})

    fields = losses.of_account(kept).fields
    assert (fields["causes"], fields["team"]) == ("Too dear / price\nToo late / delivery", "Depot")
    with store.read() as reading:
        assert [each.what for each in reading.follow_ups.all()] == [PLAN]
        assert len(reading.reviewed_losses.all()) == 1


def test_what_was_typed_about_a_loss_is_found_again(store, losses):
    account_id = lost(store)
    losses.set_field(account_id, "causes", "Nobody called back / process / Depot")
    (found,) = SearchService(store).written("called back")
    assert (found.kind, found.account_id) == (Kind.REVIEWED_LOSS, account_id)
