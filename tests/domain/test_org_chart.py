"""The tree of who reports to whom, as it is drawn."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.org_chart import org_chart
from reviewdesk.domain.people import Person


def people(bosses):
    """Make people numbered from 0, each with the number of their boss."""
    return [
        Person(
            account_id=UUID(int=99),
            name=f"P{number}",
            id=UUID(int=number),
            reports_to_id=None if boss is None else UUID(int=boss),
        )
        for number, boss in enumerate(bosses)
    ]


def drawn(chart):
    return {each.person.name: (each.level, each.row) for each in chart.placed}


def test_a_boss_stands_halfway_between_the_first_and_the_last_report():
    chart = org_chart(people([None, 0, 0, 0, 1, 1]))

    assert drawn(chart) == {"P0": (0, 1.75), "P1": (1, 0.5), "P4": (2, 0), "P5": (2, 1), "P2": (1, 2), "P3": (1, 3)}
    assert (chart.levels, chart.rows) == (3, 4)


def test_whoever_reports_to_nobody_and_has_nobody_stands_beside():
    chart = org_chart(people([None, 0, None]))

    assert [each.name for each in chart.beside] == ["P2"]
    assert [each.person.name for each in chart.reports_of(None)] == ["P0"]


def test_people_whose_boss_is_not_among_them_stand_at_the_top():
    chart = org_chart(people([7, 0]))

    assert drawn(chart) == {"P0": (0, 0), "P1": (1, 0)}


def test_without_anybody_reporting_there_is_no_tree():
    chart = org_chart(people([None, None]))

    assert chart.placed == ()
    assert len(chart.beside) == 2


def test_a_circle_is_opened_at_its_first_person():
    chart = org_chart(people([1, 0]))

    assert drawn(chart) == {"P0": (0, 0), "P1": (1, 0)}


@given(st.lists(st.one_of(st.none(), st.integers(0, 11)), max_size=12))
def test_everybody_is_drawn_once_and_no_two_on_the_same_place(bosses):
    everybody = people(bosses)

    chart = org_chart(everybody)

    names = [each.person.name for each in chart.placed] + [each.name for each in chart.beside]
    assert sorted(names) == sorted(each.name for each in everybody)
    places = [(each.level, each.row) for each in chart.placed]
    assert len(set(places)) == len(places)
    seen = set()
    for each in chart.placed:
        assert each.boss_id is None or each.boss_id in seen
        seen.add(each.person.id)
