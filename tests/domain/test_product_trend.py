"""How each product goes against the year before."""

from decimal import Decimal

from reviewdesk.domain.product_trend import Trend, product_changes


def trends(now, before):
    changes = product_changes(
        {name: Decimal(each) for name, each in now.items()}, {name: Decimal(each) for name, each in before.items()}
    )
    return [(each.name, each.trend) for each in changes]


def test_each_product_is_new_lost_growing_shrinking_or_steady():
    now = {"Drive": 200, "Sensor": 105, "Belt": 80, "Oil": 50}
    before = {"Drive": 100, "Sensor": 100, "Belt": 100, "Cable": 70}

    assert trends(now, before) == [
        ("Drive", Trend.GROWING),
        ("Sensor", Trend.STEADY),
        ("Belt", Trend.SHRINKING),
        ("Oil", Trend.NEW),
        ("Cable", Trend.LOST),
    ]


def test_five_per_cent_is_steady_and_a_little_more_is_not():
    assert trends({"Drive": "105"}, {"Drive": "100"}) == [("Drive", Trend.STEADY)]
    assert trends({"Drive": "105.01"}, {"Drive": "100"}) == [("Drive", Trend.GROWING)]
    assert trends({"Drive": "94.99"}, {"Drive": "100"}) == [("Drive", Trend.SHRINKING)]


def test_without_the_year_before_nothing_is_called_new():
    assert trends({"Drive": 100}, {}) == [("Drive", None)]


def test_a_product_given_back_entirely_is_lost():
    assert trends({"Drive": -20, "Belt": 5}, {"Drive": 100}) == [("Belt", Trend.NEW), ("Drive", Trend.LOST)]


def test_the_change_is_in_per_cent_of_the_year_before():
    (only,) = product_changes({"Drive": Decimal(150)}, {"Drive": Decimal(100)})

    assert only.change == 50
