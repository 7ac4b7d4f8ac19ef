"""Until the day it moves on, the health of an account stays as it is although days go by."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.answer import SCALES
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.health import health_of
from reviewdesk.domain.health_days import moves_on
from reviewdesk.domain.health_facts import RELATIONSHIP, SCORES, Ended, HealthFacts, Heard, Worry
from reviewdesk.domain.health_settings import HealthSettings

TODAY = date(2027, 2, 27)
ID = UUID(int=1)
DAYS = st.integers(-430, 60).map(lambda days: TODAY + timedelta(days))
AMOUNTS = st.none() | st.integers(-5, 200).map(Decimal)
ENDINGS = st.sampled_from((Ending.KEPT, Ending.KEPT_LATE, Ending.BROKEN))


def heard(asked):
    def on(question):
        scale = SCALES[question]
        return st.builds(
            Heard, st.just(ID), st.just(question), st.integers(scale.lowest, scale.highest), DAYS, st.booleans()
        )

    return st.lists(st.sampled_from(asked).flatmap(on), max_size=3).map(tuple)


FACTS = st.builds(
    HealthFacts,
    counted_from=DAYS,
    spoke=st.booleans(),
    months=st.integers(1, 14),
    heard_on=st.none() | DAYS,
    relationship=heard(RELATIONSHIP),
    scores=heard(SCORES),
    worries=st.lists(st.builds(Worry, st.just(ID), st.integers(1, 4), st.booleans(), st.booleans()), max_size=2).map(
        tuple
    ),
    ended=st.lists(st.builds(Ended, st.just(ID), ENDINGS, DAYS), max_size=5).map(tuple),
    year=AMOUNTS,
    before=AMOUNTS,
    notice_on=st.none() | st.integers(-20, 120).map(lambda days: TODAY + timedelta(days)),
    renewed=st.booleans(),
    gut=st.none() | st.integers(1, 5),
    gut_on=st.none() | DAYS,
)


@given(FACTS, st.integers(0, 500))
def test_nothing_moves_before_the_day_it_moves_on(facts, days):
    rule, moves = HealthSettings(), moves_on(facts, TODAY)
    day = min(TODAY + timedelta(days), moves - timedelta(1))

    assert moves > TODAY
    assert health_of(facts, rule, day) == health_of(facts, rule, TODAY)


@given(FACTS)
def test_what_no_longer_counts_can_be_left_out(facts):
    rule = HealthSettings()

    for day in (TODAY, TODAY + timedelta(100)):
        assert health_of(facts.since(TODAY), rule, day) == health_of(facts, rule, day)


def test_an_account_that_goes_quiet_loses_a_little_every_day_until_nothing_is_left():
    facts = HealthFacts(counted_from=TODAY, spoke=True, months=3)

    assert moves_on(facts, TODAY) == TODAY + timedelta(46)
    assert moves_on(facts, TODAY + timedelta(46)) == TODAY + timedelta(47)
    assert moves_on(facts, TODAY + timedelta(137)) == date.max
