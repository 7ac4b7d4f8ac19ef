"""What the concerns of all accounts say together: by cause, by team, what came again, and what was put right."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.concern import CauseKind, Concern, Stage
from reviewdesk.domain.concern_figures import (
    ConcernFigures,
    CountedConcern,
    confirmed_on,
    counted,
    figures_of,
    fixed_on,
    is_counted,
)
from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.repeat_causes import Repeat, repeats
from reviewdesk.domain.working_days import ANSWER_WITHIN, PLAN_WITHIN
from reviewdesk.services.days import days_of
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.storage.lists.accounts import account_lines, standings_on_the_day
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

MONTHS: Final = 12
NOT_KNOWN: Final = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernGroup:
    """Some concerns with their figures; `by_severity` are the same of each severity there is, the gravest first.

    `revenue` is that of the accounts they touch, of the revenue year in the base currency; of `without_revenue` of them
    it is not known.
    """

    name: str
    figures: ConcernFigures
    by_severity: Mapping[int, ConcernFigures]
    revenue: Decimal | None
    without_revenue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernsTogether:
    """The concerns raised since a day, and older ones that are open still.

    `teams` says that somebody of ours is in a team, `people` that somebody answers for one of them.
    """

    since: date
    today: date
    currency: str
    everything: ConcernGroup
    by_cause: tuple[ConcernGroup, ...]
    by_who: tuple[ConcernGroup, ...]
    teams: bool
    people: bool
    withdrawn: int
    answer_within: tuple[int, ...] = ANSWER_WITHIN
    plan_within: tuple[int, ...] = PLAN_WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedConcern:
    """A concern with the name of its account."""

    concern: Concern
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """A concern that the customer confirmed, with its cause and its fix; `days` are those from raised to confirmed."""

    concern: Concern
    account: str
    confirmed_on: date
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoveries:
    """What can be shown to others, the latest first; `lacking` were confirmed and do not say cause and fix."""

    today: date
    shown: tuple[Recovery, ...]
    lacking: tuple[UUID, ...]
    lacking_accounts: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CameAgain:
    """Causes that came again, with the concerns they are made of."""

    today: date
    repeats: tuple[Repeat, ...]
    concerns: Mapping[UUID, NamedConcern]

    def fixed_on(self, concern_id: UUID) -> date | None:
        """Say when a concern was fixed."""
        return fixed_on(self.concerns[concern_id].concern)


class ConcernInsightService:
    """Reads what concerns say together."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def together(self) -> ConcernsTogether:
        """Give the concerns of twelve months by cause and by who of us answers for them."""
        with self._store.read() as reading:
            return _together(reading)

    def came_again(self) -> CameAgain:
        """Give the causes that came again after a fix."""
        with self._store.read() as reading:
            today = reading.clock.today()
            every = {each.id: each for each in reading.concerns.all() if is_counted(each)}
            found = repeats(every.values(), today)
            wanted = [every[each] for each in dict.fromkeys(id for one in found for id in one.all)]
            return CameAgain(today=today, repeats=found, concerns=_listed(reading, wanted))

    def recoveries(self) -> Recoveries:
        """Give the concerns that customers confirmed; what is only me is nobody else's to hear."""
        with self._store.read() as reading:
            mine = only_mine_in(reading)
            confirmed = [each for each in reading.concerns.where(stage=Stage.CONFIRMED) if is_counted(each)]
            open_to_all = [each for each in confirmed if not each.set_aside and not mine.holds(each)]
            told = [each for each in open_to_all if each.root_cause.strip() and each.fix.strip()]
            lacking = [each for each in open_to_all if not (each.root_cause.strip() and each.fix.strip())]
            shown = (_recovery(each) for each in _listed(reading, told).values())
            return Recoveries(
                today=reading.clock.today(),
                shown=tuple(sorted((each for each in shown if each is not None), key=_latest)),
                lacking=tuple(each.id for each in lacking),
                lacking_accounts=tuple(dict.fromkeys(each.account_id for each in lacking)),
            )

    def listed(self, concern_ids: Collection[UUID]) -> tuple[NamedConcern, ...]:
        """Give some concerns with the names of their accounts, the gravest first, of these the latest."""
        with self._store.read() as reading:
            found = _listed(reading, reading.concerns.where(id=list(concern_ids)))
        return tuple(sorted(found.values(), key=_gravest))


def _together(reading: Reading) -> ConcernsTogether:
    today, now = reading.clock.today(), reading.clock.now().astimezone()
    since, every = add_months(today, -MONTHS), reading.concerns.all()
    lately = [each for each in every if each.raised_on >= since or each.is_open]
    there = [each for each in lately if is_counted(each)]
    ours = {each.id: each for each in reading.colleagues.all()}
    concerns = {each.id: each for each in there}
    days = {each: days_of(ours.get(each) if each else None, reading.book, today) for each in (None, *ours)}
    known = [counted(each, days.get(each.colleague_id, days[None]), now) for each in there]
    stands = standings_on_the_day(reading)
    revenues = {id: each.revenue if each.window_end else None for id, each in stands.items()}
    causes = _by(known, lambda each: _cause(concerns[each.id]))
    who = _by(known, lambda each: who_answers(concerns[each.id], ours))
    return ConcernsTogether(
        since=since,
        today=today,
        currency=reading.book.base_currency,
        everything=_group("", known, revenues),
        by_cause=tuple(sorted((_group(*each, revenues) for each in causes.items()), key=_causes_in_order)),
        by_who=tuple(sorted((_group(*each, revenues) for each in who.items()), key=_who_in_order)),
        teams=any(each.team for each in ours.values()) or any(each.team for each in there),
        people=any(each for each in who),
        withdrawn=len(lately) - len(there),
        answer_within=reading.book.answer_within,
        plan_within=reading.book.plan_within,
    )


def who_answers(concern: Concern, ours: Mapping[UUID, Colleague]) -> str:
    """Name who of us answers for a concern: the team it names, else its owner's, else the owner; or nobody."""
    owner = _owner(concern, ours)
    return concern.team or (owner.team or owner.name if owner is not None else "")


def _owner(concern: Concern, ours: Mapping[UUID, Colleague]) -> Colleague | None:
    return ours.get(concern.colleague_id) if concern.colleague_id else None


def _cause(concern: Concern) -> str:
    return concern.cause_kind.value if concern.cause_kind is not None else NOT_KNOWN


def _by(known: Iterable[CountedConcern], name_of: Callable[[CountedConcern], str]) -> dict[str, list[CountedConcern]]:
    found: dict[str, list[CountedConcern]] = {}
    for each in known:
        found.setdefault(name_of(each), []).append(each)
    return found


def _group(name: str, known: list[CountedConcern], revenues: Mapping[UUID, Decimal | None]) -> ConcernGroup:
    figures = figures_of(known)
    found = [revenues.get(each) for each in figures.account_ids]
    worth = [each for each in found if each is not None]
    severities = sorted({each.severity for each in known}, reverse=True)
    return ConcernGroup(
        name=name,
        figures=figures,
        by_severity={one: figures_of(each for each in known if each.severity == one) for one in severities},
        revenue=sum(worth, Decimal(0)) if worth else None,
        without_revenue=len(found) - len(worth),
    )


def _listed(reading: Reading, concerns: Collection[Concern]) -> dict[UUID, NamedConcern]:
    names = {each.id: each.name for each in account_lines(reading.connection, {each.account_id for each in concerns})}
    return {each.id: NamedConcern(concern=each, account=names.get(each.account_id, "")) for each in concerns}


def _recovery(listed: NamedConcern) -> Recovery | None:
    on = confirmed_on(listed.concern)
    if on is None:
        return None
    days = max((on - listed.concern.raised_on).days, 0)
    return Recovery(concern=listed.concern, account=listed.account, confirmed_on=on, days=days)


def _causes_in_order(group: ConcernGroup) -> tuple[bool, int, int]:
    """Put the most first, and what is not known last."""
    order = [each.value for each in CauseKind]
    return group.name == NOT_KNOWN, -group.figures.count, order.index(group.name) if group.name in order else 0


def _who_in_order(group: ConcernGroup) -> tuple[bool, int, str]:
    return not group.name, -group.figures.count, group.name.casefold()


def _latest(recovery: Recovery) -> tuple[int, str]:
    return -recovery.confirmed_on.toordinal(), recovery.concern.id.hex


def _gravest(listed: NamedConcern) -> tuple[int, int, str]:
    return -listed.concern.severity, -listed.concern.raised_on.toordinal(), listed.concern.id.hex
