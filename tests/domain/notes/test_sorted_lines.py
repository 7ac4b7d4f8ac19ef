"""Sort against labelled lines of many trades, in three languages; `pytest -s` prints the figures and every miss.

The lines stand in `labelled/`. Those in `held_out_*.txt`, a third of all, are of other meetings and other trades than
the rest, and were written before the rules were made to fit the rest: what they score is what a new meeting can expect.
They are measured, never fitted: whoever changes the rules looks at the misses of the other files only.
"""

from datetime import date
from time import perf_counter
from uuid import uuid4

import pytest

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import propose
from tests.domain.notes.sorting_figures import figures, labelled

MEETING = date(2026, 11, 24)
PEOPLE = [(uuid4(), "Anna Nowak"), (uuid4(), "Piotr Zając")]
OURS = [(uuid4(), "Dana Reyes")]
RIVALS = ["FastFreight", "NordLog"]
LANGUAGES = ["en", "de", "fr"]


def kind_and_severity(text):
    found = propose(text, MEETING, PEOPLE, OURS, RIVALS)
    return found.kind.value, found.severity


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_lines_of_every_kind_and_a_third_is_held_out(language):
    fitted, held_out = labelled(language), labelled(f"held_out_{language}")
    lines = [*fitted, *held_out]

    assert len(lines) >= 300
    assert len(held_out) * 3 >= len(lines)
    assert len({text for _, text in lines}) == len(lines)
    assert {label.rstrip(" 1234") for label, _ in held_out} == {kind.value for kind in Marker}


@pytest.mark.parametrize(("language", "precision", "recall"), [("en", 0.97, 0.9), ("de", 0.97, 0.9), ("fr", 0.95, 0.9)])
def test_lines_the_rules_were_made_with_are_sorted(language, precision, recall):
    found = figures(labelled(language), kind_and_severity)
    print(found.report(f"{language}, made with"))

    assert found.precision >= precision
    assert found.recall >= recall


@pytest.mark.parametrize(
    ("language", "precision", "recall"), [("en", 0.75, 0.36), ("de", 0.82, 0.37), ("fr", 0.71, 0.33)]
)
def test_lines_of_other_meetings_are_mostly_sorted_and_seldom_wrongly(language, precision, recall):
    found = figures(labelled(f"held_out_{language}"), kind_and_severity)
    print(found.report(f"{language}, held out"))

    assert found.precision >= precision
    assert found.recall >= recall


def test_sixty_lines_are_sorted_while_a_key_is_pressed():
    lines = [text for language in LANGUAGES for _, text in labelled(language)]
    kind_and_severity(lines[0])

    began = perf_counter()
    for text in lines:
        kind_and_severity(text)

    assert (perf_counter() - began) / len(lines) * 60 < 0.1
