"""Sections over pages: no heading stands alone, heads are repeated, and no page is left a third empty without need."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.words import words_in
from reviewdesk.reports.boxes import Align, Stack, TextBox
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.lines import Line, Typesetter
from reviewdesk.reports.look import Look
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.shapes import Drawing, Kept
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.summary import render_summary
from reviewdesk.reports.summary_setup import frame_of
from reviewdesk.reports.table import KEPT_WHOLE, Column, Rows, Section
from tests.reports.chart_values import CHARTS, HELD
from tests.reports.summaries import FONTS, FULL, HUGE

WORDS = words_in("en", HELD)
LOOK = Look(FULL.branding)
SETUP = Setup(Sheet(frame_of(FULL, WORDS), WORDS, LOOK, Typesetter(fonts_in(FONTS))))
LINE = Line((), 0.0, ((False, "x"),))
PAGES = (571.0, 672.0, 621.0, 722.0)
COUNTS = st.lists(st.integers(1, 60), min_size=1, max_size=30)


def lines(count: int) -> Stack:
    return (TextBox((LINE,) * count, LOOK.cell),)


def rows_of(counts: list[int], *, headed: bool = True) -> Rows:
    """Give rows of so many lines each."""
    head = (lines(1),) if headed else ()
    heading = lines(1) if headed else ()
    return Rows((Column(500),), tuple((lines(count),) for count in counts), heading, heading, head=head)


def pages_of(sections: list[Section], height: float) -> Iterator[tuple[float, list[Section]]]:
    """Set sections on pages as the frame does, and give how much of each is empty with what stands on it."""
    left, here = height, []
    waiting = list(sections)
    while waiting:
        section = waiting.pop(0)
        before = section.spaceBefore if here else 0
        _, high = section.wrap(500, left - before)
        if high <= left - before + 0.01:
            here.append(section)
            left -= before + high
            continue
        parts = section.split(500, left - before) if left > before else []
        if not parts:
            assert here, "a section that does not fit on an empty page would never end"
            waiting.insert(0, section)
            yield left, here
            left, here = height, []
            continue
        here.append(parts[0])
        yield left - before - parts[0].wrap(500, left)[1], here
        left, here = height, []
        waiting[:0] = parts[1:]
    yield left, here


def sides(section: Section) -> list[Rows]:
    return [each for each in section._sides if each]


@settings(max_examples=150)
@given(st.lists(COUNTS, min_size=1, max_size=6), st.sampled_from(PAGES), st.booleans())
@example([[1], [1, 1, 1, 9, 1, 1]], 571.0, True)
def test_no_page_but_the_last_is_less_than_two_thirds_full(sections: list[list[int]], height: float, headed: bool):
    made = [Section(rows_of(counts, headed=headed)) for counts in sections]

    empty = [left for left, _ in pages_of(made, height)]
    assert max(empty[:-1], default=0.0) <= height / 3


@settings(max_examples=100)
@given(COUNTS, COUNTS, st.sampled_from(PAGES))
def test_two_tables_beside_each_other_leave_no_page_empty_either(left: list[int], right: list[int], height: float):
    made = [Section(rows_of([3] * 12)), Section(rows_of(left), rows_of(right), gap=20)]

    *full, _ = [max(empty, 0.0) for empty, _ in pages_of(made, height)]
    assert max(full, default=0.0) <= height / 3


@settings(max_examples=300)
@given(COUNTS, st.floats(20, 720))
def test_a_heading_has_two_rows_or_three_lines_below_it(counts: list[int], room: float):
    upper, lower = rows_of(counts).cut(room)

    if upper is not None and lower is not None:
        told = sum(len(box.lines) for row in upper.rows for box in row[0] if isinstance(box, TextBox))
        assert len(upper.rows) >= 2 or told >= 3


@settings(max_examples=100)
@given(st.lists(COUNTS, min_size=1, max_size=5), st.sampled_from(PAGES))
def test_nothing_is_lost_or_said_twice_over_pages(sections: list[list[int]], height: float):
    made = [Section(rows_of(counts)) for counts in sections]

    shown = [
        len(box.lines)
        for _, here in pages_of(made, height)
        for section in here
        for side in sides(section)
        for row in side.rows
        for box in row[0]
        if isinstance(box, TextBox)
    ]
    assert sum(shown) == sum(map(sum, sections))


def test_a_table_that_runs_on_repeats_its_heads():
    first, second = rows_of([1] * 60).cut(600)

    assert first is not None
    assert second is not None
    assert (second.head, second.heading) == (first.head, first.heading_again)


def test_what_stays_whole_is_never_cut_and_its_heading_goes_with_it():
    kept = (((Kept((*lines(1), Drawing(150, ()))),),), ((Kept((Drawing(160, ()),)),),))
    rows = replace(rows_of([1]), rows=kept)

    assert rows.cut(120) == (None, rows)
    upper, lower = rows.cut(300)
    assert upper is not None
    assert lower is not None
    assert (len(upper.rows), len(lower.rows)) == (1, 1)


def test_a_section_that_is_not_high_moves_as_it_is():
    rows = rows_of([1, 1, 1])

    assert rows.height <= KEPT_WHOLE
    assert rows.cut(rows.height - 1) == (None, rows)


def test_figures_of_one_unit_stand_with_their_points_below_each_other():
    cells = [(Cell("12.5 t", after=".5 t", unit="t"),), (Cell("1.25 t", after=".25 t", unit="t"),), (Cell("7"),)]
    rows = SETUP.table([Field("actual", 90, align=Align.DECIMAL)], cells, 200)
    ends = [box.lines[0].width + box.inset for row in rows.rows for box in row[0]]
    tails = [SETUP._after(cell[0]) + box.inset for cell, row in zip(cells, rows.rows, strict=True) for box in row[0]]

    assert tails[0] == pytest.approx(tails[1])
    assert rows.rows[2][0][0].inset == 0
    assert all(end <= rows.columns[0].width for end in ends)


@pytest.mark.parametrize("paper", list(PaperSize))
def test_a_huge_summary_leaves_no_page_but_the_last_half_empty(paper: PaperSize):
    huge = replace(HUGE, charts=CHARTS, branding=replace(HUGE.branding, paper=paper))
    document = pypdfium2.PdfDocument(BytesIO(render_summary(huge, FONTS)))
    for page in list(document)[:-1]:
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        body = [low for left, low, right, _ in boxes if low > 55 and right > left]
        assert min(body) < page.get_height() / 3, re.sub(r"\s+", " ", text.get_text_range())[:200]
