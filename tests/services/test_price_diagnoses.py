"""Why price? A plan to differ is followed up, and switches are evidence."""

from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending, WaitsOn
from reviewdesk.domain.switch import Direction
from reviewdesk.services.price_diagnoses import PriceDiagnosisService
from reviewdesk.services.price_steps import StepTyped
from reviewdesk.services.switches import SwitchService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    small_book(made)
    yield made
    made.close()


@pytest.fixture
def diagnoses(store):
    return PriceDiagnosisService(store)


STEP = StepTyped(what="Show the night crew", respect="Delivery", account="hooli", who="Omar Haddad", due="in 2 weeks")


def test_a_step_to_differ_is_a_follow_up_that_stays_linked_and_shows_its_state(store, diagnoses):
    first = diagnoses.begin().value
    made = diagnoses.add_step(first.id, STEP).value

    assert (made.what, made.account_id, made.about_id) == (
        "Delivery: Show the night crew", the(store, "Hooli").id, first.id
    )  # fmt: skip
    assert (made.due, made.waits_on) == (TUESDAY + timedelta(14), WaitsOn.COLLEAGUE)
    assert [(each.account, each.who) for each in diagnoses.why().steps] == [("Hooli", "Omar Haddad")]
    mine = diagnoses.add_step(first.id, StepTyped(what="Call first", account="Hooli", due="tomorrow")).value
    assert mine.colleague_id == the(store, "Hooli").owner_id

    diagnoses.finish_step(mine.id)
    diagnoses.change(first.id, "margin", "22")
    second = diagnoses.begin().value
    why = diagnoses.why()
    assert (why.now.id, why.steps) == (second.id, ())
    assert [each.step.ending for each in why.earlier_steps[first.id]] == [None, Ending.KEPT]
    diagnoses.remove(first.id)
    with store.read() as reading:
        left = [reading.follow_ups.get(each.id) for each in (made, mine)]
    assert [each.about_id for each in left] == [None, None]
    store.undo()
    assert len(diagnoses.why().earlier_steps[first.id]) == 2


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (StepTyped(what=" ", account="Hooli", due="tomorrow"), "what we will do differently"),
        (StepTyped(what="Call", account="Hooli"), "Say by when"),
        (StepTyped(what="Call", due="tomorrow"), "with which account it begins"),
        (StepTyped(what="Call", account="Nobody Inc", due="tomorrow"), "There is no account “Nobody Inc”"),
    ],
)
def test_a_step_that_cannot_be_followed_up_is_refused(diagnoses, told, words):
    with pytest.raises(RefusedError, match=words):
        diagnoses.add_step(diagnoses.begin().value.id, told)


def test_a_switch_is_evidence_and_with_a_yes_a_verdict(store, diagnoses):
    switches, made = SwitchService(store), diagnoses.begin().value
    noted = switches.add(the(store, "Hooli").id, Direction.TO_RIVAL, rival="Initech").value
    switches.change(noted.id, "price_difference", "-12")
    for _ in range(2):
        diagnoses.take_evidence(made.id, noted.id, "same")

    known = diagnoses.why().now
    assert known.same_evidence == "Hooli went to Initech on 24 Nov 2026, -12 % against ours"
    assert known.verdict is None
    assert diagnoses.change(made.id, "same", "yes").value.verdict is not None
    with pytest.raises(RefusedError, match="one of the three questions"):
        diagnoses.take_evidence(made.id, noted.id, "margin")


@pytest.mark.parametrize(
    ("margin", "cut", "kept"), [("22", "1", "1"), ("22 %", "1,5", "1.5"), ("30.5", "−3", "-3"), ("12", "", None)]
)
def test_any_margin_and_cut_may_be_typed(diagnoses, margin, cut, kept):
    made = diagnoses.begin().value
    diagnoses.change(made.id, "margin", margin)
    found = diagnoses.change(made.id, "cut", cut).value
    assert found.cut == (None if kept is None else Decimal(kept))
    assert found.margin == Decimal(margin.rstrip(" %"))
