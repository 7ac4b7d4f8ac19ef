"""What a person does with colleagues: adds them, says how they are reached and when they work, takes them out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Colleague
from reviewdesk.services import typed_values as typed
from reviewdesk.services.book_settings import country, refuse_no_day, working_week
from reviewdesk.services.myself import named_so
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_MOST_HOURS: Final = 100
_HOURS_OF_DAY: Final = frozenset({"day_starts", "day_ends"})


@dataclass(frozen=True, slots=True)
class Team:
    """All colleagues by name, oneself left out, and the teams there are."""

    colleagues: tuple[Colleague, ...]
    teams: tuple[str, ...]


class ColleagueService:
    """What a person does with colleagues."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def team(self) -> Team:
        """Give the colleagues of this book."""
        with self._store.read() as reading:
            known = sorted(reading.colleagues.all(), key=_by_name)
        others = tuple(each for each in known if not each.is_me)
        return Team(others, tuple(sorted({each.team for each in known if each.team})))

    def add(self, name: str, *, email: str = "", team: str = "") -> Outcome[Colleague]:
        """Add a colleague.

        Raises:
            RefusedError: there is no name, somebody is called so already, or the address is none.
        """
        new = Colleague(name=typed.name(name), email=typed.mail(email), team=typed.words(team))
        with self._store.write("Add colleague") as work:
            _refuse_same(work, new)
            added = work.colleagues.put(new)
        return Outcome(added, work.changes)

    def change(self, colleague_id: UUID, field: str, text: str) -> Outcome[Colleague]:
        """Put what was typed into one field of a colleague; typing on in it is one step of undo.

        Raises:
            RefusedError: it cannot be read as what the field holds; the sentence says how it is written.
        """
        value: Mapping[str, Any] = {field: COLLEAGUE_FIELDS[field](text)}
        with self._store.write("Change colleague", join_key=f"colleague/{colleague_id}/{field}") as work:
            changed = replace(work.colleagues.get(colleague_id), **value)
            if field == "name":
                _refuse_same(work, changed)
            if field in _HOURS_OF_DAY:
                refuse_no_day(changed.day_starts or work.book.day_starts, changed.day_ends or work.book.day_ends)
            put = work.colleagues.put(changed)
        return Outcome(put, work.changes)

    def remove(self, colleague_id: UUID) -> Outcome[None]:
        """Take a colleague out; what names them forgets them, and undo brings all of it back.

        Raises:
            RefusedError: something still waits on them.
        """
        with self._store.write("Remove colleague") as work:
            colleague = work.colleagues.get(colleague_id)
            waiting = sum(each.is_open for each in work.follow_ups.where(colleague_id=colleague_id))
            if waiting:
                what = "1 follow-up waits" if waiting == 1 else f"{waiting} follow-ups wait"
                raise RefusedError(f"{what} on {colleague.name}. Hand on what waits, then remove them.")
            work.colleagues.remove(colleague_id)
        return Outcome(None, work.changes)


def _refuse_same(work: UnitOfWork, colleague: Colleague) -> None:
    same = named_so(work, colleague.name)
    if same is not None and same.id != colleague.id:
        raise RefusedError(f"{same.name} is in the book already. Give this one a name that tells them apart.")


def _week(text: str) -> tuple[int, ...]:
    return working_week(text) if text.strip() else ()


def _hours(text: str) -> Decimal | None:
    hours = typed.amount(text)
    if hours is not None and not 0 < hours <= _MOST_HOURS:
        raise RefusedError("Hours a week are a number above 0 and up to 100, like 38.5. Correct it, or leave it empty.")
    return hours


def _by_name(colleague: Colleague) -> tuple[str, str]:
    return colleague.name.casefold(), colleague.id.hex


COLLEAGUE_FIELDS: Final[Mapping[str, Callable[[str], Any]]] = {
    "name": typed.name,
    "email": typed.mail,
    "phone": typed.phone,
    "role": typed.words,
    "team": typed.words,
    "week": _week,
    "hours_a_week": _hours,
    "holidays": country,
    **dict.fromkeys(_HOURS_OF_DAY, typed.hour),
}
