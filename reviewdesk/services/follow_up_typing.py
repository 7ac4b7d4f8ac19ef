"""How each field of a follow-up is typed, and what follows from it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.services import typed_values as typed
from reviewdesk.services.called import colleague_called, person_called
from reviewdesk.services.follow_up_days import refuse_before_it_was_said, refuse_past_its_day, see_reminders
from reviewdesk.services.whose_move import first_move, waiting
from reviewdesk.storage.unit_of_work import UnitOfWork

LONGEST_LEAD: Final = 366
_MONTHS: Final = typed.number("The number of months after which it comes again", 1, 120)
_MINUTES: Final = typed.number("What it takes, in minutes,", 1, 10_000)
Typed = Callable[[UnitOfWork, FollowUp, str], FollowUp]


def said_words(what: str) -> str:
    """Give what is to be done, which cannot be nothing."""
    if not what.strip():
        raise RefusedError("Say in a few words what is to be done.")
    return what.strip()


def dated(due: date | None, *, is_promise: bool) -> date | None:
    """Give the date of a follow-up, which a promise must have."""
    if is_promise and due is None:
        raise RefusedError("A promise needs a date. Say by when.")
    return due


def still_open(found: FollowUp) -> FollowUp:
    """Give a follow-up that has not ended."""
    if not found.is_open:
        raise RefusedError("This has ended already. Reopen it first.")
    return found


def checked_leads(leads: tuple[int, ...]) -> tuple[int, ...]:
    """Give how many days before its date somebody is reminded, the longest first and each once."""
    if any(each not in range(LONGEST_LEAD + 1) for each in leads):
        raise RefusedError("A reminder comes on the day or up to a year before it. Choose fewer days.")
    return tuple(sorted(set(leads), reverse=True))


def typed_in(work: UnitOfWork, found: FollowUp, field: str, text: str) -> FollowUp:
    """Put what was typed into one field of a follow-up.

    Raises:
        RefusedError: it cannot be read as what the field holds, or does not fit the others.
    """
    return _FIELDS[field](work, found, text)


def _what(_work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    return replace(found, what=said_words(text))


def _side(work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    side = typed.always_one_of(Side)(text)
    if side is found.side:
        return found
    turned = replace(still_open(found), side=side, person_id=None, colleague_id=None)
    return waiting(work, turned, first_move(work, side, None), None)


def _is_promise(_work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    changed = replace(found, is_promise=typed.yes_or_no(text))
    dated(changed.due, is_promise=changed.is_promise)
    refuse_before_it_was_said(changed)
    return changed


def _who(work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    name = text.strip()
    if found.side is Side.THEIRS:
        return replace(found, person_id=person_called(work, found.account_id, name) if name else None)
    if not name:
        return waiting(work, still_open(found), WaitsOn.ME, None)
    return waiting(work, still_open(found), WaitsOn.COLLEAGUE, colleague_called(work, name).id)


def _waits_on(work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    waits_on = typed.always_one_of(WaitsOn)(text)
    if waits_on is not WaitsOn.COLLEAGUE or found.side is Side.THEIRS:
        return waiting(work, still_open(found), waits_on, None)
    owner = work.colleagues.find(found.colleague_id) if found.colleague_id else None
    if owner is None or owner.is_me:
        raise RefusedError("Type the colleague's name under Who does it; then it waits on them.")
    return waiting(work, still_open(found), waits_on, owner.id)


def _due(work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    today = work.clock.today()
    due = dated(typed.day(text, today), is_promise=found.is_promise)
    if due == found.due:
        return found
    if due is None:
        return replace(still_open(found), due=None)
    if due < today:
        raise RefusedError("That day is past. Choose today or a later day.")
    before = _before_the_move_of(found, today)
    agreed = found.moves[-1].agreed_with if before is not found else ""
    moved = before if due == before.due else still_open(before).moved(due, on=today, agreed_with=agreed)
    refuse_before_it_was_said(moved)
    see_reminders(work, moved)
    return moved


def _before_the_move_of(found: FollowUp, today: date) -> FollowUp:
    """Give it as it was before it was moved today, so that a day that is corrected at once is moved once."""
    last = found.moves[-1] if found.moves else None
    if last is None or last.on != today or last.due != found.due:
        return found
    return replace(found, due=last.was_due, moves=found.moves[:-1])


def _agreed_with(_work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    if not found.moves:
        raise RefusedError("It was not moved. Type its new date first, then who agreed to it.")
    last = found.moves[-1]
    if last.was_late and text.strip():
        raise RefusedError("Its date had passed when it was moved. Only a move agreed before the date counts as kept.")
    return replace(found, moves=(*found.moves[:-1], replace(last, agreed_with=text.strip())))


def _said_on(work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    changed = replace(found, said_on=typed.past_day(text, work.clock.today()))
    refuse_before_it_was_said(changed)
    return changed


def _remind_before(_work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    days = text.replace(",", " ").split()
    if not all(each.isdecimal() for each in days):
        raise RefusedError("Write how many days before its date, like 7, 1, 0; 0 is the day itself.")
    return replace(found, remind_before=checked_leads(tuple(map(int, days))))


def _repeat_months(_work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    months = _MONTHS(text)
    if months and found.due is None:
        raise RefusedError("Say first by when it is to be done; it comes again counted from that day.")
    if months == found.repeat_months:
        return found
    return replace(found, repeat_months=months, repeat_anchor=found.due if months else None, repeat_count=0)


def _snoozed_until(work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    today = work.clock.today()
    until = typed.day(text, today)
    if until is None or until == found.snoozed_until:
        return replace(found, snoozed_until=until)
    if until <= today:
        raise RefusedError("It can be hidden until tomorrow or later. Choose a later day.")
    refuse_past_its_day(still_open(found), until, today)
    see_reminders(work, found)
    return found.snoozed(until)


def _minutes(_work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    return replace(found, minutes=_MINUTES(text))


def _reason(_work: UnitOfWork, found: FollowUp, text: str) -> FollowUp:
    return replace(found, reason=typed.words(text))


_FIELDS: Final[Mapping[str, Typed]] = {
    "what": _what,
    "side": _side,
    "is_promise": _is_promise,
    "who": _who,
    "waits_on": _waits_on,
    "due": _due,
    "agreed_with": _agreed_with,
    "said_on": _said_on,
    "remind_before": _remind_before,
    "repeat_months": _repeat_months,
    "snoozed_until": _snoozed_until,
    "minutes": _minutes,
    "reason": _reason,
}
TYPED: Final = frozenset(_FIELDS)
