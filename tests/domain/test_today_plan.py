"""What is done in the hour there is."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as some

from reviewdesk.domain.today_plan import Pressing, Task, plan

TUESDAY = date(2026, 11, 24)


def task(what, minutes, *, revenue=None, **more):
    money = None if revenue is None else Decimal(revenue)
    return Task(
        id=uuid4(), what=what, account_id=uuid4(), account="", minutes=minutes, revenue=money, currency="EUR", **more
    )


def names(tasks, minutes):
    return [each.what for each in plan(tasks, minutes)]


GLOBEX = task("Call Globex", 15, revenue=380_000, health=41)
LABELS = task("Label call, Café Müller", 10, revenue=41_000, health=69)
PALLETS = task("Plan for Wonka's pallets", 15, revenue=74_000, pressing=Pressing.OVERDUE, due=date(2026, 11, 20))
DELIVERY = task("Delivery plan to Anna", 20, revenue=214_000, pressing=Pressing.PROMISED, due=date(2026, 11, 12))


def test_an_hour_holds_promises_and_clocks_first_and_then_what_is_worth_most_a_minute():
    assert names([LABELS, GLOBEX, PALLETS, DELIVERY], 60) == [
        "Delivery plan to Anna",
        "Plan for Wonka's pallets",
        "Call Globex",
        "Label call, Café Müller",
    ]


def test_a_task_is_worth_its_revenue_times_what_health_lacks_a_minute():
    assert round(GLOBEX.worth, 2) == Decimal("14946.67")  # 380,000 x 59 % / 15


def test_an_unknown_health_counts_as_fifty():
    assert task("Call", 10, revenue=1_000).worth == task("Call", 10, revenue=1_000, health=50).worth == 50


def test_what_does_not_fit_is_passed_over_for_what_does():
    assert names([DELIVERY, GLOBEX, LABELS], 30) == ["Delivery plan to Anna", "Label call, Café Müller"]


def test_each_one_says_why_it_is_there():
    assert [each.reason for each in (DELIVERY, PALLETS, GLOBEX)] == [
        "20 min, promised",
        "15 min, concern overdue",
        "15 min, € 380k at health 41",
    ]
    assert task("Call", 15, revenue=52_000).reason == "15 min, € 52k"
    assert task("Call", 15).reason == "15 min"


tasks = some.builds(
    task,
    some.text(max_size=3),
    some.integers(1, 90),
    revenue=some.none() | some.integers(-1000, 10**6),
    health=some.none() | some.integers(0, 100),
    pressing=some.sampled_from(Pressing),
    due=some.none() | some.dates(),
)


@given(some.lists(tasks, max_size=12), some.integers(0, 240))
def test_a_plan_never_takes_longer_than_there_is_and_nothing_left_out_would_still_fit(given_tasks, minutes):
    chosen = plan(given_tasks, minutes)
    left = minutes - sum(each.minutes for each in chosen)

    assert left >= 0
    assert all(each in chosen or each.minutes > left for each in given_tasks)
