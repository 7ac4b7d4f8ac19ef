"""Reads the form of a hand-off pack that came back, and says whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewdesk.domain.errors import NotAFormError, RefusedError
from reviewdesk.domain.hand_off_form import ACCEPTED, RETURNED, FormSaid
from reviewdesk.domain.handing_off import HandOff, State
from reviewdesk.services import typed_values as typed
from reviewdesk.services.file_content import content_of
from reviewdesk.services.hand_off_steps import going_along
from reviewdesk.services.hand_off_values import FormBack

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store


def form_back(store: Store, path: Path) -> FormBack:
    """Read the form of a pack that came back; the book is not changed.

    Raises:
        NotAFormError: it is another file.
        RefusedError: it is of another book, of an earlier round, was answered already, or nothing is ticked.
    """
    from reviewdesk.exchange.feedback_forms import LARGEST, read_hand_off_form

    content = content_of(path, LARGEST)
    said = read_hand_off_form(content)
    if said is None:
        raise NotAFormError(f"“{path.name}” is no form of a hand-off. Keep it as a file of its account instead.")
    with store.read() as reading:
        found = _answered_by(reading, said, path.name)
        accepts = said.answer == ACCEPTED
        return FormBack(
            hand_off_id=found.id, account=reading.accounts.get(found.account_id).name, accepts=accepts,
            who=said.who or found.to, on=_day_of(said.on, reading.clock.today()), words=said.gaps, name=path.name,
            content=content, today=reading.clock.today(),
            along=going_along(reading, found) if accepts else (),
        )  # fmt: skip


def _answered_by(reading: Reading, said: FormSaid, name: str) -> HandOff:
    found = next((each for each in reading.hand_offs.all() if _is_of(each, said.round)), None)
    if found is None:
        raise RefusedError(f"“{name}” belongs to no hand-off of this book. Open the book it came from.")
    account = reading.accounts.get(found.account_id).name
    if found.state in {State.ACCEPTED, State.WITHDRAWN, State.DRAFTING}:
        raise RefusedError(f"The hand-off of {account} is {found.state.value}: “{name}” changes nothing now.")
    if found.state is not State.HANDED_OVER or found.rounds[-1].id.hex != said.round:
        raise RefusedError(f"“{name}” answers an earlier version of the pack. Send {found.to} the newest one.")
    if said.answer not in (ACCEPTED, RETURNED):
        raise RefusedError(f"Nothing is ticked in “{name}”. Ask {found.to} to accept or return it.")
    return found


def _is_of(hand_off: HandOff, form: str) -> bool:
    return form == hand_off.id.hex or any(each.id.hex == form for each in hand_off.rounds)


def _day_of(words: str, today: date) -> date:
    """Read the day somebody wrote into the form; one that cannot be read, or has not come, is today."""
    try:
        return typed.past_day(words, today) or today
    except RefusedError:
        return today
