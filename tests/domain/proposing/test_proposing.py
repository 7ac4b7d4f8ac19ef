"""What is proposed from notes: nothing that is ours, nothing twice, nothing where there is nothing good."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.proposing import candidates, propose
from reviewdesk.domain.said import Quote
from tests.domain.meetings import Notes
from tests.domain.proposing.proposing_figures import agreed, all_clean
from tests.domain.test_summarising import material_of

GOOD = """!!! two late deliveries in March and again last week
+ planning saves half a day a week with the new dashboard
/d fixed 05:30 slot as a trial in January
/we root cause of the two late deliveries by 3 dec
" Tell us before a surcharge comes @Anna"""


def proposed(notes: Notes, **beside):
    return propose(candidates(material_of(notes)), all_clean, **beside)


def words(notes: Notes, **beside) -> list[str]:
    return [each.words for each in proposed(notes, **beside).sentences]


def heard(notes: Notes, **beside) -> list[str]:
    return [each.heard for each in proposed(notes, **beside).heard]


def with_language(material, language: str):
    return replace(material, account=replace(material.account, language=language))


def test_three_sentences_are_proposed_misses_before_wins_and_then_what_was_settled():
    assert words(Notes(GOOD)) == [
        "Two late deliveries in March and again last week.",
        "Planning saves half a day a week with the new dashboard.",
        "Fixed 05:30 slot as a trial in January.",
    ]


def test_each_proposal_names_the_line_it_comes_from():
    notes = Notes("\n\n" + GOOD)
    first = proposed(notes).sentences[0]

    assert (first.number, first.source) == (3, "!!! two late deliveries in March and again last week")
    assert first.line_id == notes.review.lines[2].id


@pytest.mark.parametrize(
    "line",
    [
        "// Marta halves her budget from 80,000 to 40,000 in January",
        "late twice in March, plant stood still for 40 minutes",
        "/c FastFreight is 3 % cheaper since January and delivers within 2 days",
        "/o 40 more for Lyon before the peak in December, worth 120,000",
        "? why was the August invoice split twice for 14,000",
        "[] check all 12 guards within 2 days before the audit",
    ],
)
def test_lines_that_are_ours_or_only_mine_are_never_proposed(line):
    notes = Notes(line)

    assert (words(notes), heard(notes)) == ([], [])


@pytest.mark.parametrize("audience", [Audience.ONLY_ME, Audience.OUR_SIDE])
def test_a_line_kept_from_the_customer_by_hand_is_not_proposed(audience):
    notes = Notes("+ planning saves half a day a week since June\n/d fixed slot as a trial from January on")
    notes.review = replace(notes.review, lines=tuple(replace(each, audience=audience) for each in notes.review.lines))

    assert (words(notes), heard(notes)) == ([], [])


def test_what_was_set_aside_is_not_proposed():
    notes = Notes(GOOD)
    notes.review = replace(notes.review, lines=tuple(replace(each, set_aside=True) for each in notes.review.lines))

    assert (words(notes), heard(notes)) == ([], [])


def test_a_concern_is_proposed_in_its_summary_and_not_in_the_words_as_noted():
    notes = Notes("!!! Anna is fuming: pallets late twice in March")
    concern = notes.record()
    assert isinstance(concern, Concern)
    notes.records[concern.id] = replace(concern, summary="Pallets came late twice in March")

    assert words(notes) == ["Pallets came late twice in March."]
    assert heard(notes) == ["Pallets came late twice in March"]


def test_a_quote_is_proposed_as_heard_only_with_consent_and_never_as_a_sentence():
    asked, not_asked = agreed(Notes(GOOD)), Notes(GOOD)

    assert "Tell us before a surcharge comes" in heard(asked)
    assert not any(each.kind is Marker.QUOTE for each in proposed(not_asked).heard)
    assert not any(each.kind is Marker.QUOTE for each in proposed(asked).sentences)
    assert isinstance(asked.record(4), Quote)


def test_words_of_theirs_in_another_line_lose_their_marks_and_who_said_them():
    notes = Notes('+ Anna said: "planning saves half a day every week since June"')

    assert words(notes) == ["Planning saves half a day every week since June."]


def test_no_more_is_proposed_than_is_wanted_and_nothing_that_is_said_already():
    notes = Notes(GOOD)
    said = "The early deliveries came late twice in March and again last week."

    assert len(words(notes, sentences=[said])) == 2
    assert not any("late" in each for each in words(notes, sentences=[said, "x"]))
    assert words(notes, sentences=["a", "b", "c"]) == []


def test_the_same_thing_noted_twice_is_proposed_once():
    twice = "+ scrap on line 2 down from 4.1 % to 2.6 %\n/d x\n+ scrap on line 2 went down from 4.1 % to 2.6 % now"

    assert len([each for each in words(Notes(twice)) if "crap" in each]) == 1


def test_what_was_put_by_makes_room_for_what_comes_next():
    notes = Notes(GOOD)
    first = proposed(notes).sentences[0]
    rest = words(notes, put_by={(first.line_id, False)})

    assert first.words not in rest
    assert "Agreed: root cause of the two late deliveries by 3 Dec." in rest
    assert first.heard in heard(notes, put_by={(first.line_id, False)})


def test_what_the_customer_may_not_read_makes_room_as_well():
    found = candidates(material_of(Notes(GOOD)))
    clean = propose(found, lambda said: ["March" not in each for each in said])

    assert [each.kind for each in clean.sentences] == [Marker.GOING_RIGHT, Marker.DECISION, Marker.OUR_PROMISE]


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        ("en", "/we send the plan for all 12 guards by 3 dec", "We will send the plan for all 12 guards by 3 Dec."),
        ("en", "/they send us the 3 missing drawings by 3 dec", "You will send us the 3 missing drawings by 3 Dec."),
        ("en", "/we credit note for all 12 guards by 3 dec", "Agreed: credit note for all 12 guards by 3 Dec."),
        ("de", "/we Plan für alle 12 Gitter bis 3.12.", "Vereinbart: Plan für alle 12 Gitter bis 3. Dez.."),
        ("fr", "/we contrôler les 12 protections avant le 3 décembre", "Nous allons contrôler les 12 protections"),
    ],
)
def test_a_promise_becomes_a_sentence_of_the_customers_language(language, line, said):
    found = candidates(with_language(material_of(Notes(line)), language))

    assert found[0].words.startswith(said.rstrip("."))
    assert not found[0].words.endswith("..")


@pytest.mark.parametrize("notes", ["", "\n\n", "+ ok", "+ all well in general\n+ nice lunch\n/we call them", "! x"])
def test_where_there_is_nothing_good_nothing_is_proposed(notes):
    assert (words(Notes(notes)), heard(Notes(notes))) == ([], [])


def test_a_script_without_spaces_is_weighed_too():
    assert words(Notes("/d 从一月起每天早上五点半交货，试行三个月，双方每周检查一次")) == [
        "从一月起每天早上五点半交货，试行三个月，双方每周检查一次。"
    ]


@given(st.text(max_size=300))
def test_any_notes_are_read_alike_twice(text):
    notes = Notes("+ " + text)

    assert proposed(notes) == proposed(notes)


@given(st.text("abcdefgh 0123456789%", max_size=200))
def test_words_that_are_proposed_stand_in_the_notes(text):
    found = proposed(Notes("+ " + text)).heard

    assert all(each.heard.casefold() in text.casefold() for each in found)
