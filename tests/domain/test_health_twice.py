"""Health by the rule and by a naive second way of working it out agree on whatever is known of an account."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import SCALES, Answer, Asked
from reviewdesk.domain.book import Book
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.health import health_of
from reviewdesk.domain.health_factors import values_of
from reviewdesk.domain.health_facts import HealthFacts, ended_of, relationship_heard, scores_heard, worry_of
from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.people import Part, Person
from tests.domain.healths import Known, naive_health, naive_values

TODAY = date(2027, 2, 28)
ID, OTHER = UUID(int=1), UUID(int=2)
NEAR = st.sampled_from((0, 1, 44, 45, 46, 89, 90, 91, 137, 179, 180, 181, 364, 365, 366))
DAYS = (NEAR | st.integers(-20, 500)).map(lambda days: TODAY - timedelta(days))
PEOPLE = st.lists(
    st.builds(
        Person, account_id=st.just(ID), name=st.just("P"), id=st.sampled_from((ID, OTHER)),
        part=st.sampled_from((None, Part.SPONSOR, Part.DECIDES, Part.USER)), left_on=st.none() | DAYS,
    ),
    max_size=2, unique_by=lambda person: person.id,
)  # fmt: skip
ANSWERS = st.lists(
    st.sampled_from((*list(Asked), Asked.RECOMMEND, Asked.CONTENT)).flatmap(
        lambda asked: st.builds(
            Answer, account_id=st.just(ID), asked=st.just(asked), scale=st.just(SCALES[asked]),
            value=st.integers(SCALES[asked].lowest, SCALES[asked].highest), answered_on=DAYS,
            person_id=st.sampled_from((None, ID, OTHER)), is_guess=st.booleans(),
        )
    ),
    max_size=8,
)  # fmt: skip
CONCERNS = st.lists(
    st.builds(
        Concern, account_id=st.just(ID), words=st.just("w"), summary=st.just("s"), severity=st.integers(1, 4),
        raised_on=DAYS, stage=st.sampled_from(Stage), told_on=st.none() | DAYS,
        withdrawn=st.sampled_from((False, False, True)),
    ),
    max_size=3,
)  # fmt: skip
PROMISES = st.lists(
    st.builds(
        FollowUp, account_id=st.just(ID), what=st.just("x"), side=st.sampled_from((Side.OURS, Side.OURS, Side.THEIRS)),
        is_promise=st.sampled_from((True, True, True, False)), ending=st.sampled_from(Ending), ended_on=DAYS,
    ),
    max_size=7,
)  # fmt: skip
ACCOUNTS = st.builds(
    Account, name=st.just("Acme"), added_on=DAYS, gut_feeling=st.none() | st.integers(1, 5), gut_feeling_on=DAYS,
    contract_end=st.none() | st.sampled_from((29, 30, 31, 90, 119, 120, 121)).map(lambda days: TODAY + timedelta(days)),
    notice_days=st.sampled_from((None, 30)), renewal_agreed_on=st.sampled_from((None, None, TODAY)),
)  # fmt: skip
BOOKS = st.sampled_from((Book(), Book(), Book(health_weights=(10, 30, 5, 5, 20, 20, 10), health_costs=(1, 2, 50, 90),
                                              least_basis=20, held_at=33)))  # fmt: skip
AMOUNTS = st.integers(-5, 120).map(Decimal)
KNOWN = st.builds(
    Known, ACCOUNTS, st.just(TODAY), st.integers(1, 14), st.none() | DAYS, AMOUNTS, AMOUNTS, PEOPLE, ANSWERS, CONCERNS,
    PROMISES, BOOKS,
)  # fmt: skip


def facts_of(known):
    """Give what the rule is told of an account."""
    account, noted = known.account, [each for each in known.concerns if not each.withdrawn]
    heard = [*(each.raised_on for each in noted), *(each.answered_on for each in known.answers if not each.is_guess)]
    deciding = {each.id for each in known.people if each.part in {Part.SPONSOR, Part.DECIDES} and not each.left_on}
    ours = [each for each in known.follow_ups if each.is_promise and each.side is Side.OURS]
    ended = [ended_of(each.id, each.ending, each.ended_on) for each in ours]
    return HealthFacts(
        counted_from=known.spoke_on or account.added_on,
        spoke=known.spoke_on is not None,
        months=known.months,
        heard_on=max(heard, default=None),
        relationship=relationship_heard(known.answers),
        scores=scores_heard(known.answers, deciding),
        worries=tuple(worry_of(each) for each in noted if each.is_open),
        ended=tuple(each for each in ended if each is not None),
        year=known.year,
        before=known.before,
        notice_on=account.notice_date,
        renewed=account.renewal_agreed_on is not None,
        gut=account.gut_feeling,
        gut_on=account.gut_feeling_on,
    )


@settings(max_examples=300)
@given(KNOWN)
def test_both_ways_agree_on_every_factor_and_on_the_score(known):
    rule = HealthSettings.of(known.book)
    health = health_of(facts_of(known), rule, TODAY)

    assert list(values_of(facts_of(known), rule, TODAY)) == naive_values(known)
    assert (health.score, health.basis) == naive_health(known)
