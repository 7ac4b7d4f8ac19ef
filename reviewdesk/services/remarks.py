"""A second reader's remarks on a summary, kept in the book and never in the document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.remark import Remark
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Pinned:
    """What a remark is about: a page, and on it a line, by what it is called and how it reads."""

    page: int = 1
    part: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class RemarksNow:
    """All remarks on the summary of a review, oldest first, and who may be making the next one."""

    remarks: tuple[Remark, ...] = ()
    readers: tuple[str, ...] = ()


class RemarkService:
    """Keeps the remarks on summaries."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_review(self, review_id: UUID) -> RemarksNow:
        """Give the remarks on a review's summary; colleagues come first among the readers, then the person."""
        with self._store.read() as reading:
            found = reading.remarks.where(review_id=review_id)
            mine = me(reading)
            names = [each.name for each in reading.colleagues.all() if mine is None or each.id != mine.id]
        known = dict.fromkeys((*(each.by for each in reversed(found)), *sorted(names), mine.name if mine else ""))
        return RemarksNow(tuple(sorted(found, key=_age)), tuple(each for each in known if each))

    def add(self, review_id: UUID, words: str, by: str, pinned: Pinned, number: int) -> Outcome[Remark]:
        """Add a remark on version `number` of a summary, 0 for its draft.

        Raises:
            RefusedError: it says nothing.
        """
        _refuse_nothing(words)
        with self._store.write("Remark") as work:
            review = work.reviews.get(review_id)
            remark = Remark(
                account_id=review.account_id, review_id=review_id, words=words.strip(), by=by.strip(),
                made_on=work.clock.today(), number=number, page=pinned.page, part=pinned.part, line=pinned.line,
            )  # fmt: skip
            remark = work.remarks.put(remark)
        return Outcome(remark, work.changes)

    def reword(self, remark_id: UUID, words: str) -> Outcome[Remark]:
        """Say a remark in other words.

        Raises:
            RefusedError: it says nothing.
        """
        _refuse_nothing(words)
        with self._store.write("Reword remark") as work:
            remark = work.remarks.put(replace(work.remarks.get(remark_id), words=words.strip()))
        return Outcome(remark, work.changes)

    def set_done(self, remark_id: UUID, *, done: bool) -> Outcome[Remark]:
        """Say that a remark was looked after, or that it was not."""
        with self._store.write("Remark done" if done else "Remark open again") as work:
            on = work.clock.today() if done else None
            remark = work.remarks.put(work.remarks.get(remark_id).done(on))
        return Outcome(remark, work.changes)

    def remove(self, remark_id: UUID) -> Outcome[None]:
        """Remove a remark."""
        with self._store.write("Remove remark") as work:
            work.remarks.remove(remark_id)
        return Outcome(None, work.changes)


def _refuse_nothing(words: str) -> None:
    if not words.strip():
        raise RefusedError("A remark needs a word. Write what is to be looked at.")


def _age(remark: Remark) -> tuple[object, ...]:
    return remark.made_on, remark.page, str(remark.id)
