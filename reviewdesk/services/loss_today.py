"""What losses ask of a day: to note why they left, until that is done or set aside."""

from collections.abc import Iterator
from typing import Final

from reviewdesk.domain.account import Account
from reviewdesk.domain.book import BOOK_ID
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.reviewed_loss import PLAN_WITHIN, ReviewedLoss
from reviewdesk.domain.today import Entry, Sort, Weight
from reviewdesk.services.losses import to_look_into
from reviewdesk.storage.reading import Reading

_SINGLY: Final = 3


def loss_entries(reading: Reading) -> Iterator[Entry]:
    """Ask for each loss, or for all together where they are more than a day can bear singly."""
    found = to_look_into(reading)
    if len(found) <= _SINGLY:
        yield from (_entry(reading, account, loss) for account, loss in found)
        return
    names = ", ".join(account.name for account, _ in found[:_SINGLY])
    yield Entry(
        sort=Sort.LOSS, id=BOOK_ID, account_id=BOOK_ID, account="", on=reading.clock.today(),
        title=f"Why did {len(found):,} customers leave?", about=f"{names} and {len(found) - _SINGLY:,} more",
    )  # fmt: skip


def _entry(reading: Reading, account: Account, loss: ReviewedLoss | None) -> Entry:
    today, lost_on = reading.clock.today(), account.lost_on or reading.clock.today()
    begun = loss is not None and loss.is_begun
    late = not begun and today - lost_on > PLAN_WITHIN
    said = "begun: end it with what we learnt" if begun else "nobody was asked yet"
    return Entry(
        sort=Sort.LOSS, id=account.id, account_id=account.id, account=account.name, on=today,
        title=f"Why did {account.name} leave?", about=f"lost {short_day(lost_on, today)} · {said}",
        state=f"{counted_days((today - lost_on).days)} ago" if late else "",
        weight=Weight.NEAR if late else Weight.CALM,
    )  # fmt: skip
