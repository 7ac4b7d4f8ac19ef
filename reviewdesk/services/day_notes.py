"""Notes of a day: text from elsewhere goes under its day, below what is noted on the account."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.store import Store

LONGEST: Final = 200_000  # characters


class DayNoteService:
    """Keeps text under its day."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, account_id: UUID, text: str) -> Outcome[Account]:
        """Note a text under today, below what is noted on the account already.

        Raises:
            RefusedError: there are no words in it, or far too many for a note.
        """
        words = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
        if not words:
            raise RefusedError("There are no words in it. Mark some text and drop it again.")
        if len(words) > LONGEST:
            raise RefusedError(f"This text is longer than {LONGEST:,} characters. Keep it as a file instead.")
        today = self._store.clock.today()
        with self._store.write("Note a text") as work:
            account = work.accounts.get(account_id)
            noted = f"{today.day} {today:%b %Y}\n{words}"
            together = f"{account.notes.rstrip()}\n\n{noted}" if account.notes.strip() else noted
            account = work.accounts.put(replace(account, notes=together))
        return Outcome(account, work.changes)
