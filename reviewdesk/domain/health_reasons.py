"""Why each factor of health is worth what it is, in words, with the records behind it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import GUT_FEELING_LASTS
from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.health_factors import (
    ended_now,
    gut_now,
    half_up,
    notice_presses,
    relationship_now,
    scores_now,
    values_of,
)
from reviewdesk.domain.health_facts import HealthFacts, Worry
from reviewdesk.domain.health_settings import FACTORS, Factor, HealthSettings
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.promises import KNOWN_FROM, kept_since, worth

_MOST_SHOWN: Final = 4
_ENDINGS: Final = tuple(each for each in Ending if worth(each) is not None)
_Why = tuple[str, tuple[UUID, ...]]


@dataclass(frozen=True, slots=True)
class Reason:
    """One factor: what it is worth, nothing where it is not known, why in words, and the records behind it."""

    factor: Factor
    value: Fraction | None
    why: str
    records: tuple[UUID, ...] = ()

    @property
    def points(self) -> int | None:
        """Give what it is worth in whole points."""
        return None if self.value is None else half_up(self.value)


def reasons_of(facts: HealthFacts, settings: HealthSettings, today: date) -> tuple[Reason, ...]:
    """Explain each factor, in their order."""
    found = zip(FACTORS, values_of(facts, settings, today), _WHYS, strict=True)
    return tuple(Reason(factor, value, *why(facts, today)) for factor, value, why in found)


def _relationship(facts: HealthFacts, today: date) -> _Why:
    heard = relationship_now(facts, today)
    if not heard:
        return "no answer about trust, commitment or satisfaction in 12 months", ()
    shown = _listed([f"{each.asked} {each.value}{' (our guess)' if each.guessed else ''}" for each in heard])
    return f"{shown}, of 7", tuple(each.id for each in heard)


def _scores(facts: HealthFacts, today: date) -> _Why:
    heard = scores_now(facts, today)
    if not heard:
        return "nobody gave a score in 12 months", ()
    asked = heard[0].asked
    words = "would recommend us" if asked is Asked.RECOMMEND else "content with us"
    shown = _listed([str(each.value) for each in heard])
    return f"{words}: {shown}, of {SCALES[asked].highest}", tuple(each.id for each in heard)


def _contact(facts: HealthFacts, today: date) -> _Why:
    days = (today - facts.counted_from).days
    ago = "today" if days <= 0 else f"{counted_days(days)} ago"
    every = "month" if facts.months == 1 else f"{facts.months} months"
    return f"{'spoke' if facts.spoke else 'never spoke, added'} {ago}, reviewed every {every}", ()


def _concerns(facts: HealthFacts, today: date) -> _Why:
    if facts.is_never_asked(today):
        return "never asked: no answer, no concern in 12 months", ()
    if not facts.worries:
        return "none is open", ()
    return f"open: {_listed([_severity(each) for each in facts.worries])}", tuple(each.id for each in facts.worries)


def _severity(worry: Worry) -> str:
    return f"severity {worry.severity}{' (fixed)' if worry.fixed else ''}"


def _promises(facts: HealthFacts, today: date) -> _Why:
    ended = ended_now(facts, today)
    counts = [(sum(each.ending is ending for each in ended), ending) for ending in _ENDINGS]
    shown = ", ".join(f"{count} {ending}" for count, ending in counts if count) or "none ended"
    since = f"{shown} since {short_day(kept_since(today), today)}"
    few = f", known from {KNOWN_FROM} on" if len(ended) < KNOWN_FROM else ""
    return since + few, tuple(each.id for each in ended)


def _revenue(facts: HealthFacts, today: date) -> _Why:
    change, notice = facts.change, ""
    if notice_presses(facts, today) and facts.notice_on is not None:
        notice = f"; notice by {short_day(facts.notice_on, today)}, nothing agreed"
    if change is None:
        return f"no purchases of the year before to compare with{notice}", ()
    sign = "+" if change >= 0 else "-"
    return f"{sign}{half_up(abs(change))} % on the 12 months before{notice}", ()


def _gut(facts: HealthFacts, today: date) -> _Why:
    gut = gut_now(facts, today)
    if gut is None or facts.gut_on is None:
        return f"none given in the last {GUT_FEELING_LASTS.days} days", ()
    return f"{gut} of 5 on {short_day(facts.gut_on, today)}", ()


_WHYS: Final[tuple[Callable[[HealthFacts, date], _Why], ...]] = (
    _relationship, _scores, _contact, _concerns, _promises, _revenue, _gut,
)  # fmt: skip


def _listed(words: Sequence[str] | Iterable[str]) -> str:
    """Put words in a row, the first few of many."""
    shown = list(words)
    more = f" and {len(shown) - _MOST_SHOWN} more" if len(shown) > _MOST_SHOWN else ""
    return ", ".join(shown[:_MOST_SHOWN]) + more
