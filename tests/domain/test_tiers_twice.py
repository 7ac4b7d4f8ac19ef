"""Tiers by the rule and by a naive second way of working them out agree over any book."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Tier
from reviewdesk.domain.tiers import Place, pooled, rank, rank_units

# Few different amounts, so that ties and exact limits turn up often.
AMOUNTS = st.none() | st.sampled_from((-20, 0, 5, 10, 15, 80, 100)) | st.integers(-50, 500)
SHARES = st.sampled_from(((Decimal("0.80"), Decimal("0.95")), (Decimal("0.5"), Decimal("0.9"))))


@dataclass(frozen=True, slots=True)
class Member:
    """One account of a random book."""

    place: Place
    revenue: Decimal | None


@st.composite
def books(draw):
    """Draw a book in which an account stands under an earlier one or under nobody."""
    members = []
    for n in range(1, draw(st.integers(1, 14)) + 1):
        above = draw(st.none() | st.integers(1, n - 1)) if n > 1 else None
        parent = UUID(int=above) if above else None
        place = Place(UUID(int=n), parent, draw(st.booleans()), draw(st.booleans()))
        amount = draw(AMOUNTS)
        members.append(Member(place, None if amount is None else Decimal(amount)))
    return members


def head_of(place, by_id):
    """Climb as long as a site stands below somebody, or somebody's parent is reviewed as one group."""
    parent = by_id.get(place.parent_id)
    if parent is None or not (place.is_site or parent.review_as_group):
        return place.id
    return head_of(parent, by_id)


def naive_tiers(members, room, shares):
    """Work the tiers out account by account, straight from the words of the rule."""
    by_id = {each.place.id: each.place for each in members}
    heads = {each.place.id: head_of(each.place, by_id) for each in members}
    made = {}
    for head in set(heads.values()):
        parts = [each.revenue for each in members if heads[each.place.id] == head]
        made[head] = None if None in parts else sum(parts)
    return {account: naive_tier(made[head], made, room, shares) for account, head in heads.items()}


def naive_tier(own, made, room, shares):
    """Give the tier of one who ranks with this revenue, and whether it is B for want of room."""
    ranked = [each for each in made.values() if each is not None]
    if own is None:
        return None, False
    if own <= 0:
        return Tier.C, False
    above = sum(each for each in ranked if each > own)
    total = sum(each for each in ranked if each > 0)
    if above >= shares[1] * total:
        return Tier.C, False
    if above >= shares[0] * total:
        return Tier.B, False
    has_room = sum(each >= own for each in ranked) <= room
    return (Tier.A if has_room else Tier.B), not has_room


@settings(max_examples=500)
@given(books(), st.integers(0, 6), SHARES)
def test_both_ways_give_every_account_the_same_tier(members, room, shares):
    units = rank_units(each.place for each in members)
    revenues = {each.place.id: each.revenue for each in members}
    result = rank(pooled(revenues, units), room=room, a_share=shares[0], b_share=shares[1])

    found = {account: (each.tier, each.no_room) for account, each in result.spread_over(units).items()}

    assert found == naive_tiers(members, room, shares)


@settings(max_examples=200)
@given(books(), st.integers(0, 6))
def test_what_is_counted_beside_the_tiers_is_what_the_tiers_say(members, room):
    units = rank_units(each.place for each in members)
    sums = pooled({each.place.id: each.revenue for each in members}, units)
    result = rank(sums, room=room)

    counted = Counter(each.tier for each in result.ranks.values())
    assert [result.count(tier) for tier in Tier] == [counted[tier] for tier in Tier]
    assert counted[Tier.A] <= room
    assert set(result.unranked) == {account for account, amount in sums.items() if amount is None}
    assert set(result.zero_or_less) == {
        account for account, amount in sums.items() if amount is not None and amount <= 0
    }
