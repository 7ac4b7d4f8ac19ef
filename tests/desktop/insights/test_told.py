"""What the cards of Insights say of accounts: their sentences, marks and tables, without a window."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from reviewdesk.desktop.insights import concentration, health_map, pareto, silence
from reviewdesk.desktop.insights.model import per_cent, table_of
from reviewdesk.desktop.insights.pareto_chart import Look
from reviewdesk.desktop.insights.words import short
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.account import Tier
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.tiers import Window, rank
from reviewdesk.services.insight_values import AccountInsights, AccountPoint, RankedUnit, RevenueRanking

EXAMPLE = (400, 250, 120, 90, 60, 40, 20, 12, 8)
WINDOW = Window(date(2025, 11, 25), date(2026, 11, 24))


def ranking(revenues, *, tiers=None, room=20):
    """Rank accounts of these revenues, which have the tier the rule gives them unless others are said."""
    result = rank({UUID(int=at): Decimal(each) for at, each in enumerate(revenues, 1)}, room=room)
    units = [
        RankedUnit(
            name=f"Account {id.int}", account_ids=(id,), is_pinned=False, rank=each,
            tier=(tiers or {}).get(id.int, each.tier),
        )
        for id, each in result.ranks.items()
    ]  # fmt: skip
    return RevenueRanking(
        window=WINDOW, currency="EUR", total=result.total, concentration=result.concentration, a_share=Decimal("0.8"),
        b_share=Decimal("0.95"), unranked=(),
        units=tuple(each for each in units if each.rank.revenue > 0),
        without_revenue=tuple(each for each in units if each.rank.revenue <= 0),
    )  # fmt: skip


def point(number, **known):
    usual = AccountPoint(
        id=UUID(int=number), name=f"Account {number}", tier=Tier.A, revenue=Decimal(1000 * number), owner="Dana Reyes",
        health=None, basis=30, band=Band.UNKNOWN, silent_days=9, never_spoke=False, is_quiet=False,
        raised_nothing=False, never_asked=False,
    )  # fmt: skip
    return replace(usual, **known)


def found(*points, revenues=(), **of_ranking):
    ranked = ranking(revenues, **of_ranking) if revenues else None
    return AccountInsights(today=date(2026, 11, 24), currency="EUR", points=points, ranking=ranked)


# the 80/20


def test_the_80_20_says_what_the_largest_fifth_makes_of_which_months():
    told = pareto.told(found(revenues=EXAMPLE))

    assert told.sentence == (
        "2 of 9 accounts, the largest fifth, make 65.0 % of € 1,000, 25 Nov 2025 to 24 Nov 2026. "
        "By the rule: 4 A, 2 B, 3 C."
    )


def test_each_bar_says_its_share_what_is_reached_and_its_tier_and_leads_to_its_account():
    second = pareto.told(found(revenues=EXAMPLE)).picture.marks[1]

    assert second.said == "2. Account 2: € 250, 25 % of the revenue, 65 % reached; A by revenue"
    assert second.lead.account_ids == (UUID(int=2),)
    assert second.reached == pytest.approx(0.65)


def test_who_found_no_room_in_a_and_who_would_be_another_tier_now_is_marked():
    told = pareto.told(found(revenues=EXAMPLE, room=2, tiers={1: Tier.B}))

    looks = [each.look for each in told.picture.marks]
    assert looks == [Look.A, Look.A, Look.NO_ROOM, Look.NO_ROOM, Look.B, Look.B, Look.C, Look.C, Look.C]
    assert [each.moves for each in told.picture.marks].count(True) == 1
    assert told.picture.marks[0].said.endswith("A by revenue, would be A now")
    assert any(each.text == "Since the tiers were set: Account 1 would be A now." for each in told.remarks)


def test_a_tier_set_by_hand_says_what_the_rule_would_say_and_is_not_called_out_of_date():
    by_rule = ranking(EXAMPLE, tiers={1: Tier.C})
    pinned = replace(by_rule, units=(replace(by_rule.units[0], is_pinned=True), *by_rule.units[1:]))
    told = pareto.told(replace(found(), ranking=pinned))

    assert told.picture.marks[0].said.endswith("; A by revenue, set to C by hand")
    assert not told.picture.marks[0].moves
    assert told.lines[0].cells[5:] == ("C", "A, kept by hand")
    assert not any("would be" in each.text for each in told.remarks)


@pytest.mark.parametrize(("count", "bars"), [(1, 1), (10, 10), (85, 85), (100, 100)])
def test_a_usual_number_of_accounts_has_a_bar_each(count, bars):
    assert len(pareto.told(found(revenues=range(1, count + 1))).picture.marks) == bars


def test_of_ten_thousand_accounts_the_largest_have_a_bar_and_the_others_one_for_each_word_of_the_rule():
    told = pareto.told(found(revenues=range(1, 10_001)))

    marks = told.picture.marks
    assert len(marks) == pareto.SINGLE + 3
    assert [each.look for each in marks[pareto.SINGLE :]] == [Look.NO_ROOM, Look.B, Look.C]
    assert sum(each.count for each in marks) == sum(len(each.lead.account_ids) for each in marks) == 10_000
    assert marks[-1].reached == pytest.approx(1.0)
    assert len(told.lines) == 10_000
    assert "more, A by revenue, no room: together " in marks[pareto.SINGLE].said
    assert " each on average, 80 % reached" in marks[pareto.SINGLE].said


def test_accounts_without_revenue_are_in_the_table_and_have_no_bar():
    told = pareto.told(found(revenues=(10, 0, -3)))

    assert len(told.picture.marks) == 1
    assert [each.cells[1:4] for each in told.lines] == [(1, 10, 100), (2, 0, 0), (3, -3, 0)]


def test_without_revenue_there_is_no_80_20_and_nothing_that_hangs_on_few():
    for card in (pareto, concentration):
        assert card.told(found()) is None
        assert card.told(found(revenues=(0, -3))) is None


def test_the_table_of_the_80_20_names_the_currency_and_ends_at_all_of_the_revenue():
    told = pareto.told(found(revenues=EXAMPLE))
    table = table_of(pareto.COLUMNS, told.lines, told.currency)

    assert table.titles == ("Account", "Rank", "Revenue (EUR)", "Share", "Reached", "Tier", "By the rule")
    assert table.rows[0] == ("Account 1", 1, Decimal(400), Decimal("40.0"), Decimal("40.0"), "A", "A")
    assert table.rows[-1][4] == 100


def test_what_ranks_with_another_account_is_counted_in_words_and_reached_through_it():
    site = UUID(int=99)
    by_rule = ranking(EXAMPLE)
    first = replace(by_rule.units[0], account_ids=(*by_rule.units[0].account_ids, site))
    pooled = replace(found(), ranking=replace(by_rule, units=(first, *by_rule.units[1:])))

    words = "1 account counts with the one it belongs to: sites, and groups reviewed as one."
    for card in (pareto, concentration):
        told = card.told(pooled)
        assert words in [each.text for each in told.remarks]
    assert pareto.told(pooled).picture.marks[0].lead.account_ids == (UUID(int=1), site)
    assert pareto.told(pooled).picture.marks[0].lead.words == "Account 1 and what ranks with it"


# how much hangs on few


def test_the_largest_1_5_and_10_are_told_with_all_the_others():
    told = concentration.told(found(revenues=[100] * 20))

    assert [(each.name, each.label) for each in told.picture] == [
        ("The largest", "5 %"), ("The 5 largest", "25 %"), ("The 10 largest", "50 %"), ("The other 10", "50 %"),
    ]  # fmt: skip
    assert [len(each.lead.account_ids) for each in told.picture] == [1, 5, 10, 10]
    assert [each.cells[1] for each in told.lines] == [5, 25, 50, 50]


def test_who_makes_over_a_fifth_is_warned_of():
    told = concentration.told(found(revenues=EXAMPLE))

    warnings = [each.text for each in told.remarks if each.tone is Tone.WARN]
    assert warnings == [
        "Warning: Account 1 makes 40 % of the revenue, over 20 %.",
        "Warning: Account 2 makes 25 % of the revenue, over 20 %.",
    ]


def test_the_index_is_told_on_demand_with_what_it_means():
    aside = concentration.told(found(revenues=[100] * 4)).asides[0]

    assert "is 2,500 of 10,000" in aside.answer
    assert "as if 4 accounts of one size" in aside.answer


def test_one_account_alone_makes_all_of_it():
    told = concentration.told(found(revenues=(12,)))

    assert told.sentence.startswith("One account makes all of the revenue")
    assert [each.name for each in told.picture] == ["The largest"]


# the map of health


def test_the_map_counts_the_bands_and_never_means_them():
    points = (
        point(1, health=80, band=Band.HEALTHY, basis=90), point(2, health=60, band=Band.WATCH, basis=90),
        point(3, health=40, band=Band.AT_RISK, basis=90), point(4, health=30, band=Band.AT_RISK, basis=90), point(5),
    )  # fmt: skip
    told = health_map.told(found(*points))

    assert told.sentence == "Of 4 accounts of which enough is known: 1 healthy, 1 watch, 2 at risk."
    assert told.picture.unknown == 1
    assert told.remarks[0].text.startswith("Account 5 stands apart: under 40 of 100 of the weights are known")
    assert not any("average" in each.text for each in told.remarks)


def test_a_point_says_health_basis_and_revenue_and_leads_to_its_account():
    mark = health_map.told(found(point(7, health=60, band=Band.WATCH, basis=75))).picture.marks[0]

    assert mark.said == "Account 7: A, health 60, watch, based on 75 of 100, revenue € 7,000"
    assert mark.lead.account_ids == (UUID(int=7),)


def test_the_never_asked_are_never_green():
    told = health_map.told(found(point(1, health=90, band=Band.HEALTHY, basis=60, never_asked=True)))

    assert told.picture.marks[0].tone is Tone.NEUTRAL
    assert told.lines[0].cells[3] == "never asked"
    assert any("never asked" in each.text for each in told.remarks)


def test_where_no_health_is_known_there_is_no_map():
    assert health_map.told(found(point(1), point(2))) is None
    assert health_map.told(found()) is None


def test_without_any_revenue_the_points_stand_beside_each_other_and_the_card_says_so():
    points = [point(at, health=60, band=Band.WATCH, basis=90, revenue=None) for at in (1, 2)]
    told = health_map.told(found(*points))

    assert not told.picture.has_revenue
    assert any("No revenue is known" in each.text for each in told.remarks)
    assert told.picture.marks[0].said == "Account 1: A, health 60, watch, based on 90 of 100, revenue not known"


def test_of_very_many_accounts_those_at_one_place_share_a_point_and_none_is_lost():
    points = [point(at, health=50 + at % 50, band=Band.WATCH, basis=90) for at in range(1, 5_001)]
    told = health_map.told(found(*points))

    assert len(told.picture.marks) < 1_000
    ids = [account for each in told.picture.marks for account in each.lead.account_ids]
    assert sorted(ids) == [UUID(int=at) for at in range(1, 5_001)]
    assert len(told.lines) == 5_000


# silence


def test_silence_names_the_longest_first_and_who_owns_them():
    points = (
        point(1), point(2, is_quiet=True, silent_days=61),
        point(3, is_quiet=True, silent_days=210, owner="", never_spoke=True),
    )  # fmt: skip
    told = silence.told(found(*points))

    assert told.sentence == "2 of 3 accounts have gone quiet, the longest for 210 days."
    assert [each.said for each in told.picture] == [
        "Account 3: never spoken with, added 210 days ago, owned by nobody",
        "Account 2: without contact for 61 days, owned by Dana Reyes",
    ]


def test_of_many_quiet_accounts_the_rest_are_one_mark_that_leads_to_all_of_them():
    points = [point(at, is_quiet=True, silent_days=at) for at in range(1, 31)]
    told = silence.told(found(*points))

    assert len(told.picture) == silence.MOST + 1
    assert told.picture[-1].name == "22 more gone quiet"
    assert len(told.picture[-1].lead.account_ids) == 22
    assert len(told.lines) == 30


def test_who_raised_nothing_and_who_was_never_asked_are_counted_and_lead_to_a_list():
    points = (point(1, raised_nothing=True), point(2, never_asked=True), point(3, never_asked=True), point(4))
    told = silence.told(found(*points))

    assert told.sentence == "None of 4 accounts has gone quiet."
    assert [(each.name, each.label) for each in told.picture] == [
        ("Raised nothing", "1 account"), ("Never asked", "2 accounts"),
    ]  # fmt: skip
    assert [each.cells[3] for each in told.lines] == ["raised nothing", "never asked", "never asked"]


def test_that_nobody_was_ever_asked_is_how_every_book_begins_and_no_news():
    assert silence.told(found(point(1, never_asked=True), point(2, never_asked=True))) is None
    assert silence.told(found(point(1))) is None
    assert silence.told(found()) is None


@pytest.mark.parametrize(
    ("share", "words"), [(0, "0 %"), ("0.001", "under 1 %"), ("0.317", "32 %"), ("0.9999", "over 99 %"), (1, "100 %")]
)
def test_a_small_share_is_said_to_be_more_than_nothing(share, words):
    assert per_cent(Decimal(share)) == words


def test_a_name_read_from_the_right_does_not_turn_the_figures_behind_it():
    assert short("Hooli") == "Hooli"
    assert short("شركة النور") == "\u2068شركة النور\u2069"
    assert len(short("A" * 240)) == 40
