"""The Monday page as rows, each of which leads to its account or to the record it speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.our_side import Changed, ChangeKind, MondayPage, Promised

_ICONS: Final = {
    ChangeKind.LOST: "log-out",
    ChangeKind.HEALTH: "heart-pulse",
    ChangeKind.CONCERN: "message-square-warning",
    ChangeKind.REVIEW: "calendar-check",
}
_ENDED: Final = {Ending.KEPT: Tone.GOOD, Ending.KEPT_LATE: Tone.WARN, Ending.BROKEN: Tone.BAD}


@dataclass(frozen=True, slots=True)
class MondayKey:
    """Where a row leads: its account, on it a concern, or a review; `at` tells rows of one account apart."""

    account_id: UUID
    at: str
    concern_id: UUID | None = None
    review_id: UUID | None = None


def sections_of(page: MondayPage) -> list[Section]:
    """Give the parts that hold something, each with its rows."""
    return [Section(title, rows, f"{len(rows):,}") for title, rows in _parts(page) if rows]


def status_of(page: MondayPage) -> str:
    """Say which days the page speaks of, and for whom it is."""
    return f"{short_day(page.since, page.today)} to {short_day(page.until, page.today)} · for our side only"


def _parts(page: MondayPage) -> Iterator[tuple[str, tuple[Row, ...]]]:
    yield "What changed", tuple(_changed(page, at, each) for at, each in enumerate(page.changed))
    yield (
        "At risk, and why",
        tuple(
            Row(
                MondayKey(each.account_id, "risk"),
                each.account,
                " · ".join(each.reasons),
                tile=each.account,
                pills=(PillText(f"{each.health} At risk", Tone.BAD),),
            )
            for each in page.at_risk
        ),
    )
    yield "What we promised", tuple(_promised(page, each) for each in page.promised)
    yield "Promises that ended", tuple(_promised(page, each) for each in page.ended)
    yield (
        "This week",
        tuple(
            Row(MondayKey(each.account_id, "ahead"), each.account, each.words, icon="calendar-clock")
            for each in page.ahead
        ),
    )
    yield "Gone quiet", tuple(
        Row(
            MondayKey(each.account_id, "silent"), each.account, f"{counted_days(each.days)} without contact",
            icon="ear-off",
        )
        for each in page.silent
    )  # fmt: skip


def _changed(page: MondayPage, at: int, changed: Changed) -> Row:
    key = MondayKey(
        changed.account_id,
        f"{changed.kind} {at}",
        concern_id=changed.record_id if changed.kind is ChangeKind.CONCERN else None,
        review_id=changed.record_id if changed.kind is ChangeKind.REVIEW else None,
    )
    day = short_day(changed.on, page.today) if changed.on else ""
    return Row(key, changed.words, " · ".join(filter(None, (changed.account, day))), icon=_ICONS[changed.kind])


def _promised(page: MondayPage, promised: Promised) -> Row:
    due = f"by {short_day(promised.due, page.today)}" if promised.due else ""
    return Row(
        MondayKey(promised.account_id, f"promise {promised.id}"),
        promised.what,
        " · ".join(filter(None, (promised.account, promised.owner, due))),
        icon="handshake",
        pills=_pills(page, promised),
    )


def _pills(page: MondayPage, promised: Promised) -> tuple[PillText, ...]:
    if promised.ending:
        return (PillText(promised.ending, _ENDED[Ending(promised.ending)]),)
    if promised.is_late and promised.due:
        return (PillText(f"{counted_days((page.today - promised.due).days)} over", Tone.BAD),)
    return ()
