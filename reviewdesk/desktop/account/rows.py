"""What stands in the lists of one account: promises, follow-ups, people, reviews, contacts."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.people import Person
from reviewdesk.services.account_values import AccountBrief

_OPEN: Final = RowAction("open", "Open", "chevron-down")
_SHUT: Final = RowAction("open", "Close", "chevron-up")


def promises_of(brief: AccountBrief) -> tuple[Row, ...]:
    """Give the open promises of both sides."""
    return tuple(step_row(each, brief) for each in brief.open_follow_ups if each.is_promise)


def step_row(step: FollowUp, brief: AccountBrief, *ways: RowAction) -> Row:
    """Give one follow-up with what can be done with it, and the ways that lead from its row."""
    whose = (
        (PillText(step.side.value, Tone.ACCENT if step.side is Side.OURS else Tone.WARN),) if step.is_promise else ()
    )
    if not step.is_open:
        return Row(
            step.id, step.what, f"{step.ending}, {long_day(step.ended_on)}", pills=whose, actions=ways, done=True
        )
    over = step.is_late(brief.today)
    due = PillText(
        _due(step, brief.today), Tone.BAD if over else Tone.WARN if step.due == brief.today else Tone.NEUTRAL
    )
    tick = RowAction("done", "Done", shortcut="D", shape=ActionShape.TICK)
    return Row(
        step.id,
        step.what,
        _about(step, brief),
        pills=(*whose, due),
        actions=(tick, RowAction("move", "Move", "calendar-clock", "M"), *ways),
    )


def steps_of(brief: AccountBrief, opened: UUID | None = None) -> tuple[Section, ...]:
    """Give all follow-ups: what is to be done, then what has ended, the newest first."""
    ended = sorted((each for each in brief.follow_ups if not each.is_open), key=_ended, reverse=True)
    found = (("To be done", brief.open_follow_ups), ("Ended", tuple(ended)))
    return tuple(
        Section(
            title,
            tuple(step_row(each, brief, _SHUT if each.id == opened else _OPEN) for each in steps),
            f"{len(steps)}",
        )
        for title, steps in found
        if steps
    )


def people_rows(people: Iterable[Person]) -> tuple[Row, ...]:
    """Give people with how to reach them."""
    return tuple(_person(each) for each in people)


def reviews_of(brief: AccountBrief) -> tuple[Row, ...]:
    """Give the reviews, the newest first."""
    rows = []
    for each in brief.reviews:
        day = short_day(each.day, brief.today) if each.day else "no day yet"
        lines = "" if not each.lines else "1 line of notes" if each.lines == 1 else f"{each.lines} lines of notes"
        title = (
            f"{each.kind.value.capitalize()} review, {each.period}"
            if each.period
            else f"{each.kind.value.capitalize()} review"
        )
        meta = " · ".join(part for part in (day, "by call" if each.by_call else each.place, lines) if part)
        tone = Tone.GOOD if each.is_held else Tone.ACCENT if each.is_open else Tone.NEUTRAL
        back = (RowAction("then", "The account as it stood", "history", "T"),) if each.is_held else ()
        rows.append(Row(each.id, title, meta, pills=(PillText(each.state.value, tone),), actions=back))
    return tuple(rows)


def _person(person: Person) -> Row:
    part = person.part.value if person.part else ""
    cares = f"cares about {person.cares_about}" if person.cares_about else ""
    left = f"left {long_day(person.left_on)}" if person.left_on else ""
    title = f"{person.name} · {person.role}" if person.role else person.name
    meta = " · ".join(each for each in (left, part, person.phone, cares) if each)
    call = (RowAction("call", "Call", "phone", "C"),) if person.phone and not left else ()
    mail = (RowAction("mail", "Write a mail", "mail", "E"),) if person.email and not left else ()
    return Row(person.id, title, meta, tile=person.name, actions=(*call, *mail), done=bool(left))


def _about(step: FollowUp, brief: AccountBrief) -> str:
    ours = {each.id: each.name for each in brief.colleagues}
    theirs = {each.id: each.name for each in (*brief.people, *brief.people_gone)}
    who = ours.get(step.colleague_id, "a colleague") if step.colleague_id else "a colleague"
    waits = {
        WaitsOn.COLLEAGUE: f"waits on {who}",
        WaitsOn.CUSTOMER: f"waits on {theirs.get(step.person_id, 'them') if step.person_id else 'them'}",
    }.get(step.waits_on, "")
    said = f"said {short_day(step.said_on, brief.today)}" if step.said_on else ""
    snoozed = step.snoozed_until is not None and step.snoozed_until > brief.today
    rests = f"rests until {short_day(step.snoozed_until, brief.today)}" if snoozed and step.snoozed_until else ""
    return " · ".join(each for each in (waits, said, rests) if each)


def _due(step: FollowUp, today: date) -> str:
    if step.due is None:
        return "no date"
    if step.due < today:
        return f"{counted_days((today - step.due).days)} over"
    return "Today" if step.due == today else short_day(step.due, today)


def _ended(step: FollowUp) -> tuple[date, str]:
    return step.ended_on or date.min, step.ending or Ending.DROPPED
