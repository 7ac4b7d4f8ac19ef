"""A list of calls as it is shown: who is next, whom to make good to first, who answered."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.answer import SCALES, Answer, Asked
from reviewdesk.domain.call_list import RECOVERY_UP_TO
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.scores import PROMOTER_FROM
from reviewdesk.services import call_lists

Shown = call_lists.ShownList
ToAsk = call_lists.ToAsk
CALL: Final = RowAction("call", "Call", "phone", "C")
LOG: Final = RowAction("log", "Log the call", "notebook-pen", "L", ActionShape.BUTTON)
SKIP: Final = RowAction("skip", "Skip", "x", "S")
AFTER_ALL: Final = RowAction("after_all", "Call after all", "undo-2", "A", ActionShape.BUTTON)
CONCERN: Final = RowAction("concern", "Log a concern", "message-square-warning", "W", ActionShape.BUTTON)
AGREE: Final = RowAction("log", "Log what was agreed", "notebook-pen", "L", ActionShape.BUTTON)


def status_of(lists: Iterable[Shown]) -> str:
    """Say how much is left over all lists: "2 lists of calls · 9 to call · 1 to make good first"."""
    every = tuple(lists)
    if not every:
        return ""
    calls, bad = sum(len(each.to_call) for each in every), sum(len(each.to_recover) for each in every)
    said = [f"{len(every)} {'list' if len(every) == 1 else 'lists'} of calls", f"{calls:,} to call"]
    return " · ".join([*said, f"{bad:,} to make good first"] if bad else said)


def remark_of(shown: Shown) -> str:
    """Say how far a list has come: "3 of 12 answered · 2 promoters, 1 passive"."""
    total = len(shown.to_call) + shown.asked
    return " · ".join(each for each in (f"{shown.asked} of {total} answered", _heard(shown)) if each)


def _heard(shown: Shown) -> str:
    if shown.list.asked is not Asked.RECOMMEND:
        return ""
    values = [each.answer.value for each in (*shown.to_recover, *shown.answered) if each.answer is not None]
    bad = sum(each <= RECOVERY_UP_TO for each in values)
    good = sum(each >= PROMOTER_FROM for each in values)
    counts = ((good, "promoter"), (len(values) - good - bad, "passive"), (bad, "detractor"))
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)


def sections_of(shown: Shown, today: date) -> tuple[Section, ...]:
    """Give the parts of a list, those with something to do first; recovery comes before any further call."""
    parts = (
        ("Make good first", tuple(_to_recover(each, today) for each in shown.to_recover)),
        ("To call", tuple(_to_call(each, today, is_next=not at) for at, each in enumerate(shown.to_call))),
        ("Answered", tuple(_answered(each) for each in shown.answered)),
        ("Skipped", tuple(_skipped(each) for each in shown.skipped)),
    )
    return tuple(Section(title, rows, f"{len(rows):,}") for title, rows in parts if rows)


def _to_call(each: ToAsk, today: date, *, is_next: bool) -> Row:
    before = f"last time {_of(each.before)}, {short_day(each.before.answered_on, today)}" if each.before else ""
    call = (CALL,) if each.phone else ()
    return Row(
        each.account_id, each.account, _meta(_who(each), each.why, before or "never asked"), tile=each.account,
        pills=(PillText("next", Tone.ACCENT),) if is_next else (), actions=(*call, LOG, SKIP), now=is_next,
    )  # fmt: skip


def _to_recover(each: ToAsk, today: date) -> Row:
    step = each.making_good
    due = f", by {short_day(step.due, today)}" if step is not None and step.due else ""
    agreed = f"{step.what}{due}" if step is not None else "nothing agreed yet to make it good"
    evidence = each.answer.evidence if each.answer else ""
    return Row(
        each.account_id, each.account, _meta(f"“{evidence}”" if evidence else _who(each), agreed), tile=each.account,
        pills=_pill(each.answer), actions=(CONCERN, *((CALL,) if each.phone else ()), AGREE),
    )  # fmt: skip


def _answered(each: ToAsk) -> Row:
    evidence = f"“{each.answer.evidence}”" if each.answer and each.answer.evidence else ""
    return Row(
        each.account_id, each.account, _meta(evidence, _change(each)), tile=each.account, pills=_pill(each.answer)
    )


def _skipped(each: ToAsk) -> Row:
    return Row(each.account_id, each.account, _who(each), tile=each.account, actions=(AFTER_ALL,))


def _meta(*parts: str) -> str:
    return " · ".join(each for each in parts if each)


def _who(each: ToAsk) -> str:
    if each.person is None:
        return "nobody known there yet"
    shy = "wants no marketing" if each.person.no_marketing else ""
    return ", ".join(part for part in (each.person.name, each.person.role, shy) if part)


def _change(each: ToAsk) -> str:
    if each.before is None or each.answer is None or each.before.scale is not each.answer.scale:
        return ""
    by = each.answer.value - each.before.value
    if not by:
        return "the same as before"
    return f"{'up' if by > 0 else 'down'} {abs(by)} from {each.before.value}"


def _of(answer: Answer) -> str:
    return f"{answer.value} of {SCALES[answer.asked].highest}"


def _pill(answer: Answer | None) -> tuple[PillText, ...]:
    if answer is None:
        return ()
    if answer.asked is not Asked.RECOMMEND:
        return (PillText(_of(answer), Tone.NEUTRAL),)
    tone = Tone.BAD if answer.value <= RECOVERY_UP_TO else Tone.GOOD if answer.value >= PROMOTER_FROM else Tone.NEUTRAL
    return (PillText(_of(answer), tone),)


def row_of(shown: Shown, account_id: UUID) -> ToAsk | None:
    """Find an account on a list."""
    every = (*shown.to_recover, *shown.to_call, *shown.answered, *shown.skipped)
    return next((each for each in every if each.account_id == account_id), None)
