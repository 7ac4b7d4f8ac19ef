"""What a person does with switches: notes that a line of business went to a rival or came from one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.switch import Direction, Switch
from reviewdesk.services import typed_values as typed
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.warning_signs import after_naming
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_MINUS: Final = "-\u2212"
_MOST: Final = 1000
_SAYS_WHO_AND_WHEN: Final = frozenset({"direction", "switched_on", "rival"})


class SwitchService:
    """What a person does with switches."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_account(self, account_id: UUID) -> tuple[Switch, ...]:
        """Give the switches of an account, the newest first."""
        with self._store.read() as reading:
            return _of(reading, account_id)

    def add(
        self, account_id: UUID, direction: Direction, *, on: str = "", rival: str = "", line: str = ""
    ) -> Outcome[Switch]:
        """Note a switch, today where no day is typed.

        Raises:
            RefusedError: there is neither a rival nor a line, or the day has not come yet.
        """
        if not rival.strip() and not line.strip():
            raise RefusedError("Say which rival it was, or which line of business went or came.")
        today = self._store.clock.today()
        switched_on = typed.past_day(on, today) or today
        with self._store.write("Note switch") as work:
            work.accounts.get(account_id)
            switch = Switch(
                account_id=account_id, direction=direction, switched_on=switched_on, rival=typed.words(rival),
                line=typed.words(line),
            )  # fmt: skip
            switch = work.switches.put(switch)
            _warn_of_rival(work, switch)
        return Outcome(switch, work.changes)

    def change(self, switch_id: UUID, name: str, text: str) -> Outcome[Switch]:
        """Put what was typed into one field of a switch; typing on in it is one step of undo.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        value: Mapping[str, Any] = {name: _read(name, text, self._store.clock.today())}
        with self._store.write("Change switch", join_key=f"switch/{switch_id}/{name}") as work:
            switch = work.switches.put(replace(work.switches.get(switch_id), **value))
            if name in _SAYS_WHO_AND_WHEN:
                _warn_of_rival(work, switch)
        return Outcome(switch, work.changes)

    def remove(self, switch_id: UUID) -> Outcome[None]:
        """Take a switch out; undo brings it back."""
        with self._store.write("Remove switch") as work:
            work.switches.remove(switch_id)
        return Outcome(None, work.changes)


def _warn_of_rival(work: UnitOfWork, switch: Switch) -> None:
    if switch.direction is Direction.TO_RIVAL and switch.rival:
        after_naming(work, switch.account_id, work.clock.today())


def _of(reading: Reading, account_id: UUID) -> tuple[Switch, ...]:
    return tuple(sorted(reading.switches.where(account_id=account_id), key=_day, reverse=True))


def _day(switch: Switch) -> tuple[date, str]:
    return switch.switched_on, switch.id.hex


def _read(name: str, text: str, today: date) -> Any:  # noqa: ANN401 - each field holds something else
    if name == "direction":
        return typed.always_one_of(Direction)(text)
    if name == "switched_on":
        found = typed.past_day(text, today)
        if found is None:
            raise RefusedError("A switch has a day. Type it, like 3 Mar 2026 or last week.")
        return found
    return _difference(text) if name == "price_difference" else typed.words(text)


def _difference(text: str) -> Decimal | None:
    """Read a difference in per cent, which may be below zero."""
    tidy = text.strip().rstrip("% ").lstrip("+")
    is_below = tidy[:1] in _MINUS and bool(tidy)
    try:
        found = typed.amount(tidy[1:] if is_below else tidy)
    except RefusedError as error:
        raise _no_difference(text) from error
    if found is None and not is_below:
        return None
    if found is None or not 0 <= found <= _MOST:
        raise _no_difference(text)
    return -found if is_below and found else found


def _no_difference(text: str) -> RefusedError:
    return RefusedError(f"“{text.strip()}” is no difference in per cent. Write -12 where the rival is 12 % cheaper.")
