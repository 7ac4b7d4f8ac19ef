"""The next day on which the health of an account can be another one although nothing happens."""

from collections.abc import Iterator
from datetime import date
from math import floor

from reviewdesk.domain.account import GUT_FEELING_LASTS
from reviewdesk.domain.health_factors import ANSWERS_LAST_MONTHS, NOTICE_WITHIN_DAYS, notice_presses
from reviewdesk.domain.health_facts import HealthFacts
from reviewdesk.domain.intervals import add_months, days_after, interval_days
from reviewdesk.domain.promises import LOOKS_BACK


def moves_on(facts: HealthFacts, today: date) -> date:
    """Give the first day after this one on which a day alone can change a factor; until then health stays."""
    return min((each for each in _days(facts, today) if each > today), default=date.max)


def _days(facts: HealthFacts, today: date) -> Iterator[date]:
    yield _speaking_moves_on(facts, today)
    yield facts.never_asked_from
    for each in (*facts.relationship, *facts.scores):
        yield add_months(each.on, ANSWERS_LAST_MONTHS)
    for ended in facts.ended:
        yield days_after(ended.on, LOOKS_BACK.days + 1)
    if facts.gut_on is not None:
        yield days_after(facts.gut_on, GUT_FEELING_LASTS.days + 1)
    if facts.notice_on is not None and not facts.renewed:
        yield days_after(facts.notice_on, 1 if notice_presses(facts, today) else -NOTICE_WITHIN_DAYS)


def _speaking_moves_on(facts: HealthFacts, today: date) -> date:
    """Give the next day on which how often we speak is worth less: each one from half an interval to one and a half."""
    interval = interval_days(facts.months)
    full_until, nothing_from = floor(interval / 2), interval * 3 / 2
    days = (today - facts.counted_from).days
    if days < full_until:
        return days_after(facts.counted_from, full_until + 1)
    return date.max if days >= nothing_from else days_after(today, 1)
