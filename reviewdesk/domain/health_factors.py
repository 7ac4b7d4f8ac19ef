"""The seven factors of health: what each is worth on a day, 0-100, or that it is not known."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Final

from reviewdesk.domain.account import GUT_FEELING_LASTS
from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.health_facts import Ended, HealthFacts, Heard, Worry
from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.intervals import add_months, interval_days
from reviewdesk.domain.promises import kept_rate, kept_since

ANSWERS_LAST_MONTHS: Final = 12
NOTICE_WITHIN_DAYS: Final = 90
NOTICE_COSTS: Final = 25
_FULL: Final = Fraction(100)
_NOTHING: Final = Fraction(0)
_HALF: Final = Fraction(1, 2)
_UNCHANGED: Final = 50

Values = tuple[Fraction | None, ...]


def values_of(facts: HealthFacts, settings: HealthSettings, today: date) -> Values:
    """Work out what each factor is worth, in their order."""
    return tuple(each(facts, settings, today) for each in _FACTORS)


def relationship_now(facts: HealthFacts, today: date) -> tuple[Heard, ...]:
    """Give the answers about the relationship that count: those of the last 12 months."""
    return _valid(facts.relationship, today)


def scores_now(facts: HealthFacts, today: date) -> tuple[Heard, ...]:
    """Give the scores that count: of those who decide, or of everybody where none of them gave one.

    They are whether they would recommend us if anybody said that, else how content they are.
    """
    valid = _valid(facts.scores, today)
    counting = tuple(each for each in valid if each.decides) or valid
    return tuple(each for each in counting if each.asked is Asked.RECOMMEND) or counting


def ended_now(facts: HealthFacts, today: date) -> tuple[Ended, ...]:
    """Give the promises that ended in the last 180 days."""
    first = kept_since(today)
    return tuple(each for each in facts.ended if each.on >= first)


def gut_now(facts: HealthFacts, today: date) -> int | None:
    """Give the gut feeling while it is not older than 90 days."""
    if facts.gut is None or facts.gut_on is None or today - facts.gut_on > GUT_FEELING_LASTS:
        return None
    return facts.gut


def notice_presses(facts: HealthFacts, today: date) -> bool:
    """Say whether the contract can be ended within 90 days and nothing is agreed."""
    if facts.notice_on is None or facts.renewed:
        return False
    return 0 <= (facts.notice_on - today).days <= NOTICE_WITHIN_DAYS


def half_up(value: Fraction) -> int:
    """Round a number that is not negative, one half upwards."""
    return int(value + _HALF)


def _valid(heard: Iterable[Heard], today: date) -> tuple[Heard, ...]:
    return tuple(each for each in heard if today < add_months(each.on, ANSWERS_LAST_MONTHS))


def _relationship(facts: HealthFacts, _settings: HealthSettings, today: date) -> Fraction | None:
    return _mean(relationship_now(facts, today))


def _scores(facts: HealthFacts, _settings: HealthSettings, today: date) -> Fraction | None:
    return _mean(scores_now(facts, today))


def _contact(facts: HealthFacts, _settings: HealthSettings, today: date) -> Fraction | None:
    days = (today - facts.counted_from).days
    return _within(_FULL * (Fraction(3, 2) - days / interval_days(facts.months)))


def _concerns(facts: HealthFacts, settings: HealthSettings, today: date) -> Fraction | None:
    if facts.is_never_asked(today):
        return None
    return _within(_FULL - sum((_cost(each, settings) for each in facts.worries), _NOTHING))


def _promises(facts: HealthFacts, _settings: HealthSettings, today: date) -> Fraction | None:
    rate = kept_rate([each.ending for each in ended_now(facts, today)])
    return None if rate is None else rate * _FULL


def _revenue(facts: HealthFacts, _settings: HealthSettings, today: date) -> Fraction | None:
    change = facts.change
    if change is None:
        return None
    return _within(_within(_UNCHANGED + change) - (NOTICE_COSTS if notice_presses(facts, today) else 0))


def _gut(facts: HealthFacts, _settings: HealthSettings, today: date) -> Fraction | None:
    gut = gut_now(facts, today)
    return None if gut is None else Fraction(gut - 1, 4) * _FULL


_FACTORS: Final[tuple[Callable[[HealthFacts, HealthSettings, date], Fraction | None], ...]] = (
    _relationship, _scores, _contact, _concerns, _promises, _revenue, _gut,
)  # fmt: skip


def _within(value: Fraction) -> Fraction:
    return min(max(value, _NOTHING), _FULL)


def _mean(heard: tuple[Heard, ...]) -> Fraction | None:
    if not heard:
        return None
    return sum((_share_of(each) for each in heard), _NOTHING) / len(heard) * _FULL


def _share_of(heard: Heard) -> Fraction:
    scale = SCALES[heard.asked]
    return Fraction(heard.value - scale.lowest, scale.highest - scale.lowest)


def _cost(worry: Worry, settings: HealthSettings) -> Fraction:
    return settings.costs[worry.severity - 1] * (_HALF if worry.fixed else Fraction(1))
