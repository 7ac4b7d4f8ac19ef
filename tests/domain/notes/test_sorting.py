"""Sort proposes what unmarked lines are."""

from datetime import date
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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("die Halle ist fast leer", Marker.NOTE),
        ("fast answers from the hotline", Marker.GOING_RIGHT),
        ("620 Betten, 14 Säle", Marker.NOTE),
        ("starker Verkehr A4", Marker.NOTE),
        ("emballage sale à l'arrivée", Marker.CONCERN),
    ],
)
def test_a_word_speaks_only_in_the_language_of_its_line(text, kind):
    assert proposed(text).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Not collected on Friday",
        "they didn’t collect the crates",
        "Ware nicht abgeholt, nicht gemeldet",
        "Folie zu dünn",
        "palettes pas récupérées",
        "it isn't solved",
    ],
)
def test_what_was_not_done_or_is_too_much_is_a_concern(text):
    assert proposed(text).kind is Marker.CONCERN


@pytest.mark.parametrize("text", ["media plan v3", "Lieferliste Werk 2", "devis machine 4", "samples for Anna"])
def test_a_short_line_that_names_only_what_is_to_be_made_is_a_follow_up(text):
    assert proposed(text).kind is Marker.FOLLOW_UP


@pytest.mark.parametrize(
    "text", ["they send 80 parcels a day", "wir liefern seit 2019 nach Lodz", "ils livrent depuis mars"]
)
def test_what_tells_how_things_are_is_no_promise(text):
    assert proposed(text).kind is Marker.NOTE


def test_a_marked_line_is_what_its_mark_says():
    found = proposed("- !!! happy with the late deliveries")

    assert (found.kind, found.severity) == (Marker.CONCERN, 3)
    assert proposed("[] why not").kind is Marker.FOLLOW_UP


def test_the_day_is_known_with_its_place_in_the_line_as_typed():
    text = "  - Piotr sends the figures by Friday"

    day = proposed(text).day

    assert day is not None
    assert text[slice(*day.span)] == "by Friday"


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
