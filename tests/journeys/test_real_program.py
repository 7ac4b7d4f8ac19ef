"""The main job in the real program, on a real screen, pressed by the names that a screen reader reads out."""

import json
import re

import pytest

from tests.journeys.real_program import can_open_a_window, in_the_terminal, session, what_is_missing
from tests.journeys.screen_reader import NotThereError, ScreenReader

pytestmark = [
    pytest.mark.skipif(bool(what_is_missing()), reason=f"a real window cannot be opened: {what_is_missing()}"),
    pytest.mark.timeout(300),
]
NOTES = """
! Pallets came wet from the morning lorry
/we send photographs of the new covers by friday
/they name a contact for the yard by next friday
we check the covers at the gate by friday"""


@pytest.fixture
def desktop():
    with session() as made:
        if not can_open_a_window(made.environment):
            pytest.skip("a real window cannot be opened: Qt lacks libraries for X11")
        yield made


def open_the_review(reader: ScreenReader) -> None:
    """Fill a new book with the sample and go to the review that is held today."""
    reader.find("push button", "Open the sample book").press()
    reader.find("label", lambda name: re.fullmatch(r"[1-9][\d,]* accounts", name) is not None)
    reader.find("list item", "Accounts").press()
    reader.find("cell", "Łódź Logistics").open()
    reader.find("push button", lambda name: name.startswith("Start review")).press()


def accept_all(reader: ScreenReader) -> None:
    """Take what Sort proposes for each line, one key each."""
    for _ in range(20):
        try:
            reader.find("push button", lambda name: name.startswith("Accept"), within=3).press()
        except NotThereError:
            return


def test_a_review_is_held_in_the_real_program_and_lies_in_the_book(desktop, tmp_path):
    book = tmp_path / "first.reviewdesk"
    reader = desktop.reader
    with desktop.started("--book", str(book)) as program:
        open_the_review(reader)
        reader.find("text", "Notes").write(NOTES)
        reader.find("label", "Saved")

        reader.find("page tab", "Wrap up").press()
        accept_all(reader)
        reader.find("push button", "Finish").press()
        reader.find("push button", lambda name: name.startswith("Save"))

        reader.find("menu item", "File").press()
        reader.find("menu item", lambda name: name.startswith("Quit")).press()
        assert program.wait(60) == 0

    steps = json.loads(in_the_terminal("--book", str(book), "follow-ups", "--json"))
    said = [each["what"] for each in steps if each["account"] == "Łódź Logistics"]
    for promise in ("photographs of the new covers", "contact for the yard", "covers at the gate"):
        assert any(promise in each for each in said), said
    assert "Pallets came wet from the morning lorry" in in_the_terminal("--book", str(book), "brief", "Łódź Logistics")


def test_a_second_start_brings_the_first_window_forward_and_ends(desktop, tmp_path):
    book = str(tmp_path / "first.reviewdesk")
    with desktop.started("--book", book) as program:
        desktop.reader.find("push button", "Open the sample book")
        with desktop.started("--book", book) as second:
            assert second.wait(60) == 0
        assert program.poll() is None
        desktop.reader.find("push button", "Open the sample book")


def test_the_wish_of_the_system_to_end_keeps_what_was_typed_a_moment_ago(desktop, tmp_path):
    book = tmp_path / "first.reviewdesk"
    reader = desktop.reader
    with desktop.started("--book", str(book)) as program:
        open_the_review(reader)
        reader.find("text", "Notes").write("! The dock stood empty on Monday")
        program.terminate()
        assert program.wait(60) == 0

    assert "The dock stood empty on Monday" in in_the_terminal("--book", str(book), "brief", "Łódź Logistics")
