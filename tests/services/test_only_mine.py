"""What was set to *only me* is nobody else's to see, nor what is done about it, in whatever leaves one's hands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.review import NoteLine, Review, ReviewState
from reviewdesk.services.account_reading import brief_of
from reviewdesk.services.crm_out import CrmOutService
from reviewdesk.services.fit_to_lie import without_only_mine
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.gathering import known_of, material_of
from reviewdesk.services.loss_values import events_of
from reviewdesk.services.monday import week_of
from reviewdesk.services.portfolio import PortfolioService
from reviewdesk.services.portfolio_blocks import shared_in
from reviewdesk.services.reminder_gathering import colleague_sheets
from reviewdesk.services.shared_problems import SharedProblemService
from reviewdesk.services.team_sheets import Answering
from reviewdesk.storage.store import Store
from tests.books import TUESDAY, a_store, small_book, the

PRIVATE = "Zebra takeover"
STEP = f"Answer “{PRIVATE}” in writing"


@pytest.fixture
def store(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


def plant(store: Store, audience: Audience) -> tuple[Review, FollowUp, Colleague]:
    """Note a concern with a promise about it that a colleague owes."""
    account = the(store, "Hooli")
    with store.write("Plant") as work:
        omar = next(each for each in work.colleagues.all() if each.name == "Omar Haddad")
        line = NoteLine(text=f"! {PRIVATE}", audience=audience)
        review = work.reviews.put(
            Review(account_id=account.id, state=ReviewState.HELD, held_on=TUESDAY - timedelta(2), lines=(line,))
        )
        concern = work.concerns.put(
            Concern(
                account_id=account.id, words=PRIVATE, summary=PRIVATE, severity=4, raised_on=TUESDAY, line_id=line.id,
                review_id=review.id, team="Operations",
            )
        )  # fmt: skip
        step = work.follow_ups.put(
            FollowUp(
                account_id=account.id, what=STEP, side=Side.OURS, is_promise=True, concern_id=concern.id,
                due=TUESDAY - timedelta(90), said_on=TUESDAY - timedelta(1), colleague_id=omar.id,
                waits_on=WaitsOn.COLLEAGUE,
            )
        )  # fmt: skip
    return review, step, omar


def all_that_leaves(store: Store, review: Review, step: FollowUp, omar: Colleague) -> dict[str, str]:
    """Give what others get to see, each as text."""
    with store.read() as reading:
        answering = Answering.read(reading)
        found: dict[str, object] = {
            "team sheet": (answering.concerns, answering.steps),
            "brief and hand-off pack": without_only_mine(reading, brief_of(reading, review.account_id))[0].follow_ups,
            "monday": week_of(reading),
            "portfolio": shared_in(reading),
            "loss": events_of(reading, reading.accounts.get(review.account_id), notes=False),
            "colleague's sheet": list(colleague_sheets(reading, omar.id)),
            "agenda": known_of(reading, review.account_id).promises,
            "summary": material_of(reading, replace(review, lines=())).follow_ups,
        }
    found["portfolio's next steps"] = PortfolioService(store).of_today()
    try:
        found["mail"] = FollowUpService(store).mail(omar.id)
    except RefusedError:
        found["mail"] = ""
    try:
        found["crm"] = CrmOutService(store).as_text(step.id)
    except RefusedError as error:
        found["crm"] = str(error)
    return {name: repr(each) for name, each in found.items()}


def test_what_is_done_about_a_concern_for_me_alone_goes_nowhere(store):
    leaves = all_that_leaves(store, *plant(store, Audience.ONLY_ME))

    assert [name for name, text in leaves.items() if PRIVATE in text] == []


def test_what_our_side_may_hear_does_go(store):
    leaves = all_that_leaves(store, *plant(store, Audience.OUR_SIDE))

    assert [name for name, text in leaves.items() if PRIVATE not in text] == []


@pytest.mark.parametrize(("audience", "lends"), [(Audience.ONLY_ME, False), (Audience.OUR_SIDE, True)])
def test_an_outreach_from_a_concern_for_me_alone_takes_neither_its_words_nor_a_name_from_it(store, audience, lends):
    review, step, _ = plant(store, audience)
    problems = SharedProblemService(store)

    for offered in (problems.offered(step.concern_id), problems.offered_again(step.concern_id, [review.account_id])):
        assert (PRIVATE in offered.name) is lends
        assert any(PRIVATE in each.value for each in offered.causes) is lends
