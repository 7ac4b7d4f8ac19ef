"""What concerns say together, reckoned once more in the plainest way; and causes that came again."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import median
from uuid import UUID

from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.concern import CauseKind, Concern, Stage
from reviewdesk.domain.concern_figures import Clocks, Middle, Ran, counted, figures_of, fixed_on
from reviewdesk.domain.repeat_causes import repeats
from reviewdesk.domain.said_before import ENOUGH, ideas_of, likeness, weight
from reviewdesk.domain.working_days import WorkingDays

MONDAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
ACCOUNTS = tuple(UUID(int=each) for each in range(1, 5))
FORWARD = (Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED, Stage.CONFIRMED)
SAID = (
    "Deliveries arrive late",
    "Late deliveries again",
    "The invoice shows the wrong price",
    "Rude hotline",
)


def raised(on=MONDAY, severity=3, **fields):
    return Concern(
        account_id=ACCOUNTS[0], words="Late", summary="Late", severity=severity, raised_on=on, stage_since=on, **fields
    )


def brought(concern, *days):
    """Bring a concern from stage to stage, each so many days after it was raised."""
    for stage, after in zip(FORWARD, days, strict=False):
        concern = concern.at(stage, concern.raised_on + timedelta(after))
    return concern


def of(*concerns):
    return figures_of(counted(each, WorkingDays(), NOW) for each in concerns)


def test_what_is_not_known_is_never_counted_as_no_time():
    known = brought(raised(cause_on=MONDAY + timedelta(4)), 1, 2, 8)

    figures = of(known, raised(), raised())

    assert figures.cause == Middle(4, 1)
    assert figures.fix == Middle(6, 1)
    assert of(raised()).cause == Middle(None, 0)


def test_a_clock_counts_once_it_has_ended():
    in_time, late = brought(raised(), 1, 3), brought(raised(), 2, 6)
    fresh = raised(date(2026, 11, 27))

    figures = of(in_time, late, fresh)

    assert figures.acknowledged == Clocks(kept=1, missed=1)
    assert figures.planned == Clocks(kept=1, missed=1)
    assert of(raised()).acknowledged == Clocks(kept=0, missed=1)


def test_closed_without_their_word_is_counted_apart():
    closed = brought(raised(), 1, 2, 3).at(Stage.NOT_CONFIRMED, MONDAY + timedelta(20))

    figures = of(closed, brought(raised(), 1, 2, 3, 4), raised())

    assert (figures.open, figures.confirmed, figures.not_confirmed) == (1, 1, 1)


def test_a_fix_that_did_not_hold_is_no_fix():
    again = brought(raised(), 1, 2, 3).at(Stage.PLANNED, MONDAY + timedelta(9))

    assert fixed_on(again) is None
    assert fixed_on(again.at(Stage.FIXED, MONDAY + timedelta(14))) == MONDAY + timedelta(14)


def test_a_way_that_was_not_kept_leaves_its_clocks_unknown():
    old = replace(raised(), stage=Stage.CONFIRMED, stage_since=MONDAY + timedelta(30))

    found = counted(old, WorkingDays(), NOW)

    assert (found.acknowledged, found.planned, found.days_to_fix) == (Ran.UNKNOWN, Ran.UNKNOWN, None)


def test_the_same_cause_within_twelve_months_of_the_fix_came_again():
    cause = {"cause_kind": CauseKind.DELIVERY, "team": "Operations"}
    first = brought(raised(MONDAY - timedelta(200), **cause), 1, 2, 10)
    before_the_fix = raised(MONDAY - timedelta(195), **cause)
    again, other_team = raised(**cause), raised(cause_kind=CauseKind.DELIVERY, team="Pricing")
    words = iter(("A", "B", "C", "D"))
    every = [replace(each, words=next(words)) for each in (first, before_the_fix, again, other_team)]

    (found,) = repeats(every, NOW.date())

    assert (found.kind, found.shared) == (CauseKind.DELIVERY, "team Operations")
    assert (found.fixed, found.again) == ((first.id,), (again.id,))
    a_year_later = replace(again, raised_on=date(2027, 4, 20))
    assert repeats([first, a_year_later], date(2027, 6, 1))[0].again == (a_year_later.id,)
    too_late = replace(again, raised_on=date(2027, 5, 30), words="Z")
    assert repeats([replace(first, words="A"), too_late], date(2027, 6, 1)) == ()


def test_similar_words_came_again_though_nobody_knows_the_cause():
    first = replace(brought(raised(MONDAY - timedelta(60)), 1, 2, 5), words=SAID[0])
    again = replace(raised(), words=SAID[1])

    (found,) = repeats([first, again, replace(raised(), words=SAID[3])], NOW.date())

    assert found.kind is None
    assert found.shared.startswith("similar words: ")
    assert (found.fixed, found.again) == ((first.id,), (again.id,))


@st.composite
def a_concern(draw):
    start = NOW.date() - timedelta(draw(st.integers(0, 900)))
    words = draw(st.sampled_from(SAID))
    known = draw(st.booleans())
    concern = Concern(
        account_id=draw(st.sampled_from(ACCOUNTS)), words=words, summary=words, severity=draw(st.integers(1, 4)),
        raised_on=start, stage_since=start, id=draw(st.uuids()), team=draw(st.sampled_from(("", "Ops", "Care"))),
        cause_kind=draw(st.sampled_from((None, CauseKind.SKILL, CauseKind.PRICE))),
        products=draw(st.sampled_from(((), ("Drive",), ("Drive", "Sensor")))),
        cause_on=start + timedelta(draw(st.integers(0, 60))) if known else None,
    )  # fmt: skip
    day = start
    for stage in FORWARD[: draw(st.integers(0, 4))]:
        day += timedelta(draw(st.integers(0, 40)))
        concern = concern.at(stage, day)
    return concern


def naive_days(start, end):
    return sum((start + timedelta(n)).weekday() < 5 for n in range(1, (end - start).days + 1))


def naive_fix(concern):
    days = [each.on for each in concern.came if each.stage is Stage.FIXED]
    return concern.stage_since if concern.stage is Stage.FIXED else (days[0] if days else None)


@settings(max_examples=25, deadline=None)
@given(st.lists(a_concern(), max_size=12, unique_by=lambda each: each.id))
def test_figures_agree_with_the_plainest_reckoning(concerns):
    figures = of(*concerns)

    causes = [naive_days(each.raised_on, each.cause_on) for each in concerns if each.cause_on]
    fixes = [naive_days(each.raised_on, naive_fix(each)) for each in concerns if naive_fix(each)]
    assert figures.cause == Middle(float(median(causes)) if causes else None, len(causes))
    assert figures.fix == Middle(float(median(fixes)) if fixes else None, len(fixes))
    assert set(figures.account_ids) == {each.account_id for each in concerns}
    stages = Counter(each.stage for each in concerns)
    assert figures.confirmed == stages[Stage.CONFIRMED]
    assert figures.open == len(concerns) - stages[Stage.CONFIRMED]


def naive_alike(one, other, every, total):
    ideas = {id(each): ideas_of(each.words) for each in (one, other)}
    weights = {key: weight(key, count, total) for key, count in every.items()}
    same = one.cause_kind is not None and one.cause_kind is other.cause_kind
    named = (one.team and one.team == other.team) or set(one.products) & set(other.products)
    return (same and named) or likeness(ideas[id(one)], ideas[id(other)], weights) >= ENOUGH


@settings(max_examples=25, deadline=None)
@given(st.lists(a_concern(), max_size=12, unique_by=lambda each: each.id))
def test_what_came_again_agrees_with_comparing_each_with_all(concerns):
    today = NOW.date()
    year = relativedelta(months=12)
    fixed = [each for each in concerns if naive_fix(each) and naive_fix(each) + year >= today - year]
    later = [each for each in concerns if each.raised_on >= today - year]
    every = Counter(key for each in (*fixed, *later) for key in ideas_of(each.words))
    pairs = {
        (one.id, other.id)
        for one in fixed
        for other in later
        if naive_fix(one) < other.raised_on <= naive_fix(one) + year
        and naive_alike(one, other, every, len(fixed) + len(later))
    }

    found = repeats(concerns, today)

    assert {each for one in found for each in one.again} == {other for _, other in pairs}
    assert {each for one in found for each in one.fixed} <= {one for one, _ in pairs} | {two for _, two in pairs}
    for one, other in pairs:
        assert any({one, other} <= set(each.all) for each in found)
