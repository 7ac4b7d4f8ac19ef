"""The 80/20 of a book: sets the tiers and the first review dates, and says what the rule found."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain import tiers
from reviewdesk.domain.account import Tier
from reviewdesk.domain.book import Book
from reviewdesk.domain.capacity import Hours, Quarter
from reviewdesk.domain.first_dates import Newcomer, first_dates
from reviewdesk.domain.standing import Standing, months_of
from reviewdesk.domain.tiers import Place, Rank
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.tier_values import FoundByRule, Ranking, TierFigures, TiersSet
from reviewdesk.services.tier_words import messages
from reviewdesk.storage import standing
from reviewdesk.storage.lists.accounts import AccountLine, account_lines, revenue_year, standings_on_the_day
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_AT_ONCE: Final = 500


class TierService:
    """Ranks the accounts of a book by revenue."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def shown(self) -> TierFigures:
        """Say what the rule finds today, changing nothing."""
        with self._store.read() as reading:
            return figures(reading, account_lines(reading.connection), standings_on_the_day(reading))

    def set_tiers(self) -> Outcome[TiersSet]:
        """Set the tiers by rule and give first review dates to accounts whose clock is not running."""
        with self._store.write("Set tiers") as work:
            done = after_import(work)
        return Outcome(done, work.changes)

    def set_at_quarter_start(self) -> Outcome[TiersSet] | None:
        """Set the tiers once in each quarter of the business year; nothing when that was done or there are none."""
        with self._store.read() as reading:
            book, today = reading.book, reading.clock.today()
            quarter = Quarter.of(today, year_starts_in=book.business_year_start)
            is_due = book.tiers_set_on is None or book.tiers_set_on < quarter.start
            if not is_due or not reading.clock.is_real or revenue_year(reading) is None:
                return None
        return self.set_tiers()


def after_import(work: UnitOfWork, newcomers: Collection[UUID] = ()) -> TiersSet:
    """Set tiers and first review dates inside a step that is already open; `newcomers` are as `found_by_rule` says."""
    found = found_by_rule(work, newcomers)
    for _ in writing_found(work, found):
        pass
    return found.told


def found_by_rule(reading: Reading, newcomers: Collection[UUID] = ()) -> FoundByRule:
    """Work out which accounts get another tier and which a first review date, writing nothing.

    `newcomers` are the accounts that the step brought. Where tiers are set for the first time, accounts that got their
    first date before they had a tier are spread anew with them.
    """
    first_time = reading.book.tiers_set_on is None
    standings = standing.work_out(reading.connection, reading.book, reading.clock.today())
    lines = account_lines(reading.connection)
    ranked = ranking(reading, lines, standings)
    wanted = _other_tiers(lines, ranked.ranks) if ranked else {}
    again = [each.id for each in lines if first_time and each.tier is None and each.id in wanted and each.first_due]
    after = [replace(each, tier=wanted[each.id]) if each.id in wanted else each for each in lines]
    dates = _first_dates(reading, after, standings, frozenset([*newcomers, *again]))
    told = TiersSet(len(wanted), len(dates), figures(reading, after, standings))
    return FoundByRule(wanted, dates, told, set_on=reading.clock.today() if ranked else None)


def writing_found(work: UnitOfWork, found: FoundByRule) -> Iterator[None]:
    """Write what the rule found to the accounts that are in the book, piece by piece."""
    ids = list({**found.tiers, **found.dates})
    for start in range(0, len(ids), _AT_ONCE):
        known = work.accounts.where(id=ids[start : start + _AT_ONCE])
        work.accounts.put_all([found.on(each) for each in known])
        yield
    if found.set_on is not None and work.book.tiers_set_on != found.set_on:
        work.books.put(replace(work.book, tiers_set_on=found.set_on))
    yield


def figures(reading: Reading, lines: Collection[AccountLine], standings: Mapping[UUID, Standing]) -> TierFigures:
    """Say what the rule finds of these accounts, as they stand."""
    return figures_of(reading, lines, ranking(reading, lines, standings))


def figures_of(reading: Reading, lines: Collection[AccountLine], found: Ranking | None) -> TierFigures:
    """Say the same of accounts that are ranked already."""
    counts = {tier: sum(each.tier is tier for each in lines if each.buys) for tier in Tier}
    if found is None:
        return TierFigures(accounts=len(lines), counts=counts)
    result, ranks = found.result, found.ranks
    names = {each.id: each.name for each in lines}
    shown = TierFigures(
        window=found.window,
        accounts=len(lines),
        counts=counts,
        concentration=result.concentration,
        would_be={
            each.id: tier
            for each in lines
            if each.id in ranks and (tier := tiers.would_be(each.tier, ranks[each.id])) is not None
        },
        no_room=tuple(each for each, rank in result.ranks.items() if rank.no_room),
        unranked=tuple(names[each] for each in result.unranked),
        zero_or_less=tuple(names[each] for each in result.zero_or_less),
        over_a_fifth=tuple(names[each] for each in result.concentration.over_a_fifth),
    )
    return replace(shown, messages=messages(shown, reading.book.window_end))


def ranking(reading: Reading, lines: Collection[AccountLine], standings: Mapping[UUID, Standing]) -> Ranking | None:
    """Rank the accounts that buy; nothing in a book without purchases."""
    window = revenue_year(reading)
    if window is None:
        return None
    buying = [each for each in lines if each.buys]
    units = tiers.rank_units(Place(each.id, each.parent_id, each.is_site, each.review_as_group) for each in buying)
    revenues: dict[UUID, Decimal | None] = {each.id: standings[each.id].revenue for each in buying}
    book = reading.book
    result = tiers.rank(tiers.pooled(revenues, units), room=book.room_in_a, a_share=book.a_share, b_share=book.b_share)
    return Ranking(window, result, units, result.spread_over(units))


def _other_tiers(lines: Collection[AccountLine], ranks: Mapping[UUID, Rank]) -> dict[UUID, Tier]:
    """Give the tier of each account that is not pinned and has another one by rule."""
    return {
        each.id: tier
        for each in lines
        if not each.tier_reason and each.id in ranks and (tier := tiers.would_be(each.tier, ranks[each.id]))
    }


def _first_dates(
    reading: Reading, lines: Collection[AccountLine], standings: Mapping[UUID, Standing], newcomers: frozenset[UUID]
) -> dict[UUID, date]:
    """Give a first review date to each newcomer whose clock is not running."""
    book, today = reading.book, reading.clock.today()
    fresh, already = [], []
    for each in lines:
        stands = standings[each.id]
        if each.buys and each.id in newcomers and stands.last_held is None:
            fresh.append(_newcomer(book, each, stands))
        elif each.buys and stands.next_due is not None:
            already.append((stands.next_due, each.tier))
    hours = Hours(book.hours_a_week, book.hours_a_review, book.hours_a_call)
    return first_dates(fresh, today, hours, already=already)


def _newcomer(book: Book, line: AccountLine, stands: Standing) -> Newcomer:
    months = months_of(book, line.tier, line.own_months)
    return Newcomer(line.id, line.tier, months, stands.revenue, line.last_review_before)
