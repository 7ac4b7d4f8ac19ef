"""The Monday page says what changed, who is at risk and why, and what was promised; and nothing that is only me."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.our_side import ChangeKind
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.review import NoteLine, Review, ReviewKind
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.monday import MondayService
from reviewdesk.services.our_side_text import NOTHING, monday_text
from reviewdesk.services.portfolio import PortfolioService
from reviewdesk.storage.kept_tables import health_day
from tests.books import TUESDAY, a_store, small_book

BETWEEN_US = "between you and me"
MONDAY = TUESDAY - timedelta(days=TUESDAY.weekday())
LAST_MONDAY = MONDAY - timedelta(days=7)


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def add(store, kind, *records):
    with store.write("Add") as work:
        return [getattr(work, kind).put(each) for each in records]


def an_account(store, name="Acme", **fields):
    return add(store, "accounts", Account(name=name, currency="EUR", added_on=date(2024, 1, 1), **fields))[0]


def held_review(store, account, on, *lines):
    review = Review(account_id=account.id, kind=ReviewKind.QUARTERLY, planned_on=on, lines=lines)
    return add(store, "reviews", review.held(on, finished_at=None))[0]


def test_it_looks_back_to_the_monday_before_and_on_to_the_end_of_this_week(store):
    page = MondayService(store).page()

    assert (page.since, page.today, page.until) == (LAST_MONDAY, TUESDAY, MONDAY + timedelta(days=6))
    assert NOTHING in monday_text(page)


def test_what_happened_since_the_monday_before_is_said_and_nothing_older(store):
    account = an_account(store)
    held_review(store, account, LAST_MONDAY)
    held_review(store, account, LAST_MONDAY - timedelta(days=1))
    for severity in (2, 3):
        words, on = f"Late, severity {severity}", TUESDAY
        add(
            store,
            "concerns",
            Concern(account_id=account.id, words=words, summary=words, severity=severity, raised_on=on),
        )

    changed = MondayService(store).page().changed

    assert [(each.kind, each.on) for each in changed] == [
        (ChangeKind.CONCERN, TUESDAY), (ChangeKind.REVIEW, LAST_MONDAY)
    ]  # fmt: skip
    assert changed[0].words == "“Late, severity 3”, severity 3, reported"


def test_a_loss_is_said_first(store):
    account = an_account(store)
    held_review(store, account, MONDAY)
    add(store, "accounts", replace(account, status=AccountStatus.LOST, lost_on=MONDAY))

    assert [each.words for each in MondayService(store).page().changed] == ["Lost", "Quarterly review held"]


def kept_health(store, account, day, score):
    """Keep what the health of an account was from a day on, as the program did on that day."""
    row = {"account_id": account.id.hex, "day": day.isoformat(), "score": score, "basis": 45}
    with store.write("Keep the health") as work:
        work.connection.execute(health_day.insert(), {**row, "factors": "[null, null, 100, 95, null, null, 100]"})


def at_risk(store):
    """Give an account of which enough is known, and which somebody was hurt at this week."""
    account = an_account(store, tier=Tier.A, gut_feeling=5, gut_feeling_on=TUESDAY)
    add(store, "contacts", Contact(account_id=account.id, made_on=MONDAY, channel=Channel.CALL))
    grave = {"words": "Hurt", "summary": "Hurt", "severity": 4, "raised_on": MONDAY}
    add(store, "concerns", Concern(account_id=account.id, **grave))
    return account


def test_an_account_whose_health_fell_out_of_its_word_is_named_with_what_weighs_most(store):
    account = at_risk(store)
    kept_health(store, account, LAST_MONDAY - timedelta(days=30), 98)

    page = MondayService(store).page()

    told = [each.words for each in page.changed if each.kind is ChangeKind.HEALTH]
    assert told == ["Health fell from 98 healthy to 49 At risk: concerns: open: severity 4"]
    assert [(each.account, each.health, each.reasons) for each in page.at_risk] == [
        ("Acme", 49, ("concerns: open: severity 4",))
    ]


def test_health_that_was_at_risk_before_is_no_change(store):
    account = at_risk(store)
    kept_health(store, account, LAST_MONDAY - timedelta(days=1), 30)

    page = MondayService(store).page()

    assert ChangeKind.HEALTH not in {each.kind for each in page.changed}
    assert [each.account for each in page.at_risk] == ["Acme"]


def test_promises_that_are_late_or_due_this_week_are_listed_and_those_that_ended(store):
    account, me = an_account(store), add(store, "colleagues", Colleague(name="Dana Reyes", is_me=True))[0]
    promise = {"account_id": account.id, "is_promise": True, "colleague_id": me.id}
    add(store, "follow_ups",
        FollowUp(what="Late one", due=TUESDAY - timedelta(days=5), **promise),
        FollowUp(what="This week", due=MONDAY + timedelta(days=6), **promise),
        FollowUp(what="Next week", due=MONDAY + timedelta(days=7), **promise),
        FollowUp(what="Kept", due=MONDAY, **promise).done(MONDAY),
        FollowUp(what="No promise", account_id=account.id, colleague_id=me.id, due=TUESDAY),
    )  # fmt: skip

    page = MondayService(store).page()

    assert [(each.what, each.is_late, each.owner) for each in page.promised] == [
        ("Late one", True, "Dana Reyes"), ("This week", False, "Dana Reyes"),
    ]  # fmt: skip
    assert [(each.what, each.ending) for each in page.ended] == [("Kept", "kept")]


def with_secrets(store):
    """Write what is only me wherever it can be written."""
    account = an_account(
        store, "Acme", tier=Tier.A, notes=BETWEEN_US, tier_reason=BETWEEN_US, gut_feeling=1,
        gut_feeling_note=BETWEEN_US, gut_feeling_on=TUESDAY,
    )  # fmt: skip
    hidden = NoteLine(text=f"[] {BETWEEN_US}", audience=Audience.ONLY_ME)
    held_review(store, account, MONDAY, hidden, NoteLine(text=f"// {BETWEEN_US}"))
    step = FollowUp(account_id=account.id, what=BETWEEN_US, is_promise=True, line_id=hidden.id, due=TUESDAY)
    add(store, "follow_ups", step, replace(FollowUp(account_id=account.id, what=BETWEEN_US, is_promise=True,
        line_id=hidden.id, due=MONDAY).done(MONDAY)))  # fmt: skip
    add(store, "concerns", Concern(
        account_id=account.id, words=BETWEEN_US, summary=BETWEEN_US, severity=4, raised_on=MONDAY, line_id=hidden.id
    ))  # fmt: skip
    return account


def test_what_is_only_me_is_in_neither_page(store):
    account = with_secrets(store)

    monday, portfolio = MondayService(store).page(), PortfolioService(store).of_today()

    assert BETWEEN_US not in str(asdict(monday)) + monday_text(monday) + str(asdict(portfolio))
    assert "gut feeling" not in monday_text(monday)
    assert [each.id for each in portfolio.lines] == [account.id]


def test_a_whole_book_is_told_in_its_parts(store):
    small_book(store)

    text = monday_text(MondayService(store).page())

    assert "What we promised:\n- Łódź Logistics: Send the revised delivery plan" in text
    assert "Gone quiet:" in text
