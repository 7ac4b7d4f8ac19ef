"""What a person does with the history of an account: looks at who changed what, and puts a value back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Ask
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.custom_values import shown_value
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.history import Told, records_of, told_of
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

MOST: Final = 2000
ADDED: Final = "added"
REMOVED: Final = "removed"
HIDDEN: Final = frozenset(
    (
        "version", "account_id", "added_on", "gut_feeling_on", "stage_since", "line_id", "review_id", "concern_id",
        "withdrawn", "moves", "came", "raised_at", "repeat_anchor", "repeat_count", "field_id",
    )
)  # fmt: skip
_OF_AN_OUTREACH: Final = frozenset({"", "reach", "why", "given", "override"})  # the rest is how, not what
_ONE_WAY: Final = frozenset({"links"})  # what stands on another record too
_GOES_WITH: Final[Mapping[str, tuple[str, ...]]] = {
    "tier": ("tier_reason",),
    "gut_feeling": ("gut_feeling_on", "gut_feeling_note"),
    "stage": ("stage_since", "told_on", "came"),
    "ending": ("ended_on",),
    "website": ("domain",),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One change as it is told: what of which record, from what to what, when, by whom, in which step.

    `field` is empty where the record itself came or went, and `new` then says whether it was added or removed. `own` is
    the name of a field of the person's own. `can_go_back` says that another value stands there now than before it.
    """

    kind: Kind
    record_id: UUID
    record: str
    field: str
    old: str
    new: str
    at: datetime
    who: str
    step: str
    head: str
    own: str = ""
    can_go_back: bool = False


class HistoryService:
    """Tells what was changed on an account, and puts values back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_account(self, account_id: UUID) -> tuple[Happening, ...]:
        """Give what was changed on an account and all that is its own, the newest first."""
        with self._store.read() as reading:
            reading.accounts.get(account_id)
            told = told_of(reading.connection, records_of(reading.connection, account_id), MOST)
            return tuple(_happenings(reading, told))

    def put_back(self, happening: Happening) -> Outcome[None]:
        """Put the value back that stood in a field before a change; this is a step like any other.

        Raises:
            RefusedError: there is no such change, or the record has gone.
        """
        with self._store.write("Put a value back") as work:
            told = [
                each
                for each in told_of(work.connection, [happening.record_id.hex], MOST)
                if each.head == happening.head and not each.whole
            ]
            names = (happening.field, *_GOES_WITH.get(happening.field, ()))
            before = {each.field: each.old for each in told if each.field in names}
            if happening.field not in before:
                raise RefusedError("This change is too long ago to be put back from here. Type the value instead.")
            _put(work, happening, before)
        return Outcome(None, work.changes)


def _put(work: UnitOfWork, happening: Happening, before: Mapping[str, Any]) -> None:
    repository: Any = {
        Kind.ACCOUNT: work.accounts,
        Kind.PERSON: work.people,
        Kind.CONCERN: work.concerns,
        Kind.FOLLOW_UP: work.follow_ups,
        Kind.CUSTOM_VALUE: work.custom_values,
    }[happening.kind]
    repository.put(replace(repository.get(happening.record_id), **before))


def _happenings(reading: Reading, told: Iterable[Told]) -> Iterable[Happening]:
    names = _Names(reading)
    now: dict[tuple[UUID, str], str] = {}
    for each in told:
        if each.field in HIDDEN or (each.kind is Kind.CUSTOM_VALUE and each.whole and each.new is None):
            continue
        if each.kind is Kind.AFFECTED and each.field not in _OF_AN_OUTREACH:
            continue
        record, own = names.of(each)
        old, new = (names.words(each, value) for value in (each.old, each.new))
        stands = now.setdefault((each.record_id, each.field), new)
        yield Happening(
            each.kind, each.record_id, record, each.field, old, new, each.at.astimezone(), names.who(each.who),
            f"Undo: {each.label}" if each.undoes else each.label, each.head, own,
            old != stands and not each.whole and each.field not in _ONE_WAY and each.kind is not Kind.AFFECTED,
        )  # fmt: skip


class _Names:
    """The names of what records and their fields refer to, each looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[UUID, str] = {}
        self._fields = {each.id: each for each in reading.custom_fields.all()}

    def who(self, who: str) -> str:
        return "you" if who == "me" else who

    def of(self, told: Told) -> tuple[str, str]:
        """Give what a record is called, and the name of the person's own field it is a value of."""
        if told.kind is Kind.CUSTOM_VALUE:
            value = self._reading.custom_values.find(told.record_id)
            field = self._fields.get(value.field_id) if value else None
            person = self.named(value.person_id) if value and value.person_id else ""
            return person, field.name if field else "A field of your own"
        return ("" if told.kind is Kind.ACCOUNT else self.named(told.record_id)), ""

    def named(self, id: UUID) -> str:
        """Give the name or the words of a record, wherever it lives."""
        if id not in self._known:
            self._known[id] = self._look_up(id)
        return self._known[id]

    def _look_up(self, id: UUID) -> str:
        reading = self._reading
        for found in (reading.people.find(id), reading.colleagues.find(id), reading.accounts.find(id)):
            if found is not None:
                return found.name
        shared = reading.affected.find(id)
        if shared is not None:
            problem = reading.shared_problems.find(shared.problem_id)
            return problem.name if problem else "an outreach"
        concern, step = reading.concerns.find(id), reading.follow_ups.find(id)
        return concern.words if concern else step.what if step else "somebody"

    def words(self, told: Told, value: Any) -> str:  # noqa: ANN401 - a field may hold anything
        """Write a value of a field as a person reads it."""
        if told.kind is Kind.CUSTOM_VALUE:
            kept = self._reading.custom_values.find(told.record_id)
            stored = value.get("value", "") if isinstance(value, dict) else value or ""
            return (
                shown_value(self._fields[kept.field_id], stored) if kept and kept.field_id in self._fields else stored
            )
        if told.whole:
            return REMOVED if value is None else ADDED
        if isinstance(value, UUID):
            return self.named(value)
        if told.field == "links":
            return "; ".join(f"{each.kind.value}: {self.named(each.concern_id)}" for each in value or ())
        if told.field == "logo" and value:
            return f"picture {value[:6]}"
        return _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401 - as above
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return short_day(value, date.min)
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    if isinstance(value, Ask):
        return f"{value.what} by {short_day(value.due, date.min)}" if value.due else value.what
    return f"{value:f}" if isinstance(value, Decimal) else _hour(value) if isinstance(value, time) else str(value)


def _hour(value: time) -> str:
    return f"{value.hour}:{value.minute:02}"
