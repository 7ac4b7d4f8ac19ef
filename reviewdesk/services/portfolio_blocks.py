"""What the portfolio says on paper of each account, read for all of them at once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.boss_documents import AccountBlock, BossConcern, BossPromise
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import Side
from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.our_side import Portfolio, PortfolioLine
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.services.weighing import what_is_not_healthy
from reviewdesk.storage.lists.accounts import revenue_year
from reviewdesk.storage.lists.concerns import concerns_on_the_board
from reviewdesk.storage.lists.follow_ups import ListedFollowUp, open_follow_ups
from reviewdesk.storage.lists.purchases import bought_by_month_of_all
from reviewdesk.storage.reading import Reading

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Shared:
    """The open concerns and promises of all accounts that others of our side may hear of."""

    concerns: Mapping[UUID, tuple[Concern, ...]]
    promises: Mapping[UUID, tuple[ListedFollowUp, ...]]


def shared_in(reading: Reading) -> Shared:
    """Read them; what came from a line for oneself alone is left out."""
    mine, today = only_mine_in(reading), reading.clock.today()
    concerns: dict[UUID, list[Concern]] = defaultdict(list)
    promises: dict[UUID, list[ListedFollowUp]] = defaultdict(list)
    for each in concerns_on_the_board(reading.connection, today):
        if each.concern.is_open and not mine.holds(each.concern):
            concerns[each.concern.account_id].append(each.concern)
    for step in open_follow_ups(reading.connection):
        found = step.follow_up
        if found.is_promise and found.side is Side.OURS and not mine.holds(found):
            promises[found.account_id].append(step)
    return Shared(
        {key: tuple(sorted(found, key=_gravest)) for key, found in concerns.items()},
        {key: tuple(found) for key, found in promises.items()},
    )


def blocks_of(reading: Reading, portfolio: Portfolio, shared: Shared) -> tuple[AccountBlock, ...]:
    """Give the block of each account of a portfolio, in its order."""
    months, today = _Months.read(reading), reading.clock.today()
    reasons = what_is_not_healthy(reading, [each.id for each in portfolio.lines])
    names = {each.id: each.name for each in reading.colleagues.all()}

    def block(line: PortfolioLine) -> AccountBlock:
        return AccountBlock(
            line=line,
            reasons=reasons.get(line.id, ()),
            concerns=tuple(_concern(each, names) for each in shared.concerns.get(line.id, ())),
            promises=tuple(_promise(each, today) for each in shared.promises.get(line.id, ())),
            months=months.of(line.id),
            month_is_over=months.last_is_over,
        )

    return tuple(map(block, portfolio.lines))


def _gravest(concern: Concern) -> tuple[int, date, str]:
    return -concern.severity, concern.raised_on, concern.id.hex


def _concern(concern: Concern, names: Mapping[UUID, str]) -> BossConcern:
    owner = names.get(concern.colleague_id, "") if concern.colleague_id else ""
    return BossConcern(
        words=concern.words, severity=concern.severity, stage=concern.stage.value, raised_on=concern.raised_on,
        owner=", ".join(dict.fromkeys(filter(None, (owner, concern.team)))),
    )  # fmt: skip


def _promise(listed: ListedFollowUp, today: date) -> BossPromise:
    step = listed.follow_up
    return BossPromise(what=step.what, owner=listed.colleague, due=step.due, is_late=step.is_late(today))


@dataclass(frozen=True, slots=True)
class _Months:
    """What each account bought in each of the last twelve months, in the base currency."""

    names: tuple[str, ...] = ()
    amounts: Mapping[UUID, Mapping[str, Decimal | None]] | None = None
    last_is_over: bool = True

    @classmethod
    def read(cls, reading: Reading) -> "_Months":
        window = revenue_year(reading)
        if window is None:
            return cls()
        first = window.end.replace(day=1) - relativedelta(months=MONTHS - 1)
        rates = Rates.entered(reading.book.base_currency, reading.book.rates)
        found: dict[UUID, dict[str, Decimal | None]] = defaultdict(dict)
        for account_id, each in bought_by_month_of_all(reading.connection, first, window.end):
            brought = convert(Money(each.amount, each.currency), rates, window.end)
            before = found[account_id].get(each.name, Decimal(0))
            found[account_id][each.name] = None if brought is None or before is None else before + brought.amount
        names = tuple(f"{first + relativedelta(months=each):%Y-%m}" for each in range(MONTHS))
        ends = (window.end + timedelta(days=1)).day == 1
        return cls(names, found, ends)

    def of(self, account_id: UUID) -> tuple[Decimal, ...]:
        """Give the months of an account; none where one amount has no rate."""
        amounts = (self.amounts or {}).get(account_id, {})
        told = [amounts.get(each, Decimal(0)) for each in self.names]
        known = [each for each in told if each is not None]
        return tuple(known) if len(known) == len(told) else ()
