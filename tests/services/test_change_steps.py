"""The steps of a change are a template: changed for one change, or kept for those that come."""

from datetime import date

import pytest

from reviewdesk.domain.change_steps import SAMPLES, TRIAL, StepKind, usual_steps
from reviewdesk.domain.courtesy import courtesy_due, is_not_for_an_order
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.planned_change import Taken
from reviewdesk.services.change_notices import ChangeNoticeService
from reviewdesk.services.change_outcomes import ChangeOutcomeService
from reviewdesk.services.change_steps import ChangeStepService
from tests.books import a_store
from tests.services.test_change_notices import add


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    add(store, "Kestrel Air", ("Drive X4", 1000))
    yield store
    store.close()


@pytest.fixture
def changes(store):
    return ChangeNoticeService(store)


@pytest.fixture
def steps(store):
    return ChangeStepService(store)


def begin(changes):
    return changes.start("Drive X4", "4.5", "1 jun 2027", "Steel costs more").value


def test_the_follow_ups_are_those_of_the_changed_steps_and_the_call_is_still_logged_with_how_it_was_taken(
    store, changes, steps
):
    with store.write("Add") as work:
        ada = work.colleagues.put(Colleague(name="Ada"))
    change = begin(changes)
    steps.set_step(change.id, StepKind.CALL, "Visit them about it", "", None)
    steps.turn(change.id, StepKind.OFFER, on=False)
    steps.set_step(change.id, StepKind.NO_ORDER, "Ring up and listen", "30", None)
    steps.set_step(change.id, StepKind.CHECK, "Check in 90 days after the change", "60", ada.id)
    changes.announce(change.id)

    (kestrel,) = changes.show(change.id).hurt
    assert [(each.what.partition(":")[0], each.due, each.colleague_id) for each in kestrel.steps] == [
        ("Visit them about it", date(2027, 4, 30), None),
        ("Ring up and listen, not for an order", date(2027, 7, 1), None),
        ("Check in 60 days after the change", date(2027, 7, 31), ada.id),
    ]
    assert is_not_for_an_order(kestrel.steps[1])
    assert courtesy_due(kestrel.steps, date(2027, 6, 28)) == kestrel.steps[1], "its log hides the opportunity"
    ChangeOutcomeService(store).took(kestrel.touched.id, Taken.WELL)
    assert [each.is_open for each in changes.show(change.id).hurt[0].steps] == [False, True, True]
    with pytest.raises(RefusedError, match="were told"):
        steps.turn(change.id, StepKind.CHECK, on=False)


def test_a_service_offers_a_trial_for_two_and_what_is_kept_is_what_new_changes_begin_with(store, changes, steps):
    first = begin(changes)
    steps.offer(first.id, is_service=True)
    assert changes.show(first.id).change.is_service
    assert [each.words for each in begin(changes).planned_steps if each.kind is StepKind.OFFER] == [SAMPLES]

    steps.set_step(first.id, StepKind.CHECK, "Ask once more", "100", None)
    assert not changes.show(first.id).has_kept_steps
    steps.keep(first.id)

    second = begin(changes)
    assert second.is_service
    assert [(each.words, each.days) for each in second.planned_steps][1:] == [
        (TRIAL, 14), ("Call, not for an order, after the change", 45), ("Ask once more", 100),
    ]  # fmt: skip
    steps.begin_anew(None)
    steps.begin_anew(second.id)
    assert changes.show(second.id).change.planned_steps == usual_steps() == steps.of_book().steps
    assert changes.show(first.id).change.planned_steps[3].words == "Ask once more", "each change has its own"
    store.undo()
    store.undo()
    assert steps.of_book().steps[3].words == "Ask once more"


def test_days_that_are_none_are_refused(changes, steps):
    change = begin(changes)
    for days in ("", "soon", "1.5"):
        with pytest.raises(RefusedError):
            steps.set_step(change.id, StepKind.CHECK, "Check in", days, None)
