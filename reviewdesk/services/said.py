"""What a person does with what was said: answers a question, says how an opportunity ended, corrects a contact."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.said import Channel, Contact, Opportunity, Question
from reviewdesk.services import typed_values as typed
from reviewdesk.services.called import colleague_called, person_called
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_ENDS: Final[Mapping[str, bool | None]] = {"": None, "open": None, "won": True, "lost": False}


class SaidService:
    """Questions, opportunities and contacts made, of one book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def change_question(self, question_id: UUID, field: str, text: str) -> Outcome[Question]:
        """Put what was typed into one field of a question; typing on in it is one step of undo.

        A question that gets an answer was answered today, unless a day is typed; without one it is open again.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        today = self._store.clock.today()
        with self._store.write("Change question", join_key=f"question/{question_id}/{field}") as work:
            put = work.questions.put(_question(work.questions.get(question_id), field, text, today))
        return Outcome(put, work.changes)

    def change_opportunity(self, opportunity_id: UUID, field: str, text: str) -> Outcome[Opportunity]:
        """Put what was typed into one field of an opportunity; typing on in it is one step of undo.

        One that is won or lost ended today, unless a day is typed.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        today = self._store.clock.today()
        with self._store.write("Change opportunity", join_key=f"opportunity/{opportunity_id}/{field}") as work:
            put = work.opportunities.put(_opportunity(work.opportunities.get(opportunity_id), field, text, today))
        return Outcome(put, work.changes)

    def add_opportunity(self, account_id: UUID, what: str) -> Outcome[Opportunity]:
        """Note what they might buy, noted today.

        Raises:
            RefusedError: there are no words.
        """
        if not what.strip():
            raise RefusedError("Write what they might buy.")
        with self._store.write("Add opportunity") as work:
            work.accounts.get(account_id)
            noted = Opportunity(account_id=account_id, what=what.strip(), noted_on=self._store.clock.today())
            put = work.opportunities.put(noted)
        return Outcome(put, work.changes)

    def change_contact(self, contact_id: UUID, field: str, text: str) -> Outcome[Contact]:
        """Put what was typed into one field of a contact made; with whom, and who of us, is typed by name.

        Raises:
            RefusedError: it cannot be read as what the field holds, or nobody is called so.
        """
        today = self._store.clock.today()
        with self._store.write("Change contact", join_key=f"contact/{contact_id}/{field}") as work:
            put = work.contacts.put(_contact(work, work.contacts.get(contact_id), field, text, today))
        return Outcome(put, work.changes)

    def remove_contact(self, contact_id: UUID) -> Outcome[None]:
        """Take a contact out that was not made; undo brings it back.

        Raises:
            RefusedError: it is a review that was held.
        """
        with self._store.write("Remove contact") as work:
            _refuse_review(work.contacts.get(contact_id))
            work.contacts.remove(contact_id)
        return Outcome(None, work.changes)


def _refuse_review(found: Contact) -> None:
    if found.review_id is not None:
        raise RefusedError("This is the review that was held on that day. Open the review to change it.")


def _contact(work: UnitOfWork, found: Contact, field: str, text: str, today: date) -> Contact:
    if field in ("made_on", "channel"):
        _refuse_review(found)
    if field == "person":
        return replace(found, person_id=person_called(work, found.account_id, text) if text.strip() else None)
    if field == "colleague":
        return replace(found, colleague_id=colleague_called(work, text).id if text.strip() else None)
    value: Mapping[str, Any] = {field: CONTACT_FIELDS[field](text, today)}
    return replace(found, **value)


def _question(found: Question, field: str, text: str, today: date) -> Question:
    value: Mapping[str, Any] = {field: QUESTION_FIELDS[field](text, today)}
    changed = replace(found, **value)
    if field == "answer":
        changed = replace(changed, answered_on=(found.answered_on or today) if changed.answer else None)
    if changed.answered_on is not None and changed.answered_on < changed.asked_on:
        raise RefusedError("It was answered before it was asked. Correct one of the two days.")
    return changed


def _opportunity(found: Opportunity, field: str, text: str, today: date) -> Opportunity:
    value: Mapping[str, Any] = {field: OPPORTUNITY_FIELDS[field](text, today)}
    changed = replace(found, **value)
    if field == "won":
        changed = replace(changed, ended_on=None if changed.won is None else found.ended_on or today)
    if field == "ended_on" and changed.won is None and changed.ended_on is not None:
        raise RefusedError("Say first whether it was won or lost, then on which day.")
    return changed


def _needed(text: str, _today: date) -> str:
    if not text.strip():
        raise RefusedError("This cannot be empty. Type a few words, or take back with Ctrl+Z.")
    return text.strip()


def _words(text: str, _today: date) -> str:
    return text.strip()


def _day(text: str, today: date) -> date:
    found = typed.past_day(text, today)
    if found is None:
        raise RefusedError("Say on which day it was, like 3 Nov or last week.")
    return found


def _won(text: str, _today: date) -> bool | None:
    if text.strip() not in _ENDS:
        raise RefusedError("An opportunity is open, won or lost. Choose one of them.")
    return _ENDS[text.strip()]


def _channel(text: str, _today: date) -> Channel:
    return Channel(text)


Read = Callable[[str, date], Any]
CONTACT_FIELDS: Final[Mapping[str, Read]] = {"words": _words, "made_on": _day, "channel": _channel}
QUESTION_FIELDS: Final[Mapping[str, Read]] = {
    "words": _needed,
    "asked_on": _day,
    "answer": _words,
    "answered_on": typed.past_day,
}
OPPORTUNITY_FIELDS: Final[Mapping[str, Read]] = {
    "what": _needed,
    "noted_on": _day,
    "about": _words,
    "next_step": _words,
    "won": _won,
    "ended_on": typed.past_day,
}
