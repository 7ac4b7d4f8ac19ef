"""A plan put into what the import page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reviewdesk.desktop.importing.column_list import ANY_SOURCE, column_entries
from reviewdesk.desktop.importing.entries import Entry
from reviewdesk.desktop.importing.figures import counted, money_words
from reviewdesk.desktop.importing.happenings import LEFT_OUT, NEW, TAKEN_OUT, UPDATED, happenings
from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.domain.importing.decisions import ToDecide
from reviewdesk.domain.importing.fields import TableKind
from reviewdesk.domain.importing.plan import Action, ImportPlan

ALL: Final = "all"
_REASONS: Final = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One large number with what it counts and a remark."""

    name: str
    number: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PlanPicture:
    """Everything the import page shows of one plan."""

    made: ImportPlan
    decisions: Mapping[str, str]
    status: str
    apply_words: str
    can_apply: bool
    figures: tuple[Figure, ...]
    questions: tuple[ToDecide, ...]
    columns: tuple[Entry, ...]
    happenings: tuple[Entry, ...]
    notes: tuple[str, ...]

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The ways to narrow the list of what will happen."""
        counts = {
            group: sum(each.group == group for each in self.happenings) for group in (NEW, UPDATED, TAKEN_OUT, LEFT_OUT)
        }
        chips = [Chip(ALL, "all", len(self.happenings)), Chip(NEW, "new", counts[NEW])]
        chips += [Chip(each, each, counts[each]) for each in (UPDATED, TAKEN_OUT, LEFT_OUT) if counts[each]]
        return tuple(chips)

    @property
    def undecided(self) -> int:
        """How many questions nobody has answered yet."""
        return sum(not each.is_decided for each in self.questions)


def picture_of(made: ImportPlan, files: str, decisions: Mapping[str, str], *, writes_nothing: bool) -> PlanPicture:
    """Put a plan into what the page shows."""
    return PlanPicture(
        made=made,
        decisions=decisions,
        status=" · ".join(filter(None, (files, _sources(made), "nothing is changed yet"))),
        apply_words=_apply_words(made, writes_nothing=writes_nothing),
        can_apply=not writes_nothing,
        figures=tuple(_figures(made)),
        questions=made.to_decide,
        columns=column_entries(made),
        happenings=happenings(made),
        notes=made.notes,
    )


def _sources(made: ImportPlan) -> str:
    sources = dict.fromkeys(each.source for each in made.tables if each.kind is not TableKind.NOTHING)
    named = [each for each in sources if each != ANY_SOURCE]
    if any(each.kind is TableKind.SALES for each in made.tables):
        named.append("finance")
    return f"read as an export of {' and '.join(named)}" if named else ""


def _apply_words(made: ImportPlan, *, writes_nothing: bool) -> str:
    if writes_nothing:
        waits = made.to_decide and not (made.purchases or any(made.planned()))
        return "Nothing to change yet" if waits else "Nothing to change"
    if made.change_count:
        return f"Apply {counted(made.change_count, 'change')}"
    return "Apply"


def _figures(made: ImportPlan) -> list[Figure]:
    shown = [_records("New accounts", made.accounts)]
    if made.people:
        shown.append(_records("New people", made.people))
    if made.products or not (made.people or made.figures):
        asked = sum(each.id.startswith("product") and not each.is_decided for each in made.to_decide)
        shown.append(_records("New products", made.products, f"{counted(asked, 'name')} not matched" if asked else ""))
    if made.contacts:
        shown.append(_records("Contacts made", made.contacts))
    bought = _records("New purchases", made.purchases, f"{len(made.removed):,} taken out" if made.removed else "")
    sums = f"{_bought(made)}, {money_words(made.totals)}" if made.totals else ""
    shown.append(Figure(bought.name, bought.number, "\n".join(filter(None, (sums, bought.remark)))))
    return [*shown, _left_out(made)]


def _bought(made: ImportPlan) -> str:
    """Say what the new purchases were in the files."""
    kinds = {each.kind for each in made.tables}
    said = {TableKind.DEALS: "won deals", TableKind.SALES: "sales figures"}
    return " and ".join(words for kind, words in said.items() if kind in kinds)


def _records(name: str, planned: tuple, more: str = "") -> Figure:  # type: ignore[type-arg]
    counts = {action: sum(each.action is action for each in planned) for action in Action}
    said = [f"{counts[Action.UPDATE]:,} updated" if counts[Action.UPDATE] else ""]
    said += [f"{counts[Action.UNCHANGED]:,} as they are in the book" if counts[Action.UNCHANGED] else "", more]
    return Figure(name, f"{counts[Action.NEW]:,}", ", ".join(filter(None, said)))


def _left_out(made: ImportPlan) -> Figure:
    reasons = [f"{count:,} {reason}" for reason, count in made.left_out_by_reason().items()]
    others = len(reasons) - _REASONS
    more = [f"{others} more reason{'s' if others > 1 else ''}"] if others > 0 else []
    files = len(made.files_left_out())
    whole = [counted(files, "whole file")] if files else []
    return Figure("Rows left out", f"{made.rows_left_out:,}", ", ".join([*reasons[:_REASONS], *more, *whole]))
