"""What may be looked up beside a meeting on our side alone: health, revenue, what comes next, who else is worried."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reviewdesk.domain.concern import CLOSED_STAGES
from reviewdesk.services.account_rows import rows_of_some
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.health_values import health_words
from reviewdesk.services.said_before import SaidBefore, alike, ideas_in
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

MOST: Final = 5


@dataclass(frozen=True, slots=True)
class OurFact:
    """One thing for our side alone, with a remark."""

    words: str
    remark: str


class OurSideService:
    """Says what only our side may see of the account of a review."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def facts(self, review_id: UUID) -> tuple[OurFact, ...]:
        """Give health, revenue and next step of the account, then other customers with concerns in similar words."""
        with self._store.read() as reading:
            account_id = reading.reviews.get(review_id).account_id
            (row,) = rows_of_some(reading, {account_id})
            return (*_figures(row), *_others(reading, account_id))


def _figures(row: AccountRow) -> Iterator[OurFact]:
    yield OurFact(health_words(row.health, row.band, never_asked=row.never_asked), "health")
    if row.revenue is not None:
        yield OurFact(f"{row.revenue:,.0f} {row.currency}".strip(), "revenue of the year")
    if row.next_step:
        yield OurFact(row.next_step, "next step")


def _others(reading: Reading, account_id: UUID) -> Iterator[OurFact]:
    """Give concerns of other customers that are open and like an open one of theirs, the likeliest first."""
    own = [each for each in reading.concerns.where(account_id=account_id) if each.is_open]
    found = [each for concern in own for each in alike(reading, ideas_in(concern.words), account_id, MOST).found]
    still_open = {each.record_id: each for each in found if each.stage and each.stage not in CLOSED_STAGES}
    for each in sorted(still_open.values(), key=_likeliest)[:MOST]:
        yield OurFact(f"“{each.words}”", f"{each.account}, severity {each.severity}")


def _likeliest(each: SaidBefore) -> tuple[float, int, str]:
    return -each.score, -each.severity, each.account
