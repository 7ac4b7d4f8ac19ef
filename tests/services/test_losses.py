"""All losses stand in one list with what they say together, and a day asks for those nobody looked into."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.desktop.losses.cards import LOSS_COLUMNS, answers_told, causes_told, lessons_told, losses_told
from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.today import Sort, Weight
from reviewdesk.services.loss_reviews import LossReviewService
from reviewdesk.services.loss_steps import PLAN
from reviewdesk.services.losses import LossListService
from reviewdesk.services.today import TodayService
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def losses(store):
    return LossReviewService(store, resources_folder() / "fonts")


def lost(store, name, ago, **fields):
    with store.write("Add") as work:
        on = TUESDAY - timedelta(days=ago)
        gone = {"status": AccountStatus.LOST, "lost_on": on, "added_on": on - timedelta(days=700)} | fields
        return work.accounts.put(Account(name=name, **gone)).id


def asked(store):
    page = TodayService(store).page()
    return [each for part in page.parts for each in part.entries if each.sort is Sort.LOSS]


def test_a_day_asks_why_they_left_until_a_plan_is_owed_and_then_until_the_review_is_ended(store, losses):
    account_id = lost(store, "Wonka Foods", 20)
    (entry,) = asked(store)
    assert (entry.title, entry.state, entry.weight) == ("Why did Wonka Foods leave?", "20 days ago", Weight.NEAR)

    losses.set_field(account_id, "plan", "Visit them / Ben")
    assert asked(store) == []
    with store.write("Done") as work:
        (plan,) = work.follow_ups.where(account_id=account_id)
        work.follow_ups.put(plan.done(TUESDAY))
    assert [each.about for each in asked(store)] == ["lost 4 Nov · begun: end it with what we learnt"]
    losses.end(account_id)
    assert asked(store) == []


def test_a_day_asks_for_a_few_alone_and_never_for_old_ones_or_those_that_came_as_lost(store, losses):
    for ago in range(5):
        lost(store, f"Gone {ago}", ago)
    lost(store, "Long gone", 400)
    lost(store, "Came as lost", 3, added_on=TUESDAY - timedelta(days=3))
    lost(store, "Came back", 3, status=AccountStatus.WON_BACK)
    aside = lost(store, "Set aside", 0)
    losses.set_aside(aside)

    assert [(each.title, each.about, each.account) for each in asked(store)] == [
        ("Why did 5 customers leave?", "Gone 0, Gone 1, Gone 2 and 2 more", ""),
    ]  # fmt: skip


def test_a_plan_that_is_late_stands_on_today(store, losses):
    account_id = lost(store, "Wonka Foods", 3)
    losses.set_field(account_id, "team", "Depot")
    with store.write("Age") as work:
        (plan,) = work.follow_ups.where(account_id=account_id)
        work.follow_ups.put(replace(plan, due=TUESDAY - timedelta(days=1)))
    (late,) = [each for part in TodayService(store).page().parts for each in part.entries if each.title == PLAN]
    assert (late.account, late.weight) == ("Wonka Foods", Weight.OVER)
    (row,) = LossListService(store).of_book().losses
    assert row.plan.value == "late"


def test_all_losses_stand_with_what_they_say_together(store, losses):
    one, other = lost(store, "Wonka Foods", 3), lost(store, "Hooli", 9, status=AccountStatus.WON_BACK)
    with store.write("Buy") as work:
        for ago in (30, 500, 2):
            paid = {"amount": Decimal(400), "currency": "EUR", "bought_on": TUESDAY - timedelta(days=ago)}
            work.purchases.put(Purchase(account_id=other, **paid))
    typed = {
        "revenue": "80000", "margin": "22", "retention": "80", "years": "3", "discount": "10", "up_front": "9000",
        "chance": "35", "causes": "Nobody called back / process / Depot", "lessons": "Call back / Cleo",
        "taken_on": "Anna: yes, gladly\nBen: don't know", "turned": "Anna: in May",
    }  # fmt: skip
    for field, text in typed.items():
        losses.set_field(one, field, text)
    losses.set_field(other, "taken_on", "Cleo: no")
    losses.set_field(other, "causes", "Late twice / process / Depot")
    losses.end(one)

    found = LossListService(store).of_book()
    told, causes, answers = losses_told(found), causes_told(found), answers_told(found)
    row = dict(zip([each.title for each in LOSS_COLUMNS], told.lines[0].cells, strict=True))
    assert row == {
        "Account": "Wonka Foods", "Lost on": TUESDAY - timedelta(days=3), "Worth a year": 80_000,
        "Why": "Nobody called back", "Plan": "owed by 8 Dec", "Win back?": "worth it", "Ended on": TUESDAY,
        "What we learnt": "Call back",
    }  # fmt: skip
    assert told.sentence == "2 accounts lost, 1 of them won back."
    assert told.lines[1].cells[2:5] == (400, "Late twice", "won back")
    assert causes.sentence == "2 causes of 2 accounts. 2 of them lie with Depot."
    assert [(each.name, each.value) for each in causes.picture] == [("process", 2)]
    assert answers.sentence == "4 answers, of which 1 did not know."
    assert [each.text for each in answers.remarks] == [
        "Should we have taken them on? yes 1, no 1, don't know 1.", "It turned: in May (Wonka Foods).",
    ]  # fmt: skip
    assert lessons_told(found).sentence == "1 lesson; 1 review is ended."
    assert told.lines[0].lead.tab == "loss"


def test_nobody_lost_says_nothing(store):
    found = LossListService(store).of_book()
    assert [each(found) for each in (losses_told, causes_told, answers_told, lessons_told)] == [None] * 4
