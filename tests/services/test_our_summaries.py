"""The review summary for our side: all that our side knows, nothing that is only mine, and never the customer's."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from inspect import signature
from io import BytesIO
from typing import get_args, get_type_hints

import pytest
from pypdf import PdfReader

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.audience import Audience, audiences_of
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.gaps import gaps_of
from reviewdesk.domain.our_summary import OurSummary
from reviewdesk.domain.people import Stance
from reviewdesk.domain.review import Review
from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.domain.summary_charts import SummaryPart
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.our_summaries import our_summary_of
from reviewdesk.services.print_outs import PrintOutService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, UGLY_NAMES, a_store, small_book, the

NOTES = """+ The dashboard saves half a day
! Two late deliveries this month
/we send the plan by fri
/c Globex offered a free month
? Can the slot hold on holidays
/o a second slot for the new hall
// I could not stand the tone today
said nothing about the price"""


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def lodz(store):
    return the(small_book(store), "Łódź Logistics").id


def held(store, account_id, notes=NOTES):
    """Hold a review of an account with these notes."""
    with store.write("Plan") as work:
        people = tuple(each.id for each in work.people.where(account_id=account_id))
        review = work.reviews.put(
            Review(account_id=account_id, planned_on=TUESDAY, period="2026 Q4", people_ids=people)
        )
    meetings = MeetingService(store, Journal(store.path))
    meetings.save_notes(review.id, notes)
    return meetings.finish(review.id).value.review


def prints(store):
    return PrintOutService(store, resources_folder() / "fonts")


def read(made):
    return re.sub(r"\s+", " ", text_of(made.pdf))


def test_it_says_on_every_page_and_in_its_name_that_it_is_ours(store, lodz):
    made = prints(store).our_summary(held(store, lodz).id)

    assert made.file_name == "Łódź-Logistics-2026-Q4-review-summary-for-our-side.pdf"
    assert made.is_for_us
    for page in PdfReader(BytesIO(made.pdf)).pages:
        assert "For our side" in page.extract_text()


def test_it_has_the_customers_structure_and_beside_it_what_only_our_side_knows(store, lodz):
    with store.write("Know them") as work:
        person = work.people.where(account_id=lodz)[0]
        work.people.put(replace(person, stance=Stance.DOUBTFUL, influence=4, cares_about="the morning slot"))
        for asked, value in ((Asked.TRUST, 3), (Asked.SERVICE, 6)):
            work.answers.put(
                Answer.given(asked, value, account_id=lodz, answered_on=TUESDAY, person_id=person.id, importance=7)
            )
    said = read(prints(store).our_summary(held(store, lodz).id))

    for words in (
        "What we heard from you",
        "We will",
        "Your concerns",
        "Health",
        "What would move it",
        "Our promises kept",
        "“Two late deliveries this month”",
        "Trust 7 3 28",
        "Service 7 6 7",
        "Doubtful 4 of 5 the morning slot",
        "Whoever is named here may ask to see what is noted about them.",
        "A second slot for the new hall",
        "Rival named Globex offered a free month",
        "They asked Can the slot hold on holidays",
    ):
        assert words in said
    assert said.index("Trust 7 3 28") < said.index("Service 7 6 7")


def test_what_is_only_mine_is_not_ours(store, lodz):
    review = held(store, lodz)
    with store.write("Keep it to me") as work:
        now = work.reviews.get(review.id)
        line = next(each for each in now.lines if each.text.startswith("!"))
        work.reviews.put(now.with_line(replace(line, audience=Audience.ONLY_ME)))
    said = read(prints(store).our_summary(review.id))

    assert "could not stand" not in said
    assert "said nothing about the price" not in said
    assert "Two late deliveries this month" not in said


def test_a_review_that_was_not_held_has_none(store, lodz):
    with store.write("Plan") as work:
        ahead = work.reviews.put(Review(account_id=lodz, planned_on=TUESDAY + timedelta(30)))

    with pytest.raises(RefusedError, match="was not held yet"):
        prints(store).our_summary(ahead.id)


def test_the_last_review_of_an_account_is_found(store, lodz):
    review = held(store, lodz)

    assert prints(store).last_review(lodz) == review.id
    with pytest.raises(RefusedError, match="Hold one first"):
        prints(store).last_review(AccountService(store).add("Empty").value.id)


def test_the_same_records_give_the_same_bytes(store, lodz):
    review = held(store, lodz)

    assert prints(store).our_summary(review.id).pdf == prints(store).our_summary(review.id).pdf


def test_ugly_names_are_printed_and_stop_nothing(store, lodz):
    with store.write("Rename") as work:
        for at, person in enumerate(work.people.where(account_id=lodz)):
            named = replace(person, name=UGLY_NAMES[at % len(UGLY_NAMES)], stance=Stance.AGAINST, cares_about="<b>R&D")
            work.people.put(named)
    made = prints(store).our_summary(held(store, lodz, "! " + "x" * 900 + "\n/c \u202eالمنافس 竞争对手\n/o \0").id)

    assert "<b>R&D" in read(made)


def test_every_field_of_it_is_our_sides_but_for_what_the_customer_reads_anyway():
    kinds, found = [OurSummary], {}
    while kinds:
        kind = kinds.pop()
        found |= {f"{kind.__name__}.{name}": audience for name, audience in audiences_of(kind).items()}
        for hint in get_type_hints(kind).values():
            inner = [each for each in (hint, *get_args(hint)) if is_dataclass(each)]
            kinds += [each for each in inner if each.__module__.endswith(("our_summary", "gaps"))]

    assert {name for name, audience in found.items() if audience is Audience.CUSTOMER} == {"OurSummary.customer"}
    assert Audience.ONLY_ME not in found.values()


def test_the_customers_value_has_no_way_to_ours():
    kinds, seen = [CustomerSummary], set()
    while kinds:
        kind = kinds.pop()
        seen.add(kind.__module__)
        for hint in get_type_hints(kind).values():
            kinds += [each for each in (hint, *get_args(hint)) if is_dataclass(each)]

    assert not {each for each in seen if "our_summary" in each or "gaps" in each or "health" in each}
    assert "customer" in {each.name for each in fields(OurSummary)}
    assert not [name for name in dir(DocumentService) if "our" in name.split("_")]
    assert "OurSummary" not in str(signature(DocumentService.check_draft))


def test_it_is_gathered_from_the_records_as_they_stand(store, lodz):
    review = held(store, lodz)
    with store.read() as reading:
        before = our_summary_of(reading, reading.reviews.get(review.id)).kept
    with store.write("Keep") as work:
        [promise] = [each for each in work.follow_ups.where(review_id=review.id) if each.is_promise]
        work.follow_ups.put(promise.done(TUESDAY))
        for _ in range(2):
            kept = FollowUp(account_id=lodz, what="Call", is_promise=True, said_on=TUESDAY, due=TUESDAY)
            work.follow_ups.put(kept.done(TUESDAY))
    with store.read() as reading:
        value = our_summary_of(reading, reading.reviews.get(review.id))

    assert (value.kept.kept - before.kept, value.kept.broken - before.broken) == (3, 0)
    assert value.customer.tell_us is None
    assert value.customer.language == "en"


def test_gaps_weigh_importance_with_how_far_we_fall_short():
    def answer(asked: Asked, value: int, importance: int, *, days: int = 0, is_guess: bool = False) -> Answer:
        on = TUESDAY - timedelta(days)
        known = {"account_id": TUESDAY, "answered_on": on, "importance": importance, "is_guess": is_guess}
        return Answer.given(asked, value, **known)

    found = gaps_of(
        [
            answer(Asked.SERVICE, 1, 5),
            answer(Asked.TRUST, 4, 7),
            answer(Asked.BRAND, 7, 3),
            answer(Asked.UNIQUENESS, 1, 7, days=400),
            answer(Asked.COMMITMENT, 1, 7, is_guess=True),
            answer(Asked.COMMITMENT, 6, 7, days=40),
            answer(Asked.RECOMMEND, 1, 7),
        ],
        TUESDAY,
    )

    assert [(each.about, each.size, each.is_guess) for each in found] == [
        (Asked.COMMITMENT, 42, True),
        (Asked.TRUST, 21, False),
        (Asked.SERVICE, 20, False),
    ]


def test_what_a_summary_shows_is_what_the_next_one_shows_too(store, lodz):
    review = held(store, lodz)
    MeetingService(store, Journal(store.path)).change(review.id, "parts", (SummaryPart.REVENUE,))
    planned = ReviewService(store).plan(lodz, TUESDAY + timedelta(90)).value

    assert planned.parts == (SummaryPart.REVENUE,)
