"""The Monday page: what changed, who is at risk and why, what was promised, and what this week brings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from reviewdesk.domain.follow_up import Side
from reviewdesk.domain.health_settings import Band, HealthSettings
from reviewdesk.domain.intervals import DueState, is_called
from reviewdesk.domain.our_side import Ahead, AtRisk, Changed, ChangeKind, MondayPage, Promised, Silent
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.health_values import health_words
from reviewdesk.services.only_mine import OnlyMine, only_mine_in
from reviewdesk.services.portfolio import customers
from reviewdesk.services.weighing import what_weighs
from reviewdesk.storage.lists import week
from reviewdesk.storage.lists.follow_ups import ListedFollowUp, ended_promises, open_follow_ups
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

GRAVE: Final = 3
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Week:
    """The days the page speaks of: back to the Monday before, and on to the Sunday of this week."""

    since: date
    today: date
    until: date

    @classmethod
    def of(cls, today: date) -> "_Week":
        monday = today - timedelta(days=today.weekday())
        return cls(monday - _WEEK, today, monday + _WEEK - timedelta(days=1))


class MondayService:
    """Puts together what a boss wants to hear once a week."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self) -> MondayPage:
        """Give the page of this week; what is meant for oneself alone is not in it."""
        with self._store.read() as reading:
            return week_of(reading)


def week_of(reading: Reading) -> MondayPage:
    """Put the page of this week together."""
    days, rows = _Week.of(reading.clock.today()), customers(reading)
    mine = only_mine_in(reading)
    ended = ended_promises(reading.connection, days.since, days.today)
    return MondayPage(
        book=reading.book.name,
        since=days.since,
        today=days.today,
        until=days.until,
        changed=(*_lost(reading, days), *_health(reading, days, rows), *_raised(reading, days, mine),
                 *_held(reading, days)),
        at_risk=_at_risk(reading, sorted(filter(_is_at_risk, rows), key=_worst)),
        promised=_promised(reading, days, mine),
        ended=tuple(_promise(each, days) for each in ended if not mine.holds(each.follow_up)),
        ahead=tuple(sorted(_ahead(rows, days), key=_by_day)),
        silent=tuple(sorted(_silent(rows), key=_longest)),
        accounts=len(rows),
        currency=reading.book.base_currency,
    )  # fmt: skip


def _lost(reading: Reading, days: _Week) -> Iterator[Changed]:
    for each in week.lost_accounts(reading.connection, days.since, days.today):
        yield Changed(kind=ChangeKind.LOST, account_id=each.id, account=each.name, words="Lost", on=each.on)


def _health(reading: Reading, days: _Week, rows: tuple[AccountRow, ...]) -> Iterator[Changed]:
    """Give the accounts whose word for health is another than on the day before the first, with what weighs most."""
    before, rule = week.health_on(reading.connection, days.since - timedelta(days=1)), HealthSettings.of(reading.book)
    for row in rows:
        was = before.get(row.id)
        if was is None or row.health is None or rule.band(was) is row.band:
            continue
        now = health_words(row.health, row.band, never_asked=row.never_asked)
        words = f"Health {'fell' if row.health < was else 'rose'} from {was} {rule.band(was).value} to {now}"
        why = what_weighs(reading, [row.id]).get(row.id, ())[:1] if row.health < was else ()
        yield Changed(
            kind=ChangeKind.HEALTH, account_id=row.id, account=row.name, words=": ".join((words, *why)), on=None
        )


def _raised(reading: Reading, days: _Week, mine: OnlyMine) -> Iterator[Changed]:
    for each in week.grave_concerns(reading.connection, days.since, days.today, GRAVE):
        found = each.concern
        if not mine.holds(found):
            words = f"“{found.words}”, severity {found.severity}, {found.stage}"
            yield Changed(
                kind=ChangeKind.CONCERN, account_id=found.account_id, account=each.account, words=words,
                on=found.raised_on, record_id=found.id,
            )  # fmt: skip


def _held(reading: Reading, days: _Week) -> Iterator[Changed]:
    for each in week.held_reviews(reading.connection, days.since, days.today):
        words = f"{each.kind.value.capitalize()} review held"
        yield Changed(
            kind=ChangeKind.REVIEW, account_id=each.account_id, account=each.account, words=words, on=each.on,
            record_id=each.id,
        )  # fmt: skip


def _at_risk(reading: Reading, rows: Sequence[AccountRow]) -> tuple[AtRisk, ...]:
    reasons = what_weighs(reading, [each.id for each in rows])
    return tuple(
        AtRisk(
            account_id=row.id,
            account=row.name,
            tier=row.tier,
            health=row.health or 0,
            basis=row.basis or 0,
            reasons=reasons[row.id],
            revenue=row.revenue,
            lacks_rate=row.lacks_rate,
        )
        for row in rows
    )


def _promised(reading: Reading, days: _Week, mine: OnlyMine) -> tuple[Promised, ...]:
    """Give our promises that are late or due this week, the oldest first."""
    found = []
    for each in open_follow_ups(reading.connection):
        step = each.follow_up
        is_ours = step.is_promise and step.side is Side.OURS and not mine.holds(step)
        if is_ours and step.due is not None and step.due <= days.until:
            found.append(_promise(each, days))
    return tuple(found)


def _promise(listed: ListedFollowUp, days: _Week) -> Promised:
    step = listed.follow_up
    return Promised(
        id=step.id,
        account_id=step.account_id,
        account=listed.account,
        what=step.what,
        owner=listed.colleague,
        due=step.due,
        is_late=step.is_late(days.today),
        ending=step.ending.value if step.ending else "",
    )


def _ahead(rows: tuple[AccountRow, ...], days: _Week) -> Iterator[Ahead]:
    """Give what is booked up to the end of this week, and what is due by then and not booked."""
    for row in rows:
        due = row.next_review
        if due is not None and due.day <= days.until:
            plain = due.state is DueState.BOOKED or is_called(row.tier)
            words = due.words if plain else f"review {due.words[0].lower()}{due.words[1:]}"
            yield Ahead(account_id=row.id, account=row.name, words=words, on=due.day)


def _silent(rows: tuple[AccountRow, ...]) -> Iterator[Silent]:
    for row in rows:
        if row.is_quiet and row.spoke_days is not None:
            yield Silent(account_id=row.id, account=row.name, days=row.spoke_days)


def _is_at_risk(row: AccountRow) -> bool:
    return row.band is Band.AT_RISK


def _worst(row: AccountRow) -> tuple[int, str]:
    return row.health or 0, row.name.casefold()


def _by_day(ahead: Ahead) -> tuple[date, str]:
    return ahead.on, ahead.account.casefold()


def _longest(silent: Silent) -> tuple[int, str]:
    return -silent.days, silent.account.casefold()
