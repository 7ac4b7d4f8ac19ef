"""Reads accounts for the list and for the page of one of them."""

from collections.abc import Collection
from datetime import date, datetime, time
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.intervals import Due, is_called, shown_due
from reviewdesk.domain.people import Part, Person
from reviewdesk.domain.promises import kept_since
from reviewdesk.domain.standing import Standing, months_of
from reviewdesk.domain.today_clocks import clock_of
from reviewdesk.services.account_revenue import figures_of
from reviewdesk.services.account_values import AccountBrief, AccountName, AccountRow, by_due, gravest, kept_rate
from reviewdesk.services.days import working_days
from reviewdesk.services.tiers import figures
from reviewdesk.storage.lists.account_page import review_heads, sources
from reviewdesk.storage.lists.accounts import AccountLine, account_lines, standings_on_the_day
from reviewdesk.storage.reading import Reading

_PARTS = {Part.SPONSOR: 0, Part.DECIDES: 1, Part.CHAMPION: 2, Part.USER: 3, Part.GATEKEEPER: 4, None: 5}


def rows_of(reading: Reading) -> tuple[AccountRow, ...]:
    """Give every account as the list shows it on the day of the clock, by name."""
    today = reading.clock.today()
    lines, standings = account_lines(reading.connection), standings_on_the_day(reading)
    would_be = figures(reading, lines, standings).would_be
    return tuple(_row(each, standings[each.id], would_be.get(each.id), today) for each in lines)


def rows_of_some(reading: Reading, account_ids: Collection[UUID]) -> tuple[AccountRow, ...]:
    """Give these accounts by name, each as the list shows it but for the tier that the rule would set."""
    today = reading.clock.today()
    standings = standings_on_the_day(reading, account_ids)
    lines = account_lines(reading.connection, account_ids)
    return tuple(_row(each, standings[each.id], None, today) for each in lines)


def next_review(stands: Standing, tier: Tier | None, today: date, *, buys: bool = True) -> Due | None:
    """Say when the next review of an account is; nothing for one that buys no more and has none booked."""
    booked = stands.booked_on is not None and stands.booked_on >= today
    if stands.next_due is None or not (buys or booked):
        return None
    return shown_due(
        stands.next_due,
        today,
        called=is_called(tier),
        booked_on=stands.booked_on,
        booked_at=local_time(stands.booked_at),
    )


def local_time(moment: datetime | None) -> time | None:
    """Give the time of day of a moment as the person's own clock shows it."""
    return None if moment is None else moment.astimezone().time()


def brief_of(reading: Reading, account_id: UUID) -> AccountBrief:
    """Give all that the page of one account shows.

    Raises:
        MissingError: it is not in the book.
    """
    account, today = reading.accounts.get(account_id), reading.clock.today()
    lines, standings = account_lines(reading.connection), standings_on_the_day(reading)
    stands = standings[account_id]
    follow_ups = tuple(sorted(reading.follow_ups.where(account_id=account_id, withdrawn=False), key=by_due))
    people = sorted(reading.people.where(account_id=account_id), key=_deciding_first)
    line = next(each for each in lines if each.id == account_id)
    concerns = tuple(sorted(reading.concerns.where(account_id=account_id, withdrawn=False), key=gravest))
    days = working_days(reading.book, today)
    return AccountBrief(
        account=account,
        standing=stands,
        today=today,
        next_review=next_review(stands, account.tier, today, buys=line.buys),
        months=months_of(reading.book, account.tier, account.interval_months),
        by_rule=figures(reading, lines, standings).would_be.get(account_id, account.tier),
        owner=reading.colleagues.find(account.owner_id) if account.owner_id else None,
        parent=_parent(lines, account.parent_id),
        people=tuple(each for each in people if each.left_on is None or each.left_on > today),
        people_gone=tuple(each for each in people if each.left_on is not None and each.left_on <= today),
        colleagues=reading.colleagues.all(),
        follow_ups=follow_ups,
        concerns=concerns,
        clocks={each.id: clock for each in concerns if (clock := clock_of(each, days)) is not None},
        questions=reading.questions.where(account_id=account_id, withdrawn=False),
        opportunities=reading.opportunities.where(account_id=account_id, withdrawn=False),
        contacts=tuple(
            sorted(reading.contacts.where(account_id=account_id), key=lambda made: made.made_on, reverse=True)
        ),
        reviews=review_heads(reading.connection, account_id),
        revenue=figures_of(reading, account_id),
        kept=kept_rate(follow_ups, kept_since(today)),
        sources=tuple(dict.fromkeys(each.source for each in sources(reading.connection, account_id))),
    )


def _parent(lines: Collection[AccountLine], parent_id: UUID | None) -> AccountName | None:
    return next((AccountName(id=each.id, name=each.name) for each in lines if each.id == parent_id), None)


def _deciding_first(person: Person) -> tuple[int, int, str]:
    return _PARTS[person.part], -(person.influence or 0), person.name


def _row(line: AccountLine, stands: Standing, would_be: Tier | None, today: date) -> AccountRow:
    return AccountRow(
        id=line.id,
        name=line.name,
        status=line.status,
        tier=line.tier,
        tier_is_pinned=bool(line.tier_reason),
        would_be=would_be,
        revenue=stands.revenue if stands.window_end else None,
        currency=stands.currency,
        next_review=next_review(stands, line.tier, today, buys=line.buys),
        next_due=stands.next_due if line.buys else None,
        booked_review=stands.booked_review,
        last_contact=stands.last_contact,
        spoke_days=(today - stands.last_contact).days if stands.last_contact else None,
        is_quiet=line.buys and stands.is_quiet(today),
        open_concerns=stands.open_concerns,
        worst_severity=stands.worst_severity,
        late_promises=stands.late_promises(today),
        next_step=stands.next_step,
        next_step_on=stands.next_step_on,
        owner=line.owner,
        owner_is_me=line.owner_is_me,
        industry=line.industry,
        city=line.city,
    )
