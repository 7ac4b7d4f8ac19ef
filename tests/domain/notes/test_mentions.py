"""Who an @name means."""

from uuid import uuid4

import pytest

from reviewdesk.domain.notes import resolve

PEOPLE = {
    name: uuid4()
    for name in ("Anna Nowak", "Piotr Zając", "Pia Nowicka", "Łukasz Żak", "Jürgen Müller", "Maria del Carmen", "李 雷")
}
CANDIDATES = [(each, name) for name, each in PEOPLE.items()]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Anna Nowak", "Anna Nowak"),
        ("anna nowak", "Anna Nowak"),
        ("Anna", "Anna Nowak"),
        ("Nowak", "Anna Nowak"),
        ("Now", None),
        ("Pi", None),
        ("Pio", "Piotr Zając"),
        ("P", None),
        ("PZ", "Piotr Zając"),
        ("zajac", "Piotr Zając"),
        ("Lukasz", "Łukasz Żak"),
        ("Lukasz Zak", "Łukasz Żak"),
        ("Mueller", "Jürgen Müller"),
        ("Muller", "Jürgen Müller"),
        ("A. Nowak", "Anna Nowak"),
        ("Maria Carmen", "Maria del Carmen"),
        ("MDC", "Maria del Carmen"),
        ("李", "李 雷"),
        ("Anna Angebot", "Anna Nowak"),
        ("Pi Termin", None),
        ("Zoe", None),
        ("", None),
        ("@Anna", "Anna Nowak"),
        ("\ud800", None),
    ],
)
def test_a_name_means_one_person_or_nobody(typed, name):
    assert resolve(typed, CANDIDATES) == (PEOPLE[name] if name else None)


def test_two_people_with_the_same_first_name_are_not_guessed_between():
    annas = [(uuid4(), "Anna Nowak"), (uuid4(), "Anna Berg")]

    assert resolve("Anna", annas) is None
    assert resolve("Anna B", annas) == annas[1][0]


def test_one_person_listed_twice_is_still_one_person():
    anna = uuid4()

    assert resolve("Anna", [(anna, "Anna Nowak"), (anna, "Anna Berg")]) == anna
