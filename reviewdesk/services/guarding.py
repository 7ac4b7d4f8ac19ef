"""What the leak guard found in what goes to a customer, beside summaries: decided words by words, and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.domain.held_back import HeldBack, HeldLeak
from reviewdesk.domain.leaks import fold
from reviewdesk.domain.remark import MeantWords
from reviewdesk.services.kept_out import keep_out
from reviewdesk.services.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from reviewdesk.domain.leaks import Finding
    from reviewdesk.domain.review import Review
    from reviewdesk.reports.leak_guard import Leak
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store


def meant_in(reading: Reading, about: UUID, document: str) -> frozenset[str]:
    """Give the words that the person said are meant in this document of this record."""
    account_words = reading.meant_words.where(about=about)
    return frozenset(each.words for each in account_words if each.document == document)


def hold_back(held: HeldBack, *, what: str = "", do: str = "Reword it first.") -> None:
    """Refuse to let it out, with what is needed to decide what was found; `what` it is and what to `do` are told.

    Raises:
        LeakError: always; the sentence names what was found first.
    """
    words = ", ".join(f"“{each.words}” ({each.kind})" for each in held.leaks[:3])
    named = what or f"This {held.document}"
    raise LeakError(f"{named} would hold what is not for the customer: {words}. {do}", held=held)


def leaks_of_pdf(found: Iterable[Leak]) -> tuple[HeldLeak, ...]:
    """Give what was found in a PDF."""
    return tuple(HeldLeak(each.kind.value, each.words, each.page, tuple(a.box for a in each.areas)) for each in found)


def leaks_of_text(found: Iterable[Finding]) -> tuple[HeldLeak, ...]:
    """Give what was found in a text."""
    return tuple(HeldLeak(each.kind.value, each.words) for each in found)


class GuardService:
    """Decides what was found in what was held back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def mean_it(self, held: HeldBack, words: str) -> Outcome[MeantWords]:
        """Say that words are meant in this document; this is kept in the history."""
        with self._store.write(f"“{words}” is meant") as work:
            fresh = MeantWords(
                account_id=held.account_id, about=held.about, document=held.document, words=words,
                meant_on=work.clock.today(),
            )  # fmt: skip
            fresh = work.meant_words.put(fresh)
        return Outcome(fresh, work.changes)

    def take_out(self, held: HeldBack, words: str) -> Outcome[Review]:
        """Set aside what holds these words in the review it is of: its lines, and items of its agenda.

        Raises:
            RefusedError: they stand in what cannot be set aside, as a name or a place.
        """
        with self._store.write(f"Take out “{words}”") as work:
            before = work.reviews.get(held.about)
            keep_out(work, before, words)
            review = _without(work.reviews.get(held.about), words)
            work.reviews.put(review)
            if not work.records:
                raise RefusedError(f"“{words}” stands where nothing can be taken out. Change it where it was typed.")
        return Outcome(review, work.changes)


def _without(review: Review, words: str) -> Review:
    """Give a review without the items of its agenda, or points of them, that hold these words."""
    wanted = fold(words).casefold()
    items = tuple(each for each in review.agenda if wanted not in fold(each.title).casefold())
    return replace(review, agenda=items, place="" if wanted in fold(review.place).casefold() else review.place)
