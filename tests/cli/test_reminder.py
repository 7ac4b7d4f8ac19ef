"""Reminders from the terminal: for an account, a person, all who are late, or a colleague."""

import pytest

from reviewdesk.reports.leak_guard import text_of
from tests.cli.program import DAY


def wrote(answer, folder):
    """Give what the PDF says that an answer names."""
    assert answer.code == 0, answer.err
    return " ".join(text_of((folder / answer.out.strip()).read_bytes()).split())


def test_each_kind_of_reminder_is_written_where_it_is_asked_for(call, book, tmp_path):
    at = ("--book", book, "--today", DAY, "reminder", "--out", tmp_path)
    whole = wrote(call(*at, "Łódź Logistics"), tmp_path)

    assert "Dear " in whole
    assert "What you took on" in whole
    assert "For our side" in wrote(call(*at, "--colleague", "-"), tmp_path)
    one = next(each for each in ("Anna Nowak", "Piotr Zając") if f"Dear {each}," in whole)
    assert f"Dear {one}," in wrote(call(*at, "Łódź Logistics", "--person", one.split()[0]), tmp_path)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "Say whom to remind"),
        (("Hooli", "--late"), "one of the three"),
        (("--colleague", "Nobody At All"), "No colleague is called"),
        (("Łódź Logistics", "--person", "Zaphod"), "fits no one person who promised something"),
    ],
)
def test_what_cannot_be_made_is_refused_with_one_line_that_says_what_to_do(call, book, asked, said):
    answer = call("--book", book, "--today", DAY, "reminder", *asked)

    assert answer.refused
    assert said in answer.err
