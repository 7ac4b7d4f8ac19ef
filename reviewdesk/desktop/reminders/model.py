"""What the band of reminders shows, as plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.reminding import DueReminder
from reviewdesk.services.reminders import InboxRow

DONE: Final = "done"
SEEN: Final = "seen"
_DONE: Final = RowAction(DONE, "Done", shortcut="D", shape=ActionShape.TICK)
_SEEN: Final = RowAction(SEEN, "Seen", "eye", "S")


@dataclass(frozen=True, slots=True)
class Band:
    """The heading of the band, what stands beside it, and a row for each follow-up."""

    title: str
    remark: str
    rows: tuple[Row, ...]


def band_of(inbox: Sequence[InboxRow], today: date) -> Band:
    """Put the inbox into a band; its rows are known by the ids of the reminders."""
    oldest = min((each.shown_at.astimezone().date() for each in inbox), default=today)
    remark = "" if oldest == today or len(inbox) < 2 else f"the oldest of {short_day(oldest, today)}"
    return Band(_counted(len(inbox)), remark, tuple(_row(each) for each in inbox))


def passing_band(reminders: Iterable[DueReminder], today: date) -> Band:
    """Put reminders into a band that is not kept, while the book is looked at as of another day."""
    rows = tuple(Row(each.key, each.what, pills=(PillText(each.words(today)),)) for each in reminders)
    return Band(_counted(len(rows)), "", rows)


def discreet_words(count: int) -> str:
    """Say how many are due without naming anybody, for where others may look on."""
    return "A follow-up is due." if count == 1 else f"{count:,} follow-ups are due."


def _counted(count: int) -> str:
    return "1 reminder" if count == 1 else f"{count:,} reminders"


def _row(found: InboxRow) -> Row:
    promised = " · promised to them" if found.is_promise else ""
    pill = PillText(found.due_words, Tone.BAD if found.is_late else Tone.WARN if found.is_today else Tone.NEUTRAL)
    return Row(found.id, found.what, meta=f"{found.account}{promised}", pills=(pill,), actions=(_DONE, _SEEN))
