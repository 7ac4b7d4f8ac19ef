"""Marks, names and tags of a line, as people type them."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import MARKS, Mention, mark_of, parse_line

MEETING = date(2026, 11, 24)

MARKED = [
    ("[] book the visit", Marker.FOLLOW_UP, "book the visit"),
    ("[ ] book the visit", Marker.FOLLOW_UP, "book the visit"),
    ("- [ ] book the visit", Marker.FOLLOW_UP, "book the visit"),
    ("/do book the visit", Marker.FOLLOW_UP, "book the visit"),
    ("/tun Besuch buchen", Marker.FOLLOW_UP, "Besuch buchen"),
    ("/faire réserver la visite", Marker.FOLLOW_UP, "réserver la visite"),
    ("/we send the plan", Marker.OUR_PROMISE, "send the plan"),
    ("/WE send the plan", Marker.OUR_PROMISE, "send the plan"),
    ("/wir schicken den Plan", Marker.OUR_PROMISE, "schicken den Plan"),
    ("/nous envoyons le plan", Marker.OUR_PROMISE, "envoyons le plan"),
    ("/they name a contact", Marker.THEIR_PROMISE, "name a contact"),
    ("/sie nennen jemanden", Marker.THEIR_PROMISE, "nennen jemanden"),
    ("/eux: un contact", Marker.NOTE, "/eux: un contact"),
    ("/eux un contact", Marker.THEIR_PROMISE, "un contact"),
    ("/ils nomment un contact", Marker.THEIR_PROMISE, "nomment un contact"),
    ("! late invoices", Marker.CONCERN, "late invoices"),
    ("- ! late", Marker.CONCERN, "late"),
    ("* ! late", Marker.CONCERN, "late"),
    ("• ! late", Marker.CONCERN, "late"),
    ("•! late", Marker.CONCERN, "late"),
    ("1. ! late", Marker.CONCERN, "late"),
    ("12) ! late", Marker.CONCERN, "late"),
    ("   ! late", Marker.CONCERN, "late"),
    ("\t!\tlate", Marker.CONCERN, "late"),
    ("!\u00a0late", Marker.CONCERN, "late"),
    ("/sorge Rechnungen", Marker.CONCERN, "Rechnungen"),
    ("/souci factures", Marker.CONCERN, "factures"),
    ("!late", Marker.NOTE, "!late"),
    ("!!!!! late", Marker.NOTE, "!!!!! late"),
    ("+ new dashboard", Marker.GOING_RIGHT, "new dashboard"),
    ("- + new dashboard", Marker.GOING_RIGHT, "new dashboard"),
    ("+49 711", Marker.NOTE, "+49 711"),
    ("- +49 711", Marker.NOTE, "+49 711"),
    ("? why split", Marker.QUESTION, "why split"),
    ("/frage warum", Marker.QUESTION, "warum"),
    ("/question pourquoi", Marker.QUESTION, "pourquoi"),
    ("?why", Marker.NOTE, "?why"),
    ('"We nearly left', Marker.QUOTE, "We nearly left"),
    ('"We nearly left"', Marker.QUOTE, "We nearly left"),
    ('" We nearly left', Marker.QUOTE, "We nearly left"),
    ("“We nearly left”", Marker.QUOTE, "We nearly left"),
    ("„Das war knapp“", Marker.QUOTE, "Das war knapp"),
    ("« On a failli partir »", Marker.QUOTE, "On a failli partir"),
    ("»Das war knapp«", Marker.QUOTE, "Das war knapp"),
    ('- "We nearly left', Marker.QUOTE, "We nearly left"),
    ('"Fast" is their word, "slow" mine', Marker.QUOTE, 'Fast" is their word, "slow" mine'),
    ("/zitat Das war knapp", Marker.QUOTE, "Das war knapp"),
    ("/d trial in January", Marker.DECISION, "trial in January"),
    ("/entscheidung Test im Januar", Marker.DECISION, "Test im Januar"),
    ("/e Test im Januar", Marker.DECISION, "Test im Januar"),
    ("/décision essai en janvier", Marker.DECISION, "essai en janvier"),
    ("/decision essai en janvier", Marker.DECISION, "essai en janvier"),
    ("/o second plant", Marker.OPPORTUNITY, "second plant"),
    ("/chance zweites Werk", Marker.OPPORTUNITY, "zweites Werk"),
    ("/piste deuxième usine", Marker.OPPORTUNITY, "deuxième usine"),
    ("/c FastFreight 4 % under us", Marker.RIVAL, "FastFreight 4 % under us"),
    ("/wettbewerb FastFreight", Marker.RIVAL, "FastFreight"),
    ("/concurrent FastFreight", Marker.RIVAL, "FastFreight"),
    ("// careful with Pricing", Marker.ONLY_ME, "careful with Pricing"),
    ("/privat Vorsicht", Marker.ONLY_ME, "Vorsicht"),
    ("/perso prudence", Marker.ONLY_ME, "prudence"),
    ("//comment", Marker.NOTE, "//comment"),
    ("/d", Marker.DECISION, ""),
    ("!", Marker.CONCERN, ""),
    ("/done with it", Marker.NOTE, "/done with it"),
    ("/unknown word", Marker.NOTE, "/unknown word"),
    ("and/or ! late", Marker.NOTE, "and/or ! late"),
    ("a plain line", Marker.NOTE, "a plain line"),
    ("- a plain line", Marker.NOTE, "a plain line"),
    ("3.5 tonnes", Marker.NOTE, "3.5 tonnes"),
    ("-5 degrees", Marker.NOTE, "-5 degrees"),
    ("", Marker.NOTE, ""),
    ("   ", Marker.NOTE, ""),
    ("-", Marker.NOTE, ""),
    ("\u200f! \u05d0\u05d9\u05d7\u05d5\u05e8", Marker.CONCERN, "\u05d0\u05d9\u05d7\u05d5\u05e8"),
    ("! 交货晚了", Marker.CONCERN, "交货晚了"),
]


@pytest.mark.parametrize(("text", "marker", "words"), MARKED)
def test_the_start_of_a_line_says_what_it_is(text, marker, words):
    line = parse_line(text, MEETING)

    assert (line.marker, line.words) == (marker, words)
    assert text[slice(*line.words_span)] == words


@pytest.mark.parametrize(("text", "severity"), [("! a", 1), ("!! a", 2), ("!!! a", 3), ("!!!! a", 4), ("+ a", None)])
def test_a_concern_is_as_severe_as_it_has_marks(text, severity):
    assert parse_line(text, MEETING).severity == severity


def test_the_mark_is_known_with_its_place():
    assert parse_line("  - /we send", MEETING).marker_span == (4, 7)


def test_a_promise_is_read_whole():
    line = parse_line("/we send the revised delivery plan by fri", MEETING)

    assert line.words == "send the revised delivery plan by fri"
    assert line.what == "send the revised delivery plan"
    assert line.day is not None
    assert (line.day.day, line.day.span, line.day.words) == (date(2026, 11, 27), (35, 41), "by fri")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[] book the plant visit @Piotr", "book the plant visit Piotr"),
        ("[] call @Anna Nowak about prices in 2w", "call Anna Nowak about prices"),
        ("[] visit on Friday.", "visit"),
        ("/sie schicken Zahlen bis Freitag @Anna Nowak", "schicken Zahlen Anna Nowak"),
        ("/we send the plan by fri #pricing", "send the plan"),
        ("/we send the plan #pricing", "send the plan"),
        ("/we by fri send the plan", "by fri send the plan"),
        ("/we by fri", "by fri"),
        ("[] rappeler Zoé d’ici la fin du mois", "rappeler Zoé"),
    ],
)
def test_the_title_of_a_follow_up_has_neither_date_nor_signs(text, what):
    assert parse_line(text, MEETING).what == what


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("book it @Piotr", [Mention("Piotr", (8, 14))]),
        ("@Anna Nowak sends it", [Mention("Anna Nowak", (0, 11))]),
        ("@Łukasz and @Zoë Müller-Weiß", [Mention("Łukasz", (0, 7)), Mention("Zoë Müller-Weiß", (12, 28))]),
        ("@Pi", [Mention("Pi", (0, 3))]),
        ("jane@example.com", []),
        ("meet @ noon", []),
        ("@O'Brien, please", [Mention("O'Brien", (0, 8))]),
    ],
)
def test_people_are_known_with_their_place(text, people):
    assert parse_line(text, MEETING).people == tuple(people)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("late #pricing #Łódź", ("pricing", "Łódź")),
        ("#pricing and again #Pricing", ("pricing",)),
        ("our #1 supplier", ()),
        ("colour #2-tone", ("2-tone",)),
        ("a#b", ()),
    ],
)
def test_tags_are_found_once_each(text, tags):
    assert parse_line(text, MEETING).tags == tags


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("/we send it by thrusday", "“by thrusday” is not read as a date. Did you mean “Thursday”?"),
        ("/wir schicken es bis Donnersatg", "“bis Donnersatg” is not read as a date. Did you mean “Donnerstag”?"),
        ("/nous d'ici vendrdi", "“d'ici vendrdi” is not read as a date. Did you mean “vendredi”?"),
        ("[] plan by 31 feb", "“by 31 feb” is not in the calendar. Please check the day."),
        ("[] Plan bis 31.2.", "“bis 31.2.” is not in the calendar. Please check the day."),
        ("[] plan by march", "“by march” names a month but no day. Which day is meant?"),
        ("/we delayed by customs", ""),
        ("/we run by marketing", ""),
        ("peak before Christmas", ""),
        ("/we send it by fri", ""),
    ],
)
def test_a_date_that_looks_meant_but_cannot_be_read_gets_a_quiet_hint(text, hint):
    assert parse_line(text, MEETING).hint == hint


def test_the_hint_knows_the_words_it_is_about():
    text = "- [] call @Anna by thrusday #pricing"

    span = parse_line(text, MEETING).hint_span

    assert span is not None
    assert text[slice(*span)] == "by thrusday"


def test_every_kind_but_a_note_has_a_mark_with_a_shortcut_of_its_own():
    assert {mark.marker for mark in MARKS} == set(Marker) - {Marker.NOTE}
    assert [mark.shortcut for mark in MARKS] == [f"Ctrl+{at}" for at in range(1, 10)] + ["Ctrl+Shift+1", "Ctrl+Shift+2"]
    assert mark_of(Marker.NOTE) is None


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.label)
def test_every_sign_and_word_of_the_table_is_read_as_what_it_says(mark):
    words = [word for language in ("en", "de", "fr") for word in mark.words[language]]

    assert {parse_line(f"{sign} words", MEETING).marker for sign in (mark.sign, *words)} == {mark.marker}


PIECES = st.sampled_from(
    ["! ", "[] ", "/we ", "- ", "1. ", '"', "“", "«", "//", "+", "@Anna", "@", "#", "#tag", " by ", "fri", "bis ",
     "3/4", "27.11.", "in 2", " w", "end of ", "march", "d'ici ", "\x00", "\ud800", "\u202e", "\u05d0", "\n", "\u2028",
     "9" * 9, "thrusday", "é", "e\u0301", "ß", "İ", "ﬁ", "²", "٣"]
)  # fmt: skip
ANY_LINE = st.text() | st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join)


@given(ANY_LINE)
@example("\ud800 by \ud800")
@example("İ İ by fri")
def test_any_text_is_read_and_every_place_lies_within_it(text):
    line = parse_line(text, MEETING)

    spans = [line.words_span, *(each.span for each in line.people)]
    spans += [each for each in (line.marker_span, line.hint_span, line.day and line.day.span) if each]
    assert all(0 <= begin <= end <= len(text) for begin, end in spans)
    assert text[slice(*line.words_span)] == line.words
    assert line.day is None or text[slice(*line.day.span)] == line.day.words


@given(ANY_LINE)
def test_the_same_text_always_reads_the_same(text):
    assert parse_line(text, MEETING) == parse_line(text, MEETING)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "\0" * 100_000, "\u202eשלום " * 16_000, "\ud800" * 100_000,
     "by fri " * 14_000, "1/2 " * 25_000, "1 " * 50_000, "in" + " " * 99_998, "@a " * 33_000,
     "#" * 100_000, "#" + "-" * 99_999, "1." * 50_000, '"' * 100_000,
     "end of " * 14_000, "!" * 100_000, "e" + "\u0301" * 99_999, "@Aa Bb " * 14_000],
    ids=lambda text: ascii(text[:8]),
)  # fmt: skip
def test_hostile_text_is_read_without_hanging(text):
    parsed = parse_line(f"/we {text}", MEETING)

    assert parsed.marker is Marker.OUR_PROMISE
