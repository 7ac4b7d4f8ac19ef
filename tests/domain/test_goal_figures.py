"""Figures pasted from a spreadsheet find their goals, and what cannot be taken says why."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.goal_figures import read_figures, read_number, status_of
from reviewdesk.domain.review import Goal
from reviewdesk.domain.summary import Better, GoalStatus

TODAY = date(2026, 11, 24)
ACME = uuid4()
DAMAGE = Goal(account_id=ACME, what="Damage rate", target=Decimal("0.5"), unit="%", better=Better.DOWN)
TIME = Goal(account_id=ACME, what="Delivered on time", target=Decimal(97), unit="%")


def rows(text):
    return read_figures(text, (DAMAGE, TIME), TODAY)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("98", "98"), ("98.5", "98.5"), ("98,5", "98.5"), ("1 200", "1200"), ("1.250,75 €", "1250.75"), ("-3 %", "-3"),
        ("1'000", "1000"), ("0,4%", "0.4"), ("12 h", "12"),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_people_type_it(typed, value):
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "about", "%", "1.2.3,4,5x9", "12 of 15 3"])
def test_what_is_no_figure_is_none(typed):
    assert read_number(typed) is None


def test_cells_without_a_head_are_name_figure_target_source_and_day():
    damage, time = rows("damage  RATE\t0,4 %\t0,5\tCarrier report\t2 Nov\nDelivered on time\t96.2\n\n")

    assert (damage.goal, damage.value) == (DAMAGE, Decimal("0.4"))
    assert (damage.source, damage.on) == ("Carrier report", date(2026, 11, 2))
    assert (time.goal, time.value, time.problem) == (TIME, Decimal("96.2"), "")
    assert status_of(DAMAGE, damage.value) is GoalStatus.MET
    assert status_of(TIME, time.value) is GoalStatus.BEHIND


@pytest.mark.parametrize(
    "text",
    [
        "Source\tGoal\tActual\tDate\nPortal\tDamage rate\t0.4\t2026-11-02",
        "Quelle;Kennzahl;Ist;Datum\nPortal;Damage rate;0,4;02.11.2026",
        "| Source | Indicateur | Réel | Date |\n| Portal | Damage rate | 0,4 | 2 Nov |",
    ],
)
def test_a_first_row_names_the_columns_in_any_order(text):
    (row,) = rows(text)
    assert (row.goal, row.value, row.source, row.on) == (DAMAGE, Decimal("0.4"), "Portal", date(2026, 11, 2))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Damage rate\tgood", "“good” is no figure."),
        ("Damage rate", "It has no figure."),
        ("\t0.4", "It names no goal."),
        ("Returns\t3", "There is no goal of this name. Add its target, and it becomes one."),
        ("Damage rate\t0.4\t\t\tsoonish", "“soonish” is not a day that has been."),
    ],
)
def test_what_cannot_be_taken_says_why(text, problem):
    assert rows(text)[0].problem == problem


def test_a_name_with_a_target_becomes_a_goal_that_moves_the_way_its_name_says():
    down, up, met = rows("Returns\t5 %\t3\nTrained drivers\t8\t12\nUptime\t99\t98")
    assert (down.as_goal(ACME).better, down.as_goal(ACME).unit, down.problem) == (Better.DOWN, "%", "")
    assert up.as_goal(ACME).better is Better.UP
    assert status_of(met.as_goal(ACME), met.value) is GoalStatus.MET
    assert status_of(down.as_goal(ACME), Decimal(2)) is GoalStatus.MET


@pytest.mark.parametrize("typed", ["1,200", "12,500 units", "1.250", "-3.125"])
def test_a_figure_that_may_be_thousands_or_a_fraction_is_not_taken(typed):
    assert "may be thousands or a fraction" in rows(f"Damage rate\t{typed}")[0].problem


@pytest.mark.parametrize(("typed", "value"), [("1,234,567", "1234567"), ("EUR 1200", "1200"), ("0.125", "0.125")])
def test_what_can_be_meant_in_one_way_is_read(typed, value):
    (row,) = rows(f"Damage rate\t{typed}")
    assert (row.value, row.problem) == (Decimal(value), "")


@given(st.text(max_size=400))
def test_nothing_that_is_pasted_breaks_it(text):
    for row in rows(text):
        assert row.problem or (row.value is not None and (row.goal or row.target is not None))
