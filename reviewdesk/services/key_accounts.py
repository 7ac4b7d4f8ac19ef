"""What a person is told of key accounts unasked: which have no next step, and a reason to get in touch with each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.reasons import is_forced, reason_of_week
from reviewdesk.storage.lists import key_accounts as lists
from reviewdesk.storage.lists.today import whom_to_call
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


class NoteKind(StrEnum):
    """What is told of an account."""

    NO_NEXT_STEP = "without a next step"
    REASON = "a reason to get in touch"
    FORCED = "worth a thought"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNote:
    """One thing to tell of one account, with whom to call."""

    kind: NoteKind
    account_id: UUID
    account: str
    words: str
    person: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class KeyPage:
    """What is told of key accounts on a day."""

    today: date
    notes: tuple[KeyNote, ...]


class KeyAccountService:
    """Says what nobody asked for and everybody would like to know of key accounts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def notes(self) -> KeyPage:
        """Give what is told today.

        A reason is there once a week and goes once they were spoken with since Monday; an A account without anything
        ahead is named until it has a next step.
        """
        with self._store.read() as reading:
            return KeyPage(reading.clock.today(), tuple(_notes(reading)))


def _notes(reading: Reading) -> Iterator[KeyNote]:
    today = reading.clock.today()
    monday = today - timedelta(days=today.weekday())
    key = lists.key_accounts(reading.connection, today)
    ids = [each.id for each in key]
    for each in key:
        if not each.has_next:
            yield KeyNote(
                kind=NoteKind.NO_NEXT_STEP, account_id=each.id, account=each.name, words="Nothing lies ahead with them"
            )
    goals, concerns = lists.goals_met(reading.connection, ids), _concerns(reading, ids)
    call = whom_to_call(reading.connection, ids)
    for each in key:
        words = reason_of_week(today, each.customer_since, goals[each.id], concerns[each.id])
        if words and (each.last_contact is None or each.last_contact < monday):
            whom = call[each.id]
            yield KeyNote(
                kind=NoteKind.REASON, account_id=each.id, account=each.name, words=words, person=whom.person,
                phone=whom.phone, email=whom.email,
            )  # fmt: skip
    for account_id, (name, felt) in lists.feelings(reading.connection).items():
        if is_forced(felt):
            words = "The last three meetings felt forced. Change who comes, where, or what you talk about."
            yield KeyNote(kind=NoteKind.FORCED, account_id=account_id, account=name, words=words)


def _concerns(reading: Reading, ids: list[UUID]) -> dict[UUID, list[Concern]]:
    found: dict[UUID, list[Concern]] = defaultdict(list)
    for each in reading.concerns.where(account_id=ids):
        found[each.account_id].append(each)
    return found
