"""Health is one figure made of what is known, and says what it is made of, what holds it and what would move it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID, uuid4

import pytest

from reviewdesk.domain.answer import Asked
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.health import health_of, score_of
from reviewdesk.domain.health_factors import values_of
from reviewdesk.domain.health_facts import Ended, HealthFacts, Heard, Owed, Worry
from reviewdesk.domain.health_moves import moves_of
from reviewdesk.domain.health_reasons import reasons_of
from reviewdesk.domain.health_settings import FACTORS, Band, Factor, HealthSettings

TODAY = date(2026, 11, 24)
RULE = HealthSettings()


def heard(asked, value, days_ago=10, *, guessed=False):
    return Heard(uuid4(), asked, value, TODAY - timedelta(days_ago), guessed)


def ended(*endings, days_ago=20):
    return tuple(Ended(uuid4(), each, TODAY - timedelta(days_ago)) for each in endings)


def worry(severity, **known):
    return Worry(uuid4(), severity, **known)


def facts(**known):
    """Give an account that was spoken with today, is reviewed every 3 months, and of which nothing else is known."""
    return HealthFacts(**({"counted_from": TODAY, "spoke": True, "months": 3} | known))


def value(factor, **known):
    return values_of(facts(**known), RULE, TODAY)[FACTORS.index(factor)]


def why(factor, **known):
    return reasons_of(facts(**known), RULE, TODAY)[FACTORS.index(factor)].why


def fractions(*values):
    return [None if each is None else Fraction(str(each)) for each in values]


def test_the_first_example_gives_60_on_a_basis_of_75():
    assert score_of(fractions(70, None, 60, 45, 80, 50, None)) == (60, 75)


def test_the_second_example_gives_71_on_90():
    assert score_of(fractions(71, 60, 100, "62.5", "71.4", 59, None)) == (71, 90)


KEPT = (Ending.KEPT,) * 4 + (Ending.KEPT_LATE,) * 2 + (Ending.BROKEN,)
SECOND = facts(
    relationship=(heard(Asked.TRUST, 5), heard(Asked.COMMITMENT, 5), heard(Asked.SATISFACTION, 6)),
    scores=(heard(Asked.RECOMMEND, 6),),
    heard_on=TODAY - timedelta(10),
    worries=(worry(3), worry(2, fixed=True)),
    ended=ended(*KEPT),
    year=Decimal(109),
    before=Decimal(100),
)


def test_the_second_example_from_its_facts_says_that_closing_both_concerns_moves_71_to_79():
    health = health_of(SECOND, RULE, TODAY)
    [close, *_] = moves_of(SECOND, RULE, TODAY)

    assert (health.score, health.basis, health.band, health.known) == (71, 90, Band.WATCH, 6)
    assert health.points == (72, 60, 100, 63, 71, 59, None)
    assert (close.words, close.now, close.then, close.factor) == ("Close both concerns", 71, 79, Factor.CONCERNS)


def test_half_is_rounded_up():
    assert score_of(fractions(50, None, None, 51, None, None, None)) == (51, 40)


def test_below_a_basis_of_40_there_is_no_number():
    assert score_of(fractions(90, 90, None, None, None, None, None)) == (None, 35)
    assert score_of(fractions(90, None, None, 90, None, None, None)) == (90, 40)
    assert RULE.band(None) is Band.UNKNOWN
    assert Band.UNKNOWN == "not enough known"


@pytest.mark.parametrize(
    ("score", "band"),
    [(100, "healthy"), (75, "healthy"), (74, "watch"), (50, "watch"), (49, "at risk"), (0, "at risk")],
)
def test_every_score_has_its_word(score, band):
    assert RULE.band(score) == band


def test_the_relationship_is_the_mean_of_what_was_answered_less_one_in_six():
    answers = (heard(Asked.TRUST, 7), heard(Asked.COMMITMENT, 4), heard(Asked.SATISFACTION, 1))
    assert value(Factor.RELATIONSHIP, relationship=answers) == 50
    assert value(Factor.RELATIONSHIP, relationship=(heard(Asked.TRUST, 7, guessed=True),)) == 100
    assert value(Factor.RELATIONSHIP, relationship=(heard(Asked.TRUST, 7, days_ago=366),)) is None


def test_scores_are_those_of_the_question_whether_they_would_recommend_us_if_anybody_answered_it():
    recommend, content = heard(Asked.RECOMMEND, 6), heard(Asked.CONTENT, 5)
    assert value(Factor.SCORES, scores=(recommend, content)) == 60
    assert value(Factor.SCORES, scores=(heard(Asked.RECOMMEND, 6, days_ago=400), content)) == 100
    assert value(Factor.SCORES, scores=(content, heard(Asked.CONTENT, 2))) == Fraction(125, 2)
    assert value(Factor.SCORES) is None


def test_scores_are_of_those_who_decide_or_of_everybody_where_none_of_them_gave_one():
    boss, old = replace(heard(Asked.CONTENT, 2), decides=True), heard(Asked.RECOMMEND, 9, days_ago=400)
    assert value(Factor.SCORES, scores=(boss, heard(Asked.RECOMMEND, 10))) == 25
    assert value(Factor.SCORES, scores=(replace(old, decides=True), heard(Asked.RECOMMEND, 10))) == 100


@pytest.mark.parametrize(("days", "worth"), [(0, 100), (45, 100), (137, 0), (900, 0)])
def test_how_often_we_speak_is_whole_up_to_half_an_interval_and_nothing_from_one_and_a_half(days, worth):
    assert value(Factor.CONTACT, counted_from=TODAY - timedelta(days)) == worth


def test_in_between_it_goes_straight_down():
    assert value(Factor.CONTACT, counted_from=TODAY - timedelta(365), months=12) == 50
    assert value(Factor.CONTACT, counted_from=TODAY - timedelta(73), months=4) == 90


def test_an_open_concern_costs_by_its_severity_and_half_when_it_is_fixed():
    for severity, cost in ((1, 5), (2, 15), (3, 30), (4, 60)):
        assert value(Factor.CONCERNS, worries=(worry(severity),)) == 100 - cost
        assert value(Factor.CONCERNS, worries=(worry(severity, fixed=True),)) == 100 - Fraction(cost, 2)
    assert value(Factor.CONCERNS, worries=(worry(4), worry(4))) == 0


def test_concerns_are_not_known_while_they_were_never_asked():
    assert value(Factor.CONCERNS) is None
    assert value(Factor.CONCERNS, heard_on=date(2025, 11, 25)) == 100
    assert value(Factor.CONCERNS, heard_on=date(2025, 11, 24)) is None
    assert value(Factor.CONCERNS, heard_on=date(2025, 11, 24), worries=(worry(1),)) == 95


def test_promises_count_kept_late_as_half_and_are_known_from_three_on():
    three = ended(Ending.KEPT, Ending.KEPT_LATE, Ending.BROKEN)
    assert value(Factor.PROMISES, ended=three) == 50
    assert value(Factor.PROMISES, ended=three[:2]) is None
    assert value(Factor.PROMISES, ended=ended(*[Ending.KEPT] * 3, days_ago=180)) == 100
    assert value(Factor.PROMISES, ended=ended(*[Ending.KEPT] * 3, days_ago=181)) is None


def test_revenue_is_fifty_and_its_change_in_per_cent():
    def worth(year, before=100, **known):
        return value(Factor.REVENUE, year=Decimal(year), before=Decimal(before), **known)

    assert (worth(109), worth(100), worth(30), worth(10), worth(400)) == (59, 50, 0, 0, 100)
    assert worth(100, before=0) is None
    assert value(Factor.REVENUE) is None
    assert worth(109, notice_on=TODAY + timedelta(90)) == 34
    assert worth(109, notice_on=TODAY) == 34
    assert worth(109, notice_on=TODAY + timedelta(91)) == 59
    assert worth(109, notice_on=TODAY + timedelta(9), renewed=True) == 59
    assert worth(60, notice_on=TODAY + timedelta(9)) == 0


def test_a_gut_feeling_holds_for_ninety_days():
    assert value(Factor.GUT, gut=4, gut_on=TODAY - timedelta(90)) == 75
    assert value(Factor.GUT, gut=4, gut_on=TODAY - timedelta(91)) is None


GOOD = facts(
    heard_on=TODAY, ended=ended(*[Ending.KEPT] * 3), year=Decimal(2), before=Decimal(1), gut=5, gut_on=TODAY
)  # fmt: skip


@pytest.mark.parametrize(
    ("known", "holds"),
    [
        ({}, True), ({"fixed": True}, True), ({"told": True}, True), ({"fixed": True, "told": True}, False),
    ],
)  # fmt: skip
def test_a_concern_that_may_make_them_leave_holds_the_score_until_it_is_fixed_and_told(known, holds):
    grave = worry(4, **known)
    health = health_of(replace(GOOD, worries=(grave,)), RULE, TODAY)

    assert (health.score == 49, health.held_by == grave.id) == (holds, holds)
    assert health.unheld > 49


def test_what_is_confirmed_holds_nothing_and_a_low_score_is_not_held():
    assert health_of(GOOD, RULE, TODAY).held_by is None
    low = facts(worries=(worry(4), worry(4)), gut=1, gut_on=TODAY, counted_from=TODAY - timedelta(900))
    assert (health_of(low, RULE, TODAY).score, health_of(low, RULE, TODAY).held_by) == (0, None)


def test_what_would_move_it_comes_with_what_moves_it_most_first():
    owed = (Owed(UUID(int=1), TODAY - timedelta(3)), Owed(UUID(int=2), TODAY + timedelta(3)))
    known = replace(
        GOOD,
        worries=(worry(4), worry(1)),
        counted_from=TODAY - timedelta(100),
        ended=ended(Ending.KEPT, Ending.BROKEN, Ending.BROKEN),
        owed=owed,
        year=Decimal(1),
        notice_on=TODAY + timedelta(5),
    )
    moves = moves_of(known, RULE, TODAY)

    assert [each.then for each in moves] == sorted((each.then for each in moves), reverse=True)
    assert {each.words for each in moves} == {
        "Close both concerns", "Close the gravest, severity 4", "Fix what may make them leave, and tell them",
        "Speak with them", "Keep both promises", "Agree on the renewal",
    }  # fmt: skip
    assert all(each.now < each.then for each in moves)


def test_while_a_concern_holds_the_score_only_what_ends_that_moves_it():
    held = replace(GOOD, worries=(worry(4),), counted_from=TODAY - timedelta(50))

    words = [each.words for each in moves_of(held, RULE, TODAY)]

    assert words == ["Close the concern", "Fix what may make them leave, and tell them"]


def test_nothing_ever_rewards_filling_in_fields():
    bare = facts(heard_on=TODAY, counted_from=TODAY, gut=None)
    assert moves_of(bare, RULE, TODAY) == ()
    assert moves_of(replace(GOOD, gut=None, year=None), RULE, TODAY) == ()


def test_each_factor_says_why():
    both = (heard(Asked.TRUST, 5), heard(Asked.COMMITMENT, 4, guessed=True))
    assert why(Factor.RELATIONSHIP, relationship=both) == "trust 5, commitment 4 (our guess), of 7"
    assert why(Factor.SCORES, scores=(heard(Asked.RECOMMEND, 6),)) == "would recommend us: 6, of 10"
    assert why(Factor.SCORES) == "nobody gave a score in 12 months"
    assert why(Factor.CONTACT, counted_from=TODAY - timedelta(61)) == "spoke 61 days ago, reviewed every 3 months"
    assert why(Factor.CONTACT, spoke=False) == "never spoke, added today, reviewed every 3 months"
    assert why(Factor.CONCERNS, worries=SECOND.worries) == "open: severity 3, severity 2 (fixed)"
    assert why(Factor.CONCERNS) == "never asked: no answer, no concern in 12 months"
    assert why(Factor.PROMISES, ended=ended(*KEPT)) == "4 kept, 2 kept late, 1 broken since 28 May"
    assert why(Factor.PROMISES) == "none ended since 28 May, known from 3 on"
    assert why(Factor.REVENUE, year=Decimal(109), before=Decimal(100)) == "+9 % on the 12 months before"
    pressing = {"year": Decimal(91), "before": Decimal(100), "notice_on": date(2026, 12, 31)}
    assert why(Factor.REVENUE, **pressing) == "-9 % on the 12 months before; notice by 31 Dec, nothing agreed"
    assert why(Factor.GUT, gut=4, gut_on=date(2026, 11, 2)) == "4 of 5 on 2 Nov"


def test_the_records_behind_a_factor_are_named():
    found = {each.factor: each.records for each in reasons_of(SECOND, RULE, TODAY)}

    assert found[Factor.CONCERNS] == tuple(each.id for each in SECOND.worries)
    assert found[Factor.RELATIONSHIP] == tuple(each.id for each in SECOND.relationship)
    assert found[Factor.SCORES] == tuple(each.id for each in SECOND.scores)
    assert len(found[Factor.PROMISES]) == 7


def test_weights_costs_and_bands_are_settings():
    settings = HealthSettings((100, 0, 0, 0, 0, 0, 0), (1, 2, 3, 4), healthy_from=90, watch_from=80, held_at=10)
    known = facts(relationship=(heard(Asked.TRUST, 6),), worries=(worry(4),))

    assert values_of(known, settings, TODAY)[3] == 96
    assert health_of(known, settings, TODAY).score == 10
    assert (settings.band(89), settings.band(79)) == (Band.WATCH, Band.AT_RISK)
