"""What a person does with switches to and from rivals, on a real book."""

from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.switch import Direction
from reviewdesk.services.search import SearchService
from reviewdesk.services.switches import SwitchService
from tests.books import TUESDAY, a_store, small_book, the
from tests.storage.whole_book import check_what_is_worked_out


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield small_book(store)
    store.close()


@pytest.fixture
def switches(store):
    return SwitchService(store)


@pytest.fixture
def hooli(store):
    return the(store, "Hooli").id


def test_a_switch_is_noted_today_unless_a_day_is_typed(switches, hooli):
    now = switches.add(hooli, Direction.TO_RIVAL, rival=" Cargolane ", line="Groupage").value
    before = switches.add(hooli, Direction.FROM_RIVAL, on="3 Mar", rival="Frachtex").value

    assert (now.switched_on, now.rival) == (TUESDAY, "Cargolane")
    assert before.switched_on == date(2026, 3, 3)
    assert [each.id for each in switches.of_account(hooli)] == [now.id, before.id]


def test_a_switch_of_nothing_or_of_tomorrow_is_refused(switches, hooli):
    with pytest.raises(RefusedError, match="which rival"):
        switches.add(hooli, Direction.TO_RIVAL)
    with pytest.raises(RefusedError, match="has not come yet"):
        switches.add(hooli, Direction.TO_RIVAL, rival="Cargolane", on="2027-03-03")

    assert switches.of_account(hooli) == ()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("-12", Decimal(-12)), ("12,5 %", Decimal("12.5")), ("+3", Decimal(3)), ("", None), ("0", Decimal(0))],
)
def test_a_price_difference_may_be_below_zero(switches, hooli, typed, value):
    switch = switches.add(hooli, Direction.TO_RIVAL, rival="Cargolane").value

    assert switches.change(switch.id, "price_difference", typed).value.price_difference == value


@pytest.mark.parametrize("typed", ["cheaper", "-", "--4", "5000"])
def test_what_is_no_difference_is_refused(switches, hooli, typed):
    switch = switches.add(hooli, Direction.TO_RIVAL, rival="Cargolane").value

    with pytest.raises(RefusedError, match="Write -12"):
        switches.change(switch.id, "price_difference", typed)


def test_every_field_is_typed(switches, hooli):
    switch = switches.add(hooli, Direction.TO_RIVAL, rival="Cargolane").value

    for name, text in (
        ("direction", "from a rival"),
        ("switched_on", "3 Mar 2026"),
        ("reason", "Price"),
        ("line", "X"),
    ):
        switches.change(switch.id, name, text)

    after = switches.of_account(hooli)[0]
    assert (after.direction, after.switched_on, after.reason, after.line) == (
        Direction.FROM_RIVAL,
        date(2026, 3, 3),
        "Price",
        "X",
    )
    with pytest.raises(RefusedError, match="has a day"):
        switches.change(switch.id, "switched_on", "")


def test_a_switch_is_found_by_its_rival_and_comes_back_after_undo(store, switches, hooli):
    switch = switches.add(hooli, Direction.TO_RIVAL, rival="Cargolane", line="Groupage").value
    found = SearchService(store).written("cargol")
    assert [(each.kind, each.account_id) for each in found] == [(Kind.SWITCH, hooli)]

    switches.remove(switch.id)
    assert SearchService(store).written("cargol") == ()
    with pytest.raises(MissingError):
        switches.change(switch.id, "line", "X")
    store.undo()

    assert switches.of_account(hooli) == (switch,)
    check_what_is_worked_out(store)
