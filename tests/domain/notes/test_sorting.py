"""Sort proposes what unmarked lines are.

The labelled lines stand in `labelled/`, one file per language. Every third line of a file is held out: the cue words
were made without regard to it, so that what it scores is what a new line can expect.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import propose

MEETING = date(2026, 11, 24)
ANNA, PIOTR, DANA = uuid4(), uuid4(), uuid4()
PEOPLE = [(ANNA, "Anna Nowak"), (PIOTR, "Piotr Zając")]
OURS = [(DANA, "Dana Reyes")]
RIVALS = ["FastFreight", "NordLog"]


def proposed(text, people=PEOPLE):
    return propose(text, MEETING, people, OURS, RIVALS)


def test_a_repeated_lateness_is_a_concern_of_severity_three_and_says_why():
    found = proposed("two late deliveries in March and again last week, plant called Anna at 6")

    assert (found.kind, found.severity, found.due) == (Marker.CONCERN, 3, None)
    assert found.because == ("late", "plant called", "again")


def test_what_they_will_do_is_their_promise_with_its_day():
    found = proposed("they name a techn. contact 2 wks")

    assert (found.kind, found.due, found.theirs) == (Marker.THEIR_PROMISE, date(2026, 12, 8), None)
    assert found.day is not None
    assert found.day.words == "2 wks"


def test_a_task_without_a_day_is_my_follow_up():
    found = proposed("book the plant visit @Piotr")

    assert (found.kind, found.due, found.ours, found.theirs) == (Marker.FOLLOW_UP, None, None, None)


def test_a_rival_is_known_by_its_name():
    found = proposed("FastFreight 4 % under us")

    assert (found.kind, found.rival) == (Marker.RIVAL, "FastFreight")


def test_a_question_is_known_by_its_words():
    assert proposed("why was the August invoice split?").kind is Marker.QUESTION


def test_what_asks_for_nothing_stays_a_note():
    found = proposed("planning team doubled since June, peak before Christmas")

    assert (found.kind, found.because) == (Marker.NOTE, ())


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Piotr sends the figures by Friday", PIOTR),
        ("bis Freitag schickt Anna die Zahlen", ANNA),
        ("Anna envoie les chiffres d'ici vendredi", ANNA),
        ("they send the figures by Friday @Piotr", PIOTR),
        ("they send the figures by Friday @Piotr @Anna", None),
    ],
)
def test_a_name_says_whose_promise_it_is(text, theirs):
    found = proposed(text)

    assert (found.kind, found.theirs, found.due) == (Marker.THEIR_PROMISE, theirs, date(2026, 11, 27))


def test_where_only_one_of_them_was_there_their_promise_is_that_persons():
    assert proposed("they send the figures", [(ANNA, "Anna Nowak")]).theirs == ANNA


@pytest.mark.parametrize("text", ["Dana sends the plan by Friday", "we send the plan by Friday @Dana"])
def test_a_colleague_makes_our_promise(text):
    found = proposed(text)

    assert (found.kind, found.ours) == (Marker.OUR_PROMISE, DANA)


def test_what_would_happen_if_they_did_something_is_no_promise():
    assert proposed("nicer if they send it as a table").kind is Marker.NOTE


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("portal a bit slow", 1),
        ("label was wrong", 2),
        ("label was wrong again", 3),
        ("line stop because of missing caps", 3),
        ("they are out to tender", 4),
        ("Etikett falsch", 2),
        ("wieder Etikett falsch", 3),
        ("sie wollen kündigen", 4),
        ("étiquette fausse", 2),
        ("encore une étiquette fausse", 3),
        ("ils veulent résilier", 4),
    ],
)
def test_the_words_of_a_concern_say_how_severe_it_is(text, severity):
    found = proposed(text)

    assert (found.kind, found.severity) == (Marker.CONCERN, severity)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("not happy with the portal", Marker.CONCERN),
        ("happy with the portal", Marker.GOING_RIGHT),
        ("nicht zufrieden mit dem Portal", Marker.CONCERN),
        ("keine Beschwerden mehr", Marker.GOING_RIGHT),
        ("pas satisfaits du portail", Marker.CONCERN),
        ("aucun problème avec le portail", Marker.GOING_RIGHT),
    ],
)
def test_a_denied_word_means_the_opposite(text, kind):
    assert proposed(text).kind is kind


def test_a_marked_line_is_what_its_mark_says():
    found = proposed("- !!! happy with the late deliveries")

    assert (found.kind, found.severity) == (Marker.CONCERN, 3)
    assert proposed("[] why not").kind is Marker.FOLLOW_UP


def test_the_day_is_known_with_its_place_in_the_line_as_typed():
    text = "  - Piotr sends the figures by Friday"

    day = proposed(text).day

    assert day is not None
    assert text[slice(*day.span)] == "by Friday"


@dataclass(frozen=True, slots=True)
class Score:
    """How well proposals met the labels: of the kinds other than a note, and of the severities."""

    precision: float
    recall: float
    notes_left_alone: float


def labelled(language, *, held_out):
    lines = (Path(__file__).parent / "labelled" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    chosen = [line.split(" | ", 1) for at, line in enumerate(lines) if (at % 3 == 2) is held_out]
    return [(label.rstrip(" 1234"), text) for label, text in chosen]


def score(lines):
    """Compare each line's proposal with its label."""
    pairs = [(label, proposed(text).kind.value) for label, text in lines]
    right = sum(label == kind != "note" for label, kind in pairs)
    notes = [kind for label, kind in pairs if label == "note"]
    return Score(
        right / sum(kind != "note" for _, kind in pairs),
        right / sum(label != "note" for label, _ in pairs),
        sum(kind == "note" for kind in notes) / len(notes),
    )


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_there_are_enough_labelled_lines_of_every_kind(language):
    lines = labelled(language, held_out=False) + labelled(language, held_out=True)

    assert len(lines) >= 60
    assert len(set(lines)) == len(lines)
    assert {label for label, _ in lines} == {kind.value for kind in Marker}


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_lines_the_cue_words_were_made_with_are_sorted(language):
    found = score(labelled(language, held_out=False))

    assert min(found.precision, found.recall, found.notes_left_alone) >= 0.95


@pytest.mark.parametrize(
    ("language", "precision", "recall"), [("en", 0.85, 0.65), ("de", 0.9, 0.7), ("fr", 0.95, 0.65)]
)
def test_lines_held_out_are_mostly_sorted_and_seldom_wrongly(language, precision, recall):
    found = score(labelled(language, held_out=True))

    assert found.precision >= precision
    assert found.recall >= recall
    assert found.notes_left_alone >= 0.8


@given(st.text())
def test_any_text_gets_a_proposal_whose_reasons_stand_in_it(text):
    found = proposed(text)

    assert (found.severity is not None) is (found.kind is Marker.CONCERN)
    assert found.day is None or text[slice(*found.day.span)] == found.day.words


@pytest.mark.parametrize(
    "text",
    ["late " * 20_000, "wir schicken " * 8_000, '"' * 100_000, "\0" * 100_000, "\ud800" * 100_000, "@a " * 33_000],
    ids=lambda text: ascii(text[:8]),
)
@pytest.mark.timeout(30)
def test_hostile_text_gets_its_proposal_too(text):
    found = proposed(text)

    assert found.day is None or text[slice(*found.day.span)] == found.day.words
