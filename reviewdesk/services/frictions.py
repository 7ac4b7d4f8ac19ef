"""What a person does with processes that are good for us and bad for customers: notes, weighs and decides them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.friction import Decision, Friction
from reviewdesk.domain.text import fold
from reviewdesk.services import typed_values as typed
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.accounts import standings_on_the_day
from reviewdesk.storage.store import Store

_TEXTS: Final = frozenset({"process", "suits_us", "hurts", "owner", "why"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFriction:
    """One process with whom it hurts as the book knows it: the accounts whose concerns name it, and their revenue."""

    friction: Friction
    concerns: int
    account_ids: tuple[UUID, ...]
    revenue: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Frictions:
    """All of them, the undecided first and of those the ones that hurt most revenue; `named` are processes to note."""

    today: date
    currency: str
    shown: tuple[ShownFriction, ...]
    named: tuple[str, ...] = ()


class FrictionService:
    """Notes, weighs and decides processes that hurt customers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> Frictions:
        """Give all of them with whom each hurts."""
        with self._store.read() as reading:
            concerns = [each for each in reading.concerns.where(withdrawn=False) if each.processes]
            found = reading.frictions.all()
            ids = {each.account_id for each in concerns}
            standings = standings_on_the_day(reading, list(ids)) if ids else {}
            revenues = {id: each.revenue or Decimal(0) for id, each in standings.items() if each.window_end}
            shown = [_shown(each, concerns, revenues) for each in found]
            noted = {fold(each.process) for each in found}
            named = {fold(name): name for each in concerns for name in each.processes if fold(name) not in noted}
            return Frictions(
                today=reading.clock.today(), currency=reading.book.base_currency,
                shown=tuple(sorted(shown, key=_worst_first)), named=tuple(sorted(named.values(), key=str.casefold)),
            )  # fmt: skip

    def add(self, process: str) -> Outcome[Friction]:
        """Note a process; one that is noted already is given.

        Raises:
            RefusedError: it has no name.
        """
        name = typed.name(process)
        with self._store.write("Note a process") as work:
            known = next((each for each in work.frictions.all() if fold(each.process) == fold(name)), None)
            noted = known or work.frictions.put(Friction(process=name, noted_on=work.clock.today()))
        return Outcome(noted, work.changes)

    def change(self, friction_id: UUID, name: str, text: str) -> Outcome[Friction]:
        """Put what was typed into one field; typing on in it is one step of undo.

        Raises:
            RefusedError: the process would have no name.
        """
        if name not in _TEXTS:
            raise RefusedError("Decide it with one of the three buttons.")
        value: Mapping[str, Any] = {name: typed.name(text) if name == "process" else text.rstrip()}
        with self._store.write("Change a process", join_key=f"friction/{friction_id}/{name}") as work:
            changed = work.frictions.put(replace(work.frictions.get(friction_id), **value))
        return Outcome(changed, work.changes)

    def decide(self, friction_id: UUID, decision: Decision | None, why: str = "") -> Outcome[Friction]:
        """Decide what becomes of it, or take the decision back.

        Raises:
            RefusedError: it is kept without a reason.
        """
        with self._store.write("Decide a process" if decision else "Take a decision back") as work:
            known = work.frictions.get(friction_id)
            decided = known.decided(decision, work.clock.today(), why) if decision else known.reopened()
            decided = work.frictions.put(decided)
        return Outcome(decided, work.changes)

    def remove(self, friction_id: UUID) -> Outcome[None]:
        """Take one out; undo brings it back."""
        with self._store.write("Remove a process") as work:
            work.frictions.remove(friction_id)
        return Outcome(None, work.changes)


def _shown(one: Friction, concerns: list[Concern], revenues: dict[UUID, Decimal]) -> ShownFriction:
    name = fold(one.process)
    mine = [each for each in concerns if name in map(fold, each.processes)]
    ids = tuple(dict.fromkeys(each.account_id for each in mine))
    revenue = sum((revenues.get(each, Decimal(0)) for each in ids), Decimal(0))
    return ShownFriction(friction=one, concerns=len(mine), account_ids=ids, revenue=revenue)


def _worst_first(one: ShownFriction) -> tuple[bool, Decimal, int, str]:
    return one.friction.decision is not None, -one.revenue, -len(one.account_ids), one.friction.process.casefold()
