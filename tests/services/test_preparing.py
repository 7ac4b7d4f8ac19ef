"""Reviews are prepared from templates, and their steps lead to the meeting and past it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.ladder import Rung
from reviewdesk.domain.review import ReviewKind, ReviewState
from reviewdesk.domain.today import Sort
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.preparing import PreparingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.today import TodayService
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY as TODAY
from tests.books import a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    made = small_book(a_store(tmp_path))
    yield made
    made.close()


@pytest.fixture
def preparing(store):
    return PreparingService(store)


def a_plan(store, name="Kestrel Air", days=60):
    return ReviewService(store).plan(the(store, name).id, TODAY + timedelta(days=days)).value


def stored(store, review_id):
    with store.read() as reading:
        return reading.reviews.get(review_id)


def step_of(review, rung):
    return next(each for each in review.ladder if each.rung is rung)


def asked_for(store, account):
    page = TodayService(store).page()
    return [each for part in page.parts for each in part.entries if each.account == account and each.step_id]


def test_a_planned_review_has_the_template_of_its_kind_and_its_steps(store):
    review = a_plan(store)

    assert review.template_number == 1
    assert review.template
    assert review.ladder_since == TODAY
    assert step_of(review, Rung.BRIEF).days == -7


def test_taking_another_template_changes_kind_length_agenda_and_steps_and_undo_brings_them_back(store, preparing):
    review = a_plan(store)
    recovery = next(each for each in preparing.templates() if each.kind is ReviewKind.RECOVERY)

    taken = preparing.take_template(review.id, recovery.id).value

    assert (taken.kind, taken.length, taken.template) == (ReviewKind.RECOVERY, 45, "Recovery")
    assert taken.agenda[0].title == "What happened, in their words"
    store.undo()
    assert stored(store, review.id).template == review.template


def test_a_review_that_is_over_keeps_its_template(store, preparing):
    review = a_plan(store)
    ReviewService(store).cancel(review.id)

    with pytest.raises(RefusedError, match="over"):
        preparing.take_template(review.id, preparing.templates()[0].id)


def test_ticking_a_step_is_kept_and_the_day_asks_for_the_next_one(store, preparing):
    review = a_plan(store, days=6)
    first = asked_for(store, "Kestrel Air")
    assert [each.sort for each in first] == [Sort.PREPARE]
    assert first[0].title == "Kestrel Air: ask their sponsor to come"

    preparing.tick(review.id, first[0].step_id, done=True)
    assert asked_for(store, "Kestrel Air")[0].title == "Kestrel Air: invite them"
    preparing.tick(review.id, step_of(review, Rung.INVITE).id, done=True)

    assert stored(store, review.id).state is ReviewState.INVITED
    assert asked_for(store, "Kestrel Air")[0].title == "Kestrel Air: ask for their topics and scores"
    for each in (Rung.TOPICS, Rung.BRIEF):
        preparing.tick(review.id, step_of(stored(store, review.id), each).id, done=True)
    assert stored(store, review.id).state is ReviewState.PREPARED


def test_steps_are_added_and_taken_out_for_one_review(store, preparing):
    review = a_plan(store)

    added = preparing.add_step(review.id, "Ask finance for the figures", -10).value
    assert added.ladder[-1].what == "Ask finance for the figures"
    left = preparing.remove_step(review.id, added.ladder[-1].id).value
    assert left.ladder == review.ladder


@pytest.mark.parametrize(("what", "days"), [(" ", -3), ("Ask", -261), ("Ask", 261)])
def test_a_step_without_words_or_years_away_is_refused(store, preparing, what, days):
    with pytest.raises(RefusedError):
        preparing.add_step(a_plan(store).id, what, days)


def test_a_changed_template_has_the_next_number_and_reviews_keep_theirs(store, preparing):
    review = a_plan(store)
    template = next(each for each in preparing.templates() if each.name == review.template)

    changed = preparing.put_template(replace(template, length=75)).value
    same = preparing.put_template(changed).value

    assert (changed.number, same.number) == (2, 2)
    assert stored(store, review.id).template_number == 1
    later = a_plan(store, "Stark Industries", days=70)
    assert later.kind is not review.kind or later.template_number == 2


def test_templates_are_added_and_retired_but_never_the_last(store, preparing):
    first = preparing.templates()[0]
    own = preparing.put_template(replace(first, name="With the board", id=type(first.id)(int=7), number=1)).value
    assert [each.name for each in preparing.templates()][-1] == "With the board"

    for each in (*preparing.templates()[:-1],):
        preparing.retire_template(each.id)
    assert preparing.templates() == (own,)
    with pytest.raises(RefusedError, match="One template must stay"):
        preparing.retire_template(own.id)


@pytest.mark.parametrize("fields", [{"name": " "}, {"agenda": ()}, {"name": "recovery"}])
def test_a_template_without_name_or_agenda_or_with_the_name_of_another_is_refused(store, preparing, fields):
    with pytest.raises(RefusedError):
        preparing.put_template(replace(preparing.templates()[0], **fields))


def test_sending_the_summary_ticks_its_step_and_the_checks_come_after(store, preparing):
    meetings = MeetingService(store, Journal(store.path))
    review = ReviewService(store).start_now(the(store, "Nordlys AS").id).value
    meetings.save_notes(review.id, "/we send the plan by 3 March 2027")
    finished = meetings.finish(review.id).value

    DocumentService(store, resources_folder() / "fonts").mark_sent(finished.summary.id)

    done = stored(store, review.id)
    assert step_of(done, Rung.SUMMARY).done_on == TODAY
    assert [each.done_on for each in done.ladder if each.rung is Rung.CHECK] == [None, None]


def test_the_steps_of_a_cancelled_review_ask_for_nothing(store):
    review = a_plan(store, days=6)
    ReviewService(store).cancel(review.id)

    assert asked_for(store, "Kestrel Air") == []
    assert isinstance(review.planned_on, date)
