"""The promise ledger: how many of our promises were kept, with every record behind the figure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.promises import kept_rate, kept_since, per_cent
from reviewdesk.storage.lists.follow_ups import ListedFollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedPromise:
    """One promise of ours that has ended."""

    id: UUID
    account_id: UUID
    account: str
    what: str
    due: date | None
    ended_on: date
    ending: Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLedger:
    """Our promises that ended in the last 180 days, newest first.

    `rate` is in whole per cent: kept counts 1, kept late one half, broken 0; unknown below three.
    """

    since: date
    promises: tuple[EndedPromise, ...]
    rate: int | None

    @property
    def kept(self) -> int:
        """Count those kept in time."""
        return self._count(Ending.KEPT)

    @property
    def kept_late(self) -> int:
        """Count those kept after their date."""
        return self._count(Ending.KEPT_LATE)

    @property
    def broken(self) -> int:
        """Count those that were not kept."""
        return self._count(Ending.BROKEN)

    @property
    def arithmetic(self) -> str:
        """Write how the rate comes about, like "(4 × 1 + 2 × ½ + 1 × 0) ÷ 7 = 71 %"."""
        if self.rate is None:
            return f"{len(self.promises)} of the 3 that are needed"
        terms = f"{self.kept} × 1 + {self.kept_late} × ½ + {self.broken} × 0"
        return f"({terms}) ÷ {len(self.promises)} = {self.rate} %"

    def _count(self, ending: Ending) -> int:
        return sum(each.ending is ending for each in self.promises)


def ledger_of(listed: tuple[ListedFollowUp, ...], today: date) -> PromiseLedger:
    """Put ended promises together with their rate."""
    rate = kept_rate([each.follow_up.ending for each in listed if each.follow_up.ending is not None])
    return PromiseLedger(
        since=kept_since(today),
        promises=tuple(_promise(each) for each in listed),
        rate=None if rate is None else per_cent(rate),
    )


def _promise(listed: ListedFollowUp) -> EndedPromise:
    one = listed.follow_up
    assert one.ending is not None  # noqa: S101 - only ended ones are asked for
    assert one.ended_on is not None  # noqa: S101 - as above
    return EndedPromise(
        id=one.id,
        account_id=one.account_id,
        account=listed.account,
        what=one.what,
        due=one.due,
        ended_on=one.ended_on,
        ending=one.ending,
    )
