"""What is being typed into a form, kept on the disk until the form has done what it is for."""

import json
from collections.abc import Mapping

from reviewdesk.storage.journal import EARLIER, Journal
from reviewdesk.storage.store import Store


class DraftService:
    """Keeps unfinished forms; each has a place, like "call/<account id>"."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def next_number(self) -> int:
        """Number what is typed now, in the order in which it is asked to be kept."""
        return self._journal.next_number()

    def keep(self, place: str, texts: Mapping[str, str], number: int) -> None:
        """Put what stands in the form on the disk, in place of what it was opened with.

        Raises:
            BookError: the disk is full; what is in the window is still whole.
        """
        key = _key(place)
        self._journal.keep(key, json.dumps(dict(texts)), self._store.clock.now(), number=number)
        self._journal.forget(key + EARLIER)

    def kept(self, place: str) -> dict[str, str]:
        """Give what was typed into this form when it was left, by the names of its fields."""
        found = next((each for each in self._journal.drafts() if each.key == _key(place)), None)
        return dict(json.loads(found.text)) if found is not None else {}

    def forget(self, place: str) -> None:
        """Forget what was typed into this form: it was done."""
        self._journal.saved(_key(place))
        self._journal.forget(_key(place))


def _key(place: str) -> str:
    return f"form/{place}"
