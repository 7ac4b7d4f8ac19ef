"""Two hundred lines as people type them in English, German and French, and what each is read as.

They stand in `labelled/marked.txt`: the line, its kind with the severity of a concern, its words, whom and what it
names, and its day, all as read on Tuesday 24 November 2026.
"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.line_records import read_line
from reviewdesk.domain.note_taking import take_notes
from reviewdesk.domain.notes import parse_line
from reviewdesk.domain.notes.marks import MARKS
from reviewdesk.domain.review import NoteLine
from tests.domain.meetings import Notes, meeting_of

MEETING = date(2026, 11, 24)
TABLE = (Path(__file__).parent / "labelled" / "marked.txt").read_text(encoding="utf-8").splitlines()[1:]
ROWS = [tuple(each.strip() for each in f"{line} ".split(" |")[1:]) for line in TABLE]
TYPED = [line.split(" |", 1)[0].replace("→", "\t") for line in TABLE]


def read(text):
    line = parse_line(text, MEETING)
    return (
        f"{line.marker.value} {line.severity or ''}".strip(),
        line.words,
        ", ".join(each.name for each in line.people),
        ", ".join(line.tags),
        f"{line.day.day:%a %Y-%m-%d}" if line.day else "",
    )


@pytest.mark.parametrize(("text", "row"), list(zip(TYPED, ROWS, strict=True)), ids=TYPED)
def test_a_line_is_read_as_the_table_says(text, row):
    assert read(text) == row


def test_the_table_has_lines_enough_with_every_mark_of_every_language():
    begun = {text.lstrip(" \t-–—•*0123456789.)").split(" ")[0].casefold() for text in TYPED}

    assert len(set(TYPED)) == len(TYPED) >= 200
    for mark in MARKS:
        assert all(set(words) & begun for words in mark.words.values()), mark.label


PIECES = st.sampled_from(
    ["! ", "!! ", "[] ", "/we ", "/wir ", "/nous ", "- ", "1. ", "“", '"', "// ", "+ ", "? ", "/d ", "@Anna", "@Piotr ",
     "#freight", " by fri", " bis Freitag", " d'ici vendredi", " 3 dec", " in 2w", "late", "two pallets", "客户", "é",
     " ", "\t", "\u202e", "thrusday", "by 31 feb"]
)  # fmt: skip
LINE = st.sampled_from(TYPED) | st.lists(PIECES, max_size=6).map("".join)
TEXT = st.lists(LINE, max_size=8).map("\n".join)


@st.composite
def edits(draw):
    """A text and what an edit somewhere within it makes of it."""
    before = draw(TEXT)
    begin = draw(st.integers(0, len(before)))
    end = draw(st.integers(begin, min(len(before), begin + 40)))
    return before, before[:begin] + draw(TEXT | LINE) + before[end:]


@given(edits())
def test_reading_notes_after_an_edit_gives_what_reading_them_afresh_gives(texts):
    before, after = texts
    edited, fresh = Notes(before), Notes(after)
    edited.type(after)

    assert edited.review.text == fresh.review.text == after
    assert [understood(each, edited.review) for each in edited.review.lines] == [
        understood(each, fresh.review) for each in fresh.review.lines
    ]


@given(edits())
def test_notes_that_come_back_as_they_were_say_the_same_with_the_same_records(texts):
    before, after = texts
    notes = Notes(before)
    lines, records = notes.review.lines, dict(notes.records)
    notes.type(after)
    notes.type(before)

    assert notes.review.text == before
    assert [(each.text, each.day, each.day_words) for each in notes.review.lines] == [
        (each.text, each.day, each.day_words) for each in lines
    ]
    assert sorted(said(notes.records)) == sorted(said(records))


@given(TEXT)
def test_reading_changes_neither_the_text_nor_anything_the_second_time(text):
    notes = Notes(text)
    taken = take_notes(notes.review, text, notes.records, meeting_of(notes.review))

    assert notes.review.text == text
    assert (taken.review, taken.put, taken.removed) == (notes.review, (), ())


def understood(line: NoteLine, review):
    """What is read in a line, apart from who it is."""
    found = read_line(line, meeting_of(review))
    return found.parsed, found.marker, found.line.day, found.line.day_words, line.day, line.day_words


def said(records):
    """Give the kind and words of the records that stand; one whose line lost its words waits withdrawn."""
    standing = [each for each in records.values() if not each.withdrawn]
    return [(type(each).__name__, str(getattr(each, "what", getattr(each, "words", "")))) for each in standing]
