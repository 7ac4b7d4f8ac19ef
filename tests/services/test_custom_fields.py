"""What a person does with fields of their own, on a real book."""

import pytest

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.custom_field import FieldKind, FieldOf
from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.custom_fields import CustomFieldService
from reviewdesk.services.search import SearchService
from tests.books import a_store, small_book, the
from tests.storage.whole_book import check_what_is_worked_out, rows_of


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield small_book(store)
    store.close()


@pytest.fixture
def own(store):
    return CustomFieldService(store)


def shown(own, store, field, company="Hooli"):
    return own.values(the(store, company).id).values.get((field.id, None), "")


@pytest.mark.parametrize(
    ("kind", "typed", "seen"),
    [
        (FieldKind.TEXT, " gate 7 ", "gate 7"),
        (FieldKind.NUMBER, "1,250.50", "1250.50"),
        (FieldKind.NUMBER, "-12", "-12"),
        (FieldKind.DAY, "2027-03-31", "31 Mar 2027"),
        (FieldKind.YES_NO, "Yes", "yes"),
        (FieldKind.YES_NO, "no", "no"),
        (FieldKind.CHOICE, "gold", "Gold"),
    ],
)
def test_each_kind_is_read_as_what_it_is(own, store, kind, typed, seen):
    field = own.add("Extra", kind=kind, choices="Gold, Silver").value

    own.put(field.id, the(store, "Hooli").id, typed)

    assert shown(own, store, field) == seen


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        (FieldKind.NUMBER, "about five", "not a number"),
        (FieldKind.NUMBER, "--5", "not a number"),
        (FieldKind.DAY, "soonish", "not a day"),
        (FieldKind.YES_NO, "perhaps", "yes or no"),
        (FieldKind.CHOICE, "bronze", "Gold, Silver"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(own, store, kind, typed, says):
    field = own.add("Extra", kind=kind, choices="Gold, Silver").value

    with pytest.raises(RefusedError, match=says):
        own.put(field.id, the(store, "Hooli").id, typed)

    assert shown(own, store, field) == ""


def test_an_emptied_field_leaves_no_record_behind(own, store):
    field = own.add("Gate").value
    own.put(field.id, the(store, "Hooli").id, "7")

    own.put(field.id, the(store, "Hooli").id, "  ")

    assert shown(own, store, field) == ""
    with store.read() as reading:
        assert reading.custom_values.all() == ()


def test_a_person_has_fields_apart_from_their_account(own, store):
    hooli = the(store, "Hooli")
    with store.read() as reading:
        person = reading.people.where(account_id=hooli.id)[0]
    field = own.add("Assistant", FieldOf.PERSON).value

    own.put(field.id, hooli.id, "Jo Bell", person_id=person.id)

    found = own.values(hooli.id)
    assert found.fields_of(FieldOf.PERSON) == (field,)
    assert found.values == {(field.id, person.id): "Jo Bell"}


def test_two_fields_of_one_sort_are_not_called_the_same(own):
    own.add("Gate")
    own.add("Gate", FieldOf.PERSON)

    with pytest.raises(RefusedError, match="another name"):
        own.add(" GATE ")


def test_a_field_with_choices_needs_at_least_two(own):
    with pytest.raises(RefusedError, match="two choices"):
        own.add("Level", kind=FieldKind.CHOICE, choices="Gold")


def test_the_kind_changes_where_everything_fits(own, store):
    field = own.add("Since").value
    own.put(field.id, the(store, "Hooli").id, "31 Mar 2027")

    own.change(field.id, "kind", FieldKind.DAY)

    assert own.values(the(store, "Hooli").id).values == {(field.id, None): "31 Mar 2027"}


def test_the_kind_stays_where_something_would_not_fit_and_says_which(own, store):
    field = own.add("Docks").value
    own.put(field.id, the(store, "Hooli").id, "12")
    own.put(field.id, the(store, "Initech").id, "a few")

    with pytest.raises(RefusedError, match="“a few” stands in “Docks” of Initech"):
        own.change(field.id, "kind", FieldKind.NUMBER)

    assert own.fields()[0].kind is FieldKind.TEXT
    assert shown(own, store, field) == "12"


def test_text_becomes_a_choice_among_what_stands_there(own, store):
    field = own.add("Level").value
    own.put(field.id, the(store, "Hooli").id, "Gold")
    own.put(field.id, the(store, "Initech").id, "Silver")

    changed = own.change(field.id, "kind", FieldKind.CHOICE).value

    assert set(changed.choices) == {"Gold", "Silver"}


def test_a_choice_that_is_taken_cannot_go(own, store):
    field = own.add("Level", kind=FieldKind.CHOICE, choices="Gold, Silver, Bronze").value
    own.put(field.id, the(store, "Hooli").id, "Silver")

    own.change(field.id, "choices", "Gold, Silver")

    with pytest.raises(RefusedError, match=r"“Silver” stands in “Level” of Hooli"):
        own.change(field.id, "choices", "Gold, Bronze")


def test_who_may_see_it_is_chosen(own):
    field = own.add("Gate").value

    assert own.change(field.id, "audience", Audience.CUSTOMER).value.audience is Audience.CUSTOMER


def test_fields_stand_in_the_persons_order(own):
    first, second, third = (own.add(each).value for each in ("First", "Second", "Third"))

    own.move(third.id, -2)

    assert [each.name for each in own.fields()] == ["Third", "First", "Second"]
    own.move(first.id, 5)
    assert [each.id for each in own.fields()] == [third.id, second.id, first.id]


def test_a_removed_field_comes_back_with_what_stood_in_it(own, store):
    field = own.add("Gate").value
    own.put(field.id, the(store, "Hooli").id, "7")
    before = rows_of(store)

    own.remove(field.id)
    assert own.values(the(store, "Hooli").id).fields == ()
    store.undo()

    assert rows_of(store) == before
    check_what_is_worked_out(store)


def test_what_stands_in_a_field_is_found_by_search(own, store):
    field = own.add("Forwarder").value
    own.put(field.id, the(store, "Hooli").id, "Kühne Brothers")

    found = SearchService(store).written("kuhne")

    assert [(each.title, each.account_id) for each in found] == [("Kühne Brothers", the(store, "Hooli").id)]
    assert found[0].meta.startswith("Forwarder · Hooli")
