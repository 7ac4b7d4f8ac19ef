"""What is the person's own, or names other customers, stays off every paper that lies on a table."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.review import AgendaItem, NoteLine
from reviewdesk.domain.said import Question
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.fit_to_lie import what_hurts
from reviewdesk.services.print_outs import PrintOutService
from reviewdesk.services.quarter_plan import QuarterPlanService
from reviewdesk.wiring import resources_folder
from tests.books import a_store, small_book

PRIVATE = NoteLine(text="? Is Bob leaving", audience=Audience.ONLY_ME)


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    small_book(store)
    yield store
    store.close()


def planned(store):
    """Plan the review of the first account that is due; give it with its day."""
    plans = QuarterPlanService(store)
    account_id, day = next(iter(plans.plan().proposed.items()))
    return plans.plan_all({account_id: day}).value[0], account_id, day


def sheet_of(store, review_id):
    """Give the words of the meeting sheet of a review."""
    prints = PrintOutService(store, resources_folder() / "fonts")
    return text_of(prints.meeting_sheet(review_id).pdf)


def test_a_question_set_to_only_me_is_brought_up_in_no_agenda(store):
    old, account_id, day = planned(store)
    with store.write("Notes") as work:
        work.reviews.put(replace(work.reviews.get(old.id), lines=(PRIVATE,), planned_on=None, held_on=day))
        work.questions.put(
            Question(account_id=account_id, words="Is Bob leaving", asked_on=day, line_id=PRIVATE.id, review_id=old.id)
        )
    new = QuarterPlanService(store).plan_all({account_id: day + timedelta(days=1)}).value[0]
    assert not any("Bob" in point for item in new.agenda for point in item.points)
    assert "Bob" not in sheet_of(store, new.id)


def test_a_short_line_set_to_only_me_after_the_agenda_was_filled_is_not_on_the_sheet(store):
    review, _, _ = planned(store)
    point = "They asked: Is Bob leaving"
    item = AgendaItem(title="Open questions", minutes=5, points=(point, "Is the ramp ready"))
    with store.write("Notes") as work:
        work.reviews.put(replace(work.reviews.get(review.id), lines=(PRIVATE,), agenda=(item,)))
    words = sheet_of(store, review.id)
    assert "Is the ramp ready" in words
    assert "Bob" not in words


def test_a_person_of_another_account_is_named_on_no_paper(store):
    with store.read() as reading:
        person = reading.people.all()[0]
        other = next(each for each in reading.accounts.all() if each.id != person.account_id and each.parent_id is None)
        hurts = what_hurts(reading, other.id)
        assert hurts(f"Ask what {person.name} was given")
        assert not hurts("Ask what was given")
