"""What a person does with processes that are good for us and bad for customers: notes, weighs and decides them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.friction import Decision, Friction
from reviewdesk.domain.friction_things import sounds_like
from reviewdesk.domain.text import fold
from reviewdesk.services import typed_values as typed
from reviewdesk.services.concern_links import SHOWN, LinkedConcern, concerns_holding
from reviewdesk.services.friction_reading import hurt_most, shown_frictions
from reviewdesk.services.friction_steps import decide_step, follow_step
from reviewdesk.services.friction_values import Frictions
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_TEXTS: Final = frozenset({"process", "suits_us", "hurts", "owner", "why", "due"})
_FOLLOWED: Final = frozenset({"process", "owner", "due"})


class FrictionService:
    """Notes, weighs and decides processes that hurt customers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> Frictions:
        """Give all of them with whom each hurts."""
        with self._store.read() as reading:
            return shown_frictions(reading)

    def of_concern(self, concern_id: UUID) -> tuple[Friction, ...]:
        """Give the processes that a concern belongs to, by their names."""
        with self._store.read() as reading:
            concern = reading.concerns.find(concern_id)
            every = reading.frictions.all() if concern is not None else ()
            return tuple(sorted((each for each in every if concern and each.hurts_in(concern)), key=_by_name))

    def find(self, friction_id: UUID, words: str) -> tuple[LinkedConcern, ...]:
        """Give concerns to link with a process: those whose words, account or summary hold all of these words.

        Those that sound like it are given first.
        """
        with self._store.read() as reading:
            friction = reading.frictions.get(friction_id)
            known = [each for each in reading.concerns.all() if not friction.hurts_in(each)]
            like = [each for each in known if sounds_like(friction, each)]
            found = (*concerns_holding(reading, like, words), *concerns_holding(reading, known, words))
            return tuple({each.concern.id: each for each in found}.values())[:SHOWN]

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

        A day makes a follow-up of it, for the owner, as soon as an account is known that it hurts.

        Raises:
            RefusedError: the process would have no name, or the day cannot be read.
        """
        if name not in _TEXTS:
            raise RefusedError("Decide it with one of the three buttons.")
        with self._store.write("Change a process", join_key=f"friction/{friction_id}/{name}") as work:
            known = work.frictions.get(friction_id)
            value: Mapping[str, Any] = {name: _read(name, text, work)}
            changed = work.frictions.put(replace(known, **value))
            if name in _FOLLOWED:
                follow_step(work, changed, hurt_most(work, changed), is_new_day=changed.due != known.due)
        return Outcome(changed, work.changes)

    def decide(self, friction_id: UUID, decision: Decision | None, why: str = "") -> Outcome[Friction]:
        """Decide what becomes of it, or take the decision back; its follow-up says from then on what is to be done.

        Raises:
            RefusedError: it is kept without a reason.
        """
        with self._store.write("Decide a process" if decision else "Take a decision back") as work:
            known = work.frictions.get(friction_id)
            decided = known.decided(decision, work.clock.today(), why) if decision else known.reopened()
            if decision is not None and known.decision is None:
                decide_step(work, known)
            decided = work.frictions.put(decided)
            follow_step(work, decided, hurt_most(work, decided), is_decided=True)
        return Outcome(decided, work.changes)

    def link(self, friction_id: UUID, concern_id: UUID) -> Outcome[Friction]:
        """Link a concern with a process."""
        return self._put("Link a concern with a process", friction_id, concern_id, Friction.linked_with)

    def unlink(self, friction_id: UUID, concern_id: UUID) -> Outcome[Friction]:
        """Say that a concern does not belong to a process; one that names it is left out from then on."""
        return self._put("Unlink a concern from a process", friction_id, concern_id, Friction.without)

    def remove(self, friction_id: UUID) -> Outcome[None]:
        """Take one out with its open follow-up; undo brings both back."""
        with self._store.write("Remove a process") as work:
            known = work.frictions.get(friction_id)
            follow_step(work, replace(known, due=None), None)
            work.frictions.remove(friction_id)
        return Outcome(None, work.changes)

    def _put(self, label: str, friction_id: UUID, concern_id: UUID, how: Callable[..., Friction]) -> Outcome[Friction]:
        with self._store.write(label) as work:
            concern = work.concerns.get(concern_id)
            changed = work.frictions.put(how(work.frictions.get(friction_id), concern))
            follow_step(work, changed, hurt_most(work, changed))
        return Outcome(changed, work.changes)


def _read(name: str, text: str, work: UnitOfWork) -> Any:  # noqa: ANN401 - a text or a day
    if name == "due":
        return typed.day(text, work.clock.today())
    return typed.name(text) if name == "process" else text.rstrip()


def _by_name(friction: Friction) -> str:
    return friction.process.casefold()
