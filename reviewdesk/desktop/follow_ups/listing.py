"""Turns follow-ups into the rows of the page: filtered, and by whom they wait on."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final
from uuid import UUID

from reviewdesk.desktop.follow_ups.model import Act, Emptiness, LedgerLines, PageLines
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.follow_up import Ending, WaitsOn
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.text import fold
from reviewdesk.services.follow_up_desk import FollowUpDesk
from reviewdesk.services.follow_up_rows import FollowUpRow, Nearness, in_order
from reviewdesk.services.promise_ledger import EndedPromise, PromiseLedger

LATE: Final = "late"
PROMISES: Final = "promises"
THIS_WEEK: Final = "week"
SNOOZED: Final = "snoozed"
_TONES: Final = {Nearness.LATE: Tone.BAD, Nearness.TODAY: Tone.WARN}
_ENDINGS: Final = {
    Ending.KEPT: PillText("kept", Tone.GOOD),
    Ending.KEPT_LATE: PillText("kept late", Tone.WARN),
    Ending.BROKEN: PillText("not kept", Tone.BAD),
    Ending.DROPPED: PillText("dropped"),
}
_ACTIONS: Final = (
    RowAction(Act.DONE, "Done", shortcut="D", shape=ActionShape.TICK),
    RowAction(Act.MOVE, "Move", "calendar-clock", "M"),
    RowAction(Act.SNOOZE, "Snooze", "clock", "S"),
    RowAction(Act.MORE, "More", "ellipsis"),
)
_CHANGE: Final = RowAction(Act.CHANGE, "Its change notice", "megaphone", "G")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the person wants to see: words that must be in it, and the chips that are on."""

    words: str = ""
    chips: frozenset[str] = frozenset()


def page_lines(desk: FollowUpDesk, wanted: Filter) -> PageLines:
    """Put everything on the page into words."""
    awake = [each for each in desk.rows if not each.is_snoozed]
    shown = [each for each in (desk.rows if SNOOZED in wanted.chips else awake) if _matches(each, wanted)]
    return PageLines(
        status=_status(awake),
        sections=_sections(shown, desk.today),
        chips=_chips(desk.rows, awake),
        colleagues=_colleagues(awake, desk.today),
        ledger=_ledger(desk.ledger, desk.today),
        emptiness=_emptiness(desk, shown),
    )


def _emptiness(desk: FollowUpDesk, shown: Sequence[FollowUpRow]) -> Emptiness:
    if shown:
        return Emptiness.NOT
    if desk.rows:
        return Emptiness.NO_MATCH if any(not each.is_snoozed for each in desk.rows) else Emptiness.NOTHING_OPEN
    return Emptiness.NOTHING_OPEN if desk.accounts else Emptiness.NO_ACCOUNTS


def _matches(row: FollowUpRow, wanted: Filter) -> bool:
    words = fold(wanted.words).split()
    text = fold(f"{row.what} {row.account} {row.who} {row.person} {row.source}")
    on = wanted.chips
    return (
        all(each in text for each in words)
        and (LATE not in on or row.is_late)
        and (PROMISES not in on or row.is_promise)
        and (THIS_WEEK not in on or row.nearness in (Nearness.LATE, Nearness.TODAY, Nearness.SOON))
        and (SNOOZED not in on or row.is_snoozed)
    )


def _chips(every: Collection[FollowUpRow], awake: Collection[FollowUpRow]) -> tuple[Chip, ...]:
    near = (Nearness.LATE, Nearness.TODAY, Nearness.SOON)
    return (
        Chip(LATE, "Late", sum(each.is_late for each in awake)),
        Chip(THIS_WEEK, "This week", sum(each.nearness in near for each in awake)),
        Chip(PROMISES, "Promises", sum(each.is_promise for each in awake)),
        Chip(SNOOZED, "Snoozed", len(every) - len(awake)),
    )


def _status(rows: Sequence[FollowUpRow]) -> str:
    if not rows:
        return ""
    counts = {whose: sum(each.waits_on is whose for each in rows) for whose in WaitsOn}
    late = sum(each.is_late for each in rows)
    parts = [
        f"{counts[WaitsOn.ME]:,} on you",
        f"{counts[WaitsOn.COLLEAGUE]:,} on colleagues",
        f"{counts[WaitsOn.CUSTOMER]:,} on customers",
    ]
    return " · ".join([*parts, f"{late:,} late"] if late else parts)


def _sections(rows: Sequence[FollowUpRow], today: date) -> tuple[Section, ...]:
    """Group by whom they wait on: me, then each colleague by name, then the customer."""
    mine = [each for each in rows if each.waits_on is WaitsOn.ME]
    theirs = [each for each in rows if each.waits_on is WaitsOn.CUSTOMER]
    found = [("Waits on me", mine)]
    found += [(f"Waits on {name}", owed) for _, name, owed in _by_colleague(rows)]
    found += [("Waits on the customer", theirs)]
    return tuple(_section(title, each, today) for title, each in found if each)


def _by_colleague(rows: Iterable[FollowUpRow]) -> list[tuple[UUID | None, str, list[FollowUpRow]]]:
    owed = sorted((each for each in rows if each.waits_on is WaitsOn.COLLEAGUE), key=_by_who)
    groups = [(who_id, list(each)) for who_id, each in groupby(owed, key=_who_id)]
    return [(who_id, each[0].who, sorted(each, key=in_order)) for who_id, each in groups]


def _who_id(row: FollowUpRow) -> UUID | None:
    return row.who_id


def _by_who(row: FollowUpRow) -> tuple[str, str]:
    return row.who.casefold(), str(row.who_id)


def _section(title: str, rows: Sequence[FollowUpRow], today: date) -> Section:
    late = sum(each.is_late for each in rows)
    count = f"{len(rows):,}"
    return Section(title, tuple(_row(each, today) for each in rows), f"{count} · {late:,} late" if late else count)


def _row(row: FollowUpRow, today: date) -> Row:
    pills = [PillText(row.due_words, _TONES.get(row.nearness, Tone.NEUTRAL))]
    if row.is_snoozed and row.snoozed_until is not None:
        pills.insert(0, PillText(f"hidden until {short_day(row.snoozed_until, today)}", Tone.ACCENT))
    actions = (*_ACTIONS[:-1], _CHANGE, _ACTIONS[-1]) if row.change_id else _ACTIONS
    return Row(row.id, row.what, meta=_meta(row, today), pills=tuple(pills), actions=actions)


def _meta(row: FollowUpRow, today: date) -> str:
    parts = [row.account]
    if row.is_promise:
        whose = "our promise" if row.is_ours else "their promise"
        parts.append(f"{whose} of {short_day(row.said_on, today)}" if row.said_on else whose)
    if row.source:
        parts.append(row.source)
    if row.person:
        parts.append(" ".join(each for each in (row.person, row.phone) if each))
    if row.minutes:
        parts.append(f"{row.minutes} min")
    if row.repeat_months:
        parts.append("every month" if row.repeat_months == 1 else f"every {row.repeat_months} months")
    return " · ".join(parts)


def _colleagues(rows: Sequence[FollowUpRow], today: date) -> tuple[Row, ...]:
    mail = (
        RowAction("mail", "One mail", "mail", "O", ActionShape.BUTTON),
        RowAction("page", "Page to remind them with", "file-text", "R"),
        RowAction("copy", "Copy the text", "copy", "Ctrl+C"),
    )
    return tuple(
        Row(who_id, f"{name} · {len(owed):,}", meta=_owed(owed, today), actions=mail)
        for who_id, name, owed in _by_colleague(rows)
        if who_id is not None
    )


def _owed(rows: Sequence[FollowUpRow], today: date) -> str:
    """Say for whom, and since when the oldest waits."""
    names = list(dict.fromkeys(each.account for each in rows))
    more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
    since = [each.said_on for each in rows if each.said_on is not None]
    oldest = f" · oldest {counted_days((today - min(since)).days)}" if since and min(since) < today else ""
    return f"{', '.join(names[:3])}{more}{oldest}"


def _ledger(ledger: PromiseLedger, today: date) -> LedgerLines:
    known = ledger.rate is not None
    return LedgerLines(
        figure=f"{ledger.rate} %" if known else "Not known yet",
        words=f"of our promises kept since {short_day(ledger.since, today)}"
        if known
        else "Known from 3 ended promises",
        arithmetic=ledger.arithmetic,
        promises=tuple(_ended(each, today) for each in ledger.promises),
    )


_REOPEN: Final = RowAction(Act.REOPEN, "Reopen", "undo-2", "R")


def _ended(promise: EndedPromise, today: date) -> Row:
    due = f" · was due {short_day(promise.due, today)}" if promise.due is not None else ""
    meta = f"{promise.account} · {short_day(promise.ended_on, today)}{due}"
    return Row(promise.id, promise.what, meta=meta, pills=(_ENDINGS[promise.ending],), actions=(_REOPEN,))
