"""The day as it is shown: sections of rows, what fits into the time there is, who keeps us waiting, who is quiet."""

from collections.abc import Collection, Iterable
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.today import Entry, Part, Sort, Weight, When
from reviewdesk.domain.today_plan import Task, plan
from reviewdesk.services.today_values import QuietAccount, TodayPage, WaitingOn

Key = tuple[str, UUID]
Day = TodayPage
Quiet = QuietAccount
HOURS: Final = ((30, "30 min"), (60, "1 h"), (120, "2 h"), (180, "3 h"))
NAMES_SHOWN: Final = 3
_TONES: Final = {Weight.CALM: Tone.NEUTRAL, Weight.NEAR: Tone.WARN, Weight.OVER: Tone.BAD}
ASKED: Final = "asked"
CONFIRMED: Final = "confirmed"
_SHOWN: Final = RowAction("open", "Show them", "chevron-down")
_OPENED: Final = RowAction("open", "Open the concern", "arrow-right")
_HIDDEN: Final = RowAction("open", "Put them together", "chevron-up")
_REVIEWS: Final = frozenset({Sort.MEETING, Sort.MEETING_PAST, Sort.PREPARE})
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LEADS: Final = {
    Sort.CALLS: (RowAction("open", "Call them", "phone", "C"),),
    Sort.LOSS: (
        RowAction("open", "Say why", "arrow-right"),
        RowAction("aside", "Set it aside", "archive", "S"),
    ),
    Sort.MEETING_PAST: (
        RowAction("afterwards", "It was held: enter it", "notebook-pen", "A"),
        RowAction("open", "Open the review", "arrow-right"),
    ),
}
_LONG_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def key_of(entry: Entry) -> Key:
    """Give what tells one row of the day from the others."""
    return entry.sort.value, entry.id


def is_about_review(entry: Entry) -> bool:
    """Say whether opening it leads to a review, else to its account."""
    return entry.sort in _REVIEWS


def status_of(page: TodayPage) -> str:
    """Name the day and what was missed: "Tuesday 24 November 2026 · while you were away: 2 reminders"."""
    day = page.today
    named = f"{_LONG_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    return " · ".join(each for each in (named, page.missed.words) if each)


def sections_of(page: TodayPage, opened: Collection[Key] = ()) -> tuple[Section, ...]:
    """Give the column: what is now stands alone on top, the rest under headings with counts.

    What stands together in a row stands singly under it where the row is opened.
    """
    return tuple(_section(each, opened) for each in page.parts)


def singly(page: TodayPage) -> dict[Key, Entry]:
    """Give every entry of a day by its key, those that stand together too."""
    every = [each for part in page.parts for each in part.entries]
    return {key_of(each): each for each in (*every, *(one for each in every for one in each.inner))}


def planned(tasks: Iterable[Task], minutes: int) -> tuple[Row, ...]:
    """Number what fits into the time there is, each with its reason."""
    return tuple(
        Row((str(each.id), each.account_id), each.what, each.reason, time=f"{place}")
        for place, each in enumerate(plan(tasks, minutes), 1)
    )


def waiting_rows(page: TodayPage) -> tuple[Row, ...]:
    """Give one row for each colleague who keeps us waiting."""
    return tuple(_waiting(each, page) for each in page.waiting)


def quiet_rows(quiet: Iterable[QuietAccount]) -> tuple[Row, ...]:
    """Give one row for each account nobody has spoken with for too long."""
    return tuple(
        Row(each.account_id, each.account, each.words, actions=_reach(each.phone, each.email)) for each in quiet
    )


def _section(part: Part, opened: Collection[Key]) -> Section:
    rows: list[Row] = []
    for each in part.entries:
        is_open = bool(each.inner) and key_of(each) in opened
        rows.append(_row(each, part.when, is_open=is_open))
        rows += [_row(one, part.when) for one in each.inner if is_open]
    title = "" if part.when is When.NOW else part.when.value
    return Section(title, tuple(rows), f"{len(part.entries):,}" if title else "")


def _row(entry: Entry, when: When, *, is_open: bool = False) -> Row:
    is_meeting = entry.sort is Sort.MEETING
    return Row(
        key_of(entry),
        entry.title,
        entry.about,
        time=_time(entry, when),
        tile=entry.account if is_meeting else "",
        pills=(PillText(entry.state, _tone(entry)),) if entry.state else (),
        actions=((_HIDDEN if is_open else _SHOWN,) if entry.inner else _actions(entry, when)),
        now=when is When.NOW,
        level=not (is_meeting or _has_tick(entry)),
    )


def _has_tick(entry: Entry) -> bool:
    return entry.sort is Sort.STEP or entry.step_id is not None or (entry.sort is Sort.ASK and not entry.inner)


def _time(entry: Entry, when: When) -> str:
    clock = f"{entry.at:%H:%M}" if entry.at else ""
    if when in (When.THIS_WEEK, When.NEXT_WEEK):
        return _DAYS[entry.on.weekday()]
    return clock


def _tone(entry: Entry) -> Tone:
    colleague = entry.state.startswith("waits on ") and not entry.state.endswith("customer")
    return Tone.ACCENT if colleague else _TONES[entry.weight]


def _actions(entry: Entry, when: When) -> tuple[RowAction, ...]:
    if entry.sort is Sort.MEETING:
        shape = ActionShape.BUTTON if when is When.NOW else ActionShape.ICON
        return (RowAction("brief", "Brief", "file-text", "B", shape), _start(when))
    if entry.sort in _LEADS:
        return _LEADS[entry.sort][: 1 if not entry.account else None]
    if entry.sort is Sort.PREPARE:
        prepare = RowAction("open", "Prepare", "file-text", "P")
        tick = RowAction("done", "Done", shortcut="D", shape=ActionShape.TICK)
        return (tick, prepare) if entry.step_id else (prepare,)
    reach = _reach(entry.phone, entry.email)
    if entry.sort is Sort.ASK:
        tick = RowAction(CONFIRMED, "They say it is fixed", shortcut="D", shape=ActionShape.TICK)
        return (tick, *reach, RowAction(ASKED, "Asked, no answer yet", "message-circle-question-mark", "A"), _OPENED)
    if entry.sort is Sort.STEP:
        tick = RowAction("done", "Done", shortcut="D", shape=ActionShape.TICK)
        leads = (RowAction("change", "Its change notice", "megaphone", "G"),) if entry.change_id else ()
        return (tick, *reach, RowAction("move", "Move", "calendar-clock", "M"), *leads)
    return (*reach, *_besides(entry))


def _besides(entry: Entry) -> tuple[RowAction, ...]:
    """Offer what can be done besides calling and writing."""
    if entry.sort is Sort.REVIEW_DUE:
        return (RowAction("plan", "Plan the review", "calendar-plus", "P"),)
    if entry.sort is Sort.OUTREACH:
        log = (RowAction("log", "Log the call", "notebook-pen", "L"),) if entry.account_id != entry.id else ()
        return (*log, RowAction("open", "Open the outreach", "arrow-right"))
    return (_OPENED if entry.sort is Sort.CONCERN else RowAction("open", "Open the account", "arrow-right"),)


def _start(when: When) -> RowAction:
    if when is When.NOW:
        return RowAction("open", "Start", "play", "S", ActionShape.PRIMARY)
    return RowAction("open", "Open the review", "arrow-right")


def _reach(phone: str, email: str) -> tuple[RowAction, ...]:
    """Offer to call and to write, where there is a number and an address."""
    call = (RowAction("call", "Call", "phone", "C"),) if phone else ()
    mail = (RowAction("mail", "Write a mail", "mail", "E"),) if email else ()
    return (*call, *mail)


def _waiting(each: WaitingOn, page: TodayPage) -> Row:
    names = ", ".join(each.accounts[:NAMES_SHOWN])
    more = len(each.accounts) - NAMES_SHOWN
    for_whom = f"{names} and {more} more" if more > 0 else names
    due = f"due {short_day(each.next_due, page.today)}" if each.next_due else "no date"
    when = f"oldest {counted_days(each.days_over)} over" if each.days_over else due
    things = "1 thing" if each.things == 1 else f"{each.things:,} things"
    mail = RowAction("mail", "One mail", "mail", "E", ActionShape.BUTTON)
    return Row(
        each.colleague_id, f"{each.name} · {things}", f"{for_whom} · {when}", actions=(mail,) if each.email else ()
    )
