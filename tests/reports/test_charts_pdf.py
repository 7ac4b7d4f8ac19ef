"""The charts of a summary: what they say, where they stand, and that they are read without colour and in any size."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.summary import CustomerSummary, from_json, to_json
from reviewdesk.domain.summary_charts import (
    AnswersOfReview,
    BoughtChart,
    ConcernsChart,
    ConcernsOfQuarter,
    MonthBought,
    PromisesChart,
    PromisesOfReview,
    SummaryCharts,
)
from reviewdesk.domain.words import words_in
from reviewdesk.reports.axes import Scale
from reviewdesk.reports.boxes import Stack
from reviewdesk.reports.charts import charts
from reviewdesk.reports.count_charts import PROMISE_LOOKS, concerns, promises
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.reports.lines import Typesetter
from reviewdesk.reports.look import Look
from reviewdesk.reports.section import Setup
from reviewdesk.reports.shapes import Area, Drawing, Fill, Label
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.summary import render_summary
from reviewdesk.reports.summary_setup import frame_of
from reviewdesk.reports.value_charts import bought, satisfaction
from tests.reports.chart_values import BOUGHT, CHARTS, CONCERNS, HELD, MONTHS, PROMISES, SATISFACTION
from tests.reports.summaries import FONTS, FULL

CHARTED = replace(FULL, charts=CHARTS)
HALF = 244.0


def text(summary: CustomerSummary) -> str:
    return re.sub(r"\s+", " ", text_of(render_summary(summary, FONTS)))


def setup_in(language: str = "en") -> Setup:
    words = words_in(language, HELD)
    return Setup(Sheet(frame_of(FULL, words), words, Look(FULL.branding), Typesetter(fonts_in(FONTS))))


def drawings(stack: Stack) -> Iterator[Drawing]:
    yield from (box for box in stack if isinstance(box, Drawing))


def labels(stack: Stack) -> list[Label]:
    return [shape for drawing in drawings(stack) for shape in drawing.shapes if isinstance(shape, Label)]


def said(label: Label) -> str:
    return "".join(words for _, words in label.line.words)


def test_every_chart_has_its_title_axis_source_and_date():
    words = text(CHARTED)

    for each in (
        "How it went over time",
        "What you bought, by month EUR, thousands Nov 2025 to Oct 2026 the year before",
        "Source: our sales figures, as of 24 November 2026.",
        "Whether you would recommend us mean of your answers, 0 to 10",
        "n = 4 n = 2 n = 3 n = 5",
        "Fewer than three answers have no mean.",
        "Source: your own answers, as of 24 November 2026.",
        "Your concerns, by quarter number raised closed",
        "3 still open on 24 November 2026. Source: our list of your concerns",
        "What became of our promises, by review number broken kept late open kept",
        "Source: our list of promises, as of 24 November 2026.",
    ):
        assert each in words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            ("Tausend EUR", "Q1 2026", "Feb. 2026", "7,5", "3 noch offen am 24. November 2026"),
        ),
        ("fr", ("milliers de EUR", "T1 2026", "févr. 2026", "7,5", "3 encore ouvertes le 24 novembre 2026")),
    ],
)
def test_charts_speak_the_document_s_language(language: str, words: tuple[str, ...]):
    found = text(replace(CHARTED, language=language))

    assert [each for each in words if each not in found] == []


def test_what_is_not_there_leaves_no_trace():
    words = text(replace(FULL, charts=SummaryCharts(promises=PROMISES)))

    assert "What became of our promises, by review" in words
    assert not [each for each in ("What you bought", "recommend us", "by quarter") if each in words]
    assert "How it went over time" not in text(FULL)


def test_promises_are_counted_in_one_drawing_only_and_not_at_all_where_nobody_wants_it():
    uncounted = replace(CHARTED, shows_kept_rate=False, charts=SummaryCharts())

    assert "5 of 7" in text(CHARTED)
    assert "5 of 7" not in text(uncounted)
    assert "1 broken" not in text(uncounted)
    assert "Name a second driver" in text(uncounted)


def test_goals_stand_without_bars_where_they_are_left_out():
    assert "Against target" in text(CHARTED)
    assert "Against target" not in text(replace(CHARTED, charts=SummaryCharts(has_goal_bars=False)))


def test_charts_are_read_without_colour():
    fills = [fill for _, fill in PROMISE_LOOKS.values()]
    assert len(set(fills)) == len(fills)

    for stack in (bought(setup_in(), BOUGHT, HALF), concerns(setup_in(), CONCERNS, HALF)):
        bars = {shape.fill for each in drawings(stack) for shape in each.shapes if isinstance(shape, Area)}
        assert bars > {Fill.SOLID}


def test_a_count_stands_at_its_bar():
    found = [said(each) for each in labels(concerns(setup_in(), CONCERNS, HALF))]

    assert [each for each in found if each in {"3", "1", "2", "7"}][-4:] == ["3", "1", "2", "7"]


def test_two_charts_stand_beside_each_other_and_an_odd_one_alone_above():
    (pair,) = charts(setup_in(), SummaryCharts(concerns=CONCERNS, promises=PROMISES))
    (three,) = charts(setup_in(), replace(CHARTS, promises=None))

    assert pair.wrap(509, 700)[1] < three.wrap(509, 700)[1]


@pytest.mark.parametrize("width", [HALF, 509.0])
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_labels_lie_inside_the_chart_and_over_no_other(language: str, width: float):
    setup = setup_in(language)
    made = (
        bought(setup, BOUGHT, width),
        satisfaction(setup, SATISFACTION, width),
        concerns(setup, CONCERNS, width),
        promises(setup, PROMISES, width),
    )
    for stack in made:
        assert_tidy(stack, width)


def assert_tidy(stack: Stack, width: float) -> None:
    for drawing in drawings(stack):
        found = [each for each in drawing.shapes if isinstance(each, Label)]
        assert all(each.x >= -0.1 and each.x + each.line.width <= width + 0.1 for each in found)
        assert all(0 < each.y <= drawing.height for each in found)
        for y in {each.y for each in found}:
            row = sorted((each.x, each.x + each.line.width) for each in found if each.y == y)
            assert all(end <= begin + 0.1 for (_, end), (begin, _) in pairwise(row))


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=2, max_size=6))
def test_any_counts_are_drawn_inside(counts: list[tuple[int, int]]):
    quarters = tuple(ConcernsOfQuarter(MONTHS[at], *each) for at, each in enumerate(counts))

    assert_tidy(concerns(setup_in(), ConcernsChart(quarters, 0, HELD), HALF), HALF)


@given(st.lists(st.decimals(-(10**9), 10**12, places=2), min_size=12, max_size=12))
def test_any_amounts_are_drawn_inside(amounts: list[Decimal]):
    months = tuple(MonthBought(month, amount, -amount) for month, amount in zip(MONTHS, amounts, strict=True))
    stack = bought(setup_in(), BoughtChart("EUR", months, HELD), HALF)

    assert_tidy(stack, HALF)
    for drawing in drawings(stack):
        areas = [each for each in drawing.shapes if isinstance(each, Area)]
        assert all(each.y >= 0 and each.y + each.height <= drawing.height + 0.1 for each in areas)


@given(st.floats(0, 1e12), st.floats(-1e12, 0))
def test_a_scale_has_few_round_steps_and_holds_all(most: float, least: float):
    scale = Scale.over(least, most)

    assert 2 <= len(scale.ticks) <= 8
    assert scale.least <= least + 1e-8 * scale.step
    assert scale.most >= most - 1e-8 * scale.step


def test_six_reviews_with_many_promises_fit():
    reviews = tuple(PromisesOfReview(date(2025, 2 * each, 1), 40, 30, 20, 10) for each in range(1, 7))

    assert_tidy(promises(setup_in("de"), PromisesChart(reviews, HELD), HALF), HALF)


def test_a_stored_summary_keeps_its_charts_to_the_bit_and_gives_the_same_bytes():
    read = from_json(to_json(CHARTED))

    assert read == CHARTED
    assert render_summary(read, FONTS) == render_summary(CHARTED, FONTS)


def test_a_mean_of_two_answers_cannot_be_said():
    with pytest.raises(ValueError, match="only from three"):
        AnswersOfReview(HELD, 2, Decimal(9))
    with pytest.raises(ValueError, match="needs the mean"):
        AnswersOfReview(HELD, 4, None, Decimal(1))
