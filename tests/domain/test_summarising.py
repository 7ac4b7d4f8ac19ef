"""The customer's summary is made of what the customer may read, and of nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.account import Account
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.book import Book
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.said import Consent, Quote
from reviewdesk.domain.summarising import summarise
from reviewdesk.domain.summary_material import Material
from tests.domain.meetings import ACCOUNT, ANNA, DANA, OMAR, PIOTR, TUESDAY, Notes, meeting_of


def material_of(notes: Notes) -> Material:
    records = list(notes.records.values())
    dana, omar = Colleague(id=DANA, name="Dana Reyes", is_me=True), Colleague(id=OMAR, name="Omar Haddad")
    anna = Person(id=ANNA, account_id=ACCOUNT, name="Anna Nowak")
    piotr = Person(id=PIOTR, account_id=ACCOUNT, name="Piotr Zając")
    return Material(
        book=Book(company="Northgate"),
        account=Account(id=ACCOUNT, name="Łódź Logistics"),
        review=notes.review,
        meeting=meeting_of(notes.review),
        me=dana,
        people={ANNA: anna, PIOTR: piotr},
        colleagues={DANA: dana, OMAR: omar},
        follow_ups=[each for each in records if isinstance(each, FollowUp)],
        concerns=[each for each in records if isinstance(each, Concern)],
        quotes=[each for each in records if isinstance(each, Quote)],
    )


def summary_of(notes: Notes):
    return summarise(material_of(notes), number=1, on=TUESDAY)


def test_what_was_agreed_stands_with_its_owner_and_date_on_its_side():
    summary = summary_of(Notes("/we look at it @Omar by 3 dec\n/we send it by fri\n/they answer @Piotr by 8 dec"))

    assert [(each.what, each.owner, each.due) for each in summary.we_will] == [
        ("Send it", "Dana Reyes", date(2026, 11, 27)),
        ("Look at it", "Omar Haddad", date(2026, 12, 3)),
    ]
    assert [(each.owner, each.due) for each in summary.you_will] == [("Piotr Zając", date(2026, 12, 8))]


def test_a_quote_is_printed_only_as_noted_and_with_consent():
    notes = Notes('" we nearly left @Anna')
    quote = notes.record()
    assert summary_of(notes).heard == ()

    notes.records[quote.id] = replace(quote, consent=Consent.UNNAMED)
    assert [(each.quoted, each.said_by) for each in summary_of(notes).heard] == [(True, "")]
    notes.records[quote.id] = replace(quote, consent=Consent.NAMED)
    assert summary_of(notes).heard[0].said_by == "Anna Nowak"


def test_the_audience_of_a_line_decides_and_not_its_mark_alone():
    notes = Notes("/d open a depot\n/d stay with it")
    first = replace(notes.review.lines[0], audience=Audience.OUR_SIDE)
    notes.review = notes.review.with_line(first)
    assert summary_of(notes).decisions == ("Stay with it",)


def test_a_line_is_printed_in_its_own_wording_or_not_at_all():
    notes = Notes("/d trial of slot jan\n/d set aside")
    one, other = notes.review.lines
    notes.review = notes.review.with_line(replace(one, print_wording="A trial in January"))
    notes.review = notes.review.with_line(replace(other, set_aside=True))
    assert summary_of(notes).decisions == ("A trial in January",)


def test_a_concern_is_printed_by_its_summary():
    notes = Notes("! boss furious, late AGAIN")
    concern = notes.record()
    assert isinstance(concern, Concern)
    notes.records[concern.id] = replace(concern, summary="Late deliveries")
    assert [each.summary for each in summary_of(notes).concerns] == ["Late deliveries"]


@given(st.lists(st.sampled_from(["", "// ", "/c ", "/o ", "? ", "[] "]), min_size=1, max_size=8))
def test_nothing_internal_is_ever_in_it(marks):
    notes = Notes("\n".join(f"{mark}secret words {at}" for at, mark in enumerate(marks)))
    assert "secret" not in repr(summary_of(notes)).casefold()


def test_what_an_earlier_review_kept_from_the_customer_is_kept_from_this_one_too():
    earlier = Notes("! their boss is stealing\n/we drop the deal by 3 dec\n! late deliveries")
    now = Notes("+ fine")
    hidden = frozenset(each.id for each in earlier.review.lines[:2])
    material = replace(
        material_of(now),
        concerns=[each for each in earlier.records.values() if isinstance(each, Concern)],
        follow_ups=[
            replace(each, review_id=earlier.review.id)
            for each in earlier.records.values()
            if isinstance(each, FollowUp)
        ],
        previous=earlier.review.held(date(2026, 11, 20), finished_at=datetime(2026, 11, 20, tzinfo=UTC)),
        hidden_lines=hidden,
    )
    summary = summarise(material, number=1, on=TUESDAY)

    assert [each.summary for each in summary.concerns] == ["Late deliveries"]
    assert summary.last_promises is None


def test_an_earlier_promise_is_printed_in_its_wording_for_print():
    earlier = Notes("/we drop the stupid fee by 3 dec")
    line_id = earlier.review.lines[0].id
    material = replace(
        material_of(Notes("+ fine")),
        follow_ups=[each for each in earlier.records.values() if isinstance(each, FollowUp)],
        previous=earlier.review,
        wordings={line_id: "Drop the fee"},
    )
    summary = summarise(material, number=1, on=TUESDAY)

    assert summary.last_promises is not None
    assert [each.what for each in summary.last_promises.ours] == ["Drop the fee"]


def test_a_quote_does_not_get_in_by_way_of_a_concern_or_of_what_goes_right():
    summary = summary_of(Notes('! "You never answer the phone" says Anna\n+ "You are the best" says Piotr'))

    assert [each.summary for each in summary.concerns] == ["You never answer the phone"]
    assert [each.text for each in summary.heard] == ["You are the best"]


def test_a_concern_without_a_wording_for_the_customer_is_not_printed_in_their_own_words():
    notes = Notes("! boss furious, late AGAIN")
    concern = notes.record()
    notes.records[concern.id] = replace(concern, summary="")
    assert summary_of(notes).concerns == ()


def test_lines_without_words_are_not_printed_and_make_no_record():
    notes = Notes('+ \n/d \n" \n! \n? \n/we ')
    summary = summary_of(notes)

    assert (summary.heard, summary.decisions, summary.concerns, summary.we_will) == ((), (), (), ())
    assert notes.records == {}


def test_a_quote_with_consent_is_the_words_alone():
    for typed in ("“We nearly left” @Anna", '" we nearly left" says Anna', '" We nearly left @Anna'):
        notes = Notes(typed)
        quote = notes.record()
        notes.records[quote.id] = replace(quote, consent=Consent.UNNAMED)
        assert [each.text.casefold() for each in summary_of(notes).heard] == ["we nearly left"]


def test_who_raised_a_concern_is_not_named_with_it():
    assert [each.summary for each in summary_of(Notes("! late again @Anna #north")).concerns] == ["Late again"]
