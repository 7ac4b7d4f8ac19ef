"""Figures of goals: read as people type them, one by one or as cells pasted from a spreadsheet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final
from uuid import UUID

from reviewdesk.domain.notes import DayRules
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.domain.review import Actual, Goal
from reviewdesk.domain.summary import Better, GoalStatus

LARGEST: Final = 200
_NUMBER: Final = re.compile(r"^\s*(?:[A-Z]{3}|[€$£])?\s*([+-]?[\d\s.,'\u00a0\u202f]*\d)\s*(\D*)$")
_UNWANTED: Final = re.compile(
    r"(?i)damag|complain|return|defect|delay|late|error|fail|downtime|cost|scrap|loss|claim|turnover of staff|accident"
    r"|schad|schäd|reklam|beschwer|retour|fehl|verspät|ausfall|kosten|ausschuss|verlust|unfall"
    r"|dommage|réclam|retour|défaut|retard|erreur|panne|coût|rebut|perte|accident"
)
_HEADS: Final[Mapping[str, frozenset[str]]] = {
    "what": frozenset("goal measure kpi metric objective kennzahl messgröße indicateur objectif mesure".split()),
    "value": frozenset("actual figure value result ist istwert wert ergebnis réel valeur résultat".split()),
    "target": frozenset("target soll sollwert zielwert cible".split()),
    "unit": frozenset("unit einheit unité".split()),
    "source": frozenset("source quelle".split()),
    "on": frozenset("date day datum tag stand jour".split()),
}
_USUAL: Final = ("what", "value", "target", "source", "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One row of cells as it was read; `problem` says why it cannot be taken, empty where it can.

    `goal` is the goal of the account that it names; without one a target makes a new goal.
    """

    what: str
    value: Decimal | None = None
    target: Decimal | None = None
    unit: str = ""
    source: str = ""
    on: date | None = None
    goal: Goal | None = None
    problem: str = ""

    def as_goal(self, account_id: UUID) -> Goal:
        """Give the goal it is about, a new one where the account has none of this name."""
        if self.goal is not None:
            return self.goal
        target = self.target or Decimal(0)
        return Goal(account_id=account_id, what=self.what, target=target, unit=self.unit, better=better_of(self.what))


def read_number(typed: str) -> Decimal | None:
    """Read a figure as people type it: 98, 98.5, 98,5, 1 200, with or without a unit behind it."""
    found = _NUMBER.match(typed)
    if not found:
        return None
    plain = re.sub(r"[\s'\u00a0\u202f]", "", found[1])
    for each in ".,":
        plain = plain.replace(each, "") if plain.count(each) > 1 else plain
    if "," in plain and "." in plain:
        plain = plain.replace("." if plain.rfind(".") < plain.rfind(",") else ",", "")
    try:
        value = Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def better_of(what: str) -> Better:
    """Say which way a goal of this name should move: down where it counts what nobody wants, else up."""
    return Better.DOWN if _UNWANTED.search(what) else Better.UP


def is_ambiguous(typed: str) -> bool:
    """Say whether a figure may mean thousands or a fraction: 1,200 and 1.250, but not 0.125."""
    found = _NUMBER.match(typed)
    return bool(found and re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", found[1].strip()))


def status_of(goal: Goal, value: Decimal) -> GoalStatus:
    """Say where a goal stands by its figure: met, else behind; the person may say it is on track."""
    met = value >= goal.target if goal.better is Better.UP else value <= goal.target
    return GoalStatus.MET if met else GoalStatus.BEHIND


def actual_of(row: FigureRow, goal: Goal, review_id: UUID) -> Actual:
    """Give the figure of a row as it is noted in a review."""
    assert row.value is not None, "a row with a problem is not taken"  # noqa: S101 - a mistake of ours
    return Actual(
        account_id=goal.account_id, review_id=review_id, goal_id=goal.id, value=row.value,
        status=status_of(goal, row.value), source=row.source, measured_on=row.on,
    )  # fmt: skip


def read_figures(text: str, goals: Iterable[Goal], today: date, rules: DayRules | None = None) -> tuple[FigureRow, ...]:
    """Read pasted cells: a goal a row, its figure, target, unit, source and date in any order that a first row names.

    Without such a row they are taken as name, figure, target, source and date. Empty rows are passed over, and of more
    than 200 the rest.
    """
    cells = [_cells(line) for line in text.splitlines() if line.strip()][:LARGEST]
    heads = _heads(cells[0]) if cells else ()
    rows = cells[1:] if heads else cells
    known = {_folded(each.what): each for each in goals if each.ended_on is None}
    named = (dict(zip(heads or _USUAL, each, strict=False)) for each in rows)
    return tuple(_row(each, known, today, rules or DayRules()) for each in named)


def _row(cells: Mapping[str, str], known: Mapping[str, Goal], today: date, rules: DayRules) -> FigureRow:
    what, value = cells.get("what", ""), read_number(cells.get("value", ""))
    target = read_number(cells.get("target", ""))
    goal, typed_day = known.get(_folded(what)), cells.get("on", "")
    on = read_past_day(typed_day, today, rules) if typed_day else None
    row = FigureRow(
        what=what, value=value, target=target, unit=cells.get("unit", "") or _unit(cells.get("value", "")),
        source=cells.get("source", ""), on=on, goal=goal,
    )  # fmt: skip
    return replace(row, problem=_problem(row, cells))


def _problem(row: FigureRow, cells: Mapping[str, str]) -> str:
    if not row.what:
        return "It names no goal."
    if row.value is None:
        return f"“{cells.get('value', '')}” is no figure." if cells.get("value") else "It has no figure."
    if unclear := next((cells[each] for each in ("value", "target") if is_ambiguous(cells.get(each, ""))), ""):
        return f"“{unclear}” may be thousands or a fraction. Write it without the mark, or with other digits."
    if row.goal is None and row.target is None:
        return "There is no goal of this name. Add its target, and it becomes one."
    if cells.get("on") and row.on is None:
        return f"“{cells['on']}” is not a day that has been."
    return ""


def _cells(line: str) -> tuple[str, ...]:
    separator = next((each for each in ("\t", "|", ";") if each in line), "\t")
    return tuple(each.strip() for each in line.strip("|").split(separator))


def _heads(cells: Sequence[str]) -> tuple[str, ...]:
    """Name the columns by the words of the first row; nothing where they name no goal and no figure."""
    named = tuple(next((name for name, words in _HEADS.items() if _folded(cell) in words), cell) for cell in cells)
    return named if {"what", "value"} <= set(named) else ()


def _unit(cell: str) -> str:
    found = _NUMBER.match(cell)
    return found[2].strip() if found else ""


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
