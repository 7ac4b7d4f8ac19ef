"""What was changed on an account as rows, under the days on which it was changed."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Final

from reviewdesk.desktop.account.fields import (
    CONCERN_DETAILS,
    CONCERN_TAGS,
    CONCERN_TEXTS,
    DETAILS,
    FOLLOW_UP_DETAILS,
    FOLLOW_UP_TEXTS,
    PERSON_DETAILS,
)
from reviewdesk.desktop.account.said import OPPORTUNITY_DETAILS, QUESTION_DETAILS
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.history import Happening

_LONGEST: Final = 90
_BACK: Final = RowAction("back", "Put this value back", "undo-2", "B")
_ICONS: Final = {
    Kind.ACCOUNT: "building-2",
    Kind.PERSON: "user",
    Kind.CONCERN: "message-square-warning",
    Kind.FOLLOW_UP: "list-checks",
    Kind.CUSTOM_VALUE: "tag",
    Kind.AFFECTED: "megaphone",
}
_NOUNS: Final = {
    Kind.ACCOUNT: "The account",
    Kind.PERSON: "Person",
    Kind.CONCERN: "Concern",
    Kind.FOLLOW_UP: "Follow-up",
    Kind.AFFECTED: "Outreach",
}
_MORE: Final = {
    Kind.ACCOUNT: {"owner_id": "Owner", "parent_id": "Part of", "tier": "Tier", "tier_reason": "Why this tier"},
    Kind.PERSON: {"reports_to_id": "Reports to", "known_by_id": "Who of us knows them"},
    Kind.CONCERN: {
        "stage": "Stage", "colleague_id": "Who owns it", "raised_by_id": "Raised by", "links": "Linked with",
    },
    Kind.FOLLOW_UP: {
        "what": "What", "due": "Due", "ending": "Ended", "ended_on": "Ended on", "colleague_id": "Who does it",
        "person_id": "Who of theirs", "waits_on": "Waits on", "is_promise": "Promised", "snoozed_until": "Rests until",
    },
    Kind.AFFECTED: {
        "reach": "How far the outreach came", "why": "Why", "given": "What they were given",
        "override": "Why safety comes before no marketing",
    },
}  # fmt: skip
_DETAILS: Final = {
    Kind.ACCOUNT: [each for _, details in DETAILS for each in details],
    Kind.PERSON: list(PERSON_DETAILS),
    Kind.CONCERN: [*CONCERN_TEXTS, *CONCERN_DETAILS, *CONCERN_TAGS],
    Kind.FOLLOW_UP: [*FOLLOW_UP_TEXTS, *FOLLOW_UP_DETAILS],
    Kind.QUESTION: list(QUESTION_DETAILS),
    Kind.OPPORTUNITY: list(OPPORTUNITY_DETAILS),
}


def label_of(kind: Kind, field: str) -> str:
    """Give what a field is called where it is typed."""
    labels = {each.name: each.label for each in _DETAILS.get(kind, ())} | _MORE.get(kind, {})
    return labels.get(field) or field.replace("_", " ").capitalize()


def sections_of(happenings: Iterable[Happening], today: date) -> list[Section]:
    """Give changes as rows under their days, the newest first."""
    days = groupby(happenings, key=_day)
    return [Section(_day_words(day, today), tuple(_row(each) for each in some)) for day, some in days]


def key_of(happening: Happening) -> tuple[str, str, str]:
    """Give the key of the row of a change."""
    return happening.head, happening.record_id.hex, happening.field


def _row(happening: Happening) -> Row:
    actions = (_BACK,) if happening.can_go_back else ()
    meta = " · ".join(filter(None, (happening.who, happening.step)))
    icon, when = _ICONS[happening.kind], f"{happening.at:%H:%M}"
    return Row(key_of(happening), _words(happening), meta, time=when, icon=icon, actions=actions)


def _words(happening: Happening) -> str:
    """Say what was changed: "Anna Nowak, role: Buyer → Head of purchasing"."""
    whose = _short(happening.record)
    if not happening.field and not happening.own:
        noun = _NOUNS.get(happening.kind, "")
        return f"{noun} {'“' + whose + '” ' if whose else ''}was {happening.new}"
    label = happening.own or label_of(happening.kind, happening.field)
    before, after = _short(happening.old) or "nothing", _short(happening.new) or "nothing"
    return f"{f'{whose}, ' if whose else ''}{label}: {before} → {after}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _day(happening: Happening) -> date:
    return happening.at.date()


def _day_words(day: date, today: date) -> str:
    return "Today" if day == today else short_day(day, today)
