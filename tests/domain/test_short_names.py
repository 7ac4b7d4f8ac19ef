"""What people type for the name of a company."""

import pytest

from reviewdesk.domain.short_names import short_names


def short(*names: str, own: tuple[str, ...] = ("Łódź Logistics GmbH", "Anna Nowak")) -> list[str]:
    return list(short_names(names, own))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Nordwind GmbH & Co. KG", "Nordwind"),
        ("Hooli, Inc.", "Hooli"),
        ("Globex Corporation", "Globex"),
        ("Müller & Söhne GmbH", "Müller & Söhne"),
        ("Müller & Co. KG", "Müller"),
        ("Nordlys AS", "Nordlys"),
        ("Santé Plus S.A.", "Santé Plus"),
        ("Global Logistics Ltd", "Global Logistics"),
    ],
)
def test_a_name_is_typed_without_its_legal_form(name: str, typed: str):
    assert short(name) == [typed]


@pytest.mark.parametrize("name", ["Target Ltd", "Next plc", "Planung GmbH", "Service AG", "Logistics Ltd", "Anna GmbH"])
def test_a_single_common_word_or_a_word_of_the_customer_is_no_name(name: str):
    assert short(name) == []


@pytest.mark.parametrize("name", ["Kestrel Air", "Nordwind", "GmbH", "", "客户有限公司", "North AG Partners"])
def test_a_name_without_a_legal_form_is_typed_as_it_is(name: str):
    assert short(name) == []
