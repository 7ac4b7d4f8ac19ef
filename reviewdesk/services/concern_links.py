"""Concerns that belong together: found, linked and unlinked, and shown on both."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reviewdesk.domain.concern import Concern, LinkKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class LinkedConcern:
    """Another concern with the name of its account, and how both belong together where they are linked."""

    concern: Concern
    account: str
    kind: LinkKind | None = None


class ConcernLinkService:
    """Says which concerns belong together."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def linked(self, concern_id: UUID) -> tuple[LinkedConcern, ...]:
        """Give the concerns that one is linked with; what is not in the book any more is left out."""
        with self._store.read() as reading:
            one = reading.concerns.find(concern_id)
            found = [(reading.concerns.find(each.concern_id), each.kind) for each in (one.links if one else ())]
            return tuple(_shown(reading, other, kind) for other, kind in found if other and not other.is_withdrawn)

    def find(self, words: str, besides: UUID) -> tuple[LinkedConcern, ...]:
        """Give concerns whose words, account or summary hold all of these words, the one raised last first.

        The concern itself and those it is linked with are left out.
        """
        with self._store.read() as reading:
            one = reading.concerns.get(besides)
            hidden = {besides, *(each.concern_id for each in one.links)}
            known = (each for each in reading.concerns.all() if each.id not in hidden)
            return concerns_holding(reading, known, words)

    def link(self, concern_id: UUID, other_id: UUID, kind: LinkKind) -> Outcome[Concern]:
        """Link two concerns; each says from its side how both belong together.

        Raises:
            RefusedError: both are the same concern.
        """
        if concern_id == other_id:
            raise RefusedError("A concern cannot be linked with itself. Choose another one.")
        with self._store.write("Link two concerns") as work:
            other = work.concerns.get(other_id)
            concern = work.concerns.put(work.concerns.get(concern_id).linked_to(other_id, kind))
            work.concerns.put(other.linked_to(concern_id, kind.other_way))
        return Outcome(concern, work.changes)

    def unlink(self, concern_id: UUID, other_id: UUID) -> Outcome[Concern]:
        """Take away that two concerns belong together, on both."""
        with self._store.write("Unlink two concerns") as work:
            concern = work.concerns.put(work.concerns.get(concern_id).unlinked_from(other_id))
            other = work.concerns.find(other_id)
            if other is not None:
                work.concerns.put(other.unlinked_from(concern_id))
        return Outcome(concern, work.changes)


def concerns_holding(reading: Reading, known: Iterable[Concern], words: str) -> tuple[LinkedConcern, ...]:
    """Give of these concerns the first eight that hold all of these words, the one raised last first."""
    latest = sorted((each for each in known if not each.is_withdrawn), key=_latest, reverse=True)
    shown = (_shown(reading, each) for each in latest)
    found = _holding(shown, words.casefold().split())
    return tuple(each for each, _ in zip(found, range(SHOWN), strict=False))


def _holding(shown: Iterable[LinkedConcern], wanted: list[str]) -> Iterable[LinkedConcern]:
    for each in shown:
        text = f"{each.account} {each.concern.words} {each.concern.summary}".casefold()
        if all(word in text for word in wanted):
            yield each


def _shown(reading: Reading, concern: Concern, kind: LinkKind | None = None) -> LinkedConcern:
    account = reading.accounts.find(concern.account_id)
    return LinkedConcern(concern, account.name if account else "", kind)


def _latest(concern: Concern) -> tuple[str, str]:
    return concern.raised_on.isoformat(), concern.id.hex
