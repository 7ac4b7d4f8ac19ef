"""Dates in words, as people write them in English, German and French; the meeting is on Tuesday 24 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.notes import DayRules, read_day
from reviewdesk.domain.working_days import WorkingDays

MEETING = date(2026, 11, 24)

READ = [
    # English
    ("by fri", "2026-11-27"),
    ("by Friday 10:00", "2026-11-27"),
    ("by tue", "2026-12-01"),
    ("until thursday", "2026-11-26"),
    ("before friday", "2026-11-26"),
    ("on Monday", "2026-11-30"),
    ("friday", "2026-11-27"),
    ("next tuesday", "2026-12-01"),
    ("next fri", "2026-12-04"),
    ("Wednesday next week", "2026-12-02"),
    ("by 3 mar", "2027-03-03"),
    ("by March 3rd", "2027-03-03"),
    ("by Mar 3", "2027-03-03"),
    ("the 3rd of March 2027", "2027-03-03"),
    ("27 Nov 2026", "2026-11-27"),
    ("27 Nov", "2026-11-27"),
    ("24 Nov", "2026-11-24"),
    ("23 Nov", "2027-11-23"),
    ("29 feb", "2028-02-29"),
    ("Friday 27 Nov", "2026-11-27"),
    ("2026-11-27", "2026-11-27"),
    ("27/11", "2026-11-27"),
    ("27/11/26", "2026-11-27"),
    ("11/27/2026", "2026-11-27"),
    ("3/4", "2027-04-03"),
    ("by 3/4", "2027-04-03"),
    ("by the 15th", "2026-12-15"),
    ("in 2w", "2026-12-08"),
    ("in 2 wks", "2026-12-08"),
    ("in 2 weeks", "2026-12-08"),
    ("in two weeks' time", "2026-12-08"),
    ("in 10d", "2026-12-04"),
    ("in 3 business days", "2026-11-27"),
    ("in 5 working days", "2026-12-01"),
    ("within 3 months", "2027-02-24"),
    ("a fortnight from now", "2026-12-08"),
    ("in a year", "2027-11-24"),
    ("today", "2026-11-24"),
    ("tomorrow", "2026-11-25"),
    ("the day after tomorrow", "2026-11-26"),
    ("end of month", "2026-11-30"),
    ("by the end of the month", "2026-11-30"),
    ("EOM", "2026-11-30"),
    ("end of next month", "2026-12-31"),
    ("end of week", "2026-11-27"),
    ("by next week", "2026-12-04"),
    ("end of quarter", "2026-12-31"),
    ("EOQ", "2026-12-31"),
    ("end of Q1", "2027-03-31"),
    ("year end", "2026-12-31"),
    ("end of February", "2027-02-28"),
    ("mid march", "2027-03-15"),
    ("CW 50", "2026-12-11"),
    # German
    ("bis Freitag", "2026-11-27"),
    ("bis Fr", "2026-11-27"),
    ("bis Do.", "2026-11-26"),
    ("am Donnerstag", "2026-11-26"),
    ("vor Freitag", "2026-11-26"),
    ("nächsten Montag", "2026-11-30"),
    ("Mittwoch nächster Woche", "2026-12-02"),
    ("27.11.", "2026-11-27"),
    ("bis 27.11", "2026-11-27"),
    ("Fr. 27.11.", "2026-11-27"),
    ("Freitag, den 27.11.2026", "2026-11-27"),
    ("3.3.27", "2027-03-03"),
    ("bis 3. März", "2027-03-03"),
    ("bis zum 15.", "2026-12-15"),
    ("in 2 Wochen", "2026-12-08"),
    ("in einer Woche", "2026-12-01"),
    ("in drei Werktagen", "2026-11-27"),
    ("innerhalb von 10 Tagen", "2026-12-04"),
    ("heute", "2026-11-24"),
    ("morgen früh", "2026-11-25"),
    ("übermorgen", "2026-11-26"),
    ("Ende des Monats", "2026-11-30"),
    ("bis Monatsende", "2026-11-30"),
    ("Ende nächster Woche", "2026-12-04"),
    ("Ende Januar", "2027-01-31"),
    ("Mitte März", "2027-03-15"),
    ("Anfang Dezember", "2026-12-01"),
    ("bis Quartalsende", "2026-12-31"),
    ("Ende Q1", "2027-03-31"),
    ("bis KW 50", "2026-12-11"),
    ("spätestens Freitag", "2026-11-27"),
    # French
    ("d'ici vendredi", "2026-11-27"),
    ("d’ici vendredi", "2026-11-27"),
    ("avant vendredi", "2026-11-26"),
    ("pour lundi", "2026-11-30"),
    ("vendredi prochain", "2026-11-27"),
    ("mardi de la semaine prochaine", "2026-12-01"),
    ("le 3 mars", "2027-03-03"),
    ("le 1er décembre", "2026-12-01"),
    ("d'ici le 15", "2026-12-15"),
    ("dans 2 semaines", "2026-12-08"),
    ("dans un mois", "2026-12-24"),
    ("sous 5 jours ouvrés", "2026-12-01"),
    ("aujourd'hui", "2026-11-24"),
    ("demain", "2026-11-25"),
    ("après-demain", "2026-11-26"),
    ("fin du mois", "2026-11-30"),
    ("d'ici la fin du mois", "2026-11-30"),
    ("fin de semaine", "2026-11-27"),
    ("fin du mois prochain", "2026-12-31"),
    ("fin août", "2027-08-31"),
    ("fin d'août", "2027-08-31"),
    ("fin de l'année", "2026-12-31"),
    ("mi-mars", "2027-03-15"),
    ("fin T1", "2027-03-31"),
    ("au plus tard le 3 mars", "2027-03-03"),
]

NOT_READ = [
    "before christmas",
    "by thrusday",
    "in March",
    "two late deliveries in March and again last week",
    "the trial of the 05:30 slot in January",
    "three of 3/4 inch pipes",
    "we got 3/4 of it",
    "support 24/7",
    "4 % under us",
    "rose by 3.5 %",
    "late by 2 weeks",
    "since friday",
    "last friday",
    "the invoice of 3 March",
    "twice in 2 weeks",
    "+49 711 27",
    "version 2.11",
    "they may come",
    "in 2 trucks",
    "for so long",
    "at 6",
    "31 feb",
    "45.13.",
    "guten Morgen",
    "seit Freitag",
    "letzten Montag",
    "die Rechnung vom 3. März",
    "vor 3 Tagen",
    "so mancher",
    "vendredi dernier",
    "depuis lundi",
    "la facture du 3 mars",
    "il y a 2 semaines",
    "pour mon équipe",
    "le jeu",
]


@pytest.mark.parametrize(("words", "day"), READ)
def test_a_day_in_words_is_read_against_the_meeting(words, day):
    found = read_day(words, MEETING)

    assert found is not None
    assert found.day == date.fromisoformat(day)


@pytest.mark.parametrize("words", NOT_READ)
def test_what_is_no_day_to_come_is_left_alone(words):
    assert read_day(words, MEETING) is None


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("send the plan by fri", "by fri"),
        ("Zahlen bis 27.11. an Anna", "bis 27.11."),
        ("Termin am Donnerstag.", "am Donnerstag"),
        ("rappeler d’ici la fin du mois", "d’ici la fin du mois"),
        ("move the trial of 3 March to Friday, confirm by 2 Dec", "by 2 Dec"),
    ],
)
def test_the_words_that_name_the_day_are_known_with_their_place(words, typed):
    found = read_day(words, MEETING)

    assert found is not None
    assert (found.words, words[slice(*found.span)]) == (typed, typed)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("they name a techn. contact 2 wks", date(2026, 12, 8)),
        ("call Anna friday", date(2026, 11, 27)),
        ("send samples 3/4", date(2027, 4, 3)),
        ("Angebot schicken nächste Woche", date(2026, 12, 4)),
    ],
)
def test_a_promise_takes_a_day_at_its_end_that_would_be_too_weak_elsewhere(words, day):
    promised = read_day(words, MEETING, expected=True)

    assert promised is not None
    assert promised.day == day
    assert read_day(words, MEETING) is None


def test_by_friday_said_on_a_friday_is_next_week():
    found = read_day("by fri", date(2026, 11, 27))

    assert found is not None
    assert found.day == date(2026, 12, 4)


def test_a_book_that_writes_the_month_first_reads_3_4_as_the_fourth_of_march():
    found = read_day("by 3/4", MEETING, DayRules(day_first=False))

    assert found is not None
    assert found.day == date(2027, 3, 4)


def test_business_days_are_those_of_the_book():
    saints = WorkingDays(holidays=frozenset({date(2026, 11, 26)}))

    found = read_day("in 3 business days", MEETING, DayRules(working_days=saints))

    assert found is not None
    assert found.day == date(2026, 11, 30)


def test_a_quarter_ends_where_the_business_year_says():
    found = read_day("end of quarter", MEETING, DayRules(year_starts_in=2))

    assert found is not None
    assert found.day == date(2027, 1, 31)


def test_where_the_calendar_of_books_ends_no_day_is_read():
    assert read_day("in 100 years", date(2099, 1, 1)) is not None
    assert read_day("in 101 years", date(2099, 1, 1)) is None
    assert read_day("in 999 years", date(9500, 1, 1)) is None
    assert read_day("0001-01-01", date(2026, 11, 25)) is None
    assert read_day("in 900 business days", date(9999, 1, 1)) is None


FORWARD = st.sampled_from([words for words, _ in READ if "20" not in words and "26" not in words and "27" not in words])


@given(FORWARD, st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_without_a_year_is_never_before_the_meeting(words, on):
    found = read_day(words, on)

    assert found is not None
    assert found.day >= on


@given(st.sampled_from([words for words, _ in READ]), st.text(max_size=20))
def test_words_around_a_day_never_make_its_place_wrong(words, around):
    line = f"{around} {words}"
    found = read_day(line, MEETING, expected=True)

    assert found is None or line[slice(*found.span)] == found.words


def test_of_a_very_long_text_the_day_at_its_end_is_read():
    long = "on 3 mar 2027 we spoke " + "word " * 10_000

    assert read_day(f"{long}by 4 apr 2027", MEETING).day == date(2027, 4, 4)
    assert read_day(long, MEETING) is None
