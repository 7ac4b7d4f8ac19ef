"""What the page of reviews shows: rows in three sections, made from the lists of the service."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.intervals import DueState, short_day
from reviewdesk.domain.notes import DayRules
from reviewdesk.domain.review import ReviewState
from reviewdesk.services.reviews import ReviewLists, ReviewRow

PLAN = RowAction("plan", "Plan", "calendar-plus", "P", ActionShape.BUTTON)
START = RowAction("start", "Start now", "play", "S")
START_TODAY = RowAction("start", "Start", "play", "S", ActionShape.PRIMARY)
MOVE = RowAction("move", "Move to another day", "calendar-clock", "M")
CANCEL = RowAction("cancel", "Cancel this review", "x", "Del")
SUMMARY = RowAction("summary", "Open the summary", "file-text", "D")
_DUE_TONES = {DueState.LATE: Tone.BAD, DueState.OVER: Tone.BAD, DueState.SOON: Tone.WARN}
_STATE_TONES = {
    ReviewState.PREPARED: Tone.GOOD,
    ReviewState.INVITED: Tone.ACCENT,
    ReviewState.HELD: Tone.WARN,
    ReviewState.SENT: Tone.GOOD,
}
_STATE_WORDS = {ReviewState.HELD: "summary not sent"}


@dataclass(frozen=True, slots=True)
class ReviewKey:
    """What a row stands for: a review, or an account whose review is due and not planned yet."""

    account_id: UUID
    review_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShownReviews:
    """The page as it stands: its sections, what can be asked about each row, and how dates in words are read."""

    sections: tuple[Section, ...]
    rows: dict[ReviewKey, ReviewRow]
    status: str
    today: date
    rules: DayRules

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to show."""
        return not self.rows


def shown(lists: ReviewLists) -> ShownReviews:
    """Put the lists of the service into rows."""
    parts = (
        ("Due, without a date", lists.due),
        ("Ahead", lists.ahead),
        ("Held", lists.held),
    )
    is_wide = any(each.day is not None and each.day.year != lists.today.year for _, rows in parts for each in rows)
    sections = tuple(
        Section(title, tuple(_row(each, lists.today, is_wide=is_wide) for each in rows), f"{len(rows):,}")
        for title, rows in parts
        if rows
    )
    known = {key_of(each): each for _, rows in parts for each in rows}
    return ShownReviews(sections, known, _status(lists), lists.today, lists.rules)


def key_of(row: ReviewRow) -> ReviewKey:
    """Give the key of a row."""
    return ReviewKey(row.account_id, row.review_id)


def _status(lists: ReviewLists) -> str:
    over = sum(each.due is not None and each.due.state in {DueState.OVER, DueState.LATE} for each in lists.due)
    due = f"{len(lists.due):,} due without a date" + (f", {over:,} of them over" if over else "")
    return f"{due} · {len(lists.ahead):,} ahead · {len(lists.held):,} held"


def _row(row: ReviewRow, today: date, *, is_wide: bool) -> Row:
    return Row(
        key_of(row),
        row.account,
        _meta(row, today),
        time="" if row.day is None else short_day(row.day, today),
        tile=row.account,
        pills=_pills(row),
        actions=_actions(row, today),
        wide_time=is_wide,
    )


def _meta(row: ReviewRow, today: date) -> str:
    if row.due is not None:
        return row.why
    at = _clock(row.starts_at)
    parts = (f"{row.kind.value} review", row.period, at, _versions(row, today))
    return " · ".join(each for each in parts if each)


def _versions(row: ReviewRow, today: date) -> str:
    """Say which versions there are of its summary: "summary v3 sent 25 Nov, v4 not sent"."""
    newest = f"v{row.summaries}"
    if row.sent_on is None:
        return f"summary {newest}" if row.summaries else ""
    sent = f"summary v{row.sent} sent {short_day(row.sent_on, today)}"
    return sent if row.sent >= row.summaries else f"{sent}, {newest} not sent"


def _clock(starts_at: datetime | None) -> str:
    return f"{starts_at.astimezone():%H:%M}" if starts_at else ""


def _pills(row: ReviewRow) -> tuple[PillText, ...]:
    if row.due is not None:
        return (PillText(row.due.words, _DUE_TONES.get(row.due.state, Tone.NEUTRAL)),)
    if row.state is None:
        return ()
    if 0 < row.sent < row.summaries:
        return (PillText(f"v{row.summaries} not sent", Tone.WARN),)
    return (PillText(_STATE_WORDS.get(row.state, row.state.value), _STATE_TONES.get(row.state, Tone.NEUTRAL)),)


def _actions(row: ReviewRow, today: date) -> tuple[RowAction, ...]:
    if row.review_id is None:
        return (START, PLAN)
    if row.state in {ReviewState.HELD, ReviewState.SENT, ReviewState.CLOSED}:
        return (SUMMARY,) if row.summaries else ()
    return (CANCEL, MOVE, START_TODAY if row.day is not None and row.day <= today else START)
