"""The concerns of one account as rows: how grave each is, how far it has come, and what it waits for."""

from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.concern import SEVERITIES, Concern, Stage
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.account_values import AccountBrief

_GRAVE: Final = 3
_MARKS: Final = '“”"'
_CONFIRM: Final = RowAction("confirm", "Confirmed by them", "circle-check", "C", ActionShape.BUTTON)
_LEAD: Final = RowAction("open", "Open the concern", "chevron-right")
_OPEN: Final = RowAction("open", "Open", "chevron-down")
_SHUT: Final = RowAction("open", "Close", "chevron-up")


def leading_rows(brief: AccountBrief, most: int) -> tuple[Row, ...]:
    """Give the gravest open concerns, each leading to where it is brought further."""
    return tuple(_row(each, brief, _LEAD) for each in brief.open_concerns[:most])


def concerns_of(brief: AccountBrief, opened: UUID | None = None) -> tuple[Section, ...]:
    """Give all concerns: the open ones with the gravest first, then those closed, the latest first."""
    closed = sorted((each for each in brief.concerns if not each.is_open), key=_closed_on, reverse=True)
    found = (("Open", brief.open_concerns), ("Closed", tuple(closed)))
    return tuple(
        Section(title, tuple(_row(each, brief, _SHUT if each.id == opened else _OPEN) for each in some), f"{len(some)}")
        for title, some in found
        if some
    )


def _stand(concern: Concern, brief: AccountBrief) -> str:
    """Say how far a concern has come and what it waits for."""
    since = f" {short_day(concern.stage_since, brief.today)}" if concern.stage_since else ""
    came = {
        Stage.REPORTED: "",
        Stage.FIXED: f"fixed{since}, ask them whether it is",
        Stage.CONFIRMED: f"confirmed{since}",
        Stage.WITHDRAWN: f"withdrawn{since}",
    }.get(concern.stage, concern.stage.value)
    raised = f"raised {short_day(concern.raised_on, brief.today)}"
    return " · ".join(each for each in (raised, came, _waits(concern, brief)) if each)


def _row(concern: Concern, brief: AccountBrief, way: RowAction) -> Row:
    tone = Tone.BAD if concern.severity >= _GRAVE else Tone.WARN
    pill = PillText(f"severity {concern.severity}", tone) if concern.is_open else _end(concern)
    confirm = (_CONFIRM,) if concern.stage is Stage.FIXED else ()
    return Row(
        concern.id,
        f"“{concern.words.strip(_MARKS)}”",
        f"{SEVERITIES[concern.severity]} · {_stand(concern, brief)}",
        pills=(pill,),
        actions=(*confirm, way),
        done=not concern.is_open,
    )


def _end(concern: Concern) -> PillText:
    if concern.stage is Stage.CONFIRMED:
        return PillText("confirmed by them", Tone.GOOD)
    return PillText(concern.stage.value)


def _waits(concern: Concern, brief: AccountBrief) -> str:
    clock = brief.clocks.get(concern.id)
    owner = _owner(concern, brief)
    if clock is None:
        return owner
    hour = f" {clock.at:%H:%M}" if clock.at else ""
    by = f"{', was due' if clock.due < brief.today else ' by'} {short_day(clock.due, brief.today)}{hour}"
    whose = f"{owner} to " if owner else ""
    return f"{whose}{clock.what}{by}"


def _owner(concern: Concern, brief: AccountBrief) -> str:
    named = next((each.name for each in brief.colleagues if each.id == concern.colleague_id), "")
    return named or concern.team


def _closed_on(concern: Concern) -> tuple[date, str]:
    return concern.stage_since or concern.raised_on, concern.id.hex
